public import Lessons

/// How an utterance was read: what the assistant took it to ask, and what made it think so.
public struct Understood: Hashable, Sendable {
  public enum Way: String, Hashable, Sendable, Codable {
    /// The sentence itself says what it asks.
    case grammar
    /// It is like sentences that were taught as asking something.
    case examples
    /// “And brown rice?”: the last question over again, of something else.
    case followUp = "follow-up"
    /// A word was not taught; something near is offered.
    case guess
    /// About the conversation itself: “Why?”, “I take insulin.”, “That is wrong.”
    case conversation
    case nothing
  }

  /// A stretch of the utterance and what it names.
  public struct Mention: Hashable, Sendable, Codable {
    public let written: String
    public let concept: Concept
    /// UTF-8 offsets into the utterance.
    public let range: Range<Int>

    public init(written: String, concept: Concept, range: Range<Int>) {
      self.written = written
      self.concept = concept
      self.range = range
    }

    private enum CodingKeys: String, CodingKey { case written, concept, range }
  }

  /// A word read as another: “bananna” as “banana”.
  public struct Repair: Hashable, Sendable, Codable {
    public let written: String
    public let read: String

    public init(written: String, read: String) {
      self.written = written
      self.read = read
    }

    private enum CodingKeys: String, CodingKey { case written, read }
  }

  /// A taught sentence like the one asked.
  public struct Neighbour: Hashable, Sendable, Codable {
    public let sentence: String
    public let question: Concept
    public let lesson: ID<Lesson>

    public init(sentence: String, question: Concept, lesson: ID<Lesson>) {
      self.sentence = sentence
      self.question = question
      self.lesson = lesson
    }

    private enum CodingKeys: String, CodingKey { case sentence, question, lesson }
  }

  public var way: Way
  /// The question in other words: “What is the glycemic index of a banana?”
  public var paraphrase: String?
  public var mentions: [Mention]
  public var repairs: [Repair]
  /// The question kind, where taught examples told: “whether a food is allowed”.
  public var question: Concept?
  /// Nearest first.
  public var nearest: [Neighbour]
  public var certainty: Certainty?
  /// A thing that was put in another's place to find sentences like this: “banana” for “cake”.
  public var standIn: Repair?
  /// The lessons whose reasons told the question kind; certain then is what they say, and no likeness.
  public var told: [ID<Lesson>]?

  public init(
    _ way: Way, paraphrase: String? = nil, mentions: [Mention] = [], repairs: [Repair] = [], question: Concept? = nil,
    nearest: [Neighbour] = [], certainty: Certainty? = nil
  ) {
    self.way = way
    self.paraphrase = paraphrase
    self.mentions = mentions
    self.repairs = repairs
    self.question = question
    self.nearest = nearest
    self.certainty = certainty
  }
}

extension Understood {
  /// Takes over which question kind examples heard, beside what the grammar read.
  mutating func hear(_ other: Understood) {
    question = other.question
    nearest = other.nearest
    certainty = other.certainty
    told = other.told
    standIn = other.standIn
  }
}

extension Understood: Codable {
  private enum CodingKeys: String, CodingKey { case way, paraphrase, mentions, repairs, question, nearest, certainty, standIn, told }
}
