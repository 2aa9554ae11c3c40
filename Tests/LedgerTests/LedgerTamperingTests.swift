import Foundation
import GRDB
import Ledger
import Testing
import VillageTesting

/// Who can write the file can drop the triggers. What they change must then show.
@Suite struct LedgerTamperingTests {
  static let columns = ["kind", "payload", "author", "time", "request", "previous", "hash"]

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `whichever byte of an entry is changed, verification names that entry`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    for column in Self.columns {
      let sequence = Int.random(in: 1...30, using: &random)
      let (position, mask) = (Int.random(in: 0..<1000, using: &random), UInt8.random(in: 1...255, using: &random))
      let verification = try await verification { database in
        let sql = "SELECT typeof(\(column)), CAST(\(column) AS BLOB) FROM entries WHERE sequence = \(sequence)"
        let row = try #require(try Row.fetchOne(database, sql: sql))
        let type: String = row[0]
        var bytes: Data = row[1]
        bytes[position % bytes.count] ^= mask
        try database.execute(
          sql: "UPDATE entries SET \(column) = CAST(? AS \(type)) WHERE sequence = \(sequence)", arguments: [bytes])
      }
      #expect(verification.firstBreak?.sequence == sequence, "seed \(seed), \(column): \(verification)")
      #expect(verification.head.sequence == sequence - 1, "seed \(seed), \(column)")
    }
  }

  @Test(arguments: [
    ("UPDATE entries SET payload = CAST(CAST(payload AS BLOB) || x'00' || 'hidden' AS TEXT) WHERE sequence = 7", 7),
    ("UPDATE entries SET author = CAST(x'FF' AS TEXT) WHERE sequence = 7", 7),
    ("UPDATE entries SET request = NULL WHERE sequence = 7", 7),
    ("UPDATE entries SET request = '' WHERE sequence = 7", 7),
    ("UPDATE entries SET hash = x'00' WHERE sequence = 7", 7),
    ("UPDATE entries SET sequence = 700 WHERE sequence = 7", 7),
    ("UPDATE entries SET sequence = -7 WHERE sequence = 7", 7),
    ("DELETE FROM entries WHERE sequence = 1", 1),
    ("DELETE FROM entries WHERE sequence = 12", 12),
    ("UPDATE entries SET payload = '0' WHERE sequence = 5; DELETE FROM entries WHERE sequence = 20", 5),
    ("UPDATE entries SET payload = '0' WHERE sequence = 5; UPDATE entries SET time = 'noon' WHERE sequence = 20", 5),
  ])
  func `what was hidden, removed or moved is found at the first place`(_ sql: String, _ sequence: Int) async throws {
    let verification = try await verification { try $0.execute(sql: sql) }
    #expect(verification.firstBreak?.sequence == sequence)
    #expect(verification.head.sequence == sequence - 1)
  }

  @Test func `two entries that changed places are found`() async throws {
    let verification = try await verification { database in
      try database.execute(
        sql: """
          UPDATE entries SET sequence = 100 WHERE sequence = 8; UPDATE entries SET sequence = 8 WHERE sequence = 9;
          UPDATE entries SET sequence = 9 WHERE sequence = 100
          """)
    }
    #expect(verification.firstBreak?.sequence == 8)
  }

  @Test func `history cut off at the end is whole in itself and differs from a head noted before`() async throws {
    let verification = try await verification { try $0.execute(sql: "DELETE FROM entries WHERE sequence > 28") }
    #expect(verification.isWhole)
    #expect(verification.head.sequence == 28)
  }

  /// Verifies a ledger of thirty entries after somebody was at its file.
  private func verification(after tampering: @Sendable (Database) throws -> Void) async throws -> LedgerVerification {
    var result: LedgerVerification?
    try await withTemporaryFolder { folder in
      let path = folder + "/ledger.sqlite"
      let ledger = try SQLiteLedger(path: path)
      _ = try await ledger.append((0..<30).map { .sample($0, request: "request-\($0)") }, after: 0)
      let intruder = try DatabaseQueue(path: path)
      try await intruder.writeWithoutTransaction { database in
        try database.execute(
          sql: """
            PRAGMA ignore_check_constraints = ON;
            DROP TRIGGER entries_have_no_gap; DROP TRIGGER entries_stay_as_written; DROP TRIGGER entries_stay;
            """)
        try tampering(database)
      }
      result = try await ledger.verify()
    }
    return try #require(result)
  }
}
