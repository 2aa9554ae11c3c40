import Lessons
import Testing
import VillageTesting

@testable import Community

/// Votes on founders: who may vote, how it is decided, and that neither a clique nor one side can capture or silence.
@Suite struct BallotTests {
  private static let day: Int64 = 86_400_000

  /// Two founders and four teachers, all from the first day.
  private func village(teachers: [ID<Member>] = ["cy", "dee", "eve", "fay"]) -> Standing {
    var standing = Standing()
    standing.add(.founded(name: "v"), by: "ana", at: 1)
    for member in ["bo"] + teachers { standing.add(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: member, at: 1) }
    standing.add(.roleGranted(to: "bo", .founder), by: "ana", at: 2)
    return standing
  }

  private func recall(_ member: ID<Member>, _ id: ID<Ballot> = "b1") -> Act {
    .ballotOpened(Ballot(id, on: .recall, of: member, reason: "They take back what others teach."))
  }

  private func vote(_ stance: Opinion.Stance?, _ id: ID<Ballot> = "b1") -> Act { .opined(Opinion(stance, on: .ballot(id))) }

  @Test func `a recalled founder is a teacher once the time is over, and not before`() throws {
    var standing = village()
    try standing.validate(recall("bo"), by: "cy")
    standing.add(recall("bo"), by: "cy", at: 3)
    for member: ID<Member> in ["cy", "dee", "eve"] { standing.add(vote(.endorse), by: member, at: 4) }
    standing.add(vote(.dispute), by: "ana", at: 5)
    #expect(standing.role(of: "bo") == .founder && standing.leaning(of: "b1") == .carried)
    standing.add(.commented("c1", on: .act(1), text: "later"), by: "fay", at: 3 + 14 * Self.day)
    #expect(standing.role(of: "bo") == .teacher)
    #expect(standing.ballots["b1"]?.outcome == .carried)
    // What the members decided, another founder does not undo the next day.
    #expect(throws: Refusal.decidedAgainst("bo", until: 3 + (14 + 90) * Self.day)) {
      try standing.validate(.roleGranted(to: "bo", .founder), by: "ana")
    }
    _ = standing.elapse(to: 3 + 105 * Self.day)
    #expect(throws: Never.self) { try standing.validate(.roleGranted(to: "bo", .founder), by: "ana") }
    #expect(standing.log.reduce(into: Standing()) { _ = $0.apply($1) }.role(of: "bo") == .teacher)
  }

  @Test func `too few voices, or not enough of those that vote, change nothing`() {
    let cases: [(Int, Int, BallotRecord.Outcome)] = [
      (1, 0, .lapsed), (3, 2, .rejected), (2, 1, .carried), (4, 1, .carried), (0, 3, .rejected),
    ]
    for (endorsing, disputing, outcome) in cases {
      var standing = village()
      standing.add(recall("bo"), by: "cy", at: 3)
      let voters: [ID<Member>] = ["cy", "dee", "eve", "fay", "ana"]
      for (index, member) in voters.prefix(endorsing + disputing).enumerated() {
        standing.add(vote(index < endorsing ? .endorse : .dispute), by: member, at: 4)
      }
      _ = standing.elapse(to: 3 + 14 * Self.day)
      #expect(standing.ballots["b1"]?.outcome == outcome, "\(endorsing) to \(disputing)")
      #expect(standing.role(of: "bo") == (outcome == .carried ? .teacher : .founder))
    }
  }

  @Test func `whom it is about, a stranger and who came later do not vote, and who lost their role meanwhile does`() {
    var standing = village()
    standing.add(.joined(role: .newcomer, group: nil, invitedBy: "cy"), by: "new", at: 2)
    #expect(throws: Refusal.noVoice) { try standing.validate(recall("bo"), by: "new") }
    #expect(throws: Refusal.ownRole) { try standing.validate(recall("bo"), by: "bo") }
    #expect(throws: Refusal.notAFounder("cy")) { try standing.validate(recall("cy"), by: "dee") }
    standing.add(recall("bo"), by: "cy", at: 3)
    standing.add(.joined(role: .teacher, group: nil, invitedBy: "bo"), by: "sock", at: 4)
    standing.add(.roleGranted(to: "dee", .visitor), by: "bo", at: 4)
    #expect(throws: Refusal.noVoice) { try standing.validate(vote(.dispute), by: "bo") }
    #expect(throws: Refusal.noVoice) { try standing.validate(vote(.dispute), by: "sock") }
    #expect(throws: Never.self) { try standing.validate(vote(.dispute), by: "dee") }
    #expect(throws: Refusal.ballotOpenAlready) { try standing.validate(recall("bo", "b2"), by: "eve") }
    _ = standing.elapse(to: 3 + 14 * Self.day)
    #expect(throws: Refusal.unknownBallot) { try standing.validate(vote(.endorse), by: "dee") }
  }

  @Test func `who recalls the only founder names who is one in their place, and the members vote on both`() {
    var standing = village()
    standing.add(.roleGranted(to: "bo", .teacher), by: "bo", at: 3)
    #expect(throws: Refusal.successorMissing("ana")) { try standing.validate(recall("ana"), by: "cy") }
    func named(_ successor: ID<Member>) -> Act {
      .ballotOpened(Ballot("b1", on: .recall, of: "ana", successor: successor, reason: "x"))
    }
    #expect(throws: Refusal.successorUnfit) { try standing.validate(named("ana"), by: "cy") }
    #expect(throws: Refusal.unknownMember("zoe")) { try standing.validate(named("zoe"), by: "cy") }
    standing.add(named("dee"), by: "cy", at: 4)
    for member: ID<Member> in ["bo", "cy", "dee", "eve", "fay"] { standing.add(vote(.endorse), by: member, at: 5) }
    _ = standing.elapse(to: 5 + 20 * Self.day)
    #expect(standing.role(of: "ana") == .teacher && standing.founders == ["dee"])
  }

  @Test func `a founder's role is not another founder's to end, by whatever act, where there are members to vote`() {
    var standing = village()
    let acts: [Act] = [
      .roleGranted(to: "bo", .teacher), .reverted(Reversal("r1", of: "ana", standing.sequence...standing.sequence, reason: "x")),
    ]
    // In the first month an elder founder may, and no younger one.
    for act in acts { #expect(throws: Never.self) { try standing.validate(act, by: "ana") } }
    #expect(throws: Refusal.membersDecide("ana")) { try standing.validate(.roleGranted(to: "ana", .teacher), by: "bo") }
    standing.add(.commented("c1", on: .act(1), text: "later"), by: "cy", at: 3 + 30 * Self.day)
    for act in acts { #expect(throws: Refusal.membersDecide("bo")) { try standing.validate(act, by: "ana") } }
    #expect(throws: Never.self) { try standing.validate(.roleGranted(to: "bo", .teacher), by: "bo") }
    var small = Standing()
    small.add(.founded(name: "V"), by: "ana", at: 1)
    small.add(.joined(role: .founder, group: nil, invitedBy: "ana"), by: "bo", at: 1)
    #expect(throws: Never.self) { try small.validate(.roleGranted(to: "bo", .teacher), by: "ana") }
  }

  @Test func `the village never loses its last founder`() {
    var standing = village()
    standing.add(recall("ana"), by: "cy", at: 3)
    // The other one leaves while the vote is open: it named nobody for her place.
    standing.add(.roleGranted(to: "bo", .teacher), by: "bo", at: 4)
    for member: ID<Member> in ["bo", "cy", "dee", "eve", "fay"] { standing.add(vote(.endorse), by: member, at: 5) }
    _ = standing.elapse(to: 5 + 20 * Self.day)
    #expect(standing.role(of: "ana") == .founder && standing.ballots["b1"]?.outcome == .carried)
    standing.add(.roleGranted(to: "dee", .founder), by: "ana", at: 6 + 20 * Self.day)
    standing.add(.commented("c1", on: .act(1), text: "x"), by: "cy", at: 7 + 20 * Self.day)
    #expect(standing.role(of: "ana") == .teacher && standing.founders == ["dee"])
  }

  @Test func `no reversal takes a vote, its voters or what it decided away`() {
    var standing = village()
    standing.add(.taught([Lesson(id: "l1", .note, words: "x")]), by: "ana", at: 2)
    standing.add(recall("bo"), by: "cy", at: 3)
    for member: ID<Member> in ["cy", "dee", "eve"] { standing.add(vote(.endorse), by: member, at: 4) }
    standing.add(.reverted(Reversal("r1", of: nil, 1...standing.sequence, reason: "all of it")), by: "ana", at: 5)
    #expect(standing.opinions(on: .ballot("b1")).count == 3)
    #expect(standing.ballots["b1"]?.voters.count == 5)
    // Their grant was among what was reverted.
    #expect(standing.role(of: "bo") == .teacher)
    standing.add(.reversalWithdrawn("r1", reason: ""), by: "ana", at: 6)
    #expect(standing.role(of: "bo") == .founder)
    _ = standing.elapse(to: 3 + 14 * Self.day)
    #expect(standing.role(of: "bo") == .teacher)
  }

  @Test func `a recall is not asked again and again, nor can a friend shield from it`() {
    var standing = village()
    standing.add(recall("bo"), by: "cy", at: 3)
    _ = standing.elapse(to: 3 + 14 * Self.day)
    #expect(standing.ballots["b1"]?.outcome == .lapsed)
    let until = 3 + (14 + 90) * Self.day
    #expect(throws: Refusal.ballotTooSoon(until: until)) { try standing.validate(recall("bo", "b2"), by: "cy") }
    #expect(throws: Never.self) { try standing.validate(recall("bo", "b2"), by: "dee") }
    standing.add(recall("bo", "b2"), by: "dee", at: 4 + 14 * Self.day)
    for member: ID<Member> in ["cy", "dee", "eve"] { standing.add(vote(.dispute, "b2"), by: member, at: 5 + 14 * Self.day) }
    _ = standing.elapse(to: 4 + 28 * Self.day)
    #expect(standing.ballots["b2"]?.outcome == .rejected)
    #expect(throws: Refusal.ballotTooSoon(until: 4 + (28 + 90) * Self.day)) { try standing.validate(recall("bo", "b3"), by: "eve") }
  }

  @Test func `a term ends unless the members confirm it, one founder after the other and never the last`() throws {
    var standing = village()
    standing.add(.policySet(["founderTermDays": 100], reason: "to share it"), by: "ana", at: 3)
    let end = try #require(standing.termEnd(of: "ana"))
    #expect(end == 1 + 100 * Self.day)
    let confirm = Act.ballotOpened(Ballot("b1", on: .confirm, of: "bo", reason: "They do it well."))
    #expect(throws: Refusal.ballotTooSoon(until: 2 + 70 * Self.day)) { try standing.validate(confirm, by: "cy") }
    _ = standing.elapse(to: 90 * Self.day)
    #expect(throws: Never.self) { try standing.validate(confirm, by: "bo") }
    standing.add(confirm, by: "bo", at: 90 * Self.day)
    standing.add(vote(.endorse), by: "cy", at: 91 * Self.day)
    standing.add(vote(.dispute), by: "dee", at: 91 * Self.day)
    // The vote goes on beyond the term's end, and so does the role.
    _ = standing.elapse(to: 101 * Self.day)
    #expect(standing.role(of: "ana") == .teacher && standing.role(of: "bo") == .founder)
    _ = standing.elapse(to: 104 * Self.day)
    #expect(standing.ballots["b1"]?.outcome == .carried)
    #expect(standing.termEnd(of: "bo") == 204 * Self.day)
    _ = standing.elapse(to: 500 * Self.day)
    #expect(standing.founders == ["bo"], "the last one stays")
  }

  @Test func `a shorter term gives everybody two months`() throws {
    var standing = village()
    standing.add(.policySet(["founderTermDays": 90], reason: "x"), by: "ana", at: 400 * Self.day)
    #expect(standing.termEnd(of: "ana") == 460 * Self.day)
    #expect(standing.role(of: "bo") == .founder)
    standing.add(.policySet(["founderTermDays": 0], reason: "x"), by: "ana", at: 401 * Self.day)
    #expect(standing.termEnd(of: "ana") == nil)
  }

  @Test func `founders cannot set the bar beyond reach, nor move it while a vote is open`() {
    var standing = village()
    #expect(throws: Refusal.policyUnfit) { try standing.validate(.policySet(["recallShareMin": 1], reason: "x"), by: "ana") }
    #expect(throws: Refusal.policyUnfit) { try standing.validate(.policySet(["recallQuorum": 0.9], reason: "x"), by: "ana") }
    #expect(throws: Refusal.policyUnfit) { try standing.validate(.policySet(["recallDays": 400], reason: "x"), by: "ana") }
    standing.add(recall("bo"), by: "cy", at: 3)
    standing.add(.policySet(["recallShareMin": 0.75, "recallDays": 60], reason: "x"), by: "bo", at: 4)
    #expect(standing.ballots["b1"]?.shareMin == AcceptancePolicy.village.recallShareMin)
    #expect(standing.ballots["b1"]?.deadline == 3 + 14 * Self.day)
  }

  /// Yes, no, unsure and all of each side, and what follows.
  private static let reckonings: [(sides: [[Double]], recall: BallotRecord.Outcome, confirm: BallotRecord.Outcome)] = [
    ([[9, 1, 0, 10], [9, 1, 0, 10]], .carried, .carried),
    // One side alone neither recalls, nor keeps from going on whom the other wants.
    ([[30, 0, 0, 30], [2, 8, 0, 10]], .rejected, .carried),
    ([[30, 0, 0, 30], [0, 0, 0, 10]], .lapsed, .carried),
    ([[10, 0, 0, 10], [0, 10, 0, 10]], .rejected, .carried),
    ([[9, 1, 0, 10], [0, 10, 0, 10]], .rejected, .rejected),
    ([[2, 0, 0, 10], [2, 0, 0, 10]], .lapsed, .lapsed),
    ([[3, 1, 2, 10], [6, 0, 0, 10]], .rejected, .carried),
  ]

  @Test(arguments: reckonings.indices)
  func `sides are reckoned with as a panel does`(index: Int) {
    let (sides, recall, confirm) = Self.reckonings[index]
    let count = BallotCount(sides: sides.map { .init(yes: $0[0], no: $0[1], unsure: $0[2], all: $0[3]) })
    #expect(count.outcome(of: .recall, shareMin: 2.0 / 3, quorum: 0.33) == recall)
    #expect(count.outcome(of: .confirm, shareMin: 2.0 / 3, quorum: 0.33) == confirm)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `replay finds the same founders and votes`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var standing = village()
    standing.add(.policySet(["founderTermDays": 60, "recallGapDays": 5, "recallDays": 3], reason: "x"), by: "ana", at: 3)
    let people: [ID<Member>] = ["ana", "bo", "cy", "dee", "eve", "fay"]
    var time: Int64 = 4
    for step in 0..<120 {
      time += Int64.random(in: 0..<2 * Self.day, using: &random)
      var now = standing
      _ = now.elapse(to: time)
      let member = people[Int.random(in: 0..<6, using: &random)]
      let other = people[Int.random(in: 0..<6, using: &random)]
      let question: Ballot.Question = Bool.random(using: &random) ? .recall : .confirm
      let open = now.openBallots.last ?? "none"
      let act: Act =
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1: .ballotOpened(Ballot(ID("b\(step)"), on: question, of: other, reason: "x"))
        case 2: .roleGranted(to: other, [.newcomer, .teacher, .founder][Int.random(in: 0..<3, using: &random)])
        case 3: .reverted(Reversal(ID("r\(step)"), of: other, max(1, standing.sequence - 9)...standing.sequence, reason: "x"))
        case 4: .ballotWithdrawn(open)
        default: .opined(Opinion(Bool.random(using: &random) ? .endorse : .dispute, on: .ballot(open), reason: "x"))
        }
      guard (try? now.validate(act, by: member)) != nil else { continue }
      standing.add(act, by: member, at: time)
      #expect(!standing.founders.isEmpty, "seed \(seed)")
      #expect(standing.founders == Set(standing.members.filter { $0.value.role == .founder }.keys), "seed \(seed)")
    }
    #expect(standing == standing.replayed, "seed \(seed)")
  }
}
