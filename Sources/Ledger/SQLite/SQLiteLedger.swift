/// The ledger in one SQLite file. Several processes may have it open: every append is a transaction that first looks
/// where the ledger ends, so of two writers one wins and the other is told of the conflict.
///
/// WAL with `synchronous=FULL`: an append returns after its commit was synced, so neither a killed process nor a power
/// failure loses it (as far as the disk keeps its word).
public final class SQLiteLedger: Ledger {
  let file: SQLiteFile
  private let signal = LedgerSignal()
  private let pollInterval: Duration

  /// Opens the ledger, creating the file and its folders where they are missing. Blocks for some milliseconds.
  ///
  /// - Parameter pollInterval: how often a follower looks for what another process appended; what this process
  ///   appends reaches it at once.
  /// - Throws: `.notALedger`, `.newerVersion`, `.unavailable`.
  public init(path: String, pollInterval: Duration = .milliseconds(250)) throws(LedgerError) {
    self.pollInterval = pollInterval
    do {
      file = try SQLiteFile(path: path, application: LedgerSQL.application, migrations: "ledger")
    } catch SQLiteFailure.damaged {
      throw .notALedger(path: path)
    } catch {
      throw LedgerError(error)
    }
  }

  /// Ends the use of the file; every later call throws `.unavailable`. Left out, the file closes with the last reference.
  public func close() throws(LedgerError) {
    do { try file.close() } catch { throw LedgerError(error) }
  }

  public func append(_ drafts: [LedgerDraft], after sequence: Int) async throws(LedgerError) -> [LedgerEntry] {
    try LedgerDraft.validate(batch: drafts)
    do {
      let entries = try await file.write { database in
        for draft in drafts {
          if let request = draft.request, let entry = try LedgerSQL.entry(database, author: draft.author, request: request) {
            throw LedgerError.duplicateRequest(entry)
          }
        }
        let head = try LedgerSQL.head(database)
        guard head.sequence == sequence else { throw LedgerError.conflict(expected: sequence, actual: head.sequence) }
        let entries = LedgerEntry.chain(drafts, after: head)
        try LedgerSQL.insert(entries, database)
        return entries
      }
      if let last = entries.last { signal.announce(last.sequence) }
      return entries
    } catch {
      throw LedgerError(error)
    }
  }

  public func entries(after sequence: Int, limit: Int) async throws(LedgerError) -> [LedgerEntry] {
    do {
      return try await file.read { try LedgerSQL.entries($0, after: max(0, sequence), limit: max(0, limit)) }
    } catch {
      throw LedgerError(error)
    }
  }

  public func head() async throws(LedgerError) -> LedgerHead {
    do { return try await file.read { try LedgerSQL.head($0) } } catch { throw LedgerError(error) }
  }

  public func entry(author: String, request: String) async throws(LedgerError) -> LedgerEntry? {
    guard !author.utf8.contains(0), !request.utf8.contains(0) else { return nil }  // SQLite would look for what precedes the NUL
    do {
      return try await file.read { try LedgerSQL.entry($0, author: author, request: request) }
    } catch {
      throw LedgerError(error)
    }
  }

  public func follow(after sequence: Int) -> AsyncThrowingStream<LedgerEntry, any Error> {
    LedgerCursor(self, after: sequence, signal: signal, pollInterval: pollInterval).stream
  }
}

extension LedgerError {
  fileprivate init(_ error: any Error) {
    switch error {
    case let error as LedgerError: self = error
    case SQLiteFailure.foreignFile(let path): self = .notALedger(path: path)
    case SQLiteFailure.newerVersion(let found, let known): self = .newerVersion(found: found, known: known)
    case SQLiteFailure.damaged(let reason): self = .corrupt(sequence: 0, reason: reason)
    case SQLiteFailure.unavailable(let reason): self = .unavailable(reason)
    default: self = .unavailable("\(error)")
    }
  }
}
