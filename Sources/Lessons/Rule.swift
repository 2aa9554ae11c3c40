/// What follows from what: “A food is low-GI if its glycemic index is below 55, unless it is fried.”
public struct Rule: Hashable, Sendable {
  public enum Strength: String, Hashable, Sendable, Codable {
    /// “Every”, “always”, “by definition”: no exception is known.
    case strict
    /// What a plain sentence says: so unless something more particular is taught.
    case byDefault = "default"
    /// “Need not”: it keeps others from concluding the opposite, and concludes nothing itself.
    case defeating
  }

  public let head: Pattern
  /// All must hold.
  public let body: [Condition]
  /// If all of one list are known to hold, the rule says nothing. What is not known does not block.
  public let unless: [[Condition]]
  public let strength: Strength

  public init(_ head: Pattern, if body: [Condition], unless: [[Condition]] = [], strength: Strength = .byDefault) {
    self.head = head
    self.body = body
    self.unless = unless
    self.strength = strength
  }
}

/// A claim with gaps: variables stand where the rule speaks of any.
public struct Pattern: Hashable, Sendable {
  public let subject: Term
  public let property: Concept
  public let object: Term
  public let isNegated: Bool

  public init(_ subject: Term, _ property: Concept, _ object: Term, isNegated: Bool = false) {
    self.subject = subject
    self.property = property
    self.object = object
    self.isNegated = isNegated
  }
}

public enum Term: Hashable, Sendable {
  /// A variable by name; the thing a rule is about is `x`.
  case variable(String)
  case value(Value)
  /// A number computed from others of the thing the rule is about; in heads alone.
  case formula(Formula)

  public static let x = Term.variable("x")
  public static func concept(_ concept: Concept) -> Term { .value(.concept(concept)) }
}

public enum Condition: Hashable, Sendable {
  case pattern(Pattern)
  /// The subject's property is a number within the range; the range's unit is the one compared in.
  case measure(Term, Concept, QuantityRange)
  /// One number of the thing the rule is about stands so to another.
  case comparison(Comparison)
}

extension Rule: Codable {
  private enum CodingKeys: String, CodingKey { case head = "then", body = "if", unless, strength }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Pattern.self, forKey: .head), if: try container.decode([Condition].self, forKey: .body),
      unless: try container.decodeIfPresent([[Condition]].self, forKey: .unless) ?? [],
      strength: try container.decode(Strength.self, forKey: .strength))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(head, forKey: .head)
    try container.encode(body, forKey: .body)
    if !unless.isEmpty { try container.encode(unless, forKey: .unless) }
    try container.encode(strength, forKey: .strength)
  }
}

extension Pattern: Codable {
  private enum CodingKeys: String, CodingKey { case subject, property, object, isNegated = "not" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Term.self, forKey: .subject), try container.decode(Concept.self, forKey: .property),
      try container.decode(Term.self, forKey: .object), isNegated: try container.decodeIfPresent(Bool.self, forKey: .isNegated) ?? false)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(subject, forKey: .subject)
    try container.encode(property, forKey: .property)
    try container.encode(object, forKey: .object)
    if isNegated { try container.encode(true, forKey: .isNegated) }
  }
}

extension Term: Codable {
  private enum Key: String, CodingKey, CaseIterable { case variable, value, formula }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .variable: self = .variable(try container.decode(String.self, forKey: .variable))
    case .value: self = .value(try container.decode(Value.self, forKey: .value))
    case .formula: self = .formula(try container.decode(Formula.self, forKey: .formula))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .variable(let name): try container.encode(name, forKey: .variable)
    case .value(let value): try container.encode(value, forKey: .value)
    case .formula(let formula): try container.encode(formula, forKey: .formula)
    }
  }
}

extension Condition: Codable {
  private enum Key: String, CodingKey, CaseIterable { case pattern, measure, comparison }
  private enum MeasureKey: String, CodingKey { case subject, property, range }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .pattern: self = .pattern(try container.decode(Pattern.self, forKey: .pattern))
    case .measure:
      let measure = try container.nestedContainer(keyedBy: MeasureKey.self, forKey: .measure)
      self = .measure(
        try measure.decode(Term.self, forKey: .subject), try measure.decode(Concept.self, forKey: .property),
        try measure.decode(QuantityRange.self, forKey: .range))
    case .comparison: self = .comparison(try container.decode(Comparison.self, forKey: .comparison))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .pattern(let pattern): try container.encode(pattern, forKey: .pattern)
    case .measure(let subject, let property, let range):
      var measure = container.nestedContainer(keyedBy: MeasureKey.self, forKey: .measure)
      try measure.encode(subject, forKey: .subject)
      try measure.encode(property, forKey: .property)
      try measure.encode(range, forKey: .range)
    case .comparison(let comparison): try container.encode(comparison, forKey: .comparison)
    }
  }
}
