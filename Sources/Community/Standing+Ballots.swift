public import Lessons

extension Standing {
  static let dayMilliseconds: Int64 = 86_400_000
  /// However short a new term is, nobody's ends sooner after it was set.
  static let termGraceDays = 60
  /// For so many days an elder founder may end a new one's role.
  static let newFounderDays: Int64 = 30

  /// The votes on founders, oldest first.
  public var ballotsInOrder: [BallotRecord] { ballots.values.sorted { $0.sequence < $1.sequence } }

  public func ballots(on member: ID<Member>) -> [BallotRecord] { ballotsInOrder.filter { $0.ballot.member == member } }

  /// The vote that is open on somebody.
  public func openBallot(on member: ID<Member>) -> BallotRecord? {
    openBallots.compactMap { ballots[$0] }.first { $0.ballot.member == member && $0.isOpen }
  }

  /// How the votes on a ballot add up so far.
  public func count(of ballot: ID<Ballot>) -> BallotCount? { ballots[ballot].map(count) }

  /// What would follow if the time were over now.
  public func leaning(of ballot: ID<Ballot>) -> BallotRecord.Outcome? {
    ballots[ballot].map { count(of: $0).outcome(of: $0.ballot.question, shareMin: $0.shareMin, quorum: $0.quorum) }
  }

  /// When a founder's term ends, milliseconds since 1970; nil where founders have none.
  public func termEnd(of founder: ID<Member>) -> Int64? {
    let days = policy.founderTermDays
    guard days > 0, let record = members[founder], record.role == .founder, let since = record.founderSince else { return nil }
    let grace = termsSet.map { $0 + Int64(min(days, Self.termGraceDays)) * Self.dayMilliseconds } ?? 0
    return max(since + Int64(days) * Self.dayMilliseconds, grace)
  }

  /// From when on a founder's term may be put to the vote: twice the time that a vote takes, and a month at least.
  public func confirmationBegins(of founder: ID<Member>) -> Int64? {
    termEnd(of: founder).map { $0 - Int64(max(30, 2 * policy.recallDays)) * Self.dayMilliseconds }
  }

  /// Whether somebody has a voice in votes on founders: they are no visitor, and were heard of.
  public func hasVoice(_ member: ID<Member>) -> Bool { voice(of: member) > 0 }

  /// How much a vote of theirs on a founder's role weighs: as on a lesson, so a teacher of a small village has a whole voice.
  private func voice(of member: ID<Member>) -> Double {
    guard let record = members[member], record.role >= .newcomer, let number = deliberation.memberNumbers[member] else { return 0 }
    let assembly = deliberation.assembly
    let voice = assembly.voice(of: number)
    guard !assembly.hasCamps, record.role >= .teacher else { return voice }
    let taught = record.lessons.last.flatMap { lessons[$0]?.taughtAt } ?? record.joined
    let isSilent = assembly.isDormant(number) && time - taught > Int64(policy.dormantDays) * Self.dayMilliseconds
    // Who was brought in this month is a newcomer to it, unless everybody is.
    let month = 30 * Self.dayMilliseconds
    let isNew = time - record.joined < month && time - assembly.begun >= month
    return isSilent || isNew ? voice : max(voice, 1)
  }

  /// Everybody in standing but the one whose role it is.
  private func electorate(on member: ID<Member>) -> [ID<Member>: BallotRecord.Voter] {
    members.keys.reduce(into: [:]) { voters, id in
      let voice = id == member ? 0 : voice(of: id)
      guard voice > 0 else { return }
      voters[id] = BallotRecord.Voter(camp: camp(of: id), voice: voice)
    }
  }

  private func count(of record: BallotRecord) -> BallotCount {
    let held = opinions(on: .ballot(record.ballot.id))
    var count = BallotCount(sides: Array(repeating: .init(), count: record.hasCamps ? 2 : 1))
    for (member, voter) in record.voters.sorted(by: { $0.key < $1.key }) {
      let sides = record.hasCamps ? voter.camp.map { [$0] } ?? [0, 1] : [0]
      let voice = voter.voice / Double(sides.count)
      for side in sides {
        count.sides[side].all += voice
        switch held[member]?.stance {
        case .endorse: count.sides[side].yes += voice
        case .dispute: count.sides[side].no += voice
        case .unsure: count.sides[side].unsure += voice
        case nil: break
        }
      }
    }
    return count
  }

  // MARK: Folding

