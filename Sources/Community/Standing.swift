public import Lessons

/// Who is who and how each lesson stands: the fold of the ledger's acts. A value; two replays are equal.
public struct Standing: Hashable, Sendable {
  /// The last entry folded; 0 before the first.
  public internal(set) var sequence = 0
  public internal(set) var name = ""
  public internal(set) var members: [ID<Member>: MemberRecord] = [:]
  public internal(set) var lessons: [ID<Lesson>: LessonRecord] = [:]
  public internal(set) var comments: [ID<Comment>: CommentRecord] = [:]
  public internal(set) var commentsByTopic: [Topic: [ID<Comment>]] = [:]
  /// Every settlement of a disagreement, oldest first.
  public internal(set) var settlements: [ID<Disagreement>: [SettlementRecord]] = [:]
  /// The lessons that came with each table.
  public internal(set) var tables: [ID<Table>: [ID<Lesson>]] = [:]
  /// What the community decided on how careful the assistant is; nil: nothing, or that it finds out by itself.
  public internal(set) var caution: CautionRecord?
  /// The releases that are kept, oldest first.
  public internal(set) var releases: [ReleaseRecord] = []
  /// What the public is answered from; nil: nobody decided, so from the village as it stands.
  public internal(set) var publicly: PublicRecord?
  /// Lessons that wait for review.
  public internal(set) var waiting: Set<ID<Lesson>> = []
  /// What members think, by what it is about.
  var opinions: [Topic: [ID<Member>: OpinionRecord]] = [:]
  public internal(set) var proposals: [ID<Proposal>: ProposalRecord] = [:]
  var proposalsByDisagreement: [ID<Disagreement>: [ID<Proposal>]] = [:]
  /// The groups that were founded, by name.
  public internal(set) var groupRecords: [String: GroupRecord] = [:]
  /// Which groups a lesson about something must pass.
  var gatesByTopic: [Concept: Set<String>] = [:]
  /// How lessons that need a decision come to count.
  public internal(set) var deliberation = Deliberation()
  /// Every change of the policy, oldest first.
  public internal(set) var policies: [PolicyRecord] = []
  /// Every change of the village's rules, oldest first.
  public internal(set) var ruleRecords: [RulesRecord] = []
  /// What lessons did to the answers, oldest first.
  public internal(set) var influences: [InfluenceRecord] = []
  /// Every reversal, oldest first.
  public internal(set) var reversals: [ReversalRecord] = []
  /// Lessons that are not there while they are reverted, as they were.
  public internal(set) var struck: [ID<Lesson>: LessonRecord] = [:]
  /// Every entry: what a reversal folds again. It shares what is large with the records.
  var log: [Entry] = []
  /// Whom each act by somebody else concerned, by its place in the ledger; and the other way round, oldest first.
  var concerned: [Int: [ID<Member>]] = [:]
  var concerning: [ID<Member>: [Int]] = [:]
  /// The acts that somebody whom they concern disputes.
  var contested: Set<Int> = []
  /// The time up to which votes were counted and terms ended: of the last entry, milliseconds since 1970.
  public internal(set) var time: Int64 = 0
  /// Who are founders now.
  public internal(set) var founders: Set<ID<Member>> = []
  /// The votes on founders.
  public internal(set) var ballots: [ID<Ballot>: BallotRecord] = [:]
  /// Those that are open, or that carried what could not be done yet.
  var openBallots: [ID<Ballot>] = []
  /// Each as it was opened: no reversal changes who could vote.
  var frozenBallots: [ID<Ballot>: BallotRecord] = [:]
  /// Who looked at which act.
  var marks: [Int: [ID<Member>]] = [:]
  /// When the term of founders was last set.
  var termsSet: Int64?

  public init() {}

  public func role(of member: ID<Member>) -> Role? { members[member]?.role }

  /// The weight of what a member teaches: 1 is a teacher's word.
  public static func weight(of role: Role) -> Double {
    switch role {
    case .founder, .teacher: 1
    case .newcomer: 0.5
    case .visitor: 0.25
    }
  }

  /// The lesson as minds hold it; nil where it does not stand.
  public func standing(_ id: ID<Lesson>) -> StandingLesson? {
    guard let record = lessons[id] else { return nil }
    return record.standing(weight: Self.weight(of: members[record.author]?.role ?? .newcomer))
  }

