public import Foundation

/// Computing with numbers of which only bounds may be known (interval arithmetic: Moore, *Interval Analysis*, 1966,
/// chapter 2). “About” stays about.
extension QuantityRange {
  public func adding(_ other: QuantityRange) -> QuantityRange? {
    guard unit != .date, let other = other.converted(to: unit) else { return nil }
    return QuantityRange(
      lower: Self.both(lower, other.lower, +), upper: Self.both(upper, other.upper, +), unit: unit, about: said(with: other, +))
  }

  public func subtracting(_ other: QuantityRange) -> QuantityRange? {
    guard unit != .date, let other = other.converted(to: unit) else { return nil }
    return QuantityRange(
      lower: Self.both(lower, other.upper, -), upper: Self.both(upper, other.lower, -), unit: unit, about: said(with: other, -))
  }

  /// Nil where numbers below zero meet a missing bound.
  public func multiplied(by other: QuantityRange) -> QuantityRange? {
    guard unit != .date, other.unit != .date else { return nil }
    let (scale, unit) = Unit.product(unit, other.unit)
    return combined(with: other, scale: scale, unit, *)
  }

  /// Nil where the divisor may be zero or less.
  public func divided(by other: QuantityRange) -> QuantityRange? {
    guard unit != .date, other.unit != .date, let least = other.lower, least.amount > 0 else { return nil }
    let (scale, unit) = Unit.quotient(unit, other.unit)
    let inverse = QuantityRange(
      lower: other.upper.map { Bound(1 / $0.amount, isIncluded: $0.isIncluded) } ?? Bound(0, isIncluded: false),
      upper: Bound(1 / least.amount, isIncluded: least.isIncluded))
    if let exact = exactAmount, let divisor = other.exactAmount {
      return QuantityRange(exactly: Quantity(exact / divisor * scale, unit))
    }
    guard var quotient = combined(with: inverse, scale: scale, unit, *) else { return nil }
    if let about = said(with: other, /) { quotient = quotient.said(about: about * scale) }
    return quotient
  }

  private func combined(
    with other: QuantityRange, scale: Decimal, _ unit: Unit, _ operation: (Decimal, Decimal) -> Decimal
  ) -> QuantityRange? {
    func scaled(_ bound: Bound?) -> Bound? { bound.map { Bound($0.amount * scale, isIncluded: $0.isIncluded) } }
    let about = said(with: other, operation).map { $0 * scale }
    if let least = lower, let otherLeast = other.lower, least.amount >= 0, otherLeast.amount >= 0 {
      return QuantityRange(
        lower: scaled(Self.both(lower, other.lower, operation)), upper: scaled(Self.both(upper, other.upper, operation)), unit: unit,
        about: about)
    }
    guard let lower, let upper, let otherLower = other.lower, let otherUpper = other.upper else { return nil }
    let corners = [(lower, otherLower), (lower, otherUpper), (upper, otherLower), (upper, otherUpper)].compactMap {
      Self.both($0, $1, operation)
    }
    return QuantityRange(
      lower: scaled(corners.min { $0.amount < $1.amount }), upper: scaled(corners.max { $0.amount < $1.amount }), unit: unit, about: about)
  }

  private static func both(_ one: Bound?, _ other: Bound?, _ operation: (Decimal, Decimal) -> Decimal) -> Bound? {
    guard let one, let other else { return nil }
    return Bound(operation(one.amount, other.amount), isIncluded: one.isIncluded && other.isIncluded)
  }

  /// The number that was said, of two of which one at least is “about” and none is any other range.
  private func said(with other: QuantityRange, _ operation: (Decimal, Decimal) -> Decimal) -> Decimal? {
    guard about != nil || other.about != nil, let mine = about ?? exactAmount, let theirs = other.about ?? other.exactAmount else {
      return nil
    }
    return operation(mine, theirs)
  }

  private func said(about: Decimal) -> QuantityRange { QuantityRange(lower: lower, upper: upper, unit: unit, about: about) }

  /// The one number it stands for, where it is one.
  public var exactAmount: Decimal? {
    guard let lower, let upper, lower.amount == upper.amount else { return nil }
    return lower.amount
  }

  /// Rounded to so many digits that count: what a division leaves would fill the page.
  public func rounded(toDigits digits: Int) -> QuantityRange {
    func rounded(_ bound: Bound?) -> Bound? { bound.map { Bound($0.amount.rounded(toDigits: digits), isIncluded: $0.isIncluded) } }
    return QuantityRange(lower: rounded(lower), upper: rounded(upper), unit: unit, about: about?.rounded(toDigits: digits))
  }

  // MARK: Comparing

  /// Whether every number here is below every one there; false where none is; nil where some are. Both in one unit.
  func isBelow(_ other: QuantityRange) -> Bool? {
    if let upper, let bound = other.lower {
      if upper.amount < bound.amount || (upper.amount == bound.amount && !(upper.isIncluded && bound.isIncluded)) { return true }
    }
    if let lower, let bound = other.upper, lower.amount >= bound.amount { return false }
    return nil
  }

  func isExactly(_ other: QuantityRange) -> Bool? {
    if !overlaps(other) { return false }
    guard let mine = exactAmount, let theirs = other.exactAmount else { return nil }
    return mine == theirs
  }

  func least(with other: QuantityRange) -> QuantityRange? {
    other.converted(to: unit).map { other in
      QuantityRange(
        lower: zipped(lower, other.lower).map { Self.lesser($0, $1) },
        upper: upper.map { mine in other.upper.map { Self.lesser(mine, $0) } ?? mine } ?? other.upper,
        unit: unit)
    }
  }

  func greatest(with other: QuantityRange) -> QuantityRange? {
    other.converted(to: unit).map { other in
      QuantityRange(
        lower: lower.map { mine in other.lower.map { Self.greater(mine, $0) } ?? mine } ?? other.lower,
        upper: zipped(upper, other.upper).map { Self.greater($0, $1) }, unit: unit)
    }
  }

  private func zipped(_ one: Bound?, _ other: Bound?) -> (Bound, Bound)? { if let one, let other { (one, other) } else { nil } }
  private static func lesser(_ one: Bound, _ other: Bound) -> Bound { other.amount < one.amount ? other : one }
  private static func greater(_ one: Bound, _ other: Bound) -> Bound { other.amount > one.amount ? other : one }
}

extension Decimal {
  /// Halves away from zero.
  public func rounded(toDigits digits: Int) -> Decimal {
    guard !isZero, isFinite else { return self }
    // The exponent of the leading digit.
    var (leading, magnitude) = (exponent, significand)
    while magnitude >= 10 {
      magnitude = (magnitude / 10).rounded(to: 0, .down)
      leading += 1
    }
    return rounded(to: digits - 1 - leading)
  }

  private func rounded(to places: Int, _ mode: RoundingMode) -> Decimal {
    var source = self
    var result = Decimal()
    NSDecimalRound(&result, &source, places, mode)
    return result
  }
}
