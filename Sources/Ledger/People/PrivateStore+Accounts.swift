public import Foundation
import GRDB

extension PrivateStore {
  /// Throws `.memberExists`, `.loginTaken`, or what is wrong with a field.
  public func createAccount(_ new: NewAccount, now: Date) async throws(PrivateStoreError) -> Account {
    try new.validate()
    let hash = try await passwordHash(of: new)
    return try await write { try Self.insert(new, hash, now: now, $0) }
  }

  public func account(member: String) async throws(PrivateStoreError) -> Account? {
    try await read { try Row.fetchOne($0, sql: "SELECT * FROM accounts WHERE member = ?", arguments: [member]).map(Account.init) }
  }

  /// All accounts, the erased ones too, oldest first.
  public func accounts() async throws(PrivateStoreError) -> [Account] {
    try await read { try Row.fetchAll($0, sql: "SELECT * FROM accounts ORDER BY created, member").map(Account.init) }
  }

  public func changeProfile(
    of member: String, name: String, credentials: String?, locale: String
  ) async throws(PrivateStoreError) -> Account {
    try NewAccount(member: member, name: name, credentials: credentials, locale: locale).validate()
    return try await write { database in
      try database.execute(
        sql: "UPDATE accounts SET name = ?, credentials = ?, locale = ? WHERE member = ? AND erased IS NULL",
        arguments: [name, credentials, locale, member])
      return try Self.livingAccount(member, database)
    }
  }

  /// Sets the password, and the login with it where the member had none. Every other session of the member ends.
  ///
  /// - Parameter session: the token of the session that stays open.
  public func changePassword(
    of member: String, to password: String, login: String? = nil, keeping session: String? = nil
  ) async throws(PrivateStoreError) {
    try PasswordHasher.check(password)
    if let login { try PrivateText.check(login, "sign-in name", bytesMax: 200) }
    let hash = try await passwords.hash(password).description
    try await erase { database in
      _ = try Self.livingAccount(member, database)
      if let folded = login.map(NewAccount.fold) {
        let owner = try String.fetchOne(database, sql: "SELECT member FROM accounts WHERE login = ?", arguments: [folded])
        guard owner == nil || owner == member else { throw PrivateStoreError.loginTaken }
        try database.execute(sql: "UPDATE accounts SET login = ? WHERE member = ?", arguments: [folded, member])
      }
      try database.execute(sql: "UPDATE accounts SET password = ? WHERE member = ?", arguments: [hash, member])
      try Self.closeSessions(of: .member(member), except: session, database)
    }
  }

  /// Erases the person and keeps the id, so that the ledger still tells one teacher from another. Gone are name, login,
  /// password, credentials, locale, sessions, tokens, conversations and visits. Erasing twice changes nothing.
  public func erase(member: String, now: Date) async throws(PrivateStoreError) {
    try await erase { database in
      guard let row = try Row.fetchOne(database, sql: "SELECT login FROM accounts WHERE member = ?", arguments: [member]) else {
        throw PrivateStoreError.unknownMember(member)
      }
      if let login: String = row["login"] {
        try database.execute(sql: "DELETE FROM sign_in_failures WHERE key = ?", arguments: [SignInThrottle.key(login: login)])
      }
      try database.execute(
        sql: """
          UPDATE accounts SET name = NULL, login = NULL, password = NULL, credentials = NULL, locale = NULL, erased = ?
          WHERE member = ? AND erased IS NULL
          """, arguments: [now.stored, member])
      let speaker = Speaker.member(member).stored
      try database.execute(sql: "DELETE FROM sessions WHERE speaker = ?", arguments: [speaker])
      try database.execute(sql: "DELETE FROM conversations WHERE speaker = ?", arguments: [speaker])
      try database.execute(sql: "DELETE FROM api_tokens WHERE member = ?", arguments: [member])
      try database.execute(sql: "DELETE FROM visits WHERE member = ?", arguments: [member])
    }
  }

  func passwordHash(of new: NewAccount) async throws(PrivateStoreError) -> String? {
    guard let password = new.password else { return nil }
    return try await passwords.hash(password).description
  }

  static func insert(_ new: NewAccount, _ hash: String?, now: Date, _ database: Database) throws -> Account {
    let login = new.login.map(NewAccount.fold)
    if try Row.fetchOne(database, sql: "SELECT 1 FROM accounts WHERE member = ?", arguments: [new.member]) != nil {
      throw PrivateStoreError.memberExists(new.member)
    }
    if let login, try Row.fetchOne(database, sql: "SELECT 1 FROM accounts WHERE login = ?", arguments: [login]) != nil {
      throw PrivateStoreError.loginTaken
    }
    try database.execute(
      sql: "INSERT INTO accounts (member, name, login, password, credentials, locale, created) VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [new.member, new.name, login, hash, new.credentials, new.locale, now.stored])
    return try livingAccount(new.member, database)
  }

  static func livingAccount(_ member: String, _ database: Database) throws -> Account {
    let sql = "SELECT * FROM accounts WHERE member = ? AND erased IS NULL"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [member]) else { throw PrivateStoreError.unknownMember(member) }
    return Account(row)
  }
}
