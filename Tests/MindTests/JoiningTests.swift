import Community
import Foundation
import Lessons
import Mind
import Reasoning
import Testing

/// Each way in which two villages that parted can meet again.
@Suite struct JoiningTests {
  /// Ana founded; bo and di teach, cy is new. l1 and l2 say what is known of bananas, by bo and di.
  private static let base: [(Act, ID<Member>)] = [
    (.founded(name: "Village"), "ana"), (.joined(role: .teacher, group: nil, invitedBy: "ana"), "bo"),
    (.joined(role: .teacher, group: nil, invitedBy: "ana"), "di"), (.joined(role: .newcomer, group: nil, invitedBy: "ana"), "cy"),
    (.taught([index("l1", 48)]), "bo"), (.taught([index("l2", 52)]), "di"),
  ]

  private static func index(_ id: ID<Lesson>, _ amount: Int, of thing: Concept = "banana") -> Lesson {
    Lesson(
      id: id, .claim(Claim(thing, "glycemic index", .quantity(Quantity(.init(amount))))),
      words: "The glycemic index of a \(thing.label) is \(amount).")
  }

  private static func entries(_ tail: [(Act, ID<Member>)], from time: Int64 = 0) -> [Entry] {
    (base + tail).enumerated().map { Entry(sequence: $0 + 1, $1.0, by: $1.1, at: Int64($0) * 1000 + ($0 < base.count ? 0 : time)) }
  }

  private static func join(_ fork: [(Act, ID<Member>)], to here: [(Act, ID<Member>)], later: Int64 = 0) -> JoinPlan {
    VillageState.joining(
      JoinInput(common: base.count, here: entries(here), fork: entries(fork, from: later), time: 1_000_000))
  }

  private static func remarks(_ plan: JoinPlan) -> [String] {
    plan.entries.compactMap { if case .commented(_, _, let text) = $0.entry.act { text } else { nil } }
  }

  @Test func `a lesson revised on both sides keeps what it says here, and the fork's words come as a remark`() {
    let plan = Self.join([(.revised(Self.index("l1", 40), after: 1), "bo")], to: [(.revised(Self.index("l1", 44), after: 1), "bo")])
    #expect(plan.state.standing.lessons["l1"]?.lesson == Self.index("l1", 44))
    #expect(plan.steps.map(\.outcome) == [.discussed(on: .lesson("l1"), why: "both sides decided on it since they parted")])
    #expect(Self.remarks(plan).first?.contains("“The glycemic index of a banana is 40.”") == true)
    #expect(plan.entries.map(\.entry.author) == ["bo"])
  }

  @Test func `the same revision on both sides is one`() {
    let revised = Act.revised(Self.index("l1", 44), after: 1)
    let plan = Self.join([(revised, "bo")], to: [(revised, "bo")])
    #expect(plan.steps.map(\.outcome) == [.same(as: 7)])
    #expect(plan.entries.isEmpty)
  }

  @Test func `a lesson taken back here and revised there is for people to decide, and so is the other way round`() {
    let retracted = (Act.retracted("l1", reason: "It was wrong."), ID<Member>("bo"))
    let revised = (Act.revised(Self.index("l1", 44), after: 1), ID<Member>("bo"))
    let one = Self.join([revised], to: [retracted])
    #expect(one.state.standing.lessons["l1"]?.status == .retracted)
    #expect(one.count.discussed == 1 && Self.remarks(one).count == 1)
    let other = Self.join([retracted], to: [revised])
    #expect(other.state.standing.lessons["l1"]?.isStanding == true)
    #expect(Self.remarks(other).first?.contains("“It was wrong.”") == true)
  }

  @Test func `of what a fork decided several times, only its last word is discussed`() {
    let plan = Self.join(
      [(.revised(Self.index("l1", 40), after: 1), "bo"), (.revised(Self.index("l1", 41), after: 2), "bo")],
      to: [(.revised(Self.index("l1", 44), after: 1), "bo")])
    #expect(plan.steps.first?.outcome == .settled(by: .fork(8)))
    #expect(plan.count.discussed == 1)
  }

