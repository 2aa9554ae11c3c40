internal import struct Foundation.Decimal
internal import Lessons

extension Value {
  /// Whether two teachers who say these say the same: numbers after conversion to one unit and within a relative
  /// 10⁻⁹, which is what a conversion and back can lose; text without regard to case and spacing.
  func says(_ other: Value) -> Bool {
    switch (self, other) {
    case (.concept(let mine), .concept(let theirs)): return mine == theirs
    case (.text(let mine), .text(let theirs)): return mine == theirs || mine.folded == theirs.folded
    default:
      guard let mine = range, let theirs = other.range?.converted(to: mine.unit) else { return false }
      return mine.equals(theirs)
    }
  }

  var isNumeric: Bool {
    switch self {
    case .quantity, .range: true
    case .concept, .text: false
    }
  }

  /// The numbers this stands for in a unit; nil where they measure something else.
  func range(in unit: Unit) -> QuantityRange? { range?.converted(to: unit) }
}

extension QuantityRange {
  /// Both in one unit.
  func equals(_ other: QuantityRange) -> Bool { Self.equal(lower, other.lower) && Self.equal(upper, other.upper) }

  /// Whether two measures of one number tell the same: people round when they convert.
  func isRoughly(_ other: QuantityRange) -> Bool {
    guard unit != .date else { return equals(other) }
    func isNear(_ one: Bound?, _ other: Bound?) -> Bool {
      guard let one = one?.amount, let other = other?.amount else { return (one == nil) == (other == nil) }
      return one.isNear(other, within: .roughly)
    }
    return isNear(lower, other.lower) && isNear(upper, other.upper)
  }

  /// Whether all its numbers are above zero; false where some are not.
  var isPositive: Bool { lower.map { $0.amount > 0 || ($0.amount == 0 && !$0.isIncluded) } ?? false }

  var isZero: Bool { exactAmount == 0 }

  private static func equal(_ one: Bound?, _ other: Bound?) -> Bool {
    switch (one, other) {
    case (nil, nil): true
    case (let one?, let other?): one.isIncluded == other.isIncluded && one.amount.isNear(other.amount)
    default: false
    }
  }
}

extension Decimal {
  fileprivate static let tolerance = Decimal(sign: .plus, exponent: -9, significand: 1)
  fileprivate static let roughly = Decimal(sign: .plus, exponent: -2, significand: 1)

  func isNear(_ other: Decimal, within tolerance: Decimal = Self.tolerance) -> Bool {
    self == other || abs(self - other) <= tolerance * max(abs(self), abs(other))
  }
}

extension String {
  /// In lower case with single spaces: how text is compared.
  fileprivate var folded: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
