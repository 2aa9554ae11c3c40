import Community
import Lessons
import Understanding

extension AttackScenario {
  /// New accounts teach all at once; each lesson would change one of a thousand replayed answers.
  func flood(_ size: SimulatedVillage.Size, _ seed: UInt64) -> [AttackOutcome.Figure] {
    var village = SimulatedVillage(size, seed: seed)
    let accounts = size.honest * 5 / 2
    let each = 40
    village.answer(village.asks(size.opinionsEach / 4, on: village.propose(size.items / 4)))
    village.pass(days: 31)
    let first = village.items.count
    for account in size.honest..<size.honest + accounts { village.assembly.apply(.joined(account, .init()), at: village.time) }
    for lesson in 0..<accounts * each {
      let account = size.honest + lesson % accounts
      village.time += 180
      let item = village.propose(.bad, by: account)
      village.assembly.apply(.replayed(item: item, changed: 1, questions: 1000), at: village.time)
      // They also endorse each other.
      village.assembly.apply(.opinion(.endorse, by: size.honest + (lesson + 1) % accounts, on: item), at: village.time)
    }
    let lessons = first..<village.items.count
    let free = lessons.count { village.assembly.standing(of: $0)?.isQuarantined == false }
    return [
      .init("lessons", Double(lessons.count)),
      .init("answers changed if all that is not put aside counted", Double(free) / 1000, atMost: 0.02),
      .init("lessons in force", Double(lessons.count { village.isInForce($0) }), atMost: 0),
    ]
  }

  /// One trusted account turns statements, each of which would change one of a thousand answers.
  func massEdit(_ size: SimulatedVillage.Size, _ seed: UInt64) -> [AttackOutcome.Figure] {
    func play(attacked: Bool) -> (village: SimulatedVillage, before: Int) {
      var village = SimulatedVillage(size, seed: seed)
      village.answer(village.asks(size.opinionsEach / 4, on: village.propose(size.items / 4)))
      let before = village.items.count
      if attacked {
        for _ in 0..<size.items * 25 {
          let item = village.propose(.bad, by: 0)
          village.assembly.apply(.replayed(item: item, changed: 1, questions: 1000), at: village.time)
        }
      }
      return (village, before)
    }
    let (attacked, before) = play(attacked: true)
    let edits = before..<attacked.items.count
    let free = edits.count { attacked.assembly.standing(of: $0)?.isQuarantined == false }
    // Taking it back replays the events without the account's; all honest items must stand as if it had never been.
    let never = play(attacked: false).village
    let lost = (0..<before).count { attacked.assembly.standing(of: $0)?.status != never.assembly.standing(of: $0)?.status }
    return [
      .init("edits", Double(edits.count)),
      .init("edits before the first was put aside", Double(free)),
      .init("answers changed", Double(free) / 1000, atMost: 0.02),
      .init("honest items moved", Double(lost), atMost: 0),
    ]
  }

  /// Nine stewards, five of whom vote as one and block, in two weeks, who votes against them.
  func capture(_ seed: UInt64) -> [AttackOutcome.Figure] {
    var (late, falseAlarms) = (0.0, 0)
    let runs = 20
    for run in 0..<runs {
      var random = SeededGenerator(seed: Self.seed(seed, run))
      for isCaptured in [true, false] {
        var votes = (0..<9).map { _ in [Double?](repeating: nil, count: 60) }
        for item in 0..<60 {
          let quality = Double.random(in: 0.2..<0.9, using: &random)
          let line: Double = Bool.random(using: &random) ? 1 : 0
          for steward in 0..<9 where Double.random(in: 0..<1, using: &random) < 0.7 {
            let isLoyal = isCaptured && steward < 5 && Double.random(in: 0..<1, using: &random) < 0.95
            votes[steward][item] = isLoyal ? line : Double.random(in: 0..<1, using: &random) < quality ? 1 : 0
          }
          // What the members at large hold of it.
          for steward in 0..<9 { votes[steward][item] = votes[steward][item].map { $0 - quality } }
        }
        let groups = CaptureAlarm.groups(of: Array(0..<9), residuals: votes)
        var actions: [CaptureAlarm.Action] = []
        for hour in stride(from: 0, to: 14 * 24, by: 8) {
          let steward =
            isCaptured && Double.random(in: 0..<1, using: &random) < 0.7
            ? Int.random(in: 0..<5, using: &random) : Int.random(in: 0..<9, using: &random)
          actions.append(
            .init(time: Int64(hour) * 3_600_000, steward: steward, against: 20 + Int.random(in: 0..<50, using: &random)))
        }
        let alarm = CaptureAlarm.first(actions, groups: groups)
        if isCaptured { late = max(late, alarm.map { Double($0.time) / 86_400_000 } ?? 60) } else if alarm != nil { falseAlarms += 1 }
      }
    }
    return [
      .init("day of the alarm, the latest of \(runs)", late, atMost: 7),
      .init("alarms on stewards who act alone, of \(runs)", Double(falseAlarms), atMost: 0),
    ]
  }

  /// A hundred tests of which two thirds pass, and two hundred wordings of one that passes.
  func stuffing(_ seed: UInt64) -> [AttackOutcome.Figure] {
    var random = SeededGenerator(seed: seed)
    let words = (0..<200).map { _ in
      String((0..<6).map { _ in Character(Unicode.Scalar(UInt8(97 + Int.random(in: 0..<26, using: &random)))) })
    }
    func sentence() -> [String] { (0..<12).map { _ in words[Int.random(in: 0..<words.count, using: &random)] } }
    var texts = (0..<100).map { _ in sentence() }
    var passes = texts.indices.map { $0 % 3 != 0 }
    func score(_ isShared: Bool) -> Double {
      let weights =
        isShared
        ? SharedWeight.weights(texts.map { SharedWeight.shingles($0.joined(separator: " ")) }) : texts.map { _ in 1 }
      return SharedWeight.score(passes, weights: weights)
    }
    let before = score(true)
    let one = texts[1]
    for _ in 0..<200 {
      var text = one
      text[Int.random(in: 0..<text.count, using: &random)] = words[Int.random(in: 0..<words.count, using: &random)]
      texts.append(text)
      passes.append(true)
    }
    return [
      .init("the score moves by", abs(score(true) - before), atMost: 0.01),
      .init("it would move by, each test by itself", abs(score(false) - before)),
    ]
  }
}