  @Test func `what both taught is taught once, and who taught it in the fork endorses it here`() {
    let plan = Self.join([(.taught([Self.index("x", 30, of: "lentil")]), "di")], to: [(.taught([Self.index("y", 30, of: "lentil")]), "bo")])
    #expect(plan.steps.map(\.outcome) == [.same(as: 7)])
    #expect(plan.state.standing.lessons["x"] == nil)
    #expect(plan.state.standing.opinions(on: .lesson("y"))["di"]?.stance == .endorse)
  }

  @Test func `an id that both gave to different lessons becomes two, in later acts too`() {
    let plan = Self.join(
      [(.taught([Self.index("new", 30, of: "lentil")]), "di"), (.retracted("new", reason: "A slip."), "di")],
      to: [(.taught([Self.index("new", 60, of: "honey")]), "di")])
    #expect(plan.state.standing.lessons["new"]?.isStanding == true)
    #expect(plan.state.standing.lessons["new~2"]?.lesson.words == "The glycemic index of a lentil is 30.")
    #expect(plan.state.standing.lessons["new~2"]?.status == .retracted)
    #expect(plan.count.taken == 2)
  }

  private static let clash = VillageState(replaying: entries([])).openClashes().first?.id ?? ""

  private static func settlement(_ outcome: Settlement.Outcome, _ lessons: [ID<Lesson>] = ["l1", "l2"]) -> Act {
    .settled(Settlement(clash, lessons: lessons, outcome, reason: "By the newer table."))
  }

  @Test func `a disagreement settled differently here and there stays as it was settled here`() {
    let plan = Self.join([(Self.settlement(.holds(["l2"])), "di")], to: [(Self.settlement(.holds(["l1"])), "bo")])
    #expect(plan.state.standing.settlements[Self.clash]?.map(\.settlement.outcome) == [.holds(["l1"])])
    #expect(plan.steps.map(\.outcome).first == .discussed(on: .disagreement(Self.clash), why: "both sides decided on it since they parted"))
    #expect(Self.remarks(plan).first?.contains("l2 holds, because: “By the newer table.”") == true)
  }

  @Test func `what was settled here settles the same taught in the fork`() {
    let plan = Self.join([(.taught([Self.index("x", 52)]), "ana")], to: [(Self.settlement(.holds(["l1"])), "bo")])
    #expect(plan.steps.map(\.outcome) == [.settled(by: .here(7))])
    #expect(plan.state.openClashes().isEmpty)
  }

  @Test func `what the fork settled settles the same taught here`() {
    let plan = Self.join([(Self.settlement(.holds(["l1"])), "bo")], to: [(.taught([Self.index("x", 52)]), "ana")])
    #expect(plan.count.taken == 1)
    #expect(plan.state.openClashes().isEmpty)
    #expect(plan.state.standing.lessons["x"]?.overruledBy == Self.clash)
  }

  @Test func `a decision about a lesson is not carried over to other words`() {
    let plan = Self.join([(Self.settlement(.holds(["l1"])), "bo")], to: [(.revised(Self.index("l2", 47), after: 1), "di")])
    #expect(plan.count.discussed == 1)
    #expect(plan.state.standing.lessons["l2"]?.overruledBy == nil)
  }

  @Test func `what both taught and nobody settled is an open contradiction, told with its entries`() {
    let plan = Self.join([(.taught([Self.index("x", 30, of: "lentil")]), "di")], to: [(.taught([Self.index("y", 60, of: "lentil")]), "bo")])
    #expect(plan.contradictions.map(\.sources) == [[7]])
    #expect(plan.contradictions.first?.settledIn == nil)
    #expect(plan.count.contested == 1 && plan.count.settledShare == 0)
  }

  @Test func `every row of a table that meets another comes, and every violation is told`() {
    func table(_ amounts: [Int]) -> Table {
      Table(
        id: "t", kind: nil, columns: [.init("glycemic index", Quantity(1).unit)],
        rows: amounts.enumerated().map { .init(line: $0, subject: Concept("food \($0)"), amounts: [.init($1)]) }, source: "a table")
    }
    let plan = Self.join([(.tableTaught(table([1, 2, 3])), "di")], to: [(.tableTaught(table([1, 5, 6])), "bo")])
    let came = plan.state.standing.tables["t~2"] ?? []
    #expect(came.count == 3)
    #expect(came.allSatisfy { plan.state.standing.lessons[$0]?.isStanding == true })
    #expect(plan.contradictions.count == 2)
  }

