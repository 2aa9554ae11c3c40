import Foundation
import Ledger
import Testing
import VillageTesting

@Suite struct LedgerRaceTests {
  /// Writers that know random, often stale, places in the ledger, send batches of random length, and repeat some of
  /// their requests, as if the first answer had been lost on its way.
  @Test(arguments: LedgerUnderTest.allCases, 0..<6 as Range<UInt64>)
  func `stale writers who repeat themselves lose, double and skip nothing`(_ kind: LedgerUnderTest, seed: UInt64) async throws {
    try await kind.withLedger { ledger in
      let confirmed = try await withThrowingTaskGroup(of: [LedgerEntry].self) { group in
        for writer in 0..<5 {
          group.addTask { try await write(to: ledger, author: "writer-\(writer)", random: SplitMix64(seed: seed &* 100 &+ UInt64(writer))) }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
      let stored = try await ledger.entries(after: 0, limit: 10_000)
      #expect(stored.map(\.sequence) == Array(1...stored.count), "seed \(seed)")
      #expect(confirmed.sorted { $0.sequence < $1.sequence } == stored, "seed \(seed)")
      #expect(Set(stored.map { [$0.author, $0.request] }).count == stored.count, "seed \(seed)")
      #expect(try await ledger.verify().isWhole, "seed \(seed)")
    }
  }

  private func write(to ledger: any Ledger, author: String, random: SplitMix64) async throws -> [LedgerEntry] {
    var random = random
    var confirmed: [LedgerEntry] = []
    var number = 0
    while number < 40 {
      let count = Int.random(in: 1...4, using: &random)
      let drafts = (number..<(number + count)).map { LedgerDraft.sample($0, author: author, request: "\($0)") }
      number += count
      var sequence = Int.random(in: 0...300, using: &random)
      var isIn = false
      while !isIn {
        do {
          let entries = try await ledger.append(drafts, after: sequence)
          confirmed.append(contentsOf: entries)
          isIn = true
        } catch {
          guard case .conflict(_, let actual) = error else { throw error }
          sequence = actual
        }
      }
      if Bool.random(using: &random) {
        let (first, stale) = (confirmed[confirmed.count - count], sequence)
        await #expect(throws: LedgerError.duplicateRequest(first)) { try await ledger.append(drafts, after: stale) }
      }
    }
    return confirmed
  }
}

@Suite struct LedgerCrashReportTests {
  @Test func `what a crash writer had confirmed is in the ledger`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/ledger.sqlite"
      let output = try await outputOfCrashWriter(SQLiteLedger(path: path))
      let report = LedgerCrashReport(output: output)
      #expect(report.confirmed.count >= 100)
      #expect(try await report.findings(in: SQLiteLedger(path: path)) == [])
    }
  }

  @Test func `a confirmed entry that is gone or another is reported, a line that was cut off is not`() async throws {
    let ledger = MemoryLedger()
    let entry = try await ledger.append(.samples(1), after: 0)[0]
    let zero = Digest32.zero.hex
    let report = LedgerCrashReport(output: "1 \(entry.hash.hex)\n1 \(zero)\n2 \(zero)\n3 \(zero)")
    let findings = try await report.findings(in: ledger)
    #expect(findings == ["entry 1 is not the one that was confirmed", "entry 2 was confirmed and is gone"])
  }

  /// Lets the writer run until it has confirmed a hundred entries.
  private func outputOfCrashWriter(_ ledger: SQLiteLedger) async throws -> String {
    let (lines, continuation) = AsyncStream.makeStream(of: String.self)
    return try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await LedgerCrashWriter.run(ledger, seed: 1) { continuation.yield($0) }
        } catch is CancellationError {}
        continuation.finish()
      }
      var output = ""
      for await line in lines {
        output += line
        if output.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= 100 { group.cancelAll() }
      }
      try await group.waitForAll()
      return output
    }
  }
}
