import Lessons
import Testing
import VillageTesting

@testable import Community

/// Acts that take something from somebody: the rule, what shows it, and the appeal.
@Suite struct ModerationTests {
  /// A village with two founders, a teacher, and a newcomer whose lesson waits.
  private func village() -> Standing {
    var standing = Standing()
    let acts: [(ID<Member>, Act)] = [
      ("ana", .founded(name: "v")), ("bo", .joined(role: .teacher, group: nil, invitedBy: "ana")),
      ("cy", .joined(role: .teacher, group: nil, invitedBy: "ana")), ("dee", .joined(role: .newcomer, group: nil, invitedBy: "bo")),
      ("ana", .roleGranted(to: "bo", .founder)), ("dee", .taught([Lesson(id: "l1", .note, words: "a note")])),
    ]
    for (member, act) in acts { standing.add(act, by: member) }
    return standing
  }

  @Test func `an act that takes something from somebody else needs a rule, one about oneself does not`() {
    let standing = village()
    #expect(standing.needsGround(.declined("l1", reason: "x"), by: "cy"))
    #expect(standing.needsGround(.retracted("l1", reason: "x"), by: "ana"))
    #expect(!standing.needsGround(.retracted("l1", reason: ""), by: "dee"))
    #expect(standing.needsGround(.roleGranted(to: "bo", .teacher), by: "ana"))
    #expect(!standing.needsGround(.roleGranted(to: "dee", .teacher), by: "ana"))
    #expect(!standing.needsGround(.accepted("l1", reason: ""), by: "cy"))
    #expect(standing.needsGround(.reverted(Reversal("r", of: nil, 1...6, reason: "x")), by: "ana"))
    #expect(!standing.needsGround(.reverted(Reversal("r", of: "ana", 1...6, reason: "x")), by: "ana"))
  }

  @Test func `an act rests on a rule that the village has, and points at what is there`() {
    let standing = village()
    let declined = Act.declined("l1", reason: "x")
    #expect(throws: Never.self) { try standing.validate(Ground("Not true", see: [.lesson("l1"), .act(6)]), for: declined) }
    #expect(throws: Refusal.unknownRule("Because I say so")) { try standing.validate(Ground("Because I say so"), for: declined) }
    #expect(throws: Refusal.unknownLesson("l9")) { try standing.validate(Ground("Not true", see: [.lesson("l9")]), for: declined) }
    #expect(throws: Refusal.unknownAct) { try standing.validate(Ground("Not true", see: [.act(99)]), for: declined) }
    let many = Ground("Not true", see: Array(repeating: .act(1), count: 11))
    #expect(throws: Refusal.tooManyPointers(limit: 10)) { try standing.validate(many, for: declined) }
    #expect(throws: Refusal.unknownRule("Not true")) { try standing.validate(Ground("Not true"), for: .reinstated("l1")) }
  }

  @Test func `founders set the rules with a reason, and acts keep the name they were done by`() {
    var standing = village()
    let rules = [VillageRule("No doses", "Doses are the physicians’.")]
    #expect(throws: Refusal.needsRole(.founder)) { try standing.validate(.rulesSet(rules, reason: "x"), by: "cy") }
    #expect(throws: Refusal.reasonMissing) { try standing.validate(.rulesSet(rules, reason: ""), by: "ana") }
    #expect(throws: Refusal.rulesUnfit) { try standing.validate(.rulesSet([], reason: "x"), by: "ana") }
    #expect(throws: Refusal.rulesUnfit) { try standing.validate(.rulesSet(rules + rules, reason: "x"), by: "ana") }
    standing.add(.declined("l1", reason: "x"), by: "cy", on: Ground("Not true"))
    standing.add(.rulesSet(rules, reason: "clearer"), by: "ana")
    #expect(standing.rules == rules)
    #expect(standing.acts(concerning: "dee").first?.ground?.rule == "Not true")
    standing.add(.reverted(Reversal("r", of: "ana", 8...8, reason: "hasty")), by: "bo")
    #expect(standing.rules == VillageRule.standard)
  }

  @Test func `all whom a reversal or a settlement concerns are named`() {
    var standing = village()
    standing.add(.taught([Lesson(id: "l2", .note, words: "b")]), by: "cy")
    standing.add(.settled(Settlement("d", lessons: ["l1", "l2"], .withdrawn, reason: "x")), by: "bo")
    #expect(standing.log.last.map(standing.concerned) == ["cy", "dee"])
    standing.add(.reverted(Reversal("r", of: nil, 6...8, reason: "x")), by: "bo")
    #expect(standing.log.last.map(standing.concerned) == ["cy", "dee"])
    #expect(standing.acts(concerning: "dee").map(\.sequence) == [9, 8])
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `the open appeals, kept as they come, are those that a look through all opinions finds`(seed: UInt64) {
    let village = RandomVillage(seed: seed, acts: 80)
    var random = SplitMix64(seed: seed)
    var standing = village.standing
    let founders = standing.members.filter { $0.value.role == .founder }.keys.sorted()
    for _ in 0..<60 {
      let entry = standing.log[Int.random(in: 0..<standing.log.count, using: &random)]
      let people = standing.concerned(by: entry) + founders
      let member = people[Int.random(in: 0..<people.count, using: &random)]
      let stance: Opinion.Stance? = [.dispute, .dispute, .dispute, .endorse, nil][Int.random(in: 0..<5, using: &random)]
      standing.add(.opined(Opinion(stance, on: .act(entry.sequence), reason: "x")), by: member)
      if Int.random(in: 0..<20, using: &random) == 0, let founder = founders.first {
        let reversal = Reversal(ID("s\(standing.sequence)"), of: nil, entry.sequence...entry.sequence, reason: "x")
        standing.add(.reverted(reversal), by: founder)
      }
      #expect(standing.appeals() == standing.appealsByLookingThroughAll(), "seed \(seed)")
    }
    #expect(standing == standing.replayed, "seed \(seed)")
  }
}

extension Standing {
  mutating func add(_ act: Act, by member: ID<Member>, at time: Int64? = nil, on ground: Ground? = nil) {
    _ = apply(Entry(sequence: sequence + 1, act, by: member, at: time ?? Int64(sequence) * 1000, on: ground))
  }

  var replayed: Standing { log.reduce(into: Standing()) { _ = $0.apply($1) } }

  fileprivate func appealsByLookingThroughAll() -> [Entry] {
    opinions.compactMap { topic, held -> Entry? in
      guard case .act(let sequence) = topic else { return nil }
      let entry = log[sequence - 1]
      let people = concerned(by: entry)
      guard !isReverted(entry), people.contains(where: { held[$0]?.stance == .dispute }) else { return nil }
      let answered = held.contains {
        !people.contains($0.key) && $0.key != entry.author && role(of: $0.key) == .founder && $0.value.stance != .unsure
      }
      return answered ? nil : entry
    }.sorted { $0.sequence < $1.sequence }
  }
}
