import Community
import FoundationEssentials
import Lessons
import Testing

/// A village in which Ana founded, Bo teaches and Cy is new.
private struct Commons {
  var standing = Standing()
  private(set) var deltas: [MindDelta] = []

  init() throws {
    try act(.founded(name: "Test"), by: "ana")
    try act(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: "bo")
    try act(.joined(role: .newcomer, group: nil, invitedBy: "ana"), by: "cy")
    try act(.joined(role: .visitor, group: nil, invitedBy: nil), by: "vi")
  }

  mutating func act(_ act: Act, by member: ID<Member>) throws {
    try standing.validate(act, by: member)
    deltas = standing.apply(Entry(sequence: standing.sequence + 1, act, by: member, at: 0))
  }

  func refusal(of act: Act, by member: ID<Member>) -> Refusal? {
    do { try standing.validate(act, by: member) } catch { return error }
    return nil
  }
}

private func rice(_ id: ID<Lesson>, _ value: Int) -> Lesson {
  Lesson(id: id, .claim(Claim("white rice", "glycemic index", .quantity(Quantity(.init(value))))))
}

@Suite struct StandingTests {
  @Test func `a teacher's lesson counts for everyone at once`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "bo")
    #expect(commons.deltas == [.accept(StandingLesson(rice("l1", 89), by: "bo", sequence: 5))])
  }

  @Test func `a newcomer's lesson counts for its author until a colleague accepts it`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "cy")
    #expect(commons.standing.standing("l1")?.reach == .only("cy"))
    #expect(commons.standing.waiting == ["l1"])
    try commons.act(.accepted("l1", reason: ""), by: "bo")
    #expect(commons.standing.standing("l1")?.reach == .everyone)
    #expect(commons.standing.waiting.isEmpty)
  }

  @Test func `a declined lesson counts for nobody and keeps the reason`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "cy")
    try commons.act(.declined("l1", reason: "no source"), by: "bo")
    #expect(commons.deltas == [.withdraw("l1")])
    #expect(commons.standing.lessons["l1"]?.reason == "no source")
  }

  @Test func `visitors and strangers do not teach`() throws {
    let commons = try Commons()
    #expect(commons.refusal(of: .taught([rice("l1", 89)]), by: "vi") == .needsRole(.newcomer))
    #expect(commons.refusal(of: .taught([rice("l1", 89)]), by: "nobody") == .notAMember)
  }

  @Test func `nobody reviews their own lesson`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "cy")
    try commons.act(.roleGranted(to: "cy", .teacher), by: "ana")
    #expect(commons.refusal(of: .accepted("l1", reason: ""), by: "cy") == .ownLesson("l1"))
  }

  @Test func `only its author, or a founder with a reason, takes a lesson back`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "bo")
    #expect(commons.refusal(of: .retracted("l1", reason: "x"), by: "cy") == .notYours("l1"))
    #expect(commons.refusal(of: .retracted("l1", reason: ""), by: "ana") == .reasonMissing)
    try commons.act(.retracted("l1", reason: "prank"), by: "ana")
    #expect(commons.deltas == [.withdraw("l1")])
  }

  @Test func `taking back and putting back ends where it began`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "bo")
    let before = commons.standing.standing("l1")
    try commons.act(.retracted("l1", reason: ""), by: "bo")
    try commons.act(.reinstated("l1"), by: "bo")
    #expect(commons.standing.standing("l1") == before)
  }

  @Test func `who revises a lesson that changed meanwhile is told its revision`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "bo")
    try commons.act(.revised(rice("l1", 88), after: 1), by: "bo")
    #expect(commons.refusal(of: .revised(rice("l1", 87), after: 1), by: "bo") == .revisedMeanwhile("l1", current: 2))
    #expect(commons.standing.lessons["l1"]?.revisions.map(\.lesson) == [rice("l1", 89), rice("l1", 88)])
  }

  @Test func `a raised standing changes the weight of all that was taught`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "cy")
    try commons.act(.roleGranted(to: "cy", .teacher), by: "ana")
    #expect(commons.standing.standing("l1")?.weight == 1)
    #expect(commons.refusal(of: .roleGranted(to: "ana", .visitor), by: "ana") == .founderStays)
  }

  @Test func `all that one member taught is taken back in one act`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 1), rice("l2", 2)]), by: "bo")
    try commons.act(.contributionRetracted(of: "bo", reason: "prank"), by: "ana")
    #expect(commons.deltas == [.withdraw("l1"), .withdraw("l2")])
    #expect(commons.refusal(of: .contributionRetracted(of: "ana", reason: "x"), by: "bo") == .needsRole(.founder))
  }
}

