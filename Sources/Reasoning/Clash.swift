public import Lessons

/// Lessons that cannot all hold, with a question on which those who follow them would answer differently.
///
/// Clashes are found, never stored: they come and go with the lessons. Their ids depend on what is disputed and not
/// on who disputes it, so what people say and settle about one stays with it.
public struct Clash: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Different values where a thing has only one.
    case values
    /// A claim and its negation.
    case negation
    /// A thing of two kinds that share nothing.
    case disjointKinds = "disjoint kinds"
    /// What a rule concludes, and what is taught of the very thing.
    case ruleAgainstFact = "rule against fact"
    /// What two rules conclude of whatever meets the conditions of both.
    case rules
    /// One sentence, taught for two questions. Found by who keeps the examples, not here.
    case exampleMeanings = "one sentence, two questions"
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
  /// A sentence that its teachers give different meanings.
  ///
  /// - Parameter meanings: the lessons by the question each says is asked; two at least.
  public init(over sentence: Concept, meanings: [Concept: [ID<Lesson>]]) {
    let questions = meanings.sorted { ($0.value.min() ?? "", $0.key) < ($1.value.min() ?? "", $1.key) }
    self.init(
      id: Dispute(kind: .exampleMeanings, subject: sentence, property: "asks", concepts: []).id, kind: .exampleMeanings,
      subject: sentence, property: "asks", value: nil, sides: questions.map { $0.value.sorted() },
      witness: Witness(question: .taught(sentence), answers: questions.map { .value(.concept($0.key)) }))
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
