public import Lessons

/// One step of a why: a sentence, the lesson behind it if there is one, and what it rests on.
///
/// A tree of reasons ends in lessons, in arithmetic, or in what nobody taught. A page opens it one level at a time.
public struct Reason: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, Codable {
    /// How the question was read.
    case understood
    /// A member said so.
    case taught
    case rule
    case arithmetic
    /// It holds of the kind, so of this.
    case inherited
    /// Nobody taught an exception.
    case notKnown
    /// A number lies within bounds, or does not.
    case compared
    /// Two names are one thing.
    case name
    case guideline
    /// A taught sentence like the one asked.
    case example
  }

  public let kind: Kind
  public let text: [Part]
  /// The calculation: “28.2 g per 100 g × 150 g = 42.3 g”.
  public let formula: String?
  public let lesson: ID<Lesson>?
  public let author: ID<Member>?
  /// The ledger entry that taught it: tells when.
  public let sequence: Int?
  public let source: String?
  public let reasons: [Reason]

  public init(
    _ kind: Kind, _ text: [Part], formula: String? = nil, lesson: ID<Lesson>? = nil, author: ID<Member>? = nil, sequence: Int? = nil,
    source: String? = nil, reasons: [Reason] = []
  ) {
    self.kind = kind
    self.text = text
    self.formula = formula
    self.lesson = lesson
    self.author = author
    self.sequence = sequence
    self.source = source
    self.reasons = reasons
  }

  /// A reason that rests on one lesson.
  init(_ kind: Kind, _ text: String, formula: String? = nil, citing standing: StandingLesson?, reasons: [Reason] = []) {
    self.init(
      kind, [.text(text)], formula: formula, lesson: standing?.id, author: standing?.author, sequence: standing?.sequence,
      source: standing?.lesson.qualifiers.source, reasons: reasons)
  }

  /// Every lesson of this tree.
  public var lessons: Set<ID<Lesson>> {
    reasons.reduce(into: Set(lesson.map { [$0] } ?? [])) { $0.formUnion($1.lessons) }
  }
}

extension Reason: Codable {
  private enum CodingKeys: String, CodingKey { case kind, text, formula, lesson, author, sequence, source, reasons }
}
