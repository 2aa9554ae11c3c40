public import Foundation

/// An exact decimal number with a unit: 23.3 g/100 g.
public struct Quantity: Hashable, Sendable {
  public let amount: Decimal
  public let unit: Unit

  public init(_ amount: Decimal, _ unit: Unit = .none) {
    self.amount = amount
    self.unit = unit
  }

  /// The same quantity in another unit; nil where the two do not measure the same thing.
  public func converted(to other: Unit) -> Quantity? {
    if unit == other { return self }
    guard let factor = unit.factor(to: other) else { return nil }
    return Quantity(amount * factor, other)
  }

  /// What a share of this much comes to: 23.3 g/100 g of 150 g is 34.95 g. Nil where this is no share of such a thing.
  public func share(of whole: Quantity) -> Quantity? {
    guard let per = unit.per, let measured = whole.converted(to: per.unit), per.amount != 0 else { return nil }
    return Quantity(amount * measured.amount / per.amount, unit.numerator)
  }
}

/// Numbers between two bounds, either of which may be missing: “between 48 and 54”, “at least 48”, “about 51”.
public struct QuantityRange: Hashable, Sendable {
  public struct Bound: Hashable, Sendable {
    public let amount: Decimal
    public let isIncluded: Bool

    public init(_ amount: Decimal, isIncluded: Bool = true) {
      self.amount = amount
      self.isIncluded = isIncluded
    }
  }

  public let lower: Bound?
  public let upper: Bound?
  public let unit: Unit
  /// The number that was said where the range is only its surroundings: “about 51”.
  public let about: Decimal?

  public init(lower: Bound?, upper: Bound?, unit: Unit = .none, about: Decimal? = nil) {
    self.lower = lower
    self.upper = upper
    self.unit = unit
    self.about = about
  }

  public init(exactly quantity: Quantity) {
    self.init(lower: Bound(quantity.amount), upper: Bound(quantity.amount), unit: quantity.unit)
  }

  /// “About” means within a tenth, either way.
  public init(about quantity: Quantity) {
    let slack = abs(quantity.amount) / 10
    self.init(
      lower: Bound(quantity.amount - slack), upper: Bound(quantity.amount + slack), unit: quantity.unit, about: quantity.amount)
  }

  public func converted(to other: Unit) -> QuantityRange? {
    if unit == other { return self }
    guard let factor = unit.factor(to: other) else { return nil }
    return QuantityRange(
      lower: lower.map { Bound($0.amount * factor, isIncluded: $0.isIncluded) },
      upper: upper.map { Bound($0.amount * factor, isIncluded: $0.isIncluded) },
      unit: other, about: about.map { $0 * factor })
  }

  public func contains(_ amount: Decimal) -> Bool {
    if let lower, amount < lower.amount || (amount == lower.amount && !lower.isIncluded) { return false }
    if let upper, amount > upper.amount || (amount == upper.amount && !upper.isIncluded) { return false }
    return true
  }

  /// Whether every number of this range is one of the other. Both in one unit.
  public func isWithin(_ other: QuantityRange) -> Bool {
    if let bound = other.lower {
      guard let lower, lower.amount > bound.amount || (lower.amount == bound.amount && (bound.isIncluded || !lower.isIncluded))
      else { return false }
    }
    if let bound = other.upper {
      guard let upper, upper.amount < bound.amount || (upper.amount == bound.amount && (bound.isIncluded || !upper.isIncluded))
      else { return false }
    }
    return true
  }

  /// Whether some number lies in both. Both in one unit.
  public func overlaps(_ other: QuantityRange) -> Bool {
    !Self.isBelow(upper, other.lower) && !Self.isBelow(other.upper, lower)
  }

  /// The numbers that are in both; nil where there are none. Both in one unit.
  public func intersection(_ other: QuantityRange) -> QuantityRange? {
    guard overlaps(other) else { return nil }
    func tighter(_ one: Bound?, _ other: Bound?, _ isTighter: (Decimal, Decimal) -> Bool) -> Bound? {
      guard let one, let other else { return one ?? other }
      if one.amount == other.amount { return one.isIncluded ? other : one }
      return isTighter(one.amount, other.amount) ? one : other
    }
    return QuantityRange(lower: tighter(lower, other.lower, >), upper: tighter(upper, other.upper, <), unit: unit)
  }

