public import Lessons

/// One way to understand a sentence.
public struct Reading: Hashable, Sendable {
  public enum Meaning: Hashable, Sendable {
    case lesson([Taught])
    case question(Question)
    case correction(Correction)
    /// “I take insulin.” The person is the pattern's `x`.
    case aboutMe(Pattern)
    case courtesy(Courtesy)
  }

  public let meaning: Meaning
  /// The meaning in a full sentence; reading it gives the meaning again.
  public let paraphrase: String
  /// Names that nobody has taught.
  public let newConcepts: [NewConcept]
  /// What each stretch of words was read as, in order.
  public let spans: [Span]
  public let respellings: [Respelling]
  /// What was assumed to get here; 0 is nothing. Two readings 2 apart are not close.
  public internal(set) var weight: Double
  /// Whether its form or a name in it is often meant otherwise, so that it is read back however clear it looks.
  public var isDoubtful = false
  /// The phrasing by which it was understood; nil: the grammar's own words.
  public var phrasing: Phrasing?
}

public enum Courtesy: String, Hashable, Sendable { case greeting, thanks, farewell, yes, no }

/// Something said before was wrong.
public enum Correction: Hashable, Sendable {
  /// “It is 48, not 51.” The claim meant is the last one.
  case value(Value, instead: Value?)
  /// “Forget that bananas are berries.”
  case forget(Claim)
  /// “By "it" I meant the mango.”
  case meant(String, Concept)
  /// “I take that back.”
  case forgetLast
}

public struct NewConcept: Hashable, Sendable {
  public let concept: Concept
  public let role: Role
}

public struct Span: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case concept(Concept, Role)
    case new(Concept, Role)
    case value(Value)
    case period(from: Day?, until: Day?)
    case words
  }

  /// UTF-8 offsets in the input.
  public let range: Range<Int>
  public let kind: Kind
}

/// A slip of the pen that was read as the word meant.
public struct Respelling: Hashable, Sendable {
  /// UTF-8 offsets in the input.
  public let range: Range<Int>
  public let written: String
  public let readAs: String
}

/// A sentence with all that it may mean.
public struct SentenceReading: Hashable, Sendable {
  /// As typed, with its mark at the end.
  public let text: String
  /// UTF-8 offsets in the input.
  public let range: Range<Int>
  /// The language it was read in, as its IETF tag.
  public let language: String
  /// Best first, at most 8, no two with the same meaning.
  public let readings: [Reading]
  public let decision: Decision
}

/// What to do with a sentence.
public enum Decision: Hashable, Sendable {
  /// One clear plain claim, name or example: record the first reading at once, with a way to undo it.
  case record
  /// Read the first reading back before recording it: rules, definitions, guidelines, corrections, new relations.
  case confirm
  /// Close readings: the person picks.
  case choose
  /// Nothing would change: a question, a courtesy, a fact about the person.
  case answer
  /// Not readable; kept as a note.
  case note(Repair)
}

/// What can be done about a sentence that could not be read.
public struct Repair: Hashable, Sendable {
  /// One sentence for the person.
  public let reason: String
  /// The stretches that were understood and the words that were not; UTF-8 offsets in the input.
  public let understood: [Range<Int>]
  public let unused: [Range<Int>]
  /// Sentences near to this one, in the teacher's own words, that read as they stand.
  public let suggestions: [String]
  public let unknownWords: [UnknownWord]
}

public struct UnknownWord: Hashable, Sendable {
  public let written: String
  public let range: Range<Int>
  /// Known names it may stand for, nearest first, at most 5.
  public let nearest: [Concept]
}

/// What came before the sentence.
public struct ReadingContext: Hashable, Sendable {
  /// What “it” may mean: the subjects of the latest sentence. Several make a choice.
  public var subjects: [Concept]
  /// What “it is 48” corrects.
  public var lastClaim: Claim?
  /// The question of the last test, for “For children, the answer is "No".”
  public var lastTest: String?
  /// The lesson's day, for “last year”.
  public var today: Day?

  public init(subjects: [Concept] = [], lastClaim: Claim? = nil, today: Day? = nil) {
    self.subjects = subjects
    self.lastClaim = lastClaim
    self.today = today
  }
}