  /// Folds one entry, which `validate` let pass when it was written; never refuses, so a replay cannot fail.
  ///
  /// - Returns: what changes in the minds, in the order of the lessons' ids within the entry.
  public mutating func apply(_ entry: Entry) -> [MindDelta] {
    log.append(entry)
    sequence = entry.sequence
    noteConcern(entry)
    switch entry.act {
    case .reverted(let reversal):
      reversals.append(
        ReversalRecord(
          reversal: reversal, author: entry.author, sequence: entry.sequence, time: entry.time, acts: actCount(of: reversal)))
      return refold()
    case .reversalWithdrawn(let id, _):
      for index in reversals.indices where reversals[index].reversal.id == id { reversals[index].isWithdrawn = true }
      return refold()
    default: return fold(entry)
    }
  }

  mutating func fold(_ entry: Entry) -> [MindDelta] {
    let elapsed = elapse(to: entry.time)
    let deltas = record(entry)
    return elapsed + deltas + carryOver(entry)
  }

  private mutating func record(_ entry: Entry) -> [MindDelta] {
    sequence = entry.sequence
    switch entry.act {
    case .founded(let name):
      self.name = name
      members[entry.author] = MemberRecord(role: .founder, invitedBy: nil, joined: entry.time)
      setRole(.founder, of: entry.author, at: entry.time)
      enroll(entry.author, entry)
      return []
    case .joined(let role, let group, let invitedBy):
      guard members[entry.author] == nil else { return [] }
      members[entry.author] = MemberRecord(role: role, groups: group.map { [$0] } ?? [], invitedBy: invitedBy, joined: entry.time)
      setRole(role, of: entry.author, at: entry.time)
      enroll(entry.author, entry)
      return []
    case .roleGranted(let member, let role):
      guard let record = members[member] else { return [] }
      heed(role: role, of: member, entry)
      return changing(record.lessons) { $0.setRole(role, of: member, at: entry.time) }
    case .taught(let taught):
      return teach(taught, entry)
    case .tableTaught(let table):
      let lessons = table.lessons()
      tables[table.id, default: []].append(contentsOf: lessons.map(\.id))
      return teach(lessons, entry)
    case .tableRetracted(let table, let reason):
      return retract(tables[table] ?? [], reason, entry)
    case .contributionRetracted(let member, let reason):
      return retract(members[member]?.lessons ?? [], reason, entry)
    case .revised(let lesson, _):
      return revise(lesson, entry)
    case .retracted(let id, let reason):
      return decide(id, .retracted, reason, entry)
    case .reinstated(let id):
      guard let record = lessons[id] else { return [] }
      let deltas = decide(id, statusAtFirst(of: record.lesson, by: record.author, entry), "", entry)
      bringAnew(id, entry)
      return deltas
    case .accepted(let id, let reason):
      heed(.endorse, of: entry.author, on: id, entry)
      return isDecidedByOne(id) && !isSetAside(id) ? decide(id, .accepted, reason, entry) : []
    case .declined(let id, let reason):
      heed(.dispute, of: entry.author, on: id, entry)
      return isDecidedByOne(id) ? decide(id, .declined, reason, entry) : []
    case .commented(let id, let topic, let text):
      comments[id] = CommentRecord(id: id, topic: topic, author: entry.author, text: text, time: entry.time)
      commentsByTopic[topic, default: []].append(id)
      return []
    case .commentWithdrawn(let id):
      comments[id]?.isWithdrawn = true
      return []
    case .settled(let settlement):
      return settle(settlement, entry)
    case .reopened(let id, let reason):
      return reopen(id, reason, entry)
    case .cautionSet(let caution, let reason):
      self.caution = caution.map {
        CautionRecord(caution: $0, author: entry.author, reason: reason, sequence: entry.sequence, time: entry.time)
      }
      return []
    case .released(let release):
      releases.append(ReleaseRecord(release: release, author: entry.author, sequence: entry.sequence, time: entry.time))
      return []
    case .releaseWithdrawn(let name, _):
      releases.removeAll { $0.name == name }
      return []
    case .publicAnswered(let name, let reason):
      publicly = PublicRecord(release: name, author: entry.author, reason: reason, sequence: entry.sequence, time: entry.time)
      return []
    case .opined(let opinion):
      note(opinion, entry)
      switch opinion.on {
      case .lesson(let id): heed(opinion.stance, of: entry.author, on: id, entry)
      case .panel(let id): if let stance = opinion.stance { heedPanel(stance, of: entry.author, on: id, entry) }
      default: break
      }
      return []
    case .policySet(let numbers, let reason):
      let policy = policy.setting(numbers) ?? policy
      if numbers["founderTermDays"] != nil { termsSet = entry.time }
      deliberation.assembly.adopt(policy)
      policies.append(
        PolicyRecord(
          policy: policy, changed: numbers, author: entry.author, reason: reason, sequence: entry.sequence, time: entry.time))
      return []
    case .seen(let acts):
      mark(acts, by: entry.author)
      return []
    case .unseen(let acts):
      unmark(acts, by: entry.author)
      return []
    case .answersChanged(let influence):
      return weigh(influence, entry)
    case .ballotOpened(let ballot):
      open(ballot, entry)
      return []
    case .ballotWithdrawn(let id):
      withdraw(id)
      return []
    case .rulesSet(let rules, let reason):
      ruleRecords.append(RulesRecord(rules: rules, author: entry.author, reason: reason, sequence: entry.sequence, time: entry.time))
      return []
    case .proposed(let proposal):
      proposals[proposal.id] = ProposalRecord(proposal: proposal, author: entry.author, sequence: entry.sequence, time: entry.time)
      proposalsByDisagreement[proposal.disagreement, default: []].append(proposal.id)
      return []
    case .proposalWithdrawn(let id):
      proposals[id]?.status = .withdrawn
      return []
    case .groupSet(let group):
      set(group, entry)
      return []
    case .groupJoined(let member, let group):
      members[member]?.groups.insert(group)
      return []
    case .groupLeft(let member, let group, _):
      members[member]?.groups.remove(group)
      return []
    case .reverted, .reversalWithdrawn:
      return []
    }
  }

