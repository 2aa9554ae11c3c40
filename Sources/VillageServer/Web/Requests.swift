import HummingbirdCore
import Foundation
import HTTPTypes
import Lessons

/// Keys by which a request that is sent twice is done once.
extension Exchange {
  static let keyLengthMax = 100

  /// A key for a form that is being shown.
  static func newKey() -> String { UUID().uuidString.lowercased() }

  /// The key of a form or of the header `Idempotency-Key`.
  func requestKey(_ form: Form? = nil) throws(Problem) -> String? {
    let given = if let form { form.raw("key") } else { request.headers[.idempotencyKey] }
    guard let given else { return nil }
    guard !given.isEmpty, given.utf8.count <= Self.keyLengthMax, given.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .invalid(form == nil ? "Idempotency-Key" : "key", "is not 1 to \(Self.keyLengthMax) visible ASCII characters")
    }
    return given
  }

  /// Whence an answer is given: the community's view or one's own, of today or of the day asked for.
  func pointOfView(mine: Bool, day: String?) throws(Problem) -> PointOfView {
    var view = PointOfView(member: mine ? try member() : nil, day: Day(utc: site.clock()))
    if let day {
      guard let asked = Day(iso: day) else { throw .invalid("asOf", "is no day such as 2026-03-01") }
      view.day = asked
    }
    return view
  }
}

extension Day {
  /// The day in UTC.
  init?(utc date: Date) { self.init(iso: String(Times.iso(date).prefix(10))) }
}
