import Foundation

/// A moment as pages tell it.
struct When: Sendable {
  let words: String
  let iso: String
}

/// Tells moments in words: near ones by day, far ones by date.
struct Times: Sendable {
  private let calendar: Calendar

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  enum Style {
    /// “27 February, 18:20”
    case full
    /// “27 February”; with the time where it is of today
    case day
    /// “18:20”
    case clock
  }

  init(zone: TimeZone) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    self.calendar = calendar
  }

  func when(_ milliseconds: Int64, now: Date, _ style: Style = .day) -> When {
    when(Date(timeIntervalSince1970: Double(milliseconds) / 1000), now: now, style)
  }

  func when(_ date: Date, now: Date, _ style: Style = .day) -> When {
    let clock = self.clock(date)
    let words =
      switch style {
      case .clock: clock
      case .full: "\(day(date, now: now)), \(clock)"
      case .day: isSameDay(date, now) ? "today, \(clock)" : day(date, now: now)
      }
    return When(words: words, iso: Self.iso(date))
  }

  /// “today”, “yesterday”, “Tuesday” within the last week, “27 February”, “27 February 2025”.
  func day(_ date: Date, now: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
    let days = calendar.dateComponents([.day], from: calendar.startOfDay(for: date), to: calendar.startOfDay(for: now)).day ?? 0
    if days == 0 { return "today" }
    if days == 1 { return "yesterday" }
    if (2..<7).contains(days) { return Self.weekdays[(parts.weekday ?? 1) - 1] }
    let plain = "\(parts.day ?? 1) \(Self.months[(parts.month ?? 1) - 1])"
    return parts.year == calendar.component(.year, from: now) ? plain : "\(plain) \(parts.year ?? 0)"
  }

  /// “Today”, “Sunday 1 March”: the heading of a day.
  func heading(_ date: Date, now: Date) -> String {
    let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
    if isSameDay(date, now) { return "Today" }
    let plain = "\(Self.weekdays[(parts.weekday ?? 1) - 1]) \(parts.day ?? 1) \(Self.months[(parts.month ?? 1) - 1])"
    return parts.year == calendar.component(.year, from: now) ? plain : "\(plain) \(parts.year ?? 0)"
  }

  func startOfDay(_ date: Date) -> Date { calendar.startOfDay(for: date) }

  /// The day that a date field means: “2026-03-01”.
  func date(iso: String) -> Date? {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, iso.utf8.count == 10 else { return nil }
    let components = DateComponents(year: parts[0], month: parts[1], day: parts[2])
    guard components.isValidDate(in: calendar) else { return nil }
    return calendar.date(from: components)
  }

  private func isSameDay(_ one: Date, _ other: Date) -> Bool { calendar.isDate(one, inSameDayAs: other) }

  private func clock(_ date: Date) -> String {
    let parts = calendar.dateComponents([.hour, .minute], from: date)
    func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
    return "\(two(parts.hour)):\(two(parts.minute))"
  }

  /// RFC 3339 in UTC, to the second.
  static func iso(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false).timeZone(separator: .omitted))
  }

  static func iso(_ milliseconds: Int64) -> String { iso(Date(timeIntervalSince1970: Double(milliseconds) / 1000)) }
}
