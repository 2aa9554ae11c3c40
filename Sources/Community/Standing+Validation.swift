public import Lessons

extension Standing {
  public static let wordsLengthMax = 10_000  // characters of a sentence, comment or reason
  public static let lessonsPerActMax = 200
  public static let rowsPerTableMax = 1_000
  public static let releasesMax = 50
  public static let releaseNameLengthMax = 60  // characters
  /// What programs call the village as it stands, and what the public is answered from.
  static let releaseNamesTaken: Set<String> = ["now", "public"]

  /// Whether an act may be recorded now. Everything that could make folding it wrong is refused here.
  public func validate(_ act: Act, by member: ID<Member>) throws(Refusal) {
    switch act {
    case .founded:
      guard members.isEmpty else { throw .alreadyFounded }
    case .joined:
      guard members[member] == nil else { throw .alreadyAMember }
    case .roleGranted(let other, let role):
      try require(.founder, of: member)
      guard let record = members[other] else { throw .unknownMember(other) }
      if record.role == .founder, role != .founder, founders.count == 1 { throw .founderStays }
      if record.role == .founder, role != .founder { try validate(demotionOf: other, by: member) }
      if role == .founder { try validate(founder: other) }
    case .taught(let taught):
      try require(.newcomer, of: member)
      if role(of: member) == .newcomer, policy.newcomersPaused { throw .paused }
      guard !taught.isEmpty else { throw .nothingTaught }
      guard taught.count <= Self.lessonsPerActMax else { throw .tooMuchAtOnce(limit: Self.lessonsPerActMax) }
      for lesson in taught {
        guard lessons[lesson.id] == nil else { throw .lessonExists(lesson.id) }
        try check(lesson.words)
      }
    case .tableTaught(let table):
      try require(.teacher, of: member)
      guard !table.rows.isEmpty else { throw .nothingTaught }
      guard table.rows.count <= Self.rowsPerTableMax else { throw .tooMuchAtOnce(limit: Self.rowsPerTableMax) }
      if let first = table.lessons().first, lessons[first.id] != nil { throw .lessonExists(first.id) }
    case .tableRetracted(let table, let reason):
      guard let first = tables[table]?.first, let record = lessons[first] else { throw .unknownTable(table) }
      guard record.author == member || role(of: member) == .founder else { throw .notYours(first) }
      try check(reason)
    case .contributionRetracted(let other, let reason):
      guard members[other] != nil else { throw .unknownMember(other) }
      if other != member {
        try require(.founder, of: member)
        guard !reason.isEmpty else { throw .reasonMissing }
      }
      try check(reason)
    case .revised(let lesson, let after):
      let record = try standingRecord(lesson.id)
      guard record.author == member else { throw .notYours(lesson.id) }
      guard record.revisions.count == after else { throw .revisedMeanwhile(lesson.id, current: record.revisions.count) }
      try check(lesson.words)
    case .retracted(let id, let reason):
      let record = try standingRecord(id)
      guard record.author == member || role(of: member) == .founder else { throw .notYours(id) }
      if record.author != member, reason.isEmpty { throw .reasonMissing }
      try check(reason)
    case .reinstated(let id):
      let record = try record(id)
      guard record.status == .retracted else { throw .notRetracted(id) }
      guard record.author == member || role(of: member) == .founder else { throw .notYours(id) }
    case .accepted(let id, let reason), .declined(let id, let reason):
      try require(.teacher, of: member)
      let record = try record(id)
      guard record.author != member else { throw .ownLesson(id) }
      guard record.status == .waiting else { throw .notWaiting(id) }
      if case .declined = act, reason.isEmpty { throw .reasonMissing }
      if case .accepted = act {
        if policy.acceptancePaused { throw .paused }
        try checkGates(record, by: member)
      }
      try check(reason)
    case .commented(_, let topic, let text):
      try require(.newcomer, of: member)
      guard !text.isEmpty else { throw .reasonMissing }
      try check(text)
      try check(topic)
    case .commentWithdrawn(let id):
      guard let comment = comments[id], !comment.isWithdrawn else { throw .unknownComment(id) }
      guard comment.author == member || role(of: member) == .founder else { throw .commentNotYours(id) }
    case .settled(let settlement):
      try validate(settlement, by: member)
    case .reopened(let id, let reason):
      try require(.teacher, of: member)
      guard let last = settlements[id]?.last else { throw .unknownDisagreement(id) }
      guard last.reopened == nil else { throw .notSettled(id) }
      guard !reason.isEmpty else { throw .reasonMissing }
      try check(reason)
    case .cautionSet(let caution, let reason):
      try require(.teacher, of: member)
      guard !reason.isEmpty else { throw .reasonMissing }
      try check(reason)
      if let caution, !Caution.surenessRange.contains(caution.surenessMin) || !Caution.leadRange.contains(caution.leadMin) {
        throw .cautionOutOfRange
      }
    case .released(let release):
      try require(.teacher, of: member)
      try validate(release)
    case .releaseWithdrawn(let name, let reason):
      guard let record = releases.first(where: { $0.name == name }) else { throw .unknownRelease(name) }
      if record.author != member { try require(.founder, of: member) }
      guard publicly?.release != name else { throw .releaseInUse(name) }
      try check(reason)
    case .publicAnswered(let name, let reason):
      try require(.founder, of: member)
      if let name, !releases.contains(where: { $0.name == name }) { throw .unknownRelease(name) }
      guard publicly?.release != name else { throw .publicAlready }
      guard !reason.isEmpty else { throw .reasonMissing }
      try check(reason)
    case .opined(let opinion):
      if case .ballot(let id) = opinion.on { return try validate(vote: opinion, on: id, by: member) }
      try require(.newcomer, of: member)
      try check(opinion.on)
      try check(opinion.reason)
      if case .lesson(let id) = opinion.on, lessons[id]?.author == member, opinion.stance != nil { throw .ownLesson(id) }
      if case .comment(let id) = opinion.on, comments[id]?.author == member, opinion.stance != nil { throw .ownComment }
      if case .panel(let id) = opinion.on {
        guard opinion.stance != nil, panelSeats(on: id).contains(member) else { throw .noSeat }
      }
      guard opinion.stance != .dispute || !opinion.reason.isEmpty else { throw .reasonMissing }
      if opinion.stance == nil, opinions(on: opinion.on)[member] == nil { throw .noOpinion }
    case .proposed(let proposal):
      try validate(proposal, by: member)
    case .proposalWithdrawn(let id):
      guard let record = proposals[id], record.status == .open else { throw .unknownProposal }
      guard record.author == member || role(of: member) == .founder else { throw .proposalNotYours }
    case .reverted(let reversal):
      try validate(reversal, by: member)
    case .reversalWithdrawn(let id, let reason):
      guard let record = reversals.first(where: { $0.reversal.id == id && !$0.isWithdrawn }) else { throw .unknownReversal }
      if record.author != member { try require(.founder, of: member) }
      try check(reason)
    case .groupSet, .groupJoined, .groupLeft:
      try validate(group: act, by: member)
    case .policySet(let numbers, let reason):
      try require(.founder, of: member)
      guard !reason.isEmpty else { throw .reasonMissing }
      try check(reason)
      guard !numbers.isEmpty, policy.setting(numbers) != nil else { throw .policyUnfit }
    case .seen(let acts):
      try require(.teacher, of: member)
      try validate(marks: acts, by: member)
    case .unseen(let acts):
      guard !acts.isEmpty, acts.count <= Self.marksPerActMax, acts.allSatisfy({ seenBy($0).contains(member) }) else { throw .noOpinion }
    case .answersChanged(let influence):
      try validate(influence, by: member)
    case .ballotOpened(let ballot):
      try validate(ballot, by: member)
    case .ballotWithdrawn(let id):
      guard let record = ballots[id], record.isOpen else { throw .unknownBallot }
      guard record.author == member else { throw .proposalNotYours }
    case .rulesSet(let rules, let reason):
      try require(.founder, of: member)
      guard !reason.isEmpty else { throw .reasonMissing }
      try check(reason)
      try validate(rules: rules)
    }
  }

