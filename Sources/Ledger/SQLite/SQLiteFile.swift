import Foundation
import GRDB

/// One SQLite file of ours: opened, checked, migrated, durable. The ledger and the private store each have one.
///
/// The database works on GRDB's own threads. Calls wait for them by continuation and never block the cooperative pool;
/// they do not heed cancellation either, because half of "was it written?" is no answer.
final class SQLiteFile: Sendable {
  private let pool: DatabasePool

  /// Creates the file and its folder where they are missing.
  ///
  /// - Parameters:
  ///   - application: SQLite's `application_id`, by which we know our own files.
  ///   - migrations: the folder of numbered SQL files; the number of the last one run is SQLite's `user_version`.
  /// - Throws: `SQLiteFailure`.
  init(path: String, application: Int32, migrations: String) throws {
    self.pool = try SQLiteFailure.translating {
      try Self.createIfMissing(path)
      let scripts = try Self.scripts(in: migrations)
      // A file of somebody else's must stay as it was, so look before the pool turns it into a WAL database.
      let visitor = try DatabaseQueue(path: path, configuration: Self.configuration)
      try visitor.read { try Self.check($0, path: path, application: application, version: scripts.count) }
      try visitor.close()

      let pool = try DatabasePool(path: path, configuration: Self.configuration)
      try pool.writeWithoutTransaction { database in
        // GRDB sets NORMAL when it turns WAL on, whatever was prepared before: a power failure could then take
        // confirmed entries with it. FULL syncs the log at every commit.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try database.inTransaction(.immediate) {
          try Self.check(database, path: path, application: application, version: scripts.count)
          let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
          for script in scripts.dropFirst(version) { try database.execute(sql: script) }
          try database.execute(sql: "PRAGMA application_id = \(application); PRAGMA user_version = \(scripts.count)")
          return .commit
        }
      }
      return pool
    }
  }

  func close() throws {
    try SQLiteFailure.translating { try pool.close() }
  }

  /// One transaction that nobody else's can come between. Durable on return, rolled back on a throw.
  func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      pool.asyncWriteWithoutTransaction { database in
        continuation.resume(
          with: Result {
            try SQLiteFailure.translating {
              try database.beginTransaction(.immediate)
              do {
                let value = try body(database)
                try database.commit()
                return value
              } catch {
                if database.isInsideTransaction { try? database.rollback() }  // the first error is the one to tell
                throw error
              }
            }
          })
      }
    }
  }

  /// For statements that no transaction may hold, such as a checkpoint.
  func writeWithoutTransaction<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      pool.asyncWriteWithoutTransaction { database in
        continuation.resume(with: Result { try SQLiteFailure.translating { try body(database) } })
      }
    }
  }

  /// One consistent snapshot, beside the writers.
  func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      pool.asyncRead { database in
        continuation.resume(with: Result { try SQLiteFailure.translating { try body(database.get()) } })
      }
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")  // what is erased is overwritten
    }
    return configuration
  }

  /// Only the account that runs the server may read the file; SQLite gives its `-wal` and `-shm` the same rights.
  private static func createIfMissing(_ path: String) throws {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: path) else { return }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw SQLiteFailure.unavailable("the folder \(folder.path) could not be created")
    }
    guard manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
      throw SQLiteFailure.unavailable("the file \(path) could not be created")
    }
  }

  private static func scripts(in folder: String) throws -> [String] {
    guard let url = Bundle.module.url(forResource: "Migrations/\(folder)", withExtension: nil) else {
      throw SQLiteFailure.unavailable("the installation lacks its migrations for \(folder)")
    }
    let files = try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "sql" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { try String(contentsOf: $0, encoding: .utf8) }
  }

  private static func check(_ database: Database, path: String, application: Int32, version known: Int) throws {
    let found = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard found != application else {
      let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard version <= known else { throw SQLiteFailure.newerVersion(found: version, known: known) }
      return
    }
    let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard found == 0, objects == 0 else { throw SQLiteFailure.foreignFile(path: path) }
  }
}
