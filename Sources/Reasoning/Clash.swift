public import Lessons

/// Lessons that cannot all hold, with a question on which those who follow them would answer differently.
///
/// Clashes are found, never stored: they come and go with the lessons. Their ids depend on what is disputed and not
/// on who disputes it, so what people say and settle about one stays with it.
public struct Clash: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Different values where a thing has only one.
    case values
    /// Values of which each is from another edition of one source: no contradiction, the later takes the earlier's place
    /// once people say so.
    case supersession = "later edition"
    /// A property of which a thing has one value, and may have several.
    case traits = "one value or several"
    /// A claim and its negation.
    case negation
    /// A thing of two kinds that share nothing.
    case disjointKinds = "disjoint kinds"
    /// What a rule concludes, and what is taught of the very thing.
    case ruleAgainstFact = "rule against fact"
    /// What two rules conclude of whatever meets the conditions of both.
    case rules
    /// One sentence, taught for two questions. This and all below are found by who keeps such lessons, not here.
    case exampleMeanings = "one sentence, two questions"
    /// Sentences that differ in words that say nothing, taught for two questions.
    case likeExamples = "like sentences, two questions"
    /// What a reason tells of a sentence, and what the sentence was taught for.
    case reasonAgainstExample = "reason against example"
    /// Two ways to do things that do the same two steps in opposite order.
    case stepOrder = "order of steps"
    /// Two ways to one goal, with different steps.
    case procedures
    /// Each is explained by the other.
    case definitionCycle = "definition cycle"
    /// Two tests that no answer can pass.
    case tests
  }

  /// What a side answers to the witness question.
  public enum Answer: Hashable, Sendable {
    case yes
    case no
    case value(Value)
    /// The thing cannot be of both kinds, whichever it is.
    case notBoth
  }

  /// A concrete case where the answers differ.
  public struct Witness: Hashable, Sendable {
    public let question: Question
    /// One a side, in the order of the sides.
    public let answers: [Answer]
    /// What is asked about: a thing that meets these, said of `x`; empty where the question names the thing.
    public let conditions: [Condition]

    public init(question: Question, answers: [Answer], conditions: [Condition] = []) {
      self.question = question
      self.answers = answers
      self.conditions = conditions
    }
  }

  /// Stands in the question for a thing of which only conditions are known.
  public static let something = Concept("something")

  public let id: ID<Disagreement>
  public let kind: Kind
  public let subject: Concept
  public let property: Concept
  /// What is affirmed and denied; nil where it is about which value.
  public let value: Value?
  /// Lessons of one position together, each side sorted; at least two, in order of their first lessons.
  public let sides: [[ID<Lesson>]]
  public let witness: Witness

  public var lessons: Set<ID<Lesson>> { Set(sides.joined()) }
}

extension Clash {
  /// What is said for a witness question, and the lessons that say it.
  public struct Position: Hashable, Sendable {
    public let answer: Answer
    public let lessons: [ID<Lesson>]

    public init(_ answer: Answer, _ lessons: [ID<Lesson>]) {
      self.answer = answer
      self.lessons = lessons
    }
  }

  /// A clash between lessons of which beliefs know nothing.
  ///
  /// - Parameters:
  ///   - parts: what the id is made of beside the kind: what it is about, whoever teaches it.
  ///   - positions: two at least, none without a lesson.
  public init(
    _ kind: Kind, known parts: [String], about subject: Concept, _ property: Concept, asking question: Question, _ positions: [Position]
  ) {
    let sorted = positions.map { Position($0.answer, $0.lessons.sorted()) }.sorted { $0.lessons.lexicographicallyPrecedes($1.lessons) }
    self.init(
      id: Dispute(kind: kind, subject: Concept(parts.first ?? ""), property: property, concepts: parts.dropFirst().map { Concept($0) }).id,
      kind: kind, subject: subject, property: property, value: nil, sides: sorted.map(\.lessons),
      witness: Witness(question: question, answers: sorted.map(\.answer)))
  }

  /// A sentence that its teachers give different meanings.
  ///
  /// - Parameter meanings: the lessons by the question each says is asked; two at least.
  public init(over sentence: Concept, meanings: [Concept: [ID<Lesson>]]) {
    self.init(
      .exampleMeanings, known: [sentence.key], about: sentence, "asks", asking: .taught(sentence),
      meanings.sorted { $0.key < $1.key }.map { Position(.value(.concept($0.key)), $0.value) })
  }
}

/// What a clash is about: all that its id is made of.
struct Dispute: Hashable {
  let kind: Clash.Kind
  let subject: Concept
  let property: Concept
  /// Told apart by: the value in question, or the two kinds.
  let concepts: [Concept]

  /// 64 bits of FNV-1a over the names, in base 32: 14 bytes, which Swift keeps within the string.
  ///
  /// Source: Fowler, Noll, Vo; draft-eastlake-fnv. Two of a million disputes share an id with a chance of 3 in 10⁸.
  var id: ID<Disagreement> {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in [kind.rawValue, subject.key, property.key] + concepts.map(\.key) {
      for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return ID("d" + String(hash, radix: 32))
  }
}
