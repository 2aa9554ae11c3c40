import Foundation
public import Ledger

extension LedgerDraft {
  /// A draft that differs from others by its number only.
  public static func sample(_ number: Int, author: String = "ada", request: String? = nil) -> LedgerDraft {
    LedgerDraft(
      kind: "sample.taken.v1", payload: #"{"number":\#(number)}"#, author: author,
      time: Date(timeIntervalSince1970: 1_772_357_400 + Double(number)), request: request)
  }
}

extension [LedgerDraft] {
  /// The samples numbered from 0.
  public static func samples(_ count: Int, author: String = "ada") -> [LedgerDraft] {
    (0..<count).map { .sample($0, author: author) }
  }
}
