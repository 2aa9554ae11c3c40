public import Foundation

/// Days as numbers: what was or will be on a day, in a month, in a year is a value like any other, and before and after are
/// less and more. A day is written 20240331, so that the order of the numbers is that of the days; a month or a year is the
/// range of its days. Such numbers are compared and never computed with.
extension Unit {
  public static let date = Unit(code: "{date}")
}

extension Quantity {
  public init(_ day: Day) { self.init(day.number, .date) }

  /// Nil for what is no day.
  public var day: Day? { unit == .date ? Day(number: amount) : nil }
}

extension Value {
  /// One day, or all from the one to the other.
  public init(from: Day, until: Day) {
    self =
      from == until
      ? .quantity(Quantity(from))
      : .range(QuantityRange(lower: .init(from.number), upper: .init(until.number), unit: .date))
  }

  /// The first and the last day, where it tells a time; either may be open.
  public var days: (from: Day?, until: Day?)? {
    guard let range, range.unit == .date else { return nil }
    return (range.lower.flatMap { Day(number: $0.amount) }, range.upper.flatMap { Day(number: $0.amount) })
  }
}

extension Day {
  public var number: Decimal { Decimal(year * 10_000 + month * 100 + day) }

  public init?(number: Decimal) {
    guard let digits = Int(number.plain) else { return nil }
    self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }
}
