public import Foundation
import GRDB

/// A member's key for programs.
public struct APIToken: Hashable, Sendable {
  public let id: String
  public let member: String
  /// What it is for, in the member's words.
  public let label: String
  public let created: Date
  public let lastUsed: Date?
  public let revoked: Date?

  init(_ row: Row) {
    id = row["id"]
    member = row["member"]
    label = row["label"]
    created = Date(stored: row["created"])
    lastUsed = (row["last_used"] as Int64?).map(Date.init(stored:))
    revoked = (row["revoked"] as Int64?).map(Date.init(stored:))
  }
}

extension PrivateStore {
  /// - Returns: the token as the program sends it, with a prefix by which scanners find leaked ones: it cannot be had again.
  public func issueAPIToken(
    for member: String, label: String, now: Date
  ) async throws(PrivateStoreError) -> (token: String, record: APIToken) {
    try PrivateText.check(label, "label", bytesMax: 200)
    let (id, token) = (secrets.identifier(), "village_\(secrets.token())")
    let record = try await write { database in
      _ = try Self.livingAccount(member, database)
      let row = try Row.fetchOne(
        database, sql: "INSERT INTO api_tokens (id, hash, member, label, created) VALUES (?, ?, ?, ?, ?) RETURNING *",
        arguments: [id, SecretSource.hash(token), member, label, now.stored])
      guard let row else { throw PrivateStoreError.unknownToken }
      return APIToken(row)
    }
    return (token, record)
  }

  /// Nil when the token is unknown or revoked.
  public func apiToken(_ token: String, now: Date) async throws(PrivateStoreError) -> APIToken? {
    let hash = SecretSource.hash(token)
    let record = try await read { database in
      try Row.fetchOne(database, sql: "SELECT * FROM api_tokens WHERE hash = ? AND revoked IS NULL", arguments: [hash]).map(APIToken.init)
    }
    if let record, record.lastUsed.map({ now.timeIntervalSince($0) >= Self.noteInterval }) ?? true {
      try await write { database in
        try database.execute(sql: "UPDATE api_tokens SET last_used = ? WHERE hash = ?", arguments: [now.stored, hash])
      }
    }
    return record
  }

  /// A member's tokens, newest first, revoked ones too.
  public func apiTokens(of member: String) async throws(PrivateStoreError) -> [APIToken] {
    try await read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM api_tokens WHERE member = ? ORDER BY created DESC, id", arguments: [member])
        .map(APIToken.init)
    }
  }

  /// Throws `.unknownToken` unless it is the member's own and not revoked yet.
  public func revokeAPIToken(id: String, of member: String, now: Date) async throws(PrivateStoreError) {
    try await write { database in
      try database.execute(
        sql: "UPDATE api_tokens SET revoked = ? WHERE id = ? AND member = ? AND revoked IS NULL", arguments: [now.stored, id, member])
      guard database.changesCount == 1 else { throw PrivateStoreError.unknownToken }
    }
  }
}
