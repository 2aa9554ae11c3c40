/// What lessons of one member did to the answers: of the questions that people asked of late, asked anew, how many are
/// answered otherwise because of them.
public struct Influence: Hashable, Sendable, Codable {
  public struct Share: Hashable, Sendable, Codable {
    public let lesson: ID<Lesson>
    /// Answers that are others because of it, 1 at least.
    public let changed: Int

    public init(_ lesson: ID<Lesson>, changed: Int) {
      (self.lesson, self.changed) = (lesson, changed)
    }
  }

  /// No answer is counted for two of them.
  public let lessons: [Share]
  /// How many questions were asked anew.
  public let questions: Int

  public init(_ lessons: [Share], of questions: Int) {
    (self.lessons, self.questions) = (lessons, questions)
  }

  public var changed: Int { lessons.reduce(0) { $0 + $1.changed } }
}