  /// How a lesson stands before anybody has judged it: a teacher's counts at once, unless a group looks after its topics or
  /// its author has changed too many answers today.
  private func statusAtFirst(of lesson: Lesson, by author: ID<Member>, _ entry: Entry) -> LessonRecord.Status {
    let isTrusted = (role(of: author) ?? .newcomer) >= .teacher && !isBeyondBudget(author, at: entry.time)
    return isTrusted && gates(for: lesson, by: author).isEmpty ? .accepted : .waiting
  }

  /// What was accepted was the wording before: the new one counts for all at once only where it would if it were taught now.
  private mutating func revise(_ lesson: Lesson, _ entry: Entry) -> [MindDelta] {
    guard let record = lessons[lesson.id] else { return [] }
    let first = statusAtFirst(of: lesson, by: record.author, entry)
    let deltas = changing([lesson.id]) { standing in
      standing.lessons[lesson.id]?.revisions.append(
        .init(lesson: lesson, author: entry.author, sequence: entry.sequence, time: entry.time))
      guard record.isStanding, first == .waiting else { return }
      standing.lessons[lesson.id]?.status = .waiting
      standing.waiting.insert(lesson.id)
    }
    bringAnew(lesson.id, entry)
    return deltas
  }

  private mutating func teach(_ taught: [Lesson], _ entry: Entry) -> [MindDelta] {
    let role = members[entry.author]?.role ?? .newcomer
    var deltas: [MindDelta] = []
    deltas.reserveCapacity(taught.count)
    for lesson in taught where lessons[lesson.id] == nil {
      let status = statusAtFirst(of: lesson, by: entry.author, entry)
      if status == .accepted { noteKind(in: lesson) }
      let record = LessonRecord(lesson, by: entry.author, at: entry.time, sequence: entry.sequence, status: status)
      lessons[lesson.id] = record
      members[entry.author]?.lessons.append(lesson.id)
      if status == .waiting {
        waiting.insert(lesson.id)
        bring(lesson.id, entry)
      }
      if let standing = record.standing(weight: Self.weight(of: role)) { deltas.append(.accept(standing)) }
    }
    return deltas
  }

