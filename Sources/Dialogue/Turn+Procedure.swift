import Lessons
import Reasoning
import TeachingLanguage

/// Going through a procedure with the person, one step a turn.
extension Turn {
  /// Nil where this is no reply to a step and asks for no procedure.
  func walking() -> (answers: [Answer], conversation: Conversation)? {
    if let walk = conversation.walk {
      if let answer = reply(in: walk) { return answer }
    }
    guard let goal = Phrase.procedureAsked(text), let standing = outlook.knowledge.procedures.named(goal, from: outlook.view),
      case .procedure(let procedure) = standing.lesson.teaching
    else { return nil }
    return present(ProcedureWalk(standing.id), after: preparation(for: procedure))
  }

  /// “You need a screwdriver. Before that, back up the data. Stop if there is smoke.”
  private func preparation(for procedure: Procedure) -> [String] {
    let needs = procedure.needs.isEmpty ? [] : [outlook.line("you.need", ["what": procedure.needs.listed(outlook.line("and"))])]
    return needs + procedure.before.map { outlook.line("before.that", ["what": $0]) }
      + procedure.stops.map { outlook.line("stop.if", ["what": $0]) }
  }

  // MARK: Replies

  private func reply(in walk: ProcedureWalk) -> (answers: [Answer], conversation: Conversation)? {
    guard let procedure = procedure(of: walk), procedure.steps.indices.contains(walk.place.step - 1) else { return ended([], nil) }
    let reply = Phrase.reply(text)
    if reply == .stop { return ended([outlook.line("we.stop")], walk) }
    switch procedure.steps[walk.place.step - 1] {
    case .act, .follow: return reply == .next || reply == .yes ? goOn(walk) : nil
    case .ask(_, let branches):
      if let branch = branches.first(where: { isMeant($0.answer, by: reply) }) { return go(to: branch.next, from: walk) }
      return reply == .yes || reply == .no || reply == .next ? goOn(walk) : nil
    case .check(_, let next):
      if reply == .yes { return go(to: next, from: walk) }
      return reply == .no ? goOn(walk) : nil
    case .again(let from, let through, _, let timesMax):
      if reply == .yes { return goOn(walk) }
      return reply == .no ? again(walk, from...through, timesMax: timesMax) : nil
    }
  }

  private func isMeant(_ answer: String, by reply: Phrase.Reply?) -> Bool {
    switch Phrase.reply(answer) {
    case .yes?: reply == .yes
    case .no?: reply == .no
    default: Phrase.words(of: answer) == Phrase.words(of: text)
    }
  }

  private func again(_ walk: ProcedureWalk, _ steps: ClosedRange<Int>, timesMax: Int?) -> (answers: [Answer], conversation: Conversation)? {
    var walk = walk
    if let timesMax, walk.rounds >= timesMax { return goOn(walk, saying: [outlook.line("so.many.times", ["count": "\(timesMax)"])]) }
    walk.goRound(from: steps.lowerBound, through: steps.upperBound)
    return present(walk)
  }

  private func go(to next: Procedure.Next, from walk: ProcedureWalk) -> (answers: [Answer], conversation: Conversation)? {
    var walk = walk
    switch next {
    case .step(let step):
      walk.go(to: step)
      return present(walk)
    case .stop: return ended([outlook.line("that.is.all")], walk)
    case .act(let text): return goOn(walk, saying: ["\(text.capitalised)."])
    case .follow(let goal): return enter(goal, from: walk) ?? ended([outlook.line("follow.please", ["goal": goal])], walk)
    }
  }

  private func enter(_ goal: String, from walk: ProcedureWalk) -> (answers: [Answer], conversation: Conversation)? {
    var walk = walk
    guard let standing = outlook.knowledge.procedures.named(goal, from: outlook.view), walk.enter(standing.id),
      case .procedure(let procedure) = standing.lesson.teaching
    else { return nil }
    return present(walk, after: preparation(for: procedure))
  }

  private func goOn(_ walk: ProcedureWalk, saying said: [String] = []) -> (answers: [Answer], conversation: Conversation)? {
    var next = walk
    next.goOn()
    return present(next, after: said)
  }

  // MARK: Steps

  /// Says the step that the walk stands at.
  private func present(_ walk: ProcedureWalk, after said: [String] = []) -> (answers: [Answer], conversation: Conversation)? {
    var walk = walk
    guard let procedure = procedure(of: walk) else { return ended(said, nil) }
    guard procedure.steps.indices.contains(walk.place.step - 1) else {
      return walk.leave() ? present(walk, after: said) : ended(said + [outlook.line("last.step")], walk)
    }
    let number = "\(walk.place.step)."
    switch procedure.steps[walk.place.step - 1] {
    case .act(let action): return answer(walk, said + ["\(number) \(action)\(action.hasSuffix("\"") ? "" : ".")"], nextOrStop)
    case .ask(let question, let branches):
      let answers = branches.map(\.answer)
      let isPlain = answers.allSatisfy { ["yes", "no"].contains($0) }
      return answer(walk, said + ["\(number) \(question)"], isPlain ? yesOrNo : answers)
    case .check(let condition, _): return answer(walk, said + ["\(number) \(outlook.line("is.it.so", ["what": condition]))"], yesOrNo)
    case .again(let from, let through, let until, let timesMax):
      if let until { return answer(walk, said + ["\(number) \(outlook.line("is.it.so.now", ["what": until]))"], yesOrNo) }
      return again(walk, from...through, timesMax: timesMax)
    case .follow(let goal):
      return enter(goal, from: walk) ?? answer(walk, said + ["\(number) \(outlook.line("follow", ["goal": goal]))"], nextOrStop)
    }
  }

  private var yesOrNo: [String] { [outlook.line("yes").lowercased(), outlook.line("no").lowercased()] }
  private var nextOrStop: [String] { [outlook.line("next"), outlook.line("stop")] }

  private func answer(_ walk: ProcedureWalk, _ said: [String], _ options: [String]) -> (answers: [Answer], conversation: Conversation) {
    var answer = guided(said, walk)
    answer.options = options.map { Option($0, sending: $0) }
    var conversation = conversation
    conversation.conclude(with: answer, claiming: nil)
    conversation.walk = walk
    return ([answer], conversation)
  }

  /// - Parameter walk: what was gone through; nil where its lesson was taken back.
  private func ended(_ said: [String], _ walk: ProcedureWalk?) -> (answers: [Answer], conversation: Conversation) {
    let answer = guided(walk == nil ? said + [outlook.line("taken.back")] : said, walk)
    var conversation = conversation
    conversation.conclude(with: answer, claiming: nil)
    conversation.walk = nil
    return ([answer], conversation)
  }

  private func guided(_ said: [String], _ walk: ProcedureWalk?) -> Answer {
    var answer = Answer(.guided, [.text(said.joined(separator: " "))], understood: Understood(.conversation))
    if let standing = walk.flatMap({ outlook.standing($0.place.lesson) }) {
      answer.because = [Reason(.guideline, outlook.sentence(of: standing.id) ?? "", citing: standing)]
    }
    return answer
  }

  private func procedure(of walk: ProcedureWalk) -> Procedure? {
    guard let standing = outlook.standing(walk.place.lesson), outlook.view.sees(standing),
      case .procedure(let procedure) = standing.lesson.teaching
    else { return nil }
    return procedure
  }
}
