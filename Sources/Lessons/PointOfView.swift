/// From where the village is looked at: who asks, for whom, on what day.
///
/// Lessons are stored once; a point of view is a cheap context over them and never a copy.
public struct PointOfView: Hashable, Sendable {
  /// The member whose own lessons count besides the community's; nil: the community alone, as the public sees it.
  public var member: ID<Member>?
  /// Those as whom it is looked at: their own lessons count besides the community's, and for more than others' where
  /// nothing else decides.
  public var people: Set<ID<Member>>
  /// What others taught and more of these people endorse than dispute: it counts as if they had taught it.
  public var endorsed: Set<ID<Lesson>>
  /// What more of them dispute than endorse, whoever taught it: it does not count.
  public var disputed: Set<ID<Lesson>>
  /// What these are called: nurses.
  public var group: String?
  /// What is known of the person the answer is for: pregnant patient. Lessons for other audiences are left out.
  public var audiences: Set<Concept>
  /// Where the answer is for: Lisbon and Portugal. Lessons for other regions are left out.
  public var regions: Set<Concept>
  /// The day asked about; nil: lessons count whatever their time.
  public var day: Day?
  /// The release asked about; nil: the village as it stands. It says which mind is asked, and not what that mind sees.
  public var release: String?

  public init(
    member: ID<Member>? = nil, people: Set<ID<Member>> = [], endorsed: Set<ID<Lesson>> = [], disputed: Set<ID<Lesson>> = [],
    group: String? = nil, audiences: Set<Concept> = [], regions: Set<Concept> = [], day: Day? = nil, release: String? = nil
  ) {
    self.member = member
    self.people = people
    self.endorsed = endorsed
    self.disputed = disputed
    self.group = group
    self.audiences = audiences
    self.regions = regions
    self.day = day
    self.release = release
  }

  public static let community = PointOfView()

  public func sees(_ standing: StandingLesson) -> Bool {
    if disputed.contains(standing.id) { return false }
    if case .only(let author) = standing.reach, author != member, !holds(standing) { return false }
    let qualifiers = standing.lesson.qualifiers
    if let audience = qualifiers.audience, !audiences.contains(audience) { return false }
    if let region = qualifiers.region, !regions.contains(region) { return false }
    return qualifiers.holds(on: day)
  }

  /// Whether the people as whom one looks taught or endorse it.
  public func holds(_ standing: StandingLesson) -> Bool { people.contains(standing.author) || endorsed.contains(standing.id) }
}

/// How far a lesson counts.
public enum Reach: Hashable, Sendable {
  case everyone
  /// In its author's own view alone: it waits for review, or the community settled on another.
  case only(ID<Member>)
}

/// A lesson as it stands now: who taught it, when, how far it counts and with what weight.
public struct StandingLesson: Hashable, Sendable {
  public let lesson: Lesson
  public let author: ID<Member>
  /// The entry that taught it; orders lessons by age.
  public let sequence: Int
  public let reach: Reach
  /// 1 is a teacher's word; always above 0.
  public let weight: Double
  /// Lessons that people settled to go before this one where both apply.
  public let yieldsTo: Set<ID<Lesson>>

  public var id: ID<Lesson> { lesson.id }

  /// Whether some points of view do not see it.
  public var isLimited: Bool {
    reach != .everyone || !lesson.qualifiers.holdsAlways
  }

  public init(
    _ lesson: Lesson, by author: ID<Member>, sequence: Int, reach: Reach = .everyone, weight: Double = 1,
    yieldingTo yieldsTo: Set<ID<Lesson>> = []
  ) {
    self.lesson = lesson
    self.author = author
    self.sequence = sequence
    self.reach = reach
    self.weight = weight
    self.yieldsTo = yieldsTo
  }
}
