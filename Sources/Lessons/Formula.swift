internal import Foundation

/// What a number is computed from, of the thing that a rule is about: “its glycemic index times its carbs divided by 100”.
public indirect enum Formula: Hashable, Sendable {
  case quantity(Quantity)
  /// “its carbs”
  case property(Concept)
  /// “the sum of the carbs of what it contains”
  case aggregate(Aggregate)
  case plus(Formula, Formula)
  case minus(Formula, Formula)
  case times(Formula, Formula)
  case over(Formula, Formula)

  /// What it looks up, each once, in the order in which they are said.
  public var leaves: [Formula] {
    switch self {
    case .quantity: []
    case .property, .aggregate: [self]
    case .plus(let one, let other), .minus(let one, let other), .times(let one, let other), .over(let one, let other):
      one.leaves + other.leaves.filter { !one.leaves.contains($0) }
    }
  }

  /// The numbers that come out where the leaves stand for these; nil where units do not go together, a divisor may be
  /// zero, or a leaf is missing.
  public func value(_ leaf: (Formula) -> QuantityRange?) -> QuantityRange? {
    switch self {
    case .quantity(let quantity): return QuantityRange(exactly: quantity)
    case .property, .aggregate: return leaf(self)
    case .plus(let one, let other): return both(one, other, leaf) { $0.adding($1) }
    case .minus(let one, let other): return both(one, other, leaf) { $0.subtracting($1) }
    case .times(let one, let other): return both(one, other, leaf) { $0.multiplied(by: $1) }
    case .over(let one, let other): return both(one, other, leaf) { $0.divided(by: $1) }
    }
  }

  private func both(
    _ one: Formula, _ other: Formula, _ leaf: (Formula) -> QuantityRange?, _ combine: (QuantityRange, QuantityRange) -> QuantityRange?
  ) -> QuantityRange? {
    guard let one = one.value(leaf), let other = other.value(leaf) else { return nil }
    return combine(one, other)
  }
}

/// One number for all that a thing has under a relation.
public struct Aggregate: Hashable, Sendable, Codable {
  public enum Function: String, Hashable, Sendable, Codable {
    case count, sum, average, least, greatest
  }

  public let function: Function
  /// The number looked up of each; nil for a count.
  public let property: Concept?
  /// What leads to them: contains.
  public let relation: Concept
  /// Only those of this kind; nil: all.
  public let kind: Concept?

  public init(_ function: Function, of property: Concept? = nil, over relation: Concept, kind: Concept? = nil) {
    self.function = function
    self.property = property
    self.relation = relation
    self.kind = kind
  }

  private enum CodingKeys: String, CodingKey { case function, property = "of", relation = "over", kind }

  /// What comes of the numbers of all; nil for the least of none and where units do not go together.
  ///
  /// - Parameter isComplete: whether these are known to be all. A count of some is “at least so many”.
  public func value(_ numbers: [QuantityRange], isComplete: Bool) -> QuantityRange? {
    if function == .count {
      let count = QuantityRange.Bound(.init(numbers.count))
      return QuantityRange(lower: count, upper: isComplete ? count : nil)
    }
    guard let first = numbers.first else { return nil }
    let all = numbers.dropFirst()
    switch function {
    case .count: return nil
    case .sum: return all.reduce(first) { sum, next in sum?.adding(next) }
    case .average:
      return all.reduce(first) { sum, next in sum?.adding(next) }?.divided(by: QuantityRange(exactly: Quantity(.init(numbers.count))))
    case .least: return all.reduce(first) { least, next in least?.least(with: next) }
    case .greatest: return all.reduce(first) { greatest, next in greatest?.greatest(with: next) }
    }
  }
}

/// One number beside another: “its sugar is above its fiber”, “it contains at least three vegetables”.
public struct Comparison: Hashable, Sendable, Codable {
  public enum Relation: String, Hashable, Sendable, Codable {
    case below, atMost, above, atLeast, equal
  }

  public let left: Formula
  public let relation: Relation
  public let right: Formula

  public init(_ left: Formula, _ relation: Relation, _ right: Formula) {
    self.left = left
    self.relation = relation
    self.right = right
  }

  /// What is looked up, each once.
  public var leaves: [Formula] { left.leaves + right.leaves.filter { !left.leaves.contains($0) } }

  /// Whether it holds of all numbers that the two may stand for; nil where it holds of some, or they measure different things.
  public func holds(_ leaf: (Formula) -> QuantityRange?) -> Bool? {
    guard let left = left.value(leaf), let right = right.value(leaf)?.converted(to: left.unit) else { return nil }
    switch relation {
    case .below: return left.isBelow(right)
    case .atLeast: return left.isBelow(right).map { !$0 }
    case .above: return right.isBelow(left)
    case .atMost: return right.isBelow(left).map { !$0 }
    case .equal: return left.isExactly(right)
    }
  }

  private enum CodingKeys: String, CodingKey { case left, relation = "is", right }
}

extension Formula: Codable {
  private enum Key: String, CodingKey, CaseIterable { case quantity, property, aggregate, plus, minus, times, over }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let key = try container.onlyKey()
    func two(_ combine: (Formula, Formula) -> Formula) throws -> Formula {
      var pair = try container.nestedUnkeyedContainer(forKey: key)
      return combine(try pair.decode(Formula.self), try pair.decode(Formula.self))
    }
    self =
      switch key {
      case .quantity: .quantity(try container.decode(Quantity.self, forKey: key))
      case .property: .property(try container.decode(Concept.self, forKey: key))
      case .aggregate: .aggregate(try container.decode(Aggregate.self, forKey: key))
      case .plus: try two(Formula.plus)
      case .minus: try two(Formula.minus)
      case .times: try two(Formula.times)
      case .over: try two(Formula.over)
      }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .quantity(let quantity): try container.encode(quantity, forKey: .quantity)
    case .property(let property): try container.encode(property, forKey: .property)
    case .aggregate(let aggregate): try container.encode(aggregate, forKey: .aggregate)
    case .plus(let one, let other): try container.encode([one, other], forKey: .plus)
    case .minus(let one, let other): try container.encode([one, other], forKey: .minus)
    case .times(let one, let other): try container.encode([one, other], forKey: .times)
    case .over(let one, let other): try container.encode([one, other], forKey: .over)
    }
  }
}
