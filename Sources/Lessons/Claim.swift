/// A statement that something has a property with a value, or has not: Wikidata's claim.
public struct Claim: Hashable, Sendable {
  public let subject: Concept
  public let property: Concept
  public let value: Value
  /// “A banana does *not* contain gluten.” Not taught is something else: unknown.
  public let isNegated: Bool

  public init(_ subject: Concept, _ property: Concept, _ value: Value, isNegated: Bool = false) {
    self.subject = subject
    self.property = property
    self.value = value
    self.isNegated = isNegated
  }

  /// The same about another thing, where the word stood for the subject or the value; a pronoun stands for the subject.
  public func meaning(_ concept: Concept, by word: String) -> Claim? {
    let key = Concept(word).key
    if key == subject.key || Self.pronouns.contains(key) { return Claim(concept, property, value, isNegated: isNegated) }
    guard value.concept?.key == key else { return nil }
    return Claim(subject, property, .concept(concept), isNegated: isNegated)
  }

  private static let pronouns: Set<String> = ["it", "they", "he", "she", "this", "that", "these", "those", "its", "their"]

  /// The claim that cannot hold together with this one.
  public var negation: Claim { Claim(subject, property, value, isNegated: !isNegated) }
}

/// What a property of a concept can be.
public enum Value: Hashable, Sendable {
  case concept(Concept)
  case quantity(Quantity)
  indirect case range(QuantityRange)
  case text(String)

  /// The numbers this stands for: a quantity is a range of one number. Nil for concepts and text.
  public var range: QuantityRange? {
    switch self {
    case .quantity(let quantity): QuantityRange(exactly: quantity)
    case .range(let range): range
    case .concept, .text: nil
    }
  }

  public var concept: Concept? { if case .concept(let concept) = self { concept } else { nil } }

  public var quantity: Quantity? { if case .quantity(let quantity) = self { quantity } else { nil } }
}

extension Claim: Codable {
  private enum CodingKeys: String, CodingKey {
    case subject, property, value, isNegated = "not"
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Concept.self, forKey: .subject), try container.decode(Concept.self, forKey: .property),
      try container.decode(Value.self, forKey: .value), isNegated: try container.decodeIfPresent(Bool.self, forKey: .isNegated) ?? false)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(subject, forKey: .subject)
    try container.encode(property, forKey: .property)
    try container.encode(value, forKey: .value)
    if isNegated { try container.encode(true, forKey: .isNegated) }
  }
}

extension Value: Codable {
  private enum Key: String, CodingKey, CaseIterable { case concept, quantity, range, text }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    switch try container.onlyKey() {
    case .concept: self = .concept(try container.decode(Concept.self, forKey: .concept))
    case .quantity: self = .quantity(try container.decode(Quantity.self, forKey: .quantity))
    case .range: self = .range(try container.decode(QuantityRange.self, forKey: .range))
    case .text: self = .text(try container.decode(String.self, forKey: .text))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .concept(let concept): try container.encode(concept, forKey: .concept)
    case .quantity(let quantity): try container.encode(quantity, forKey: .quantity)
    case .range(let range): try container.encode(range, forKey: .range)
    case .text(let text): try container.encode(text, forKey: .text)
    }
  }
}

extension KeyedDecodingContainer where Key: CaseIterable {
  /// The one key of an object that stands for a case of an enumeration.
  func onlyKey() throws -> Key {
    let present = allKeys
    guard present.count == 1, let key = present.first else {
      let known = Key.allCases.map(\.stringValue).joined(separator: ", ")
      throw DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: "expected exactly one of: \(known)"))
    }
    return key
  }
}
