import Foundation

/// A ledger that lives as long as its process: for tests, trials and views that are thrown away.
public actor MemoryLedger: Ledger {
  private struct RequestKey: Hashable {
    let author: String
    let request: String
  }

  private var stored: [LedgerEntry] = []
  private var byRequest: [RequestKey: Int] = [:]  // index into stored
  private let signal = LedgerSignal()

  public init() {}

  public func append(_ drafts: [LedgerDraft], after sequence: Int) async throws(LedgerError) -> [LedgerEntry] {
    try LedgerDraft.validate(batch: drafts)
    for draft in drafts where !Self.isJSON(draft.payload) { throw .refused("its payload is not JSON") }
    for draft in drafts {
      if let request = draft.request, let index = byRequest[RequestKey(author: draft.author, request: request)] {
        throw .duplicateRequest(stored[index])
      }
    }
    guard sequence == stored.count else { throw .conflict(expected: sequence, actual: stored.count) }
    let entries = LedgerEntry.chain(drafts, after: stored.last.map { LedgerHead($0) } ?? .empty)
    for entry in entries {
      if let request = entry.request { byRequest[RequestKey(author: entry.author, request: request)] = stored.count }
      stored.append(entry)
    }
    signal.announce(stored.count)
    return entries
  }

  public func entries(after sequence: Int, limit: Int) async throws(LedgerError) -> [LedgerEntry] {
    Array(stored.dropFirst(max(0, sequence)).prefix(max(0, limit)))
  }

  public func head() async throws(LedgerError) -> LedgerHead {
    stored.last.map { LedgerHead($0) } ?? .empty
  }

  public func entry(author: String, request: String) async throws(LedgerError) -> LedgerEntry? {
    byRequest[RequestKey(author: author, request: request)].map { stored[$0] }
  }

  public nonisolated func follow(after sequence: Int) -> AsyncThrowingStream<LedgerEntry, any Error> {
    LedgerCursor(self, after: sequence, signal: signal, pollInterval: nil).stream
  }

  private static func isJSON(_ text: String) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) != nil
  }
}
