import ArgumentParser
import Foundation
import Ledger
import Lessons
import VillageService

extension LedgerCommand {
  struct Fork: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Begin another village with the history of this one up to an entry.",
      discussion: """
        The fork has the same entries in the same chain, and the accounts of those who were members by then, so that they \
        sign in as before. Conversations, sessions, tokens and invitations stay behind. Stopped half-way, repeat it.
        """)

    @OptionGroup var data: DataOptions
    @Option(help: "The last entry that both have. Default: the last there is.") var at: Int?
    @Option(help: "The folder for the new village.") var to: String
    @Flag(help: "Print JSON.") var json = false

    private struct Report: Encodable {
      let entries: Int
      let head: String
      let accounts: Int
    }

    func run() async throws {
      try await speakingPlainly {
        let here = try data.existingLedger()
        let last: Int = if let at { at } else { try await here.head().sequence }
        let end = try await here.head().sequence
        guard (1...max(1, end)).contains(last), end > 0 else { throw ForkFailure.noSuchEntry(last, of: end) }
        let head = try await LedgerFork.copy(here, upTo: last, into: try SQLiteLedger(path: "\(to)/village.sqlite"))
        let people = try await data.people().copyAccounts(
          of: try await members(of: here, upTo: last), to: try PrivateStore(path: "\(to)/people.sqlite"))
        if json {
          try printJSON(Report(entries: head.sequence, head: head.hash.hex, accounts: people))
        } else {
          print("The fork in “\(to)” begins with all entries up to \(head.sequence), and \(people) accounts.")
          print("Serve it with: village serve --data \(to)")
        }
      }
    }

    private func members(of ledger: SQLiteLedger, upTo last: Int) async throws -> Set<String> {
      try await joiningAuthors(of: ledger, 1...last)
    }
  }
}

/// Who came to a village in a stretch of its ledger.
func joiningAuthors(of ledger: SQLiteLedger, _ stretch: ClosedRange<Int>) async throws -> Set<String> {
  let kinds = [Act.founded(name: "").kind, Act.joined(role: .newcomer, group: nil, invitedBy: nil).kind]
  let entries = try await ledger.entries(after: stretch.lowerBound - 1, limit: stretch.count)
  return Set(entries.filter { kinds.contains($0.kind) }.map(\.author))
}