  private func check(_ topic: Topic) throws(Refusal) {
    switch topic {
    case .lesson(let id): _ = try record(id)
    case .comment(let id): guard let comment = comments[id], !comment.isWithdrawn else { throw .unknownComment(id) }
    case .proposal(let id): guard proposals[id]?.status == .open else { throw .unknownProposal }
    case .act(let sequence): guard (1...max(1, self.sequence)).contains(sequence) else { throw .unknownAct }
    case .panel(let id): _ = try record(id)
    case .ballot(let id): guard ballots[id] != nil else { throw .unknownBallot }
    case .disagreement: break
    }
  }

  /// A lesson that a colleague disputes waits until they are content; one about what a group looks after needs its nod.
  private func checkGates(_ record: LessonRecord, by member: ID<Member>) throws(Refusal) {
    if let other = disputing(record.lesson.id).first(where: { $0 != member }) { throw .heldBack(by: other) }
    for gate in gates(for: record.lesson, by: record.author) where members[member]?.groups.contains(gate.name) != true {
      throw .needsNod(of: gate.name)
    }
  }

  private func validate(_ proposal: Proposal, by member: ID<Member>) throws(Refusal) {
    try require(.newcomer, of: member)
    guard proposals[proposal.id] == nil else { throw .unknownProposal }
    guard Proposal.hoursRange.contains(proposal.hours) else { throw .voteTooLong }
    if case .settled = status(of: proposal.disagreement, between: proposal.lessons) { throw .alreadySettled(proposal.disagreement) }
    try validate(proposal.outcome, of: proposal.lessons, because: proposal.reason)
  }

