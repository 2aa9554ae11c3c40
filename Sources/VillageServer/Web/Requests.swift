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
}

extension Day {
  /// The day in UTC.
  init?(utc date: Date) { self.init(iso: String(Times.iso(date).prefix(10))) }
}
