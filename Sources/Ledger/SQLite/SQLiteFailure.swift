import GRDB

/// What can be wrong with a SQLite file, in words that both the ledger and the private store pass on.
enum SQLiteFailure: Error {
  case foreignFile(path: String)
  case newerVersion(found: Int, known: Int)
  case damaged(String)
  case unavailable(String)

  /// Runs the body and turns SQLite's errors into ours; other errors pass through. A broken constraint passes through
  /// too: only who wrote the statement knows what it means.
  static func translating<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError where error.resultCode != .SQLITE_CONSTRAINT {
      throw SQLiteFailure(error)
    }
  }

  private init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .damaged("the file is not a database")
    case .SQLITE_CORRUPT: self = .damaged("the database file is malformed")
    case .SQLITE_FULL: self = .unavailable("the disk is full")
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .unavailable("another process is holding the file")
    case .SQLITE_READONLY, .SQLITE_PERM: self = .unavailable("the file or its folder may not be written")
    case .SQLITE_CANTOPEN: self = .unavailable("the file cannot be opened")
    case .SQLITE_IOERR: self = .unavailable("the disk reported an error")
    default: self = .unavailable(error.message ?? "SQLite reported \(error.resultCode.rawValue)")
    }
  }
}
