public import Foundation

/// What a quantity is counted in: `g`, `mg/dL`, `g/100 g`, or nothing.
///
/// The code is a unit, or two with a slash between them, the lower one with an amount where it is not 1. Codes
/// follow UCUM where it has one. A word the table does not know (“serving”) is a unit that converts only to itself.
public struct Unit: Hashable, Sendable {
  public let code: String

  public init(code: String) { self.code = code }

  public static let none = Unit(code: "")
  public static let percent = Unit(code: "%")
  public static let gram = Unit(code: "g")

  /// `g/100 g` from grams, 100, grams.
  public init(_ numerator: Unit, per amount: Decimal, _ denominator: Unit) {
    self.code = "\(numerator.code)/\(amount == 1 ? "" : "\(amount.plain) ")\(denominator.code)"
  }

  /// The part above the slash.
  public var numerator: Unit {
    guard let slash = code.firstIndex(of: "/") else { return self }
    return Unit(code: String(code[..<slash]))
  }

  /// The part below the slash with its amount: 100 g.
  public var per: Quantity? {
    guard let slash = code.firstIndex(of: "/") else { return nil }
    let below = code[code.index(after: slash)...]
    if let space = below.firstIndex(of: " "), let amount = Decimal(plain: below[..<space]) {
      return Quantity(amount, Unit(code: String(below[below.index(after: space)...])))
    }
    return Quantity(1, Unit(code: String(below)))
  }

  /// How many of the other one of this makes; nil where they measure different things.
  public func factor(to other: Unit) -> Decimal? {
    guard self != other else { return 1 }
    guard isCommensurable(with: other) else { return nil }
    let (mine, theirs) = (measure, other.measure)
    guard mine.dimension == theirs.dimension, theirs.factor != 0 else { return nil }
    return mine.factor / theirs.factor
  }

  /// Whether the two measure the same thing. 12 g/100 g is 12 %, and nobody who says 12 alone means 0.12 of it.
  public func isCommensurable(with other: Unit) -> Bool {
    if self == other { return true }
    if (self == .none && other.per != nil) || (other == .none && per != nil) { return false }
    return measure.dimension == other.measure.dimension
  }

  private struct Measure {
    var dimension: [String: Int]
    var factor: Decimal
  }

  private var measure: Measure {
    var result = Self.simple(numerator.code)
    guard let per else { return result }
    let below = Self.simple(per.unit.code)
    for (base, power) in below.dimension { result.dimension[base, default: 0] -= power }
    result.dimension = result.dimension.filter { $0.value != 0 }
    result.factor = result.factor / (below.factor * per.amount)
    return result
  }

  private static func simple(_ code: String) -> Measure {
    if code.isEmpty { return Measure(dimension: [:], factor: 1) }
    if code.contains(".") || UnitPowers.split(code).power > 1 { return compound(code) }
    guard let row = UnitTable.byCode[code] else { return Measure(dimension: [code: 1], factor: 1) }
    return Measure(dimension: row.base.isEmpty ? [:] : [row.base: 1], factor: row.factor)
  }

  /// Of “m2” and “kg.m”.
  private static func compound(_ code: String) -> Measure {
    code.split(separator: ".").reduce(into: Measure(dimension: [:], factor: 1)) { whole, part in
      let (code, power) = UnitPowers.split(String(part))
      let own = simple(code)
      for (base, times) in own.dimension { whole.dimension[base, default: 0] += times * power }
      for _ in 0..<power { whole.factor *= own.factor }
    }
  }
}

extension Unit: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(code: try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(code)
  }
}
