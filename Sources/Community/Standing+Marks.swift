public import Lessons

/// Changes that somebody has looked at, so that others need not: marks under a name, taken back as they are made.
extension Standing {
  public static let marksPerActMax = 200
  private static let newDays: Int64 = 30

  /// Who looked at an act, in the order in which they did.
  public func seenBy(_ sequence: Int) -> [ID<Member>] { marks[sequence] ?? [] }

  /// Whether an act was done by a newcomer, or by somebody in their first month who did not found the village.
  public func isByNewcomer(_ author: ID<Member>, at time: Int64) -> Bool {
    guard let record = members[author], record.joinedAs != .founder else { return false }
    return record.role <= .newcomer || time - record.joined < Self.newDays * Self.dayMilliseconds
  }

  mutating func mark(_ acts: [Int], by member: ID<Member>) {
    for act in acts where !seenBy(act).contains(member) { marks[act, default: []].append(member) }
  }

  mutating func unmark(_ acts: [Int], by member: ID<Member>) {
    for act in acts {
      marks[act]?.removeAll { $0 == member }
      if marks[act]?.isEmpty == true { marks[act] = nil }
    }
  }

  func validate(marks acts: [Int], by member: ID<Member>) throws(Refusal) {
    guard !acts.isEmpty else { throw .unknownAct }
    guard acts.count <= Self.marksPerActMax else { throw .tooMuchAtOnce(limit: Self.marksPerActMax) }
    for act in acts {
      guard log.indices.contains(act - 1) else { throw .unknownAct }
      guard log[act - 1].author != member else { throw .ownAct }
      guard !log[act - 1].act.isMark else { throw .unknownAct }
    }
  }
}
