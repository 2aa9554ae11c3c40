public import Foundation

/// An act in the ledger: numbered, timed, and bound by its hash to every entry before it.
public struct LedgerEntry: Hashable, Sendable {
  /// Gapless, from 1.
  public let sequence: Int
  /// The wire name with its version, `lesson.taught.v1`.
  public let kind: String
  /// JSON, byte for byte as it was appended.
  public let payload: String
  /// A member's id, never a name.
  public let author: String
  /// Whole milliseconds; on the wire RFC 3339 in UTC (`RFC3339`).
  public let time: Date
  /// The idempotency key, at most once per author.
  public let request: String?
  /// The hash of the entry before; `.zero` for the first.
  public let previous: Digest32
  /// SHA-256 of everything above, in the layout of docs/ledger-format.md.
  public let hash: Digest32

  /// For adapters: an entry as it was stored, its hash taken on trust. `Ledger.verify` does not trust it.
  public init(
    sequence: Int, kind: String, payload: String, author: String, time: Date, request: String?, previous: Digest32, hash: Digest32
  ) {
    self.sequence = sequence
    self.kind = kind
    self.payload = payload
    self.author = author
    self.time = time
    self.request = request
    self.previous = previous
    self.hash = hash
  }

  /// The entry that a draft becomes right after `head`.
  public init(_ draft: LedgerDraft, after head: LedgerHead) {
    let unsealed = LedgerEntry(
      sequence: head.sequence + 1, kind: draft.kind, payload: draft.payload, author: draft.author, time: draft.time,
      request: draft.request, previous: head.hash, hash: .zero)
    self.init(
      sequence: unsealed.sequence, kind: draft.kind, payload: draft.payload, author: draft.author, time: draft.time,
      request: draft.request, previous: head.hash, hash: unsealed.computedHash)
  }

  /// The entries that a batch becomes, each bound to the one before.
  static func chain(_ drafts: [LedgerDraft], after head: LedgerHead) -> [LedgerEntry] {
    var head = head
    return drafts.map { draft in
      let entry = LedgerEntry(draft, after: head)
      head = LedgerHead(entry)
      return entry
    }
  }
}

/// Where a ledger ends: the last sequence number and hash. It vouches for everything before it, so a head noted
/// elsewhere shows later whether history was rewritten or cut off.
public struct LedgerHead: Hashable, Sendable {
  /// The head of a ledger without entries.
  public static let empty = LedgerHead(sequence: 0, hash: .zero)

  public let sequence: Int
  public let hash: Digest32

  public init(sequence: Int, hash: Digest32) {
    self.sequence = sequence
    self.hash = hash
  }

  public init(_ entry: LedgerEntry) {
    self.init(sequence: entry.sequence, hash: entry.hash)
  }
}
