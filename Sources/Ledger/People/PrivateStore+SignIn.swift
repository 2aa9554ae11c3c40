public import Foundation
import GRDB

extension PrivateStore {
  /// Whose login and password these are.
  ///
  /// The try is counted as failed before the password is looked at, and forgiven when it was right: a hundred guesses
  /// sent at once count as a hundred.
  ///
  /// - Parameter address: where the try comes from; for IPv6 pass the /64 network, since one person has all of it.
  /// - Throws: `.throttled`, `.wrongLoginOrPassword`, `.unavailable`.
  public func signIn(login: String, password: String, address: String, now: Date) async throws(PrivateStoreError) -> Account {
    // What no account can have is told apart early; with a NUL in it, one login could even pass for many (`PrivateText`).
    guard password.utf8.count <= PasswordHasher.bytesMax, login.utf8.count <= 200, !login.utf8.contains(0) else {
      throw .wrongLoginOrPassword
    }
    let folded = NewAccount.fold(login)
    let keys = (login: SignInThrottle.key(login: login), address: SignInThrottle.key(address: address))
    let throttle = throttle
    let (account, hash) = try await write { database in
      let seconds = try Self.wait(keys.login, keys.address, throttle, now: now, database)
      guard seconds == 0 else { throw PrivateStoreError.throttled(seconds: seconds) }
      for key in [keys.login, keys.address] {
        try database.execute(sql: "INSERT INTO sign_in_failures (key, time) VALUES (?, ?)", arguments: [key, now.stored])
      }
      let row = try Row.fetchOne(database, sql: "SELECT * FROM accounts WHERE login = ?", arguments: [folded])
      return (row.map(Account.init), (row?["password"] as String?).flatMap(PasswordHash.init(parsing:)))
    }
    guard try await passwords.matches(password, hash), let account, let hash else { throw .wrongLoginOrPassword }
    // The cost was raised since: only now is there a password to hash again.
    let renewed = hash.cost == passwords.cost ? nil : try await passwords.hash(password).description
    return try await write { database in
      try database.execute(sql: "DELETE FROM sign_in_failures WHERE key = ?", arguments: [keys.login])
      // Only this try: else whoever has one account could guess at others' from here for ever.
      try database.execute(
        sql: "DELETE FROM sign_in_failures WHERE rowid = (SELECT rowid FROM sign_in_failures WHERE key = ? AND time = ? LIMIT 1)",
        arguments: [keys.address, now.stored])
      if let renewed {
        try database.execute(
          sql: "UPDATE accounts SET password = ? WHERE member = ? AND password = ?", arguments: [renewed, account.member, hash.description])
      }
      return try Self.livingAccount(account.member, database)
    }
  }

  /// Whole seconds until the next try may be made; 0 is now.
  public func signInWait(login: String, address: String, now: Date) async throws(PrivateStoreError) -> Int {
    let throttle = throttle
    return try await read { database in
      try Self.wait(SignInThrottle.key(login: login), SignInThrottle.key(address: address), throttle, now: now, database)
    }
  }

  private static func wait(_ login: Data, _ address: Data, _ throttle: SignInThrottle, now: Date, _ database: Database) throws -> Int {
    func wait(_ key: Data, free: Int) throws -> Int {
      let row = try Row.fetchOne(
        database, sql: "SELECT count(*) AS failures, max(time) AS last FROM sign_in_failures WHERE key = ? AND time > ?",
        arguments: [key, (now - throttle.window).stored])
      guard let row else { return 0 }
      return throttle.wait(failures: row["failures"], free: free, last: (row["last"] as Int64?).map(Date.init(stored:)), now: now)
    }
    return max(try wait(login, free: throttle.freeByLogin), try wait(address, free: throttle.freeByAddress))
  }
}
