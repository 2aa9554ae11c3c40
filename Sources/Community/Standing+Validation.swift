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
      if record.role == .founder, role != .founder, members.values.filter({ $0.role == .founder }).count == 1 { throw .founderStays }
    case .taught(let taught):
      try require(.newcomer, of: member)
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
      try check(reason)
    case .commented(_, let topic, let text):
      try require(.newcomer, of: member)
      guard !text.isEmpty else { throw .reasonMissing }
      try check(text)
      if case .lesson(let id) = topic { _ = try record(id) }
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
    }
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
    guard !settlement.reason.isEmpty else { throw .reasonMissing }
    try check(settlement.reason)
    try check(settlement.dissent)
    guard settlement.lessons.count >= 2 else { throw .outcomeMissesLessons }
    if case .settled = status(of: settlement.disagreement, between: settlement.lessons) { throw .alreadySettled(settlement.disagreement) }
    for id in settlement.lessons { _ = try standingRecord(id) }
    switch settlement.outcome {
    case .holds(let winners), .precedes(let winners):
      guard !winners.isEmpty, winners.count < settlement.lessons.count, winners.allSatisfy(settlement.lessons.contains)
      else { throw .outcomeMissesLessons }
    case .scoped(let scopes):
      guard !scopes.isEmpty, scopes.allSatisfy({ settlement.lessons.contains($0.lesson) && $0.qualifiers != .none })
      else { throw .outcomeMissesLessons }
    case .pointsOfView:
      break
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

  private func check(_ text: String) throws(Refusal) {
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
    case .commented(_, .lesson(let id), _): [id.rawValue]
    case .commented: []
    case .commentWithdrawn(let id): [id.rawValue]
    case .settled(let settlement): Set(settlement.lessons.map(\.rawValue) + [settlement.disagreement.rawValue])
    case .reopened(let id, _): [id.rawValue, "settlements"]
    case .cautionSet: ["caution"]
    case .released, .releaseWithdrawn, .publicAnswered: ["releases"]
    }
  }
}
