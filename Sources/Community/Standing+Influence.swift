public import Lessons

/// What lessons of a member did to the answers, as it was counted.
public struct InfluenceRecord: Hashable, Sendable {
  public let influence: Influence
  public let author: ID<Member>
  public let sequence: Int
}

/// The brake on floods: who changes more of the answers in a day than the policy lets one person waits for a colleague.
extension Standing {
  public static let questionsAskedAnewMax = 1_000

  /// Whether a lesson that counted, or would, waits because its author changed too much at once.
  public func isSetAside(_ lesson: ID<Lesson>) -> Bool {
    deliberation.lessonNumbers[lesson].map { deliberation.assembly.isSetAside($0) } ?? false
  }

  /// Whether what a member teaches now waits for a colleague, for they changed too much today.
  public func isBeyondBudget(_ member: ID<Member>, at time: Int64) -> Bool {
    deliberation.memberNumbers[member].map { deliberation.assembly.isBeyondBudget($0, at: time) } ?? false
  }

  /// Whether colleagues found that what a member teaches has turned bad of late.
  public func isDrifting(_ member: ID<Member>) -> Bool {
    deliberation.memberNumbers[member].flatMap { deliberation.assembly.driftAlarm(of: $0) } != nil
  }

  func validate(_ influence: Influence, by member: ID<Member>) throws(Refusal) {
    guard !influence.lessons.isEmpty, influence.changed <= influence.questions, influence.questions <= Self.questionsAskedAnewMax,
      influence.lessons.allSatisfy({ $0.changed > 0 })
    else { throw .nothingTaught }
    for share in influence.lessons {
      guard let record = lessons[share.lesson] else { throw .unknownLesson(share.lesson) }
      guard record.author == member else { throw .notYours(share.lesson) }
    }
  }

  /// Counts what lessons did to the answers against their author's budget. What goes beyond waits, and with it what came in
  /// the same act, of which the questions may have touched but a part.
  mutating func weigh(_ influence: Influence, _ entry: Entry) -> [MindDelta] {
    // Of lessons that were reverted since, nothing is left to count.
    guard influence.lessons.contains(where: { lessons[$0.lesson] != nil }) else { return [] }
    influences.append(InfluenceRecord(influence: influence, author: entry.author, sequence: entry.sequence))
    guard influence.questions >= policy.influenceQuestionsMin else { return [] }
    var acts: Set<Int> = []
    for share in influence.lessons {
      guard let record = lessons[share.lesson], record.status == .accepted else { continue }
      bring(share.lesson, entry)
      guard let item = deliberation.lessonNumbers[share.lesson] else { continue }
      deliberation.assembly.apply(
        .replayed(item: item, changed: share.changed, questions: influence.questions), at: entry.time, salt: entry.salt)
      if isSetAside(share.lesson) { acts.insert(record.current.sequence) }
    }
    guard !acts.isEmpty else { return [] }
    let together = (members[entry.author]?.lessons ?? []).filter { id in
      lessons[id].map { $0.status == .accepted && acts.contains($0.current.sequence) } ?? false
    }
    return together.flatMap { setAside($0, entry) }
  }

  private mutating func setAside(_ id: ID<Lesson>, _ entry: Entry) -> [MindDelta] {
    bring(id, entry)
    guard let item = deliberation.lessonNumbers[id] else { return [] }
    deliberation.assembly.apply(.quarantined(item: item), at: entry.time, salt: entry.salt)
    return isSetAside(id) ? decide(id, .waiting, "", nil) : []
  }
}
