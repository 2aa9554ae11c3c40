public import Foundation

/// Instants as the ledger writes them: UTC, whole milliseconds, `2026-03-01T09:30:00.125Z`, always 24 bytes.
///
/// One instant has one text, so equal instants hash equally. Written by hand because reading a ledger parses one of
/// these per entry, and Foundation's formatters are far slower than the reading itself.
/// Calendar arithmetic: Hinnant, "chrono-Compatible Low-Level Date Algorithms" (`days_from_civil` and its inverse).
public enum RFC3339 {
  /// Milliseconds since 1970 that have a year of four digits.
  static let millisecondsRange: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// The nearest whole millisecond since 1970, or nil outside the years 0000 to 9999.
  public static func milliseconds(of date: Date) -> Int64? {
    let exact = (date.timeIntervalSince1970 * 1000).rounded()
    guard let milliseconds = Int64(exactly: exact), millisecondsRange.contains(milliseconds) else { return nil }
    return milliseconds
  }

  public static func date(milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  /// Nil outside the years 0000 to 9999.
  public static func string(from date: Date) -> String? {
    milliseconds(of: date).map(string(milliseconds:))
  }

  static func string(milliseconds: Int64) -> String {
    let (days, millisecondOfDay) = milliseconds.dividedDown(by: 86_400_000)
    let (year, month, day) = civil(fromDays: days)
    var text: [UInt8] = []
    text.reserveCapacity(24)
    func write(_ value: Int64, digits: Int, then separator: Unicode.Scalar) {
      var divisor = [1, 10, 100, 1000][digits - 1] as Int64
      while divisor > 0 {
        text.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
        divisor /= 10
      }
      text.append(UInt8(ascii: separator))
    }
    write(year, digits: 4, then: "-")
    write(month, digits: 2, then: "-")
    write(day, digits: 2, then: "T")
    write(millisecondOfDay / 3_600_000, digits: 2, then: ":")
    write(millisecondOfDay / 60_000 % 60, digits: 2, then: ":")
    write(millisecondOfDay / 1000 % 60, digits: 2, then: ".")
    write(millisecondOfDay % 1000, digits: 3, then: "Z")
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads exactly the form that `string(from:)` writes; nil for any other.
  public static func date(parsing text: some StringProtocol) -> Date? {
    milliseconds(parsing: Array(text.utf8)).map(date(milliseconds:))
  }

  static func milliseconds(parsing text: [UInt8]) -> Int64? {
    guard text.count == 24 else { return nil }
    for (index, separator) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "."), (23, "Z")] as [(Int, Unicode.Scalar)] {
      guard text[index] == UInt8(ascii: separator) else { return nil }
    }
    func number(_ range: Range<Int>) -> Int64? {
      var value: Int64 = 0
      for byte in text[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
      let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19), let fraction = number(20..<23),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 60
    else { return nil }
    let days = days(fromCivil: year, month, day)
    guard civil(fromDays: days) == (year, month, day) else { return nil }  // 30 February
    return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + fraction
  }

  private static func days(fromCivil year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year  // a year that begins in March, so that the leap day comes last
    let (era, yearOfEra) = shifted.dividedDown(by: 400)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = (days + 719_468).dividedDown(by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }
}

extension Int64 {
  /// Division that rounds towards minus infinity, for instants before 1970.
  fileprivate func dividedDown(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
