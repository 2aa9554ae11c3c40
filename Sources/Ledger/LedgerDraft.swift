public import Foundation

/// An act on its way into the ledger: it has no sequence number and no hash yet.
public struct LedgerDraft: Hashable, Sendable {
  public static let kindBytesMax = 100
  public static let payloadBytesMax = 1 << 20
  public static let authorBytesMax = 200
  public static let requestBytesMax = 200

  /// The wire name with its version, `lesson.taught.v1`.
  public let kind: String
  /// JSON, kept byte for byte; the caller writes its keys sorted so that equal acts have equal text.
  public let payload: String
  /// A member's id, never a name.
  public let author: String
  /// Rounded to whole milliseconds.
  public let time: Date
  /// The idempotency key: one author uses it once. Of the drafts that one request makes, the first carries it.
  public let request: String?

  public init(kind: String, payload: String, author: String, time: Date, request: String? = nil) {
    self.kind = kind
    self.payload = payload
    self.author = author
    self.time = RFC3339.milliseconds(of: time).map(RFC3339.date(milliseconds:)) ?? time
    self.request = request
  }

  /// Throws `.refused` for what no ledger takes. Whether the payload is JSON is left to the adapter: SQLite checks it
  /// in the same breath as it stores it.
  func validate() throws(LedgerError) {
    try Self.check(kind, "kind", bytesMax: Self.kindBytesMax)
    try Self.check(payload, "payload", bytesMax: Self.payloadBytesMax)
    try Self.check(author, "author", bytesMax: Self.authorBytesMax)
    if let request { try Self.check(request, "request", bytesMax: Self.requestBytesMax) }
    guard RFC3339.milliseconds(of: time) != nil else { throw .refused("its time is outside the years 0000 to 9999") }
  }

  private static func check(_ text: String, _ field: String, bytesMax: Int) throws(LedgerError) {
    guard !text.isEmpty else { throw .refused("its \(field) is empty") }
    guard text.utf8.count <= bytesMax else { throw .refused("its \(field) is longer than \(bytesMax) bytes") }
    // SQLite ends a text at its first NUL, so what follows would be lost without a word.
    guard !text.utf8.contains(0) else { throw .refused("its \(field) contains a NUL character") }
  }

  /// Throws `.refused` when two drafts of one batch carry one author's same request key.
  static func validate(batch drafts: [LedgerDraft]) throws(LedgerError) {
    var seen: Set<[String]> = []
    for draft in drafts {
      try draft.validate()
      guard let request = draft.request else { continue }
      guard seen.insert([draft.author, request]).inserted else { throw .refused("its request key is used twice in one batch") }
    }
  }
}
