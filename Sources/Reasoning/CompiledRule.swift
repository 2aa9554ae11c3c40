internal import Lessons

/// A rule with its concepts in numbers.
struct CompiledRule {
  enum Term: Hashable {
    case variable(String)
    case concept(Symbol)
    /// A number or text.
    case other(Value)

    var symbol: Symbol? { if case .concept(let symbol) = self { symbol } else { nil } }
  }

  struct Pattern: Hashable {
    let subject: Term
    let property: Symbol
    let object: Term
    let isNegated: Bool
  }

  enum Condition: Hashable {
    case pattern(Pattern)
    case measure(Term, Symbol, QuantityRange)

    var subject: Term {
      switch self {
      case .pattern(let pattern): pattern.subject
      case .measure(let subject, _, _): subject
      }
    }

    var property: Symbol {
      switch self {
      case .pattern(let pattern): pattern.property
      case .measure(_, let property, _): property
      }
    }
  }

  let slot: Slot
  let id: ID<Lesson>
  let head: Pattern
  let body: [Condition]
  let unless: [[Condition]]
  let isStrict: Bool

  init(_ rule: Rule, slot: Slot, id: ID<Lesson>, symbol: (Concept) -> Symbol) {
    self.slot = slot
    self.id = id
    head = Pattern(rule.head, symbol)
    body = rule.body.map { Condition($0, symbol) }
    unless = rule.unless.map { $0.map { Condition($0, symbol) } }
    isStrict = rule.strength == .strict
  }
}

extension CompiledRule.Term {
  init(_ term: Lessons.Term, _ symbol: (Concept) -> Symbol) {
    switch term {
    case .variable(let name): self = .variable(name)
    case .value(.concept(let concept)): self = .concept(symbol(concept))
    case .value(let value): self = .other(value)
    }
  }
}

extension CompiledRule.Pattern {
  init(_ pattern: Lessons.Pattern, _ symbol: (Concept) -> Symbol) {
    self.init(
      subject: CompiledRule.Term(pattern.subject, symbol), property: symbol(pattern.property),
      object: CompiledRule.Term(pattern.object, symbol), isNegated: pattern.isNegated)
  }
}

extension CompiledRule.Condition {
  init(_ condition: Lessons.Condition, _ symbol: (Concept) -> Symbol) {
    switch condition {
    case .pattern(let pattern): self = .pattern(CompiledRule.Pattern(pattern, symbol))
    case .measure(let subject, let property, let range): self = .measure(CompiledRule.Term(subject, symbol), symbol(property), range)
    }
  }
}
