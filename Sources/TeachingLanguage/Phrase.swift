public import Lessons

/// A teaching with the qualifiers it was taught under.
public struct Taught: Hashable, Sendable {
  public let teaching: Teaching
  public let qualifiers: Qualifiers

  public init(_ teaching: Teaching, _ qualifiers: Qualifiers = .none) {
    self.teaching = teaching
    self.qualifiers = qualifiers
  }
}

/// What is said of a thing: its glycemic index is 51; it is a fruit; it contains no gluten.
struct Predicate: Hashable {
  var property: Concept
  var value: Value
  var isNegated = false
  /// Whether it was said with a noun: “is a fruit” and not “is sweet”.
  var isNoun = false

  /// The same as a condition on `x`; nil for “not exactly 51”, which no condition can hold.
  var condition: Condition? {
    guard let range = value.range else { return .pattern(Pattern(.x, property, .value(value), isNegated: isNegated)) }
    guard isNegated else { return .measure(.x, property, range) }
    switch (range.lower, range.upper) {
    case (nil, let upper?):
      return .measure(.x, property, QuantityRange(lower: .init(upper.amount, isIncluded: !upper.isIncluded), upper: nil, unit: range.unit))
    case (let lower?, nil):
      return .measure(.x, property, QuantityRange(lower: nil, upper: .init(lower.amount, isIncluded: !lower.isIncluded), unit: range.unit))
    default: return nil
    }
  }

  func claim(about subject: Concept) -> Claim { Claim(subject, property, value, isNegated: isNegated) }
  var pattern: Pattern { Pattern(.x, property, .value(value), isNegated: isNegated) }

  init(_ property: Concept, _ value: Value, isNegated: Bool = false, isNoun: Bool = false) {
    self.property = property
    self.value = value
    self.isNegated = isNegated
    self.isNoun = isNoun
  }

  /// Nil where the object is a variable.
  init?(_ pattern: Pattern) {
    guard case .value(let value) = pattern.object, pattern.subject == .x else { return nil }
    self.init(pattern.property, value, isNegated: pattern.isNegated)
  }
}

/// Days from one to another, either of which may be missing.
struct Period: Hashable {
  var from: Day?
  var until: Day?
}

/// What a stretch of words means, between single words and whole sentences.
enum Phrase: Hashable {
  case nothing
  case concept(Concept)
  case concepts([Concept])
  case value(Value)
  case values([Value])
  case text(String)
  case texts([String])
  case period(Period)
  case predicates([Predicate])
  case conditions([Condition])
  case alternatives([[Condition]])
  case qualifiers(Qualifiers)
  case triggers([Guideline.Trigger])
  case advice([Guideline.Advice])
  case formula(Computed)
  case steps([Step])
  case compared(Comparison.Relation, Computed)
  case piece(ProcedurePiece)
  case next(Procedure.Next)
  case wording(Wording)
  case taught([Taught])
  case question(Question)
  case meaning(Reading.Meaning)
}

extension Phrase {
  var concept: Concept? { if case .concept(let concept) = self { concept } else { nil } }

  var concepts: [Concept]? {
    switch self {
    case .concept(let concept): [concept]
    case .concepts(let concepts): concepts
    default: nil
    }
  }

  /// A concept counts as a value: the capital is Lisbon.
  var value: Value? {
    switch self {
    case .value(let value): value
    case .concept(let concept): .concept(concept)
    case .text(let text): .text(text)
    default: nil
    }
  }

  var values: [Value]? {
    switch self {
    case .values(let values): values
    case .concepts(let concepts): concepts.map { .concept($0) }
    default: value.map { [$0] }
    }
  }

  var quantity: Quantity? { value?.quantity }
  var text: String? { if case .text(let text) = self { text } else { nil } }
  var texts: [String]? { if case .texts(let texts) = self { texts } else { text.map { [$0] } } }
  var period: Period? { if case .period(let period) = self { period } else { nil } }
  var predicates: [Predicate]? { if case .predicates(let predicates) = self { predicates } else { nil } }
  var conditions: [Condition]? { if case .conditions(let conditions) = self { conditions } else { nil } }
  var alternatives: [[Condition]]? { if case .alternatives(let all) = self { all } else { nil } }
  var qualifiers: Qualifiers? { if case .qualifiers(let qualifiers) = self { qualifiers } else { nil } }
  var triggers: [Guideline.Trigger]? { if case .triggers(let triggers) = self { triggers } else { nil } }
  var advice: [Guideline.Advice]? { if case .advice(let advice) = self { advice } else { nil } }
  var taught: [Taught]? { if case .taught(let taught) = self { taught } else { nil } }
  var question: Question? { if case .question(let question) = self { question } else { nil } }
}
