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

  /// The one number it stands for, where it is one.
  var exactAmount: Decimal? {
    guard let lower, let upper, lower.amount == upper.amount else { return nil }
    return lower.amount
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
  private static let tolerance = Decimal(sign: .plus, exponent: -9, significand: 1)

  func isNear(_ other: Decimal) -> Bool {
    self == other || abs(self - other) <= Self.tolerance * max(abs(self), abs(other))
  }
}

extension String {
  /// In lower case with single spaces: how text is compared.
  fileprivate var folded: String { lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
