import Community
import Lessons
import Mind
import Reasoning
import Testing
import VillageTesting

/// What must hold however two villages lived apart. Each runs from seeds; a failure prints its own.
@Suite struct JoiningPropertyTests {
  private struct Parted {
    let common: Int
    let here: [Entry]
    let fork: [Entry]

    init(seed: UInt64, acts: Int = 50) {
      let base = RandomVillage(seed: seed, acts: 40).entries
      common = 4 + Int(seed * 7) % (base.count - 4)
      here = RandomVillage(forking: base.prefix(common), seed: seed ^ 0xA11CE, acts: acts).entries
      fork = RandomVillage(forking: base.prefix(common), seed: seed ^ 0xB0B, acts: acts).entries
    }

    var input: JoinInput { JoinInput(common: common, here: here, fork: fork, time: here.last?.time ?? 0) }

    /// The second time that the same fork joins, as a ledger's marks tell it.
    func again(after plan: JoinPlan) -> JoinInput {
      JoinInput(
        common: common, here: here + plan.entries.map(\.entry), fork: fork,
        counterparts: Dictionary(grouping: plan.entries, by: \.source).mapValues { $0.map(\.entry.sequence) },
        joinedBefore: plan.entries.map(\.source).max() ?? 0, time: here.last?.time ?? 0)
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `every entry of a fork is accounted for, once and in order`(seed: UInt64) {
    let parted = Parted(seed: seed)
    let plan = VillageState.joining(parted.input)
    #expect(plan.steps.map(\.entry) == Array(parted.fork.dropFirst(parted.common)), "seed \(seed)")
    for step in plan.steps {
      let written = plan.entries.filter { $0.source == step.entry.sequence }
      switch step.outcome {
      case .taken, .adapted, .discussed: #expect(!written.isEmpty, "seed \(seed), \(step)")
      case .setAside(let why): #expect(written.isEmpty && !why.isEmpty, "seed \(seed), \(step)")
      case .settled, .same: break
      case .joinedBefore: Issue.record("seed \(seed), \(step)")
      }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `the village allows every act that a join writes, when it is written`(seed: UInt64) throws {
    let parted = Parted(seed: seed)
    let plan = VillageState.joining(parted.input)
    var standing = Standing()
    for entry in parted.here { _ = standing.apply(entry) }
    for planned in plan.entries {
      let entry = planned.entry
      #expect(entry.sequence == standing.sequence + 1, "seed \(seed)")
      #expect(throws: Never.self, "seed \(seed), \(entry)") { try standing.validate(entry.act, by: entry.author) }
      if case .taught(let lessons) = entry.act {
        #expect(lessons.allSatisfy { standing.lessons[$0.id] == nil && standing.struck[$0.id] == nil }, "seed \(seed), \(entry)")
      }
      if case .commented(let id, _, _) = entry.act { #expect(standing.comments[id] == nil, "seed \(seed), \(entry)") }
      _ = standing.apply(entry)
    }
    #expect((VillageState(replaying: parted.here + plan.entries.map(\.entry)) == plan.state) as Bool, "seed \(seed)")
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `what was decided here is not decided otherwise by a join`(seed: UInt64) {
    let parted = Parted(seed: seed)
    let before = VillageState(replaying: parted.here).standing
    let after = VillageState.joining(parted.input).state.standing
    for entry in parted.here where entry.sequence > parted.common && !before.isReverted(entry) {
      switch entry.act {
      case .revised(let lesson, _):
        guard before.lessons[lesson.id]?.lesson == lesson, let now = after.lessons[lesson.id] else { continue }
        #expect(now.lesson == lesson, "seed \(seed), \(entry)")
      case .settled(let settlement):
        guard before.settlements[settlement.disagreement]?.last?.sequence == entry.sequence else { continue }
        let last = after.settlements[settlement.disagreement]?.last
        #expect(last == nil || last?.settlement == settlement, "seed \(seed), \(entry)")
      case .policySet(let numbers, _):
        guard before.policies.last?.sequence == entry.sequence, after.policies.last != nil else { continue }
        #expect(after.policy.setting(numbers) == after.policy, "seed \(seed), \(entry)")
      default: break
      }
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `what only the fork taught stands here by its words and author`(seed: UInt64) {
    let parted = Parted(seed: seed)
    let plan = VillageState.joining(parted.input)
    for step in plan.steps where step.outcome == .taken {
      guard case .taught(let lessons) = step.entry.act else { continue }
      let written = plan.entries.filter { $0.source == step.entry.sequence }.flatMap { planned -> [Lesson] in
        if case .taught(let lessons) = planned.entry.act { lessons } else { [] }
      }
      #expect(written.map(\.teaching) == lessons.map(\.teaching), "seed \(seed), \(step)")
      #expect(written.map(\.words) == lessons.map(\.words), "seed \(seed), \(step)")
      #expect(plan.entries.filter { $0.source == step.entry.sequence }.allSatisfy { $0.entry.author == step.entry.author })
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `the same fork joined again adds nothing`(seed: UInt64) {
    let parted = Parted(seed: seed)
    let first = VillageState.joining(parted.input)
    let second = VillageState.joining(parted.again(after: first))
    #expect(second.entries.isEmpty, "seed \(seed), \(second.entries.prefix(2))")
    #expect(second.steps.count == first.steps.count, "seed \(seed)")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `a fork that did nothing changes nothing, and the same input gives the same plan`(seed: UInt64) {
    let parted = Parted(seed: seed)
    let idle = JoinInput(common: parted.common, here: parted.here, fork: Array(parted.here.prefix(parted.common)), time: 0)
    let plan = VillageState.joining(idle)
    #expect(plan.steps.isEmpty && plan.entries.isEmpty, "seed \(seed)")
    #expect((plan.state == VillageState(replaying: parted.here)) as Bool, "seed \(seed)")
    let (one, other) = (VillageState.joining(parted.input), VillageState.joining(parted.input))
    #expect(one.steps == other.steps && one.entries == other.entries && one.contradictions == other.contradictions, "seed \(seed)")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `a fork of a village that stood still comes as it is`(seed: UInt64) {
    let parted = Parted(seed: seed)
    let base = Array(parted.fork.prefix(parted.common))
    let plan = VillageState.joining(JoinInput(common: parted.common, here: base, fork: parted.fork, time: 0))
    let all = VillageState(replaying: parted.fork).standing
    for (id, record) in all.lessons {
      #expect(plan.state.standing.lessons[id]?.lesson == record.lesson, "seed \(seed), \(id)")
    }
    #expect(plan.count.discussed == 0, "seed \(seed), \(plan.steps.filter { if case .discussed = $0.outcome { true } else { false } })")
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `tails that only teach different things may join in either order`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let base = RandomVillage(seed: seed, acts: 10).entries
    func tail(_ name: String, by author: ID<Member>) -> [Entry] {
      base
        + (0..<15).map { number in
          let lesson = Lesson.random(id: ID("\(name)\(number)"), using: &random)
          let other = Lesson(id: lesson.id, lesson.teaching, lesson.qualifiers.from(name), words: "\(name) \(number)")
          return Entry(sequence: base.count + number + 1, .taught([other]), by: author, at: Int64(number))
        }
    }
    let (one, other) = (tail("a", by: "bo"), tail("b", by: "ana"))
    let forwards = VillageState.joining(JoinInput(common: base.count, here: one, fork: other, time: 100))
    let backwards = VillageState.joining(JoinInput(common: base.count, here: other, fork: one, time: 100))
    #expect(forwards.count.taken == 15 && backwards.count.taken == 15, "seed \(seed)")
    // The case that a contradiction is shown by may be another; what contradicts what may not.
    let clashes = { (plan: JoinPlan) in plan.state.mind.clashes.mapValues(\.lessons) }
    #expect(clashes(forwards) == clashes(backwards), "seed \(seed)")
    let lessons = { (plan: JoinPlan) in plan.state.standing.lessons.mapValues { [$0.lesson.words, $0.status.rawValue, $0.author.rawValue] }
    }
    #expect(lessons(forwards) == lessons(backwards), "seed \(seed)")
  }
}

extension Qualifiers {
  /// The same, taught from a source of one's own.
  fileprivate func from(_ source: String) -> Qualifiers {
    Qualifiers(audience: audience, region: region, from: from, until: until, source: source)
  }
}
