public import Foundation

/// How a number of one thing stands to that of another: “An avocado has twice as much fat as an egg.”
public struct Contrast: Hashable, Sendable {
  public let property: Concept
  public let subject: Concept
  public let relation: Comparison.Relation
  /// How many times the other's number is meant: 2 for “twice as much”.
  public let factor: Decimal
  public let other: Concept

  public init(_ property: Concept, of subject: Concept, _ relation: Comparison.Relation, _ factor: Decimal = 1, of other: Concept) {
    self.property = property
    self.subject = subject
    self.relation = relation
    self.factor = factor
    self.other = other
  }

  /// Whether it holds of all numbers that the two may be; nil where it holds of some, or they measure different things.
  public func holds(_ one: QuantityRange, _ two: QuantityRange) -> Bool? {
    let times = Formula.times(.quantity(Quantity(factor)), .property(other))
    let right: Formula = factor == 1 ? .property(other) : times
    return Comparison(.property(subject), relation, right).holds { leaf in
      switch leaf {
      case .property(subject): one
      case .property(other): two
      default: nil
      }
    }
  }

  /// The same said from the other side; nil where a factor is in the way.
  public var turned: Contrast? {
    guard factor == 1 else { return nil }
    let turned: Comparison.Relation =
      switch relation {
      case .above: .below
      case .below: .above
      case .atLeast: .atMost
      case .atMost: .atLeast
      case .equal: .equal
      }
    return Contrast(property, of: other, turned, of: subject)
  }
}

/// Which of several has most or least of something: “Which fruit has the highest glycemic index?”
public struct Extreme: Hashable, Sendable, Codable {
  public let property: Concept
  public let isGreatest: Bool
  /// The kind asked about; nil where the things are named.
  public let kind: Concept?
  /// The things asked about; empty where a kind is.
  public let among: [Concept]

  public init(_ property: Concept, isGreatest: Bool, kind: Concept? = nil, among: [Concept] = []) {
    self.property = property
    self.isGreatest = isGreatest
    self.kind = kind
    self.among = among
  }
}

extension Contrast: Codable {
  private enum CodingKeys: String, CodingKey { case property, subject = "of", relation = "is", factor = "times", other = "than" }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let factor = try container.decodeIfPresent(String.self, forKey: .factor)
    self.init(
      try container.decode(Concept.self, forKey: .property), of: try container.decode(Concept.self, forKey: .subject),
      try container.decode(Comparison.Relation.self, forKey: .relation), factor.flatMap { Decimal(plain: $0) } ?? 1,
      of: try container.decode(Concept.self, forKey: .other))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(property, forKey: .property)
    try container.encode(subject, forKey: .subject)
    try container.encode(relation, forKey: .relation)
    if factor != 1 { try container.encode(factor.plain, forKey: .factor) }
    try container.encode(other, forKey: .other)
  }
}