  @Test func `all numbers of a policy are named where one is set on both sides`() {
    let plan = Self.join(
      [(.policySet(["reviewsMin": 2, "panelSeats": 5], reason: "More eyes."), "ana")],
      to: [(.policySet(["reviewsMin": 1], reason: "Fewer."), "ana")])
    #expect(plan.state.standing.policy.reviewsMin == 1)
    let remark = Self.remarks(plan).first ?? ""
    #expect(remark.contains("reviewsMin to 2") && remark.contains("panelSeats to 5") && remark.contains("More eyes."), "\(remark)")
    #expect(plan.steps.map(\.outcome).first == .discussed(on: .act(7), why: "both sides decided on it since they parted"))
  }

  @Test func `a role or a group changed on both sides stays as it is here`() {
    let plan = Self.join(
      [(.roleGranted(to: "cy", .visitor), "ana"), (.groupSet(Group("nurses", charter: "doses")), "di")],
      to: [(.roleGranted(to: "cy", .teacher), "ana"), (.groupSet(Group("nurses", charter: "meals")), "bo")])
    #expect(plan.state.standing.role(of: "cy") == .teacher)
    #expect(plan.state.standing.groupRecords["nurses"]?.group.charter == "meals")
    #expect(plan.count.discussed == 2)
  }

  @Test func `what would slip through unchecked is checked: a stranger brings no standing and no gate is passed by a side door`() {
    let gate = Act.groupSet(Group("nurses", topics: ["banana"], isGate: true))
    let plan = Self.join(
      [(.joined(role: .teacher, group: "nurses", invitedBy: "bo"), "eve"), (.taught([Self.index("x", 9)]), "eve")], to: [(gate, "di")])
    #expect(plan.state.standing.role(of: "eve") == .newcomer)
    #expect(plan.state.standing.members["eve"]?.groups == [])
    #expect(plan.state.standing.lessons["x"]?.status == .waiting)
    #expect(plan.steps.first?.outcome == .adapted("they come as a newcomer and outside the nurses"))
  }

  @Test func `taking back all of someone's lessons leaves what they taught here since`() {
    let plan = Self.join(
      [(.contributionRetracted(of: "di", reason: "A prank."), "ana")], to: [(.taught([Self.index("y", 60, of: "lentil")]), "di")])
    #expect(plan.state.standing.lessons["l2"]?.status == .retracted)
    #expect(plan.state.standing.lessons["y"]?.isStanding == true)
    #expect(plan.steps.map(\.outcome) == [.adapted("only the 1 lessons that the fork knew were taken back")])
  }

  @Test func `a reversal in the fork covers here what it covered there`() {
    let fork: [(Act, ID<Member>)] = [
      (.taught([Self.index("x", 30, of: "lentil")]), "di"), (.taught([Self.index("z", 31, of: "cola")]), "di"),
      (.reverted(Reversal("v", of: "di", 6...8, reason: "A prank.")), "ana"),
    ]
    let plan = Self.join(fork, to: [(.taught([Self.index("y", 60, of: "honey")]), "di")])
    #expect(plan.state.standing.lessons["y"]?.isStanding == true)
    for gone in ["l2", "x", "z"] as [ID<Lesson>] { #expect(plan.state.standing.lessons[gone] == nil, "\(gone)") }
    #expect(plan.state.standing.reversals.count == 2)
  }

  @Test func `a release of the fork is set aside, with the reason`() {
    let plan = Self.join([(.released(Release("spring")), "bo")], to: [])
    #expect(plan.count.setAside == 1)
    #expect(plan.state.standing.releases.isEmpty)
  }

  @Test func `of two opinions of one person the later counts`() {
    func opined(_ stance: Opinion.Stance) -> (Act, ID<Member>) { (.opined(Opinion(stance, on: .lesson("l1"), reason: "So.")), "di") }
    let later = Self.join([opined(.dispute)], to: [opined(.endorse)], later: 50_000)
    #expect(later.state.standing.opinions(on: .lesson("l1"))["di"]?.stance == .dispute)
    let earlier = Self.join([opined(.dispute)], to: [opined(.endorse)], later: -1)
    #expect(earlier.state.standing.opinions(on: .lesson("l1"))["di"]?.stance == .endorse)
    #expect(earlier.steps.map(\.outcome) == [.settled(by: .here(7))])
  }
}
