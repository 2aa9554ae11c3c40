public import Foundation
import GRDB

/// A link that lets one person in, once. The founder's first link is an invitation that nobody gave.
public struct Invitation: Hashable, Sendable {
  public let id: String
  /// What the community makes of it; only a word here.
  public let role: String
  public let group: String?
  public let invitedBy: String?
  public let created: Date
  public let expires: Date
  public let usedBy: String?
  public let usedAt: Date?

  init(_ row: Row) {
    id = row["id"]
    role = row["role"]
    group = row["circle"]
    invitedBy = row["invited_by"]
    created = Date(stored: row["created"])
    expires = Date(stored: row["expires"])
    usedBy = row["used_by"]
    usedAt = (row["used"] as Int64?).map(Date.init(stored:))
  }
}

extension PrivateStore {
  /// - Parameter lifetime: seconds.
  /// - Returns: the token, for the link: it cannot be had again.
  public func invite(
    role: String, group: String? = nil, by member: String?, now: Date, lifetime: TimeInterval = 7 * 86_400
  ) async throws(PrivateStoreError) -> (token: String, invitation: Invitation) {
    try PrivateText.check(role, "role", bytesMax: 100)
    if let group { try PrivateText.check(group, "group", bytesMax: 200) }
    let (id, token) = (secrets.identifier(), secrets.token())
    let invitation = try await write { database in
      try database.execute(
        sql: "INSERT INTO invitations (id, hash, role, circle, invited_by, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [id, SecretSource.hash(token), role, group, member, now.stored, (now + lifetime).stored])
      return try Self.openInvitation(token, now: now, database)
    }
    return (token, invitation)
  }

  /// Throws `.unknownInvitation`, `.expiredInvitation` or `.usedInvitation`.
  public func invitation(token: String, now: Date) async throws(PrivateStoreError) -> Invitation {
    try await read { try Self.openInvitation(token, now: now, $0) }
  }

  /// All invitations, newest first, used and expired ones too.
  public func invitations() async throws(PrivateStoreError) -> [Invitation] {
    try await read { try Row.fetchAll($0, sql: "SELECT * FROM invitations ORDER BY created DESC, id").map(Invitation.init) }
  }

  /// Takes up an invitation for a member who has an account. Of two who try at once, one succeeds.
  public func useInvitation(token: String, by member: String, now: Date) async throws(PrivateStoreError) -> Invitation {
    try await write { database in
      _ = try Self.livingAccount(member, database)
      return try Self.use(token, by: member, now: now, database)
    }
  }

  /// Takes up an invitation and creates the account: both or neither.
  public func join(
    invitation token: String, as new: NewAccount, now: Date
  ) async throws(PrivateStoreError) -> (account: Account, invitation: Invitation) {
    try new.validate()
    _ = try await invitation(token: token, now: now)  // before the costly hash, for those who only try
    let hash = try await passwordHash(of: new)
    return try await write { database in
      let account = try Self.insert(new, hash, now: now, database)
      return (account, try Self.use(token, by: new.member, now: now, database))
    }
  }

  /// Withdraws an invitation that nobody used; a used one stays, as the record of who let whom in.
  public func withdrawInvitation(id: String) async throws(PrivateStoreError) {
    try await write { database in
      try database.execute(sql: "DELETE FROM invitations WHERE id = ? AND used IS NULL", arguments: [id])
      guard database.changesCount == 1 else { throw PrivateStoreError.unknownInvitation }
    }
  }

  private static func openInvitation(_ token: String, now: Date, _ database: Database) throws -> Invitation {
    let row = try Row.fetchOne(database, sql: "SELECT * FROM invitations WHERE hash = ?", arguments: [SecretSource.hash(token)])
    guard let invitation = row.map(Invitation.init) else { throw PrivateStoreError.unknownInvitation }
    guard invitation.usedAt == nil else { throw PrivateStoreError.usedInvitation }
    guard invitation.expires > now else { throw PrivateStoreError.expiredInvitation }
    return invitation
  }

  private static func use(_ token: String, by member: String, now: Date, _ database: Database) throws -> Invitation {
    let invitation = try openInvitation(token, now: now, database)
    let row = try Row.fetchOne(
      database, sql: "UPDATE invitations SET used_by = ?, used = ? WHERE id = ? RETURNING *",
      arguments: [member, now.stored, invitation.id])
    guard let row else { throw PrivateStoreError.unknownInvitation }
    return Invitation(row)
  }
}
