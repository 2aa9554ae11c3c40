import Foundation
import Ledger
import Testing
import VillageTesting

enum LedgerUnderTest: CaseIterable, CustomStringConvertible {
  case memory, sqlite

  var description: String {
    switch self {
    case .memory: "memory"
    case .sqlite: "SQLite"
    }
  }

  func withLedger(_ body: (any Ledger) async throws -> Void) async throws {
    switch self {
    case .memory: try await body(MemoryLedger())
    case .sqlite: try await withTemporaryFolder { try await body(SQLiteLedger(path: $0 + "/village/ledger.sqlite")) }
    }
  }
}

@Test(arguments: LedgerUnderTest.allCases, LedgerContract.clauses)
func `every ledger keeps the contract`(_ kind: LedgerUnderTest, _ clause: LedgerContract.Clause) async throws {
  try await kind.withLedger(clause.check)
}

func withTemporaryFolder(_ body: (String) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "village-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try await body(folder.path)
}
