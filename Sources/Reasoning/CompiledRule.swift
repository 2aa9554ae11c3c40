internal import Lessons

/// A rule with its concepts in numbers.
struct CompiledRule {
  enum Term: Hashable {
    case variable(String)
    case concept(Symbol)
    /// A number or text.
    case other(Value)
    case formula(Formula)

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
    case comparison(Comparison)

    var subject: Term {
      switch self {
      case .pattern(let pattern): pattern.subject
      case .measure(let subject, _, _): subject
      case .comparison: .variable("x")
      }
    }

    /// None for a comparison, which may look at several.
    var property: Symbol {
      switch self {
      case .pattern(let pattern): pattern.property
      case .measure(_, let property, _): property
      case .comparison: Symbols.none
      }
    }

    /// Whether it is about numbers.
    var isNumeric: Bool {
      switch self {
      case .pattern: false
      case .measure, .comparison: true
      }
    }
  }

  let slot: Slot
  let id: ID<Lesson>
  let head: Pattern
  let body: [Condition]
  let unless: [[Condition]]
  /// What anything that the rule concludes about meets: its conditions, and that it has the numbers computed with.
  let drivers: [Condition]
  let isStrict: Bool
  let isDefeating: Bool

  init(_ rule: Rule, slot: Slot, id: ID<Lesson>, symbol: (Concept) -> Symbol) {
    self.slot = slot
    self.id = id
    head = Pattern(rule.head, symbol)
    body = rule.body.map { Condition($0, symbol) }
    unless = rule.unless.map { $0.map { Condition($0, symbol) } }
    let (subject, conditions) = (head.subject, body)
    let leaves = (rule.formula?.leaves ?? []) + rule.body.flatMap(\.leaves)
    drivers =
      conditions
      + leaves.map {
        .pattern(Pattern(subject: subject, property: symbol($0.relation), object: .variable("any"), isNegated: false))
      }
    isStrict = rule.strength == .strict
    isDefeating = rule.strength == .defeating
  }
}

extension CompiledRule.Term {
  init(_ term: Lessons.Term, _ symbol: (Concept) -> Symbol) {
    switch term {
    case .variable(let name): self = .variable(name)
    case .value(.concept(let concept)): self = .concept(symbol(concept))
    case .value(let value): self = .other(value)
    case .formula(let formula): self = .formula(formula)
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
    case .comparison(let comparison): self = .comparison(comparison)
    }
  }
}
