import Foundation
public import Ledger

/// One half of the crash test: a process that writes until it is killed, and says on standard output what was confirmed.
///
/// Run it in a process of its own, read its output, send it SIGKILL at any moment, open the ledger again, and hold the
/// output against it with `LedgerCrashReport`. Every line is written and flushed only after `append` returned, so every
/// whole line names an entry that must be there.
public enum LedgerCrashWriter {
  /// Appends batches of random length from several tasks at once; returns only by throwing.
  ///
  /// - Parameters:
  ///   - seed: what is written follows from it; how the tasks interleave does not.
  ///   - write: takes a line with its newline, and returns once the line is out of this process.
  public static func run(
    _ ledger: any Ledger, seed: UInt64, writers: Int = 4,
    write: @escaping @Sendable (String) throws -> Void = LedgerCrashWriter.printUnbuffered
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          try await appendForever(ledger, author: "writer-\(writer)", random: SplitMix64(seed: seed &+ UInt64(writer)), write: write)
        }
      }
      try await group.waitForAll()
    }
  }

  /// Not `print`: a line in its buffer would die with the process.
  public static func printUnbuffered(_ lines: String) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(lines.utf8))
  }

  private static func appendForever(
    _ ledger: any Ledger, author: String, random: SplitMix64, write: @Sendable (String) throws -> Void
  ) async throws {
    var random = random
    var sequence = try await ledger.head().sequence
    while true {
      try Task.checkCancellation()
      let drafts = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let padding = String(repeating: "x", count: Int.random(in: 0...2000, using: &random))
        return LedgerDraft(
          kind: "sample.taken.v1", payload: #"{"padding":"\#(padding)"}"#, author: author, time: Date(),
          request: String(UInt64.random(in: .min ... .max, using: &random), radix: 16))
      }
      do {
        let entries = try await ledger.append(drafts, after: sequence)
        // One write, so that lines of several tasks cannot mix.
        try write(entries.map { "\($0.sequence) \($0.hash.hex)\n" }.joined())
        sequence += entries.count
      } catch let error as LedgerError {
        switch error {
        case .conflict(_, let actual): sequence = actual
        case .duplicateRequest: continue  // the same seed ran on this ledger before
        default: throw error
        }
      }
    }
  }
}

/// The other half: what a killed `LedgerCrashWriter` had confirmed, held against the ledger it left.
public struct LedgerCrashReport: Sendable {
  public let confirmed: [LedgerHead]

  /// Reads the writer's output; a last line without its newline was cut off by the kill and confirms nothing.
  public init(output: some StringProtocol) {
    confirmed = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { line in
      let parts = line.split(separator: " ")
      guard parts.count == 2, let sequence = Int(parts[0]), let hash = Digest32(hex: parts[1]) else { return nil }
      return LedgerHead(sequence: sequence, hash: hash)
    }
  }

  /// What is wrong with the ledger, as sentences; empty when nothing confirmed was lost and the chain is whole.
  public func findings(in ledger: any Ledger) async throws(LedgerError) -> [String] {
    var findings: [String] = []
    let verification = try await ledger.verify()
    if let found = verification.firstBreak { findings.append("entry \(found.sequence): \(found.reason)") }
    for head in confirmed {
      let found = try await ledger.entries(after: head.sequence - 1, limit: 1).first?.hash
      if found == nil { findings.append("entry \(head.sequence) was confirmed and is gone") }
      if let found, found != head.hash { findings.append("entry \(head.sequence) is not the one that was confirmed") }
    }
    return findings
  }
}