  mutating func open(_ ballot: Ballot, _ entry: Entry) {
    // What a later reversal leaves of who could vote is no matter: they were the voters when it was opened.
    let frozen = frozenBallots[ballot.id]
    let record =
      frozen
      ?? BallotRecord(
        ballot: ballot, author: entry.author, sequence: entry.sequence, time: entry.time,
        deadline: entry.time + Int64(policy.recallDays) * Self.dayMilliseconds, voters: electorate(on: ballot.member),
        hasCamps: deliberation.assembly.hasCamps, shareMin: policy.recallShareMin, quorum: policy.recallQuorum)
    frozenBallots[ballot.id] = record
    ballots[ballot.id] = record
    openBallots.append(ballot.id)
  }

  mutating func withdraw(_ ballot: ID<Ballot>) {
    ballots[ballot]?.isWithdrawn = true
    openBallots.removeAll { $0 == ballot }
  }

  private enum Due {
    case deadline(ID<Ballot>)
    case recalled(ID<Ballot>)
    case term(ID<Member>)
  }

  /// Lets time pass: votes whose time is over are counted, and terms end. The core has no clock; the times of the entries
  /// are all it knows, so on every server the same happens between the same two entries.
  @discardableResult
  public mutating func elapse(to time: Int64) -> [MindDelta] {
    self.time = max(self.time, time)
    var deltas: [MindDelta] = []
    // Each step closes a vote or ends a role, so there are no more of them than votes and founders.
    while let due = earliestDue(), due.time <= self.time {
      switch due.what {
      case .deadline(let id): close(id)
      case .recalled(let id):
        ballots[id]?.isDone = true
        openBallots.removeAll { $0 == id }
        guard let record = ballots[id] else { break }
        if founders.count == 1, let successor = successor(by: record) { deltas += beginRole(of: successor) }
        deltas += endRole(of: record.ballot.member)
      case .term(let member): deltas += endRole(of: member)
      }
    }
    return deltas
  }

  private func earliestDue() -> (time: Int64, order: String, what: Due)? {
    if openBallots.isEmpty, policy.founderTermDays == 0 { return nil }
    var dues: [(time: Int64, order: String, what: Due)] = []
    for id in openBallots {
      guard let record = ballots[id] else { continue }
      if record.outcome == nil {
        dues.append((record.deadline, "1 \(id)", .deadline(id)))
      } else if founders.count > 1 || successor(by: record) != nil {
        dues.append((record.deadline, "2 \(id)", .recalled(id)))
      }
    }
    if policy.founderTermDays > 0, founders.count > 1 {
      for founder in founders where openBallot(on: founder)?.ballot.question != .confirm {
        if let end = termEnd(of: founder) { dues.append((end, "3 \(founder)", .term(founder))) }
      }
    }
    return dues.min { ($0.time, $0.order) < ($1.time, $1.order) }
  }

  private mutating func close(_ id: ID<Ballot>) {
    guard let record = ballots[id] else { return }
    let outcome = count(of: record).outcome(of: record.ballot.question, shareMin: record.shareMin, quorum: record.quorum)
    ballots[id]?.outcome = outcome
    let member = record.ballot.member
    switch (record.ballot.question, outcome) {
    case (.recall, .carried) where founders.contains(member): return
    case (.confirm, .carried):
      let begins = max(record.deadline, termEnd(of: member) ?? 0)
      members[member]?.founderSince = begins
      ballots[id]?.isDone = true
    default: break
    }
    openBallots.removeAll { $0 == id }
  }

  /// Who a recall makes a founder; nil where it named nobody, or somebody who does not teach any more.
  private func successor(by record: BallotRecord) -> ID<Member>? {
    record.ballot.successor.flatMap { (role(of: $0) ?? .visitor) >= .teacher ? $0 : nil }
  }

  private mutating func beginRole(of member: ID<Member>) -> [MindDelta] {
    changing(members[member]?.lessons ?? []) { $0.setRole(.founder, of: member, at: $0.time) }
  }

  private mutating func endRole(of member: ID<Member>) -> [MindDelta] {
    guard let record = members[member], record.role == .founder, founders.count > 1 else { return [] }
    return changing(record.lessons) { $0.setRole(.teacher, of: member, at: $0.time) }
  }