  /// Whether one review decides: in a small village, where the policy asks for no more.
  private func isDecidedByOne(_ id: ID<Lesson>) -> Bool {
    guard !deliberation.assembly.hasCamps, let record = lessons[id] else { return false }
    let isGated = !gates(for: record.lesson, by: record.author).isEmpty
    return (isGated ? policy.reviewsHighMin : policy.reviewsMin) == 1
  }

  /// - Parameter entry: nil where the assembly decided, and not one member.
  mutating func decide(_ id: ID<Lesson>, _ status: LessonRecord.Status, _ reason: String, _ entry: Entry?) -> [MindDelta] {
    if let entry, status == .retracted { dismiss(id, entry) }
    return changing([id]) { standing in
      standing.lessons[id]?.status = status
      standing.lessons[id]?.reason = reason
      standing.lessons[id]?.decidedBy = entry?.author
      if status == .waiting { standing.waiting.insert(id) } else { standing.waiting.remove(id) }
    }
  }

  private mutating func retract(_ ids: [ID<Lesson>], _ reason: String, _ entry: Entry) -> [MindDelta] {
    ids.filter { lessons[$0]?.isStanding == true }.flatMap { decide($0, .retracted, reason, entry) }
  }

  private mutating func settle(_ settlement: Settlement, _ entry: Entry) -> [MindDelta] {
    changing(settlement.lessons) { standing in
      let record = SettlementRecord(settlement: settlement, author: entry.author, sequence: entry.sequence, time: entry.time)
      standing.settlements[settlement.disagreement, default: []].append(record)
      switch settlement.outcome {
      case .holds(let winners):
        for id in settlement.lessons where !winners.contains(id) { standing.lessons[id]?.overruledBy = settlement.disagreement }
      case .scoped(let scopes):
        for scope in scopes where settlement.lessons.contains(scope.lesson) {
          standing.lessons[scope.lesson]?.scope = .init(disagreement: settlement.disagreement, qualifiers: scope.qualifiers)
        }
      case .precedes(let winners):
        for id in settlement.lessons where !winners.contains(id) { standing.lessons[id]?.yields[settlement.disagreement] = winners }
      case .merged(let lesson):
        for id in settlement.lessons where id != lesson { standing.lessons[id]?.overruledBy = settlement.disagreement }
      case .withdrawn:
        for id in settlement.lessons { standing.lessons[id]?.overruledBy = settlement.disagreement }
      case .pointsOfView:
        break
      }
      if let proposal = settlement.proposal { standing.proposals[proposal]?.status = .adopted(sequence: entry.sequence) }
    }
  }

  private mutating func reopen(_ id: ID<Disagreement>, _ reason: String, _ entry: Entry) -> [MindDelta] {
    guard var records = settlements[id], let last = records.indices.last else { return [] }
    records[last].reopened = .init(author: entry.author, reason: reason, time: entry.time)
    return changing(records[last].settlement.lessons) { standing in
      standing.settlements[id] = records
      for lesson in records[last].settlement.lessons {
        if standing.lessons[lesson]?.overruledBy == id { standing.lessons[lesson]?.overruledBy = nil }
        standing.lessons[lesson]?.yields[id] = nil
        if standing.lessons[lesson]?.scope?.disagreement == id { standing.lessons[lesson]?.scope = nil }
      }
    }
  }

  /// Makes a change and tells the minds what it means for these lessons.
  mutating func changing(_ ids: [ID<Lesson>], _ change: (inout Standing) -> Void) -> [MindDelta] {
    let before = ids.map { standing($0) }
    change(&self)
    return zip(ids, before).compactMap { id, before in MindDelta(from: before, to: standing(id), id) }
  }
}

/// One exact step of a mind.
public enum MindDelta: Hashable, Sendable {
  case accept(StandingLesson)
  case withdraw(ID<Lesson>)
  /// The same lesson with another wording, weight, reach or scope.
  case reweigh(StandingLesson)

  /// What turns one standing of a lesson into another; nil where they are the same to a mind.
  init?(from before: StandingLesson?, to after: StandingLesson?, _ id: ID<Lesson>) {
    switch (before, after) {
    case (nil, let after?): self = .accept(after)
    case (_?, nil): self = .withdraw(id)
    case (let before?, let after?):
      guard before != after else { return nil }
      self = .reweigh(after)
    case (nil, nil): return nil
    }
  }
}