  private func validate(_ reversal: Reversal, by member: ID<Member>) throws(Refusal) {
    guard !reversals.contains(where: { $0.reversal.id == reversal.id }) else { throw .unknownReversal }
    if let other = reversal.member, members[other] == nil { throw .unknownMember(other) }
    if reversal.member != member { try require(.founder, of: member) }
    guard !reversal.reason.isEmpty else { throw .reasonMissing }
    try check(reversal.reason)
    guard reversal.first >= 1, reversal.first <= reversal.last, reversal.last <= sequence, actCount(of: reversal) > 0
    else { throw .nothingToRevert }
    var after = self
    after.reversals.append(ReversalRecord(reversal: reversal, author: member, sequence: sequence, time: 0, acts: 0))
    let without = after.refolded()
    guard !without.founders.isEmpty else { throw .founderStays }
    for founder in founders.sorted() where without.role(of: founder) != .founder { try validate(demotionOf: founder, by: member) }
  }

  private func validate(group act: Act, by member: ID<Member>) throws(Refusal) {
    switch act {
    case .groupSet(let group):
      guard (1...Group.nameLengthMax).contains(group.name.count), group.topics.count <= Group.topicsMax else { throw .groupUnfit }
      try check(group.charter)
      try require(.teacher, of: member)
      // A gate holds back what everybody else teaches: one teacher alone must not be able to put one up.
      if group.isGate || groupRecords[group.name]?.group.isGate == true { try require(.founder, of: member) }
      if !people(in: group.name).isEmpty || groupRecords[group.name] != nil { try requireInside(group.name, member) }
    case .groupJoined(let other, let name):
      guard let record = members[other] else { throw .unknownMember(other) }
      guard groups.contains(name) else { throw .unknownGroup(name) }
      guard !record.groups.contains(name) else { throw .alreadyInGroup }
      try require(.newcomer, of: member)
      // Who passes the gate is for those inside to say; any other group is open to all.
      if other != member || groupRecords[name]?.group.isGate == true { try requireInside(name, member) }
    case .groupLeft(let other, let name, let reason):
      guard members[other]?.groups.contains(name) == true else { throw .unknownGroup(name) }
      if other != member {
        try requireInside(name, member)
        guard !reason.isEmpty else { throw .reasonMissing }
      }
      try check(reason)
    default: break
    }
  }

  private func requireInside(_ group: String, _ member: ID<Member>) throws(Refusal) {
    if members[member]?.groups.contains(group) == true { return }
    guard role(of: member) == .founder else { throw .notInGroup(group) }
  }

  private func validate(_ release: Release) throws(Refusal) {
    let name = release.name
    guard (1...Self.releaseNameLengthMax).contains(name.count), name.first?.isWhitespace == false, name.last?.isWhitespace == false,
      !name.contains(where: \.isNewline)
    else { throw .releaseNameUnfit(limit: Self.releaseNameLengthMax) }
    guard !Self.releaseNamesTaken.contains(name.lowercased()) else { throw .releaseExists(name) }
    guard !releases.contains(where: { $0.name.lowercased() == name.lowercased() }) else { throw .releaseExists(name) }
    guard releases.count < Self.releasesMax else { throw .tooManyReleases(limit: Self.releasesMax) }
    try check(release.note)
  }

