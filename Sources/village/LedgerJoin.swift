import ArgumentParser
import Community
import Foundation
import Ledger
import Lessons
import Mind
import VillageService

extension LedgerCommand {
  struct Join: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Bring what a fork of this village did back into it.",
      discussion: """
        What only one side decided is carried over, what both did is done once, and what they decided differently stays as \
        it is here, with a comment that says what the fork had made of it. All is written at once or nothing is; joined \
        again, a fork adds only what is new in it. Nothing in a ledger is signed: join forks of people you trust, and look \
        first with --dry-run.
        """)

    @OptionGroup var data: DataOptions
    @Argument(help: "The fork's folder.") var fork: String
    @Flag(help: "Tell what would happen, and write nothing.") var dryRun = false
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
      try await speakingPlainly {
        let here = try data.existingLedger()
        guard FileManager.default.fileExists(atPath: "\(fork)/village.sqlite") else {
          throw Complaint("There is no village in “\(fork)”.", hint: "Name the folder that “village ledger fork” made.")
        }
        let there = try SQLiteLedger(path: "\(fork)/village.sqlite")
        try await check(here, data.data)
        try await check(there, fork)
        let join = try await LedgerJoin(of: there, to: here, language: try Language.bundled(), at: Date())
        if !dryRun {
          // First the names, so that nobody stands in the ledger whom nobody can name; joining again brings no second one.
          let authors = Set(
            join.plan.entries.compactMap { planned -> String? in
              if case .joined = planned.entry.act { planned.entry.author.rawValue } else { nil }
            })
          let people = try PrivateStore(path: "\(fork)/people.sqlite")
          _ = try await people.copyAccounts(of: authors, to: try data.people())
          try await join.write(to: here)
        }
        let report = JoinReport(join, isDryRun: dryRun)
        if json { try printJSON(report) } else { print(report.text) }
      }
    }

    /// A chain that was tampered with is not to be joined.
    private func check(_ ledger: SQLiteLedger, _ folder: String) async throws {
      guard let broken = try await ledger.verify().firstBreak else { return }
      throw Complaint(
        "The chain in “\(folder)” breaks at entry \(broken.sequence): \(broken.reason)", hint: "Restore it from a backup first.")
    }
  }
}
