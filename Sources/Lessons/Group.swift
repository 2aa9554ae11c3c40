/// People who look after something together: a profession, a task force.
public struct Group: Hashable, Sendable, Codable {
  public static let nameLengthMax = 60  // characters
  public static let topicsMax = 50

  public let name: String
  /// What they are for, in their own words.
  public let charter: String
  /// What they look after.
  public let topics: [Concept]
  /// Whether a lesson about their topics waits for a nod of one of them, whoever else taught it.
  public let isGate: Bool
  /// The languages they write and the audiences they write for, in their own words.
  public let languages: [String]
  public let audiences: [Concept]
  /// A task force has an aim and ends; a group stays.
  public let goal: Goal?

  /// A gap to close: so many lessons about the topics.
  public struct Goal: Hashable, Sendable, Codable {
    public let words: String
    public let lessons: Int
    public let until: Day?

    public init(_ words: String, lessons: Int, until: Day? = nil) {
      self.words = words
      self.lessons = lessons
      self.until = until
    }
  }

  public init(
    _ name: String, charter: String = "", topics: [Concept] = [], isGate: Bool = false, languages: [String] = [],
    audiences: [Concept] = [], goal: Goal? = nil
  ) {
    self.name = name
    self.charter = charter
    self.topics = topics
    self.isGate = isGate
    self.languages = languages
    self.audiences = audiences
    self.goal = goal
  }
}
