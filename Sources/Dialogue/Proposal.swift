public import Lessons

/// What would be recorded if the person agrees. The dialogue proposes; the shell records.
public struct Proposal: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, Codable {
      case teach
      /// Takes back a lesson of one's own.
      case retract
      /// Speaks against a lesson of someone else's.
      case challenge
    }

    public let kind: Kind
    /// What would be taught in other words, or the sentence that would be taken back or challenged.
    public let sentence: String
    public let teaching: Teaching?
    public let qualifiers: Qualifiers
    /// The lesson that this replaces, takes back or speaks against.
    public let lesson: ID<Lesson>?

    public init(_ kind: Kind, _ sentence: String, teaching: Teaching? = nil, _ qualifiers: Qualifiers = .none, lesson: ID<Lesson>? = nil) {
      self.kind = kind
      self.sentence = sentence
      self.teaching = teaching
      self.qualifiers = qualifiers
      self.lesson = lesson
    }
  }

  /// The words to put into the teaching box.
  public let words: String
  public let steps: [Step]

  public init(words: String, steps: [Step]) {
    self.words = words
    self.steps = steps
  }
}

extension Proposal: Codable {
  private enum CodingKeys: String, CodingKey { case words, steps }
}

extension Proposal.Step: Codable {
  private enum CodingKeys: String, CodingKey { case kind, sentence, teaching = "teaches", qualifiers = "holds", lesson }
}