  /// The range cut at some of its numbers: first the stretches between them, then the numbers themselves.
  public func pieces(cutAt amounts: [Decimal]) -> [QuantityRange] {
    let cuts = Set(amounts.filter(contains)).sorted()
    guard !cuts.isEmpty, lower != upper || lower == nil else { return [self] }
    let lowers = [lower] + cuts.map { Bound($0, isIncluded: false) }
    let uppers = cuts.map { Bound($0, isIncluded: false) } + [upper]
    let stretches = zip(lowers, uppers).filter { pair in
      guard let low = pair.0, let high = pair.1 else { return true }
      return low.amount < high.amount
    }
    return stretches.map { QuantityRange(lower: $0, upper: $1, unit: unit) }
      + cuts.map { QuantityRange(exactly: Quantity($0, unit)) }
  }

  private static func isBelow(_ upper: Bound?, _ lower: Bound?) -> Bool {
    guard let upper, let lower else { return false }
    return upper.amount < lower.amount || (upper.amount == lower.amount && !(upper.isIncluded && lower.isIncluded))
  }
}

extension Decimal {
  /// Reads plain digits with at most one point: `51`, `-0.5`. Nothing else, no locale, no exponent.
  public init?(plain text: some StringProtocol) {
    var seenPoint = false
    var digits = 0
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "."): if seenPoint { return nil } else { seenPoint = true }
      case UInt8(ascii: "-"): if index != 0 { return nil }
      default: return nil
      }
    }
    guard digits > 0, digits <= 30 else { return nil }
    self.init(string: String(text), locale: nil)
  }

  /// Plain digits, the same on every machine.
  public var plain: String {
    var copy = self
    return NSDecimalString(&copy, nil)
  }

  /// To so many places after the point, halves away from zero, trailing zeros gone.
  public func rounded(to places: Int) -> Decimal {
    var source = self
    var result = Decimal()
    NSDecimalRound(&result, &source, places, .plain)
    return result
  }
}

extension Quantity: Codable {
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    let amount = try container.decodeDecimal()
    self.init(amount, Unit(code: try container.decodeIfPresent(String.self) ?? ""))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(amount.plain)
    if unit != .none { try container.encode(unit.code) }
  }
}

extension QuantityRange: Codable {
  private enum Key: String, CodingKey { case from, above, to, below, about, unit }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func bound(_ included: Key, _ excluded: Key) throws -> Bound? {
      if let amount = try container.decodeDecimalIfPresent(included) { return Bound(amount) }
      if let amount = try container.decodeDecimalIfPresent(excluded) { return Bound(amount, isIncluded: false) }
      return nil
    }
    self.init(
      lower: try bound(.from, .above), upper: try bound(.to, .below),
      unit: Unit(code: try container.decodeIfPresent(String.self, forKey: .unit) ?? ""),
      about: try container.decodeDecimalIfPresent(.about))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if let lower { try container.encode(lower.amount.plain, forKey: lower.isIncluded ? .from : .above) }
    if let upper { try container.encode(upper.amount.plain, forKey: upper.isIncluded ? .to : .below) }
    try container.encodeIfPresent(about?.plain, forKey: .about)
    if unit != .none { try container.encode(unit.code, forKey: .unit) }
  }
}

extension UnkeyedDecodingContainer {
  fileprivate mutating func decodeDecimal() throws -> Decimal {
    let text = try decode(String.self)
    guard let amount = Decimal(plain: text) else {
      throw DecodingError.dataCorruptedError(in: self, debugDescription: "“\(text)” is no plain decimal number")
    }
    return amount
  }
}

extension KeyedDecodingContainer {
  fileprivate func decodeDecimalIfPresent(_ key: Key) throws -> Decimal? {
    guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
    guard let amount = Decimal(plain: text) else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "“\(text)” is no plain decimal number")
    }
    return amount
  }
}
