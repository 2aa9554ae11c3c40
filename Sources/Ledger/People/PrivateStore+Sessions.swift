public import Foundation
import GRDB

/// A signed-in member's, or a visitor's, stay.
public struct Session: Hashable, Sendable {
  public let speaker: Speaker
  /// Goes into every form of the session, never into a cookie.
  public let csrf: String
  public let created: Date
  public let expires: Date
  public let lastSeen: Date

  /// Whether a form's secret is this session's; in constant time.
  public func accepts(csrf given: String) -> Bool {
    SecretSource.areEqual(given, csrf)
  }
}

extension PrivateStore {
  /// - Parameter lifetime: seconds.
  /// - Returns: the token, for the cookie: it cannot be had again.
  public func openSession(
    for speaker: Speaker, now: Date, lifetime: TimeInterval = 30 * 86_400
  ) async throws(PrivateStoreError) -> (token: String, session: Session) {
    try speaker.validate()
    let token = secrets.token()
    let session = Session(speaker: speaker, csrf: secrets.token(), created: now, expires: now + lifetime, lastSeen: now)
    try await write { database in
      if let member = speaker.member { _ = try Self.livingAccount(member, database) }
      try database.execute(
        sql: "INSERT INTO sessions (hash, speaker, csrf, created, expires, last_seen) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          SecretSource.hash(token), speaker.stored, session.csrf, now.stored, session.expires.stored, now.stored,
        ])
    }
    return (token, session)
  }

  /// Nil when the token is unknown, closed or expired.
  public func session(token: String, now: Date) async throws(PrivateStoreError) -> Session? {
    let hash = SecretSource.hash(token)
    let session = try await read { database -> Session? in
      let row = try Row.fetchOne(database, sql: "SELECT * FROM sessions WHERE hash = ? AND expires > ?", arguments: [hash, now.stored])
      guard let row, let speaker = Speaker(stored: row["speaker"]) else { return nil }
      return Session(
        speaker: speaker, csrf: row["csrf"], created: Date(stored: row["created"]), expires: Date(stored: row["expires"]),
        lastSeen: Date(stored: row["last_seen"]))
    }
    if let session, now.timeIntervalSince(session.lastSeen) >= Self.noteInterval {
      try await write { database in
        try database.execute(sql: "UPDATE sessions SET last_seen = ? WHERE hash = ?", arguments: [now.stored, hash])
      }
    }
    return session
  }

  public func closeSession(token: String) async throws(PrivateStoreError) {
    try await write { database in
      try database.execute(sql: "DELETE FROM sessions WHERE hash = ?", arguments: [SecretSource.hash(token)])
    }
  }

  public func closeSessions(of speaker: Speaker, except token: String? = nil) async throws(PrivateStoreError) {
    try await write { try Self.closeSessions(of: speaker, except: token, $0) }
  }

  static func closeSessions(of speaker: Speaker, except token: String?, _ database: Database) throws {
    try database.execute(
      sql: "DELETE FROM sessions WHERE speaker = ? AND hash IS NOT ?",
      arguments: [speaker.stored, token.map(SecretSource.hash)])
  }
}
