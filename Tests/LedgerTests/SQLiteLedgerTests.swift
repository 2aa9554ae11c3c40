import Foundation
import GRDB
import Testing
import VillageTesting

@testable import Ledger

@Suite struct SQLiteLedgerTests {
  @Test func `every commit is synced to the disk`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/ledger.sqlite"
      for _ in 1...2 {  // a new file and an old one
        let ledger = try SQLiteLedger(path: path)
        #expect(try await ledger.synchronousMode() == 2)
        try ledger.close()
      }
      let mode = try await DatabaseQueue(path: path).read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
      #expect(mode == "wal")
    }
  }

  @Test func `what was appended is there when the ledger is opened again`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a/b/ledger.sqlite"
      let first = try SQLiteLedger(path: path)
      let entries = try await first.append(.samples(3), after: 0)
      try first.close()
      let second = try SQLiteLedger(path: path)
      #expect(try await second.entries(after: 0, limit: 10) == entries)
      #expect(try await second.append(.samples(1), after: 3).first?.previous == entries[2].hash)
      #expect(try await second.verify().isWhole)
    }
  }

  @Test func `only the server's own user may read the file`() async throws {
    try await withTemporaryFolder { folder in
      let ledger = try SQLiteLedger(path: folder + "/ledger.sqlite")
      _ = try await ledger.append(.samples(1), after: 0)
      for name in ["ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
      }
    }
  }

  @Test(arguments: [
    "UPDATE entries SET payload = '{}' WHERE sequence = 2", "DELETE FROM entries WHERE sequence = 3", "DELETE FROM entries",
    "INSERT INTO entries SELECT 9, kind, payload, author, time, request, previous, hash FROM entries WHERE sequence = 3",
    "INSERT OR REPLACE INTO entries SELECT 2, kind, payload, author, time, request, previous, hash FROM entries WHERE sequence = 3",
  ])
  func `the file itself refuses to have history changed`(_ sql: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/ledger.sqlite"
      let ledger = try SQLiteLedger(path: path)
      let entries = try await ledger.append(.samples(3), after: 0)
      let intruder = try DatabaseQueue(path: path)
      #expect(throws: DatabaseError.self) { try intruder.write { try $0.execute(sql: sql) } }
      #expect(try await ledger.entries(after: 0, limit: 10) == entries)
    }
  }

  @Test func `a second process sees what the first appends, and of two writers one wins`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/ledger.sqlite"
      let (here, there) = (try SQLiteLedger(path: path), try SQLiteLedger(path: path, pollInterval: .milliseconds(5)))
      let follower = Task {
        var followed: [LedgerEntry] = []
        for try await entry in there.follow(after: 0) {
          followed.append(entry)
          if entry.sequence == 4 { break }
        }
        return followed
      }
      _ = try await here.append(.samples(3), after: 0)
      await #expect(throws: LedgerError.conflict(expected: 0, actual: 3)) { try await there.append(.samples(1), after: 0) }
      _ = try await here.append(.samples(1), after: 3)
      #expect(try await follower.value == here.entries(after: 0, limit: 10))
    }
  }

  @Test func `a closed ledger says that it cannot be used`() async throws {
    try await withTemporaryFolder { folder in
      let ledger = try SQLiteLedger(path: folder + "/ledger.sqlite")
      try ledger.close()
      await #expect { try await ledger.append(.samples(1), after: 0) } throws: { ($0 as? LedgerError)?.isUnavailable == true }
      await #expect { try await ledger.head() } throws: { ($0 as? LedgerError)?.isUnavailable == true }
    }
  }

  @Test func `a full disk loses nothing and is said so`() async throws {
    try await withTemporaryFolder { folder in
      let ledger = try SQLiteLedger(path: folder + "/ledger.sqlite")
      let entries = try await ledger.append(.samples(3), after: 0)
      try await ledger.limitPages(to: 20)
      let large = (0..<100).map { number in
        LedgerDraft(kind: "a", payload: "\"\(String(repeating: "x", count: 2000))\"", author: "ada", time: now, request: "\(number)")
      }
      await #expect(throws: LedgerError.unavailable("the disk is full")) { try await ledger.append(large, after: 3) }
      #expect(try await ledger.entries(after: 0, limit: 10) == entries)
      try await ledger.limitPages(to: 1_000_000)
      #expect(try await ledger.append(large, after: 3).count == 100)
    }
  }
}

@Suite struct SQLiteLedgerOpeningTests {
  @Test func `a file that is no database is refused and left as it was`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/notes.txt"
      let text = String(repeating: "My shopping list. ", count: 100)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      #expect(throws: LedgerError.notALedger(path: path)) { try SQLiteLedger(path: path) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    }
  }

  @Test(arguments: ["CREATE TABLE recipes (name TEXT)", "PRAGMA application_id = 7", "CREATE TABLE entries (x); PRAGMA user_version = 1"])
  func `another program's database is refused and left as it was`(_ sql: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/other.sqlite"
      let other = try DatabaseQueue(path: path)
      try await other.write { try $0.execute(sql: sql) }
      try other.close()
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: LedgerError.notALedger(path: path)) { try SQLiteLedger(path: path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test func `the private store is not a ledger, nor the other way round`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/x.sqlite"
      try PrivateStore(path: path).close()
      #expect(throws: LedgerError.notALedger(path: path)) { try SQLiteLedger(path: path) }
      let ledger = folder + "/ledger.sqlite"
      try SQLiteLedger(path: ledger).close()
      #expect(throws: PrivateStoreError.notAPrivateStore(path: ledger)) { try PrivateStore(path: ledger) }
    }
  }

  @Test func `a ledger of a newer version is refused`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/ledger.sqlite"
      try SQLiteLedger(path: path).close()
      try await DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
      #expect(throws: LedgerError.newerVersion(found: 99, known: 1)) { try SQLiteLedger(path: path) }
    }
  }

  @Test func `an empty file becomes a ledger`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/ledger.sqlite"
      try Data().write(to: URL(fileURLWithPath: path))
      #expect(try await SQLiteLedger(path: path).head() == .empty)
    }
  }

  @Test func `a folder that cannot be made is said so`() {
    #expect { try SQLiteLedger(path: "/dev/null/village/ledger.sqlite") } throws: { ($0 as? LedgerError)?.isUnavailable == true }
  }

  @Test func `many processes may open a new ledger at the same moment`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/ledger.sqlite"
      try await withThrowingTaskGroup { group in
        for _ in 0..<4 { group.addTask { try await SQLiteLedger(path: path).head() } }
        for try await head in group { #expect(head == .empty) }
      }
    }
  }
}

extension SQLiteLedger {
  /// SQLite's `synchronous` on the writing connection: 2 is FULL.
  func synchronousMode() async throws -> Int? {
    try await file.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
  }

  /// Makes the disk as good as full for this connection.
  func limitPages(to count: Int) async throws {
    _ = try await file.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(count)") }
  }
}

extension LedgerError {
  var isUnavailable: Bool {
    if case .unavailable = self { true } else { false }
  }
}