  mutating func setRole(_ role: Role, of member: ID<Member>, at time: Int64) {
    if role == .founder {
      if members[member]?.role != .founder || members[member]?.founderSince == nil { members[member]?.founderSince = time }
      founders.insert(member)
    } else {
      members[member]?.founderSince = nil
      founders.remove(member)
      // What a vote has carried is done by it, too.
      openBallots.removeAll { ballots[$0]?.outcome != nil && ballots[$0]?.ballot.member == member }
    }
    members[member]?.role = role
  }

  // MARK: Validating

  func validate(_ ballot: Ballot, by member: ID<Member>) throws(Refusal) {
    guard members[member] != nil else { throw .notAMember }
    guard ballots[ballot.id] == nil, frozenBallots[ballot.id] == nil else { throw .ballotExists }
    guard let record = members[ballot.member] else { throw .unknownMember(ballot.member) }
    guard record.role == .founder else { throw .notAFounder(ballot.member) }
    guard !ballot.reason.isEmpty else { throw .reasonMissing }
    try check(ballot.reason)
    guard openBallot(on: ballot.member) == nil else { throw .ballotOpenAlready }
    guard hasVoice(member) || member == ballot.member else { throw .noVoice }
    guard electorate(on: ballot.member).count > 1 else { throw .tooFewVoters }
    switch ballot.question {
    case .recall:
      guard member != ballot.member else { throw .ownRole }
      if founders == [ballot.member], ballot.successor == nil { throw .successorMissing(ballot.member) }
      if let successor = ballot.successor { try validate(successor: successor, to: ballot.member) }
      // What too few voted on may be asked again, but not by the same member: neither hounding nor shielding is free.
      let last = ballots(on: ballot.member).last { record in
        record.ballot.question == .recall && (record.outcome == .rejected || record.author == member)
      }
      if let last, time < last.deadline + Int64(policy.recallGapDays) * Self.dayMilliseconds {
        throw .ballotTooSoon(until: last.deadline + Int64(policy.recallGapDays) * Self.dayMilliseconds)
      }
    case .confirm:
      guard ballot.successor == nil else { throw .successorUnfit }
      guard let begins = confirmationBegins(of: ballot.member) else { throw .noTerm }
      guard time >= begins else { throw .ballotTooSoon(until: begins) }
      let isDecided = ballots(on: ballot.member).contains {
        $0.ballot.question == .confirm && $0.outcome == .rejected && $0.time >= record.founderSince ?? 0
      }
      guard !isDecided else { throw .alreadyDecided }
    }
  }

  private func validate(successor: ID<Member>, to founder: ID<Member>) throws(Refusal) {
    guard let role = role(of: successor) else { throw .unknownMember(successor) }
    guard successor != founder, role >= .teacher else { throw .successorUnfit }
    try validate(founder: successor)
  }

  /// A founder's role ends by a vote or by their own hand, where there are members to vote. Only in the first month, and
  /// before any vote confirmed them, may who was a founder before them end it, or take back the act that made them one:
  /// whoever got hold of an account must not fill the village with founders.
  func validate(demotionOf founder: ID<Member>, by member: ID<Member>) throws(Refusal) {
    guard founder != member, electorate(on: founder).count > 1 else { return }
    guard let since = members[founder]?.founderSince, let mine = members[member]?.founderSince, mine < since,
      time < since + Self.newFounderDays * Self.dayMilliseconds,
      !ballots(on: founder).contains(where: { $0.ballot.question == .confirm && $0.outcome == .carried })
    else { throw .membersDecide(founder) }
  }

  func validate(vote opinion: Opinion, on id: ID<Ballot>, by member: ID<Member>) throws(Refusal) {
    guard let record = ballots[id], record.isOpen else { throw .unknownBallot }
    // Who could vote when it was opened can, whatever became of their role since.
    guard record.voters[member] != nil else { throw .noVoice }
    try check(opinion.reason)
    if opinion.stance == nil, opinions(on: .ballot(id))[member] == nil { throw .noOpinion }
  }

  /// Whom the members have decided against is not made a founder again by one of the others, for a time.
  func validate(founder member: ID<Member>) throws(Refusal) {
    guard role(of: member) != .founder else { return }
    let against = ballots(on: member).last { record in
      record.ballot.question == .recall ? record.outcome == .carried : record.outcome == .rejected
    }
    guard let against else { return }
    let until = against.deadline + Int64(policy.recallGapDays) * Self.dayMilliseconds
    guard time >= until else { throw .decidedAgainst(member, until: until) }
  }
}
