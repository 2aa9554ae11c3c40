import Foundation
import GRDB

/// All of the ledger's SQL and the shape of its rows. Another database's adapter has its own file like this one.
enum LedgerSQL {
  /// SQLite's `application_id` of a ledger: "VILL".
  static let application: Int32 = 0x5649_4C4C

  private static let columns = "sequence, kind, payload, author, time, request, previous, hash"
  /// Texts are read as bytes: read as a text, one would end at its first NUL and have broken UTF-8 mended, and an entry
  /// that was tampered with could pass for whole.
  private static let bytes = """
    sequence, CAST(kind AS BLOB), CAST(payload AS BLOB), CAST(author AS BLOB), CAST(time AS BLOB), CAST(request AS BLOB), previous, hash
    """

  static func head(_ database: Database) throws -> LedgerHead {
    let statement = try database.cachedStatement(sql: "SELECT sequence, hash FROM entries ORDER BY sequence DESC LIMIT 1")
    guard let row = try Row.fetchOne(statement) else { return .empty }
    let sequence: Int = row[0]
    guard let hash = Digest32(bytes: row[1] as Data) else {
      throw LedgerError.corrupt(sequence: sequence, reason: "its hash is not 32 bytes long")
    }
    return LedgerHead(sequence: sequence, hash: hash)
  }

  static func entries(_ database: Database, after sequence: Int, limit: Int) throws -> [LedgerEntry] {
    let statement = try database.cachedStatement(
      sql: "SELECT \(bytes) FROM entries WHERE sequence > ? ORDER BY sequence LIMIT ?")
    let rows = try Row.fetchCursor(statement, arguments: [sequence, limit])
    var entries: [LedgerEntry] = []
    var expected = sequence + 1
    while let row = try rows.next() {
      guard row[0] as Int == expected else { throw LedgerError.corrupt(sequence: expected, reason: "the entry is missing") }
      entries.append(try entry(row))
      expected += 1
    }
    return entries
  }

  static func entry(_ database: Database, author: String, request: String) throws -> LedgerEntry? {
    let statement = try database.cachedStatement(sql: "SELECT \(bytes) FROM entries WHERE author = ? AND request = ?")
    return try Row.fetchOne(statement, arguments: [author, request]).map(entry)
  }

  static func insert(_ entries: [LedgerEntry], _ database: Database) throws {
    let statement = try database.cachedStatement(sql: "INSERT INTO entries (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for entry in entries {
      do {
        try statement.execute(arguments: [
          entry.sequence, entry.kind, entry.payload, entry.author, RFC3339.string(from: entry.time), entry.request,
          Data(entry.previous.bytes), Data(entry.hash.bytes),
        ])
      } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK {
        throw LedgerError.refused("its payload is not JSON")  // the other checks hold for every validated draft
      }
    }
  }

  private static func entry(_ row: Row) throws -> LedgerEntry {
    let sequence: Int = row[0]
    func corrupt(_ reason: String) -> LedgerError { .corrupt(sequence: sequence, reason: reason) }
    func text(_ index: Int, _ name: String) throws -> String? {
      try row.withUnsafeData(atIndex: index) { data in
        guard let data else { return nil }
        guard let text = String(validating: data, as: UTF8.self) else { throw corrupt("its \(name) is not UTF-8") }
        return text
      }
    }
    func required(_ index: Int, _ name: String) throws -> String {
      guard let text = try text(index, name) else { throw corrupt("its \(name) is missing") }
      return text
    }
    func digest(_ index: Int, _ name: String) throws -> Digest32 {
      guard let digest = Digest32(bytes: row[index] as Data? ?? Data()) else { throw corrupt("its \(name) is not 32 bytes long") }
      return digest
    }
    guard let time = RFC3339.date(parsing: try required(4, "time")) else { throw corrupt("its time cannot be read") }
    return try LedgerEntry(
      sequence: sequence, kind: required(1, "kind"), payload: required(2, "payload"), author: required(3, "author"), time: time,
      request: text(5, "request"), previous: digest(6, "previous hash"), hash: digest(7, "hash"))
  }
}
