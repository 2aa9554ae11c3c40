public import Ledger

/// A ledger that begins as another did: the same entries to the last byte, and so the same chain.
public enum LedgerFork {
  private static let pageLength = 500

  /// Copies the entries up to one into a ledger that is empty or holds the first of them already, so that whoever was
  /// stopped half-way may just begin again.
  ///
  /// - Returns: where both are the same now.
  /// - Throws: `LedgerError`; `ForkFailure` where the other ledger has gone its own way.
  public static func copy(_ source: any Ledger, upTo last: Int, into target: any Ledger) async throws -> LedgerHead {
    var head = try await target.head()
    let end = try await source.head()
    guard (1...max(1, end.sequence)).contains(last), end.sequence > 0 else { throw ForkFailure.noSuchEntry(last, of: end.sequence) }
    if head.sequence > 0 {
      let there = try await source.entries(after: head.sequence - 1, limit: 1).first
      guard head.sequence <= last, there?.hash == head.hash else { throw ForkFailure.livesItsOwnLife }
    }
    while head.sequence < last {
      let page = try await source.entries(after: head.sequence, limit: min(pageLength, last - head.sequence))
      let drafts = page.map {
        LedgerDraft(kind: $0.kind, payload: $0.payload, author: $0.author, time: $0.time, request: $0.request)
      }
      let written = try await target.append(drafts, after: head.sequence)
      guard let end = written.last, end.hash == page.last?.hash else { throw ForkFailure.livesItsOwnLife }
      head = LedgerHead(end)
    }
    return head
  }
}
