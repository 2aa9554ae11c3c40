/// An append-only, totally ordered, hash-chained sequence of entries: the one truth that everything else is folded from.
///
/// Every adapter passes `LedgerContract` (module VillageTesting). An entry that `append` returned is durable: as durable
/// as the adapter's storage is.
public protocol Ledger: Sendable {
  /// Appends all drafts or none, in order, right after `sequence`. One batch is one commit, so whoever gathers many acts
  /// into one call shares one wait for the disk among them.
  ///
  /// A cancelled caller still learns the true outcome: the call does not end before the batch is durable or refused.
  ///
  /// - Throws: in this order of precedence `.refused` (a draft no ledger takes), `.duplicateRequest` (with the entry that
  ///   this author's request made before, even for a stale `sequence`, so that a repeated request finds its answer),
  ///   `.conflict` (the ledger does not end at `sequence`), `.corrupt`, `.unavailable`.
  func append(_ drafts: [LedgerDraft], after sequence: Int) async throws(LedgerError) -> [LedgerEntry]

  /// At most `limit` entries with a sequence number above `sequence`, in order. Throws `.corrupt` at a missing or unreadable entry.
  func entries(after sequence: Int, limit: Int) async throws(LedgerError) -> [LedgerEntry]

  func head() async throws(LedgerError) -> LedgerHead

  /// The entry that this author's request made, if any.
  func entry(author: String, request: String) async throws(LedgerError) -> LedgerEntry?

  /// The stored entries after `sequence`, then those appended from now on, each once and in order. It has no end: it
  /// stops when the task that reads it is cancelled, and throws a `LedgerError` when the ledger cannot be read.
  /// Entries are fetched as they are asked for, so a slow reader holds a page and not the ledger.
  func follow(after sequence: Int) -> AsyncThrowingStream<LedgerEntry, any Error>

  /// Walks the whole chain and recomputes every hash.
  func verify() async throws(LedgerError) -> LedgerVerification
}
