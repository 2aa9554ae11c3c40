/// What the assistant must say to a question, kept so that a later lesson that changes it is noticed: “When someone asks
/// "is white rice low-GI?", the answer must be "No, it is high-GI."”
public struct TestCase: Hashable, Sendable {
  public enum Expectation: Hashable, Sendable {
    /// The answer is this, or begins with it: “yes” stands for every answer that begins so.
    case says(String)
    /// The answer holds these words, one after the other.
    case mentions(String)
  }

  /// As a person would ask it.
  public let question: String
  public let expectation: Expectation

  public init(_ question: String, _ expectation: Expectation) {
    self.question = question
    self.expectation = expectation
  }

  /// The words that are expected, whole or in part.
  public var words: String {
    switch expectation {
    case .says(let words), .mentions(let words): words
    }
  }
}

extension TestCase: Codable {
  private enum Key: String, CodingKey { case question = "asks", says, mentions }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let mentioned = try container.decodeIfPresent(String.self, forKey: .mentions)
    self.init(
      try container.decode(String.self, forKey: .question),
      try mentioned.map { .mentions($0) } ?? .says(container.decode(String.self, forKey: .says)))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(question, forKey: .question)
    switch expectation {
    case .says(let words): try container.encode(words, forKey: .says)
    case .mentions(let words): try container.encode(words, forKey: .mentions)
    }
  }
}