  private func validate(_ settlement: Settlement, by member: ID<Member>) throws(Refusal) {
    try require(.teacher, of: member)
    try check(settlement.dissent)
    if case .settled = status(of: settlement.disagreement, between: settlement.lessons) { throw .alreadySettled(settlement.disagreement) }
    if let proposal = settlement.proposal {
      guard let record = proposals[proposal], record.status == .open, record.proposal.disagreement == settlement.disagreement,
        record.proposal.outcome == settlement.outcome
      else { throw .unknownProposal }
      guard isCarried(proposal) else { throw .notCarried }
    }
    try validate(settlement.outcome, of: settlement.lessons, because: settlement.reason)
  }

  private func validate(_ outcome: Settlement.Outcome, of lessons: [ID<Lesson>], because reason: String) throws(Refusal) {
    guard !reason.isEmpty else { throw .reasonMissing }
    try check(reason)
    guard lessons.count >= 2 else { throw .outcomeMissesLessons }
    for id in lessons { _ = try standingRecord(id) }
    switch outcome {
    case .holds(let winners), .precedes(let winners):
      guard !winners.isEmpty, winners.count < lessons.count, winners.allSatisfy(lessons.contains) else { throw .outcomeMissesLessons }
    case .scoped(let scopes):
      guard !scopes.isEmpty, scopes.allSatisfy({ lessons.contains($0.lesson) && $0.qualifiers != .none })
      else { throw .outcomeMissesLessons }
    case .merged(let lesson):
      guard try standingRecord(lesson).status == .accepted else { throw .notStanding(lesson) }
    case .pointsOfView, .withdrawn: break
    }
  }

  private func require(_ role: Role, of member: ID<Member>) throws(Refusal) {
    guard let mine = self.role(of: member) else { throw .notAMember }
    guard mine >= role else { throw .needsRole(role) }
  }

  private func record(_ id: ID<Lesson>) throws(Refusal) -> LessonRecord {
    guard let record = lessons[id] else { throw .unknownLesson(id) }
    return record
  }

  private func standingRecord(_ id: ID<Lesson>) throws(Refusal) -> LessonRecord {
    let record = try record(id)
    guard record.isStanding else { throw .notStanding(id) }
    return record
  }

  func check(_ text: String) throws(Refusal) {
    guard text.count <= Self.wordsLengthMax else { throw .textTooLong(length: text.count, limit: Self.wordsLengthMax) }
  }
}

extension Act {
  /// What the act reads or changes beside what it adds: two acts that share none of it may be validated against the
  /// same standing, in either order.
  public var touches: Set<String> {
    switch self {
    case .founded, .joined, .roleGranted: ["members"]
    case .taught: []
    case .tableTaught(let table): [table.id.rawValue]
    case .tableRetracted(let id, _): [id.rawValue]
    case .contributionRetracted(let member, _): ["contribution \(member.rawValue)"]
    case .revised(let lesson, _): [lesson.id.rawValue]
    case .retracted(let id, _), .reinstated(let id), .accepted(let id, _), .declined(let id, _): [id.rawValue]
    case .commented(_, let topic, _): topic.touches
    case .commentWithdrawn(let id): [id.rawValue]
    case .settled(let settlement): Set(settlement.lessons.map(\.rawValue) + [settlement.disagreement.rawValue])
    case .reopened(let id, _): [id.rawValue, "settlements"]
    case .cautionSet: ["caution"]
    case .released, .releaseWithdrawn, .publicAnswered: ["releases"]
    case .opined(let opinion): opinion.on.touches
    case .proposed(let proposal): [proposal.id.rawValue, proposal.disagreement.rawValue]
    case .proposalWithdrawn(let id): [id.rawValue]
    case .reverted, .reversalWithdrawn: ["members", "reversals"]
    case .groupSet, .groupJoined, .groupLeft: ["members"]
    case .policySet: ["policy"]
    case .rulesSet: ["rules"]
    case .answersChanged(let influence): Set(influence.lessons.map(\.lesson.rawValue))
    case .seen(let acts), .unseen(let acts): Set(acts.map { "act \($0)" })
    case .ballotOpened, .ballotWithdrawn: ["members"]
    }
  }
}

extension Topic {
  fileprivate var touches: Set<String> {
    switch self {
    case .lesson(let id): [id.rawValue]
    case .disagreement(let id): [id.rawValue]
    case .comment(let id): [id.rawValue]
    case .proposal(let id): [id.rawValue]
    case .act(let sequence): ["act \(sequence)"]
    case .panel(let id): [id.rawValue]
    case .ballot(let id): [id.rawValue]
    }
  }
}
