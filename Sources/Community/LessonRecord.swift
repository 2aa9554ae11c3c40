public import Lessons

/// What became of one lesson: who taught it, what it says now, and how it stands.
public struct LessonRecord: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Counts for everyone.
    case accepted
    /// Counts for its author until a colleague has reviewed it.
    case waiting
    case declined
    case retracted
  }

  /// One wording of the lesson; the first is the one it was taught in.
  public struct Revision: Hashable, Sendable {
    public let lesson: Lesson
    public let author: ID<Member>
    public let sequence: Int
    /// Milliseconds since 1970.
    public let time: Int64
  }

  public let author: ID<Member>
  public internal(set) var status: Status
  /// Oldest first, never empty.
  public internal(set) var revisions: [Revision]
  /// The reason given with the last review or retraction.
  public internal(set) var reason: String
  /// The member who gave it.
  public internal(set) var decidedBy: ID<Member>?
  /// The settlement by which other lessons hold instead.
  public internal(set) var overruledBy: ID<Disagreement>?
  /// The settlement that says for whom and when it holds, and what it says.
  public internal(set) var scope: Scope?

  /// The settlements by which other lessons go before it, and which.
  public internal(set) var yields: [ID<Disagreement>: [ID<Lesson>]] = [:]

  public struct Scope: Hashable, Sendable {
    public let disagreement: ID<Disagreement>
    public let qualifiers: Qualifiers
  }

  init(_ lesson: Lesson, by author: ID<Member>, at time: Int64, sequence: Int, status: Status) {
    self.author = author
    self.status = status
    self.revisions = [Revision(lesson: lesson, author: author, sequence: sequence, time: time)]
    self.reason = ""
  }

  /// Whether it counts for anyone: accepted, or waiting.
  public var isStanding: Bool { status == .accepted || status == .waiting }

  public var current: Revision { revisions[revisions.count - 1] }
  public var lesson: Lesson { current.lesson }
  public var taughtAt: Int64 { revisions[0].time }
  public var taughtIn: Int { revisions[0].sequence }

  /// The lesson as the minds hold it; nil where it does not stand.
  func standing(weight: Double) -> StandingLesson? {
    guard isStanding else { return nil }
    let reach: Reach = status == .waiting || overruledBy != nil ? .only(author) : .everyone
    let lesson = scope.map { self.lesson.scoped(to: $0.qualifiers) } ?? self.lesson
    return StandingLesson(
      lesson, by: author, sequence: current.sequence, reach: reach, weight: weight, yieldingTo: Set(yields.values.joined()))
  }
}

public struct CommentRecord: Hashable, Sendable {
  public let id: ID<Comment>
  public let topic: Topic
  public let author: ID<Member>
  public let text: String
  /// Milliseconds since 1970.
  public let time: Int64
  public internal(set) var isWithdrawn = false
}

public struct MemberRecord: Hashable, Sendable {
  public internal(set) var role: Role
  public let joinedAs: Role
  /// Since when they are a founder, or were confirmed as one, milliseconds since 1970; nil: they are none.
  public internal(set) var founderSince: Int64?
  public internal(set) var groups: Set<String> = []
  public let invitedBy: ID<Member>?
  /// Milliseconds since 1970.
  public let joined: Int64
  /// The lessons that this member taught, oldest first.
  public internal(set) var lessons: [ID<Lesson>] = []

  init(role: Role, groups: Set<String> = [], invitedBy: ID<Member>?, joined: Int64) {
    (self.role, joinedAs) = (role, role)
    (self.groups, self.invitedBy, self.joined) = (groups, invitedBy, joined)
  }
}

/// A disagreement that was settled: the last word and whether it is still the last.
public struct SettlementRecord: Hashable, Sendable {
  public let settlement: Settlement
  public let author: ID<Member>
  public let sequence: Int
  /// Milliseconds since 1970.
  public let time: Int64
  /// Why it was opened again, and by whom.
  public internal(set) var reopened: Reopening?

  public struct Reopening: Hashable, Sendable {
    public let author: ID<Member>
    public let reason: String
    public let time: Int64
  }
}
