import Crypto
public import Foundation
import GRDB

/// A question that the assistant could not answer, and how many would like to know.
public struct RaisedHand: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case open, answered, dismissed
  }

  /// The question normalised: two wordings with one key are one question.
  public let key: String
  /// As it was asked first.
  public let question: String
  public let count: Int
  /// How many different speakers asked.
  public let askers: Int
  public let firstAsked: Date
  public let lastAsked: Date
  public let status: Status
  public let settledBy: String?
  public let settledAt: Date?

  init(_ row: Row) throws {
    guard let status = Status(rawValue: row["status"]) else { throw PrivateStoreError.damaged("a question has no status") }
    self.status = status
    key = row["key"]
    question = row["question"]
    count = row["count"]
    askers = row["askers"]
    firstAsked = Date(stored: row["first_asked"])
    lastAsked = Date(stored: row["last_asked"])
    settledBy = row["settled_by"]
    settledAt = (row["settled"] as Int64?).map(Date.init(stored:))
  }
}

extension PrivateStore {
  private static let handColumns = "*, (SELECT count(*) FROM raised_hand_askers a WHERE a.key = raised_hands.key) AS askers"

  /// Counts a question once more, in one atomic step. A question thought answered is open again, since it was asked
  /// and not answered; a dismissed one stays dismissed.
  public func raiseHand(
    key: String, question: String, by speaker: Speaker, now: Date
  ) async throws(PrivateStoreError) -> RaisedHand {
    try PrivateText.check(key, "question", bytesMax: 4096)
    try PrivateText.check(question, "question", bytesMax: 1 << 16)
    return try await write { database in
      try database.execute(
        sql: """
          INSERT INTO raised_hands (key, question, count, first_asked, last_asked, status) VALUES (?1, ?2, 1, ?3, ?3, 'open')
          ON CONFLICT (key) DO UPDATE SET count = count + 1, last_asked = max(last_asked, ?3),
            settled_by = CASE status WHEN 'answered' THEN NULL ELSE settled_by END,
            settled = CASE status WHEN 'answered' THEN NULL ELSE settled END,
            status = CASE status WHEN 'answered' THEN 'open' ELSE status END
          """, arguments: [key, question, now.stored])
      try database.execute(
        sql: "INSERT INTO raised_hand_askers (key, asker) VALUES (?, ?) ON CONFLICT DO NOTHING",
        arguments: [key, SecretSource.hash("\(speaker.stored)\n\(key)")])
      return try Self.hand(key, database)
    }
  }

  /// The questions with this status, those asked most often first.
  public func raisedHands(_ status: RaisedHand.Status, limit: Int) async throws(PrivateStoreError) -> [RaisedHand] {
    try await read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT \(Self.handColumns) FROM raised_hands WHERE status = ? ORDER BY count DESC, last_asked DESC, key LIMIT ?",
        arguments: [status.rawValue, max(0, limit)]
      ).map(RaisedHand.init)
    }
  }

  public func raisedHand(key: String) async throws(PrivateStoreError) -> RaisedHand? {
    try await read { database in
      try Row.fetchOne(database, sql: "SELECT \(Self.handColumns) FROM raised_hands WHERE key = ?", arguments: [key]).map(RaisedHand.init)
    }
  }

  /// Marks a question as answered or dismissed, or opens it again.
  public func settleHand(
    key: String, as status: RaisedHand.Status, by member: String, now: Date
  ) async throws(PrivateStoreError) -> RaisedHand {
    try await write { database in
      try database.execute(
        sql: "UPDATE raised_hands SET status = ?, settled_by = ?, settled = ? WHERE key = ?",
        arguments: status == .open ? [status.rawValue, nil, nil, key] : [status.rawValue, member, now.stored, key])
      return try Self.hand(key, database)
    }
  }

  /// Forgets a question, as when it holds what nobody should read.
  public func eraseHand(key: String) async throws(PrivateStoreError) {
    try await erase { database in
      try database.execute(sql: "DELETE FROM raised_hands WHERE key = ?", arguments: [key])
      guard database.changesCount == 1 else { throw PrivateStoreError.unknownQuestion(key) }
    }
  }

  private static func hand(_ key: String, _ database: Database) throws -> RaisedHand {
    let row = try Row.fetchOne(database, sql: "SELECT \(handColumns) FROM raised_hands WHERE key = ?", arguments: [key])
    guard let row else { throw PrivateStoreError.unknownQuestion(key) }
    return try RaisedHand(row)
  }
}
