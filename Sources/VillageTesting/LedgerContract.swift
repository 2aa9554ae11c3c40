public import Ledger

/// What every ledger promises, whatever keeps its entries. An adapter's tests run each clause on a ledger that is new:
///
/// ```swift
/// @Test(arguments: LedgerContract.clauses)
/// func `SQLite keeps the contract`(_ clause: LedgerContract.Clause) async throws {
///   try await clause.check(SQLiteLedger(path: temporaryPath()))
/// }
/// ```
///
/// It leans on no test framework, so that adapters elsewhere can run it under theirs.
public enum LedgerContract {
  public struct Clause: Sendable, CustomStringConvertible {
    /// A sentence.
    public let description: String
    /// Throws `Violation`, or what the ledger threw unasked.
    public let check: @Sendable (any Ledger) async throws -> Void
  }

  public struct Violation: Error, CustomStringConvertible {
    public let description: String
  }

  public static let clauses: [Clause] = appending + refusing + reading + following
}

extension LedgerContract {
  static func expect(_ holds: Bool, _ promise: @autoclosure () -> String) throws(Violation) {
    guard holds else { throw Violation(description: promise()) }
  }

  static func expectEqual<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) throws(Violation) {
    guard found == expected else { throw Violation(description: "\(what): found \(found), expected \(expected)") }
  }

  static func expectError(
    _ expected: LedgerError, _ what: String, from body: () async throws(LedgerError) -> [LedgerEntry]
  ) async throws(Violation) {
    do {
      let entries = try await body()
      throw Violation(description: "\(what): \(entries.count) entries went in, expected \(expected)")
    } catch let error as LedgerError {
      try expectEqual(error, expected, what)
    } catch let error as Violation {
      throw error
    } catch {
      throw Violation(description: "\(what): unexpected \(error)")
    }
  }
}