@Suite struct SettlementTests {
  private func disputed() throws -> Commons {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "ana")
    try commons.act(.taught([rice("l2", 73)]), by: "bo")
    return commons
  }

  @Test func `where one holds, the other stays in its author's own view`() throws {
    var commons = try disputed()
    try commons.act(.settled(Settlement("d1", lessons: ["l1", "l2"], .holds(["l2"]), reason: "newer")), by: "bo")
    #expect(commons.standing.standing("l1")?.reach == .only("ana"))
    #expect(commons.standing.standing("l2")?.reach == .everyone)
  }

  @Test func `where each holds for its own, each says for whom`() throws {
    var commons = try disputed()
    let scope = Settlement.Scope("l1", Qualifiers(audience: "child"))
    try commons.act(.settled(Settlement("d1", lessons: ["l1", "l2"], .scoped([scope]), reason: "both")), by: "bo")
    #expect(commons.standing.standing("l1")?.lesson.qualifiers.audience == "child")
  }

  @Test func `the same clash is not asked twice, a new voice opens it again`() throws {
    var commons = try disputed()
    #expect(commons.standing.status(of: "d1", between: ["l1", "l2"]) == .open)
    try commons.act(.settled(Settlement("d1", lessons: ["l1", "l2"], .pointsOfView, reason: "schools")), by: "bo")
    #expect(commons.standing.status(of: "d1", between: ["l1", "l2"]) != .open)
    #expect(commons.standing.status(of: "d1", between: ["l1", "l2", "l3"]) == .open)
    #expect(
      commons.refusal(of: .settled(Settlement("d1", lessons: ["l1", "l2"], .pointsOfView, reason: "again")), by: "bo")
        == .alreadySettled("d1"))
  }

  @Test func `reopening puts everything back as it was`() throws {
    var commons = try disputed()
    let before = ["l1", "l2"].map { commons.standing.standing($0) }
    try commons.act(.settled(Settlement("d1", lessons: ["l1", "l2"], .holds(["l2"]), reason: "newer")), by: "bo")
    try commons.act(.reopened("d1", reason: "new data"), by: "ana")
    #expect(["l1", "l2"].map { commons.standing.standing($0) } == before)
    #expect(commons.standing.status(of: "d1", between: ["l1", "l2"]) == .open)
  }

  @Test func `a settlement needs a reason and speaks of the lessons`() throws {
    let commons = try disputed()
    #expect(commons.refusal(of: .settled(Settlement("d1", lessons: ["l1", "l2"], .holds(["l2"]), reason: "")), by: "bo") == .reasonMissing)
    #expect(
      commons.refusal(of: .settled(Settlement("d1", lessons: ["l1", "l2"], .holds(["l1", "l2"]), reason: "x")), by: "bo")
        == .outcomeMissesLessons)
    #expect(
      commons.refusal(of: .settled(Settlement("d1", lessons: ["l1", "l2"], .holds(["l1"]), reason: "x")), by: "cy")
        == .needsRole(.teacher))
  }

  @Test func `a waiting lesson that a teacher disputes is held back until they are content`() throws {
    var commons = try Commons()
    try commons.act(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: "di")
    try commons.act(.taught([rice("l1", 89)]), by: "cy")
    #expect(commons.refusal(of: .opined(Opinion(.dispute, on: .lesson("l1"))), by: "di") == .reasonMissing)
    try commons.act(.opined(Opinion(.dispute, on: .lesson("l1"), reason: "no source")), by: "di")
    #expect(commons.refusal(of: .accepted("l1", reason: ""), by: "bo") == .heldBack(by: "di"))
    try commons.act(.opined(Opinion(nil, on: .lesson("l1"))), by: "di")
    #expect(commons.refusal(of: .accepted("l1", reason: ""), by: "bo") == nil)
  }

  @Test func `opinions are changed, counted and never on one's own lesson`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "bo")
    try commons.act(.opined(Opinion(.endorse, on: .lesson("l1"))), by: "ana")
    try commons.act(.opined(Opinion(.dispute, on: .lesson("l1"), reason: "it is 73")), by: "ana")
    #expect(commons.standing.opinionCount(on: .lesson("l1")).dispute == 1)
    #expect(commons.standing.opinionCount(on: .lesson("l1")).all == 1)
    #expect(commons.refusal(of: .opined(Opinion(.endorse, on: .lesson("l1"))), by: "bo") == .ownLesson("l1"))
    #expect(commons.refusal(of: .opined(Opinion(.endorse, on: .lesson("l1"))), by: "vi") == .needsRole(.newcomer))
    #expect(commons.refusal(of: .opined(Opinion(nil, on: .lesson("l1"))), by: "cy") == .noOpinion)
  }

  @Test func `what a group looks after waits for the nod of one of them, whoever else taught it`() throws {
    var commons = try Commons()
    try commons.act(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: "di")
    try commons.act(.groupSet(Group("physicians", topics: ["glycemic index"], isGate: true)), by: "ana")
    try commons.act(.taught([rice("l1", 89)]), by: "bo")
    #expect(commons.standing.waiting == ["l1"])
    #expect(commons.refusal(of: .accepted("l1", reason: ""), by: "di") == .needsNod(of: "physicians"))
    #expect(commons.refusal(of: .groupJoined("di", group: "physicians"), by: "di") == .notInGroup("physicians"))
    try commons.act(.groupJoined("di", group: "physicians"), by: "ana")
    try commons.act(.accepted("l1", reason: ""), by: "di")
    #expect(commons.standing.standing("l1")?.reach == .everyone)
    try commons.act(.taught([rice("l2", 73)]), by: "di")
    #expect(commons.standing.waiting.isEmpty)
  }

  @Test func `a reversal takes back lessons, reviews and roles with all that followed, and can itself be taken back`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "cy")
    try commons.act(.taught([rice("l2", 40)]), by: "bo")
    try commons.act(.accepted("l1", reason: ""), by: "bo")
    let before = commons.standing
    #expect(
      commons.refusal(of: .reverted(Reversal("r", of: "bo", 1...before.sequence, reason: "a prank")), by: "cy") == .needsRole(.founder))
    #expect(commons.refusal(of: .reverted(Reversal("r", of: "bo", 1...before.sequence, reason: "")), by: "ana") == .reasonMissing)
    #expect(commons.refusal(of: .reverted(Reversal("r", of: "vi", 1...before.sequence, reason: "x")), by: "ana") == .nothingToRevert)
    try commons.act(.reverted(Reversal("r", of: "bo", 1...before.sequence, reason: "a prank")), by: "ana")
    #expect(commons.standing.lessons["l2"] == nil && commons.standing.struck["l2"] != nil)
    #expect(commons.standing.waiting == ["l1"])
    #expect(Set(commons.deltas) == [.withdraw("l2"), .reweigh(try #require(commons.standing.standing("l1")))])
    try commons.act(.reversalWithdrawn("r", reason: ""), by: "ana")
    #expect(commons.standing.lessons == before.lessons && commons.standing.waiting == before.waiting)
    #expect(commons.standing.struck.isEmpty)
  }

  @Test func `no reversal leaves a village without a founder`() throws {
    var commons = try Commons()
    try commons.act(.roleGranted(to: "bo", .founder), by: "ana")
    try commons.act(.roleGranted(to: "ana", .teacher), by: "bo")
    #expect(commons.standing.role(of: "ana") == .teacher)
    let all = Reversal("r", of: "ana", 1...commons.standing.sequence, reason: "x")
    #expect(commons.refusal(of: .reverted(all), by: "bo") == .founderStays)
  }

  @Test func `a proposal is settled by its vote, which names those who were against it as dissent`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "bo")
    try commons.act(.taught([rice("l2", 73)]), by: "ana")
    let proposal = Proposal("p", for: "d", lessons: ["l1", "l2"], .holds(["l1"]), reason: "newer", hours: 24)
    try commons.act(.proposed(proposal), by: "cy")
    let settlement = Settlement("d", lessons: ["l1", "l2"], .holds(["l1"]), reason: "newer", proposal: "p")
    #expect(commons.refusal(of: .settled(settlement), by: "bo") == .notCarried)
    try commons.act(.opined(Opinion(.endorse, on: .proposal("p"))), by: "bo")
    #expect(commons.standing.isCarried("p"))
    try commons.act(.settled(settlement), by: "bo")
    #expect(commons.standing.lessons["l2"]?.overruledBy == "d")
    #expect(commons.standing.proposals["p"]?.status == .adopted(sequence: commons.standing.sequence))
    #expect(commons.refusal(of: .opined(Opinion(.endorse, on: .proposal("p"))), by: "ana") == .unknownProposal)
  }

  @Test func `a merged outcome lets one new sentence stand for all, and a withdrawn one none`() throws {
    var commons = try Commons()
    for (index, value) in [89, 73, 80].enumerated() { try commons.act(.taught([rice(ID("l\(index)"), value)]), by: "bo") }
    try commons.act(.settled(Settlement("d", lessons: ["l0", "l1"], .merged(into: "l2"), reason: "the mean")), by: "ana")
    #expect(commons.standing.standing("l0")?.reach == .only("bo"))
    #expect(commons.standing.standing("l2")?.reach == .everyone)
    try commons.act(.reopened("d", reason: "new data"), by: "ana")
    try commons.act(.settled(Settlement("d", lessons: ["l0", "l1"], .withdrawn, reason: "neither")), by: "ana")
    #expect(commons.standing.standing("l1")?.reach == .only("bo"))
  }

  @Test func `who is concerned by an act appeals by disputing it, until another founder has looked`() throws {
    var commons = try Commons()
    try commons.act(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: "di")
    try commons.act(.roleGranted(to: "di", .founder), by: "ana")
    try commons.act(.taught([rice("l1", 89)]), by: "cy")
    try commons.act(.declined("l1", reason: "no"), by: "ana")
    let act = commons.standing.sequence
    #expect(commons.standing.appeals().isEmpty)
    try commons.act(.opined(Opinion(.dispute, on: .act(act), reason: "I gave a source")), by: "cy")
    #expect(commons.standing.appeals().map(\.sequence) == [act])
    try commons.act(.opined(Opinion(.endorse, on: .act(act), reason: "the source is a blog")), by: "di")
    #expect(commons.standing.appeals().isEmpty)
  }

  @Test func `a newcomer's accepted lesson waits again when its wording changes, and so does one that moves to a gated topic`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "cy")
    try commons.act(.accepted("l1", reason: ""), by: "bo")
    try commons.act(.revised(rice("l1", 3), after: 1), by: "cy")
    #expect(commons.standing.standing("l1")?.reach == .only("cy"))
    #expect(commons.standing.waiting == ["l1"])
    try commons.act(.groupSet(Group("physicians", topics: ["dose"], isGate: true)), by: "ana")
    try commons.act(.taught([rice("l2", 89)]), by: "bo")
    try commons.act(.revised(Lesson(id: "l2", .claim(Claim("insulin", "dose", .text("much")))), after: 1), by: "bo")
    #expect(commons.standing.standing("l2")?.reach == .only("bo"))
    try commons.act(.retracted("l2", reason: ""), by: "bo")
    try commons.act(.reinstated("l2"), by: "bo")
    #expect(commons.standing.standing("l2")?.reach == .only("bo"))
  }

  @Test func `rewording sheds endorsements and keeps disputes`() throws {
    var commons = try Commons()
    try commons.act(.taught([rice("l1", 89)]), by: "bo")
    try commons.act(.opined(Opinion(.endorse, on: .lesson("l1"))), by: "cy")
    try commons.act(.opined(Opinion(.dispute, on: .lesson("l1"), reason: "no")), by: "ana")
    try commons.act(.revised(rice("l1", 88), after: 1), by: "bo")
    #expect(commons.standing.opinions(on: .lesson("l1")).keys.map { $0 } == ["ana"])
    #expect(commons.standing.deliberation(on: "l1")?.status == .contested)
  }

  @Test func `no teacher alone puts up a gate or takes over a group that others are in`() throws {
    var commons = try Commons()
    try commons.act(.joined(role: .teacher, group: "nurses", invitedBy: "ana"), by: "di")
    #expect(commons.refusal(of: .groupSet(Group("all", topics: ["is a"], isGate: true)), by: "bo") == .needsRole(.founder))
    #expect(commons.refusal(of: .groupSet(Group("nurses")), by: "bo") == .notInGroup("nurses"))
    try commons.act(.groupSet(Group("nurses", charter: "words")), by: "di")
    #expect(commons.standing.people(in: "nurses") == ["di"])
  }
}
