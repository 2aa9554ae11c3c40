import Lessons

@testable import TeachingLanguage

extension RandomMeaning {
  /// Steps of every kind, none of which leads astray.
  mutating func procedure() -> Procedure {
    let count = 1 + random.below(5)
    let steps = (1...count).map { number -> Procedure.Step in
      switch random.below(6) {
      case 0: .ask(random.pick(["Is the light red?", "How do you feel?"]), branches(at: number, of: count))
      case 1 where number > 1:
        repeating(at: number)
      case 2: .follow(random.pick(["Escalate to level 2", "First aid"]))
      case 3: .check(random.pick(names.conditions), next(at: number, of: count))
      default: .act(random.pick(names.actions))
      }
    }
    let made = Procedure(
      random.pick(names.goals), needs: random.chance(30) ? names.needs : [],
      before: random.chance(20) ? names.preparations : [], steps: steps, stops: random.chance(30) ? [random.pick(names.conditions)] : [])
    return made ?? fallback
  }

  private var fallback: Procedure {
    guard let plain = Procedure("wait", steps: [.act("Wait")]) else { preconditionFailure("a step is enough") }
    return plain
  }

  private mutating func repeating(at number: Int) -> Procedure.Step {
    let from = 1 + random.below(number - 1)
    let until = random.chance(60) ? random.pick(names.conditions) : nil
    return .again(
      from: from, through: from + random.below(number - from), until: until, timesMax: until == nil || random.chance(50) ? 3 : nil)
  }

  private mutating func branches(at number: Int, of count: Int) -> [Procedure.Branch] {
    let answers = random.pick([["yes"], ["no"], ["yes", "no"], ["bad", "very bad"]])
    return answers.map { Procedure.Branch($0, next(at: number, of: count)) }
  }

  private mutating func next(at number: Int, of count: Int) -> Procedure.Next {
    let others = (1...count).filter { $0 != number }
    if random.chance(40), !others.isEmpty { return .step(random.pick(others)) }
    return random.pick([.stop, .follow("First aid"), .act(names.lastResort)])
  }
}
