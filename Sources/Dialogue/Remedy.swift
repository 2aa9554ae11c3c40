public import Lessons

/// What “that's wrong” offers beside an answer, each ending in a lesson with one confirmation.
public struct Remedy: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable {
    /// A lesson the answer rests on is wrong.
    case fact
    /// The question was taken to ask something else.
    case understanding
    /// What is said is right, how it is said is not.
    case wording
  }

  public let kind: Kind
  public let label: String
  /// The lesson that may be wrong, as a sentence.
  public let sentence: String?
  public let lesson: ID<Lesson>?
  /// A sentence to finish in the teaching box: “The glycemic index of a banana is ”.
  public let form: String
  /// Whole sentences to choose from instead.
  public let choices: [Option]

  public init(_ kind: Kind, _ label: String, sentence: String? = nil, lesson: ID<Lesson>? = nil, form: String, choices: [Option] = []) {
    self.kind = kind
    self.label = label
    self.sentence = sentence
    self.lesson = lesson
    self.form = form
    self.choices = choices
  }

  private enum CodingKeys: String, CodingKey { case kind, label, sentence, lesson, form, choices }
}
