public import Foundation
import GRDB

/// What is private, or must be erasable, and therefore stays out of the ledger: accounts, sessions, invitations, tokens,
/// conversations, raised hands, visits. One SQLite file, `people.sqlite`, that only the server's own user may read.
///
/// It reads no clock: every call says what time it is. Secrets and ids come from the generator it was given; a secret is
/// handed out once and only its SHA-256 is kept. What is deleted is overwritten on disk (`secure_delete`).
public final class PrivateStore: Sendable {
  /// How long a page may stay unnoted in `lastSeen` and `lastUsed`: not every request is worth a write.
  static let noteInterval: TimeInterval = 60

  let file: SQLiteFile
  let secrets: SecretSource
  let passwords: PasswordHasher
  public let throttle: SignInThrottle

  /// Opens the store, creating the file and its folders where they are missing. Blocks for some milliseconds.
  ///
  /// - Throws: `.notAPrivateStore`, `.newerVersion`, `.unavailable`.
  public init(
    path: String, passwordCost: PasswordCost = .standard, throttle: SignInThrottle = .standard,
    random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) throws(PrivateStoreError) {
    do {
      file = try SQLiteFile(path: path, application: Self.application, migrations: "people")
    } catch SQLiteFailure.damaged {
      throw .notAPrivateStore(path: path)
    } catch {
      throw PrivateStoreError(error)
    }
    self.throttle = throttle
    secrets = SecretSource(random)
    passwords = PasswordHasher(cost: passwordCost, secrets: secrets)
  }

  /// Ends the use of the file; every later call throws `.unavailable`.
  public func close() throws(PrivateStoreError) {
    do { try file.close() } catch { throw PrivateStoreError(error) }
  }

  /// A new id, for a member or a visitor: 128 random bits, in hexadecimal.
  public func newIdentifier() -> String {
    secrets.identifier()
  }

  /// Deletes what has expired: sessions, and failed sign-ins beyond the throttle's window.
  public func removeExpired(now: Date) async throws(PrivateStoreError) {
    let window = throttle.window
    try await write { database in
      try database.execute(sql: "DELETE FROM sessions WHERE expires <= ?", arguments: [now.stored])
      try database.execute(sql: "DELETE FROM sign_in_failures WHERE time <= ?", arguments: [(now - window).stored])
    }
  }

  /// SQLite's `application_id` of a private store: "VILP".
  private static let application: Int32 = 0x5649_4C50
}

extension PrivateStore {
  func read<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(PrivateStoreError) -> T {
    do { return try await file.read(body) } catch { throw PrivateStoreError(error) }
  }

  func write<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(PrivateStoreError) -> T {
    do { return try await file.write(body) } catch { throw PrivateStoreError(error) }
  }

  /// A write whose purpose is that something be gone: the write-ahead log, which still holds it, is emptied too. Where
  /// a long reader stands in the way, the log is emptied when the next checkpoint can.
  func erase<T: Sendable>(_ body: @escaping @Sendable (Database) throws -> T) async throws(PrivateStoreError) -> T {
    let value = try await write(body)
    do {
      try await file.writeWithoutTransaction { database in _ = try? database.checkpoint(.truncate) }
    } catch {
      throw PrivateStoreError(error)
    }
    return value
  }
}

extension Date {
  /// As the tables hold it: milliseconds since 1970.
  var stored: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

  init(stored: Int64) { self = RFC3339.date(milliseconds: stored) }
}

/// The checks that every text passes at the door.
enum PrivateText {
  static func check(_ text: String, _ field: String, bytesMax: Int) throws(PrivateStoreError) {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .blank(field: field) }
    guard text.utf8.count <= bytesMax else { throw .tooLong(field: field, bytesMax: bytesMax) }
    // SQLite ends a text at its first NUL, so what follows would be lost without a word.
    guard !text.utf8.contains(0) else { throw .unreadable(field: field) }
  }
}
