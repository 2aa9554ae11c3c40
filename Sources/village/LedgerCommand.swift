import Lessons
import Community
import Mind
import ArgumentParser
import Foundation
import Ledger
import VillageService

struct LedgerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Look at the record of everything that was done.",
    subcommands: [Verify.self, Log.self, Digest.self, Fork.self, Join.self])

  struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Check every entry against the chain. Exits 1 where it is broken.")
    @OptionGroup var data: DataOptions
    @Flag(help: "Print JSON.") var json = false

    private struct Report: Encodable {
      let whole: Bool
      let entries: Int
      let head: String
      let firstBreak: Int?
      let reason: String?
    }

    func run() async throws {
      try await speakingPlainly {
        let verification = try await data.existingLedger().verify()
        if json {
          try printJSON(
            Report(
              whole: verification.isWhole, entries: verification.head.sequence, head: verification.head.hash.hex,
              firstBreak: verification.firstBreak?.sequence, reason: verification.firstBreak?.reason))
        } else if let broken = verification.firstBreak {
          print("The chain breaks at entry \(broken.sequence): \(broken.reason)")
        } else {
          print("All \(verification.head.sequence) entries are whole. Head: \(verification.head.hash.hex)")
        }
        if !verification.isWhole { throw ExitCode(1) }
      }
    }
  }

  struct Log: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the entries, oldest first.")
    @OptionGroup var data: DataOptions
    @Option(help: "Begin after this entry.") var after = 0
    @Option(help: "At most so many.") var limit = 100
    @Flag(help: "Print one JSON object a line, as the ledger holds it.") var json = false

    func run() async throws {
      try await speakingPlainly {
        let entries = try await data.existingLedger().entries(after: after, limit: limit)
        if json {
          for entry in entries { print(EntryLine(entry).text) }
          return
        }
        let service = try await data.openVillage()
        let printer = try await Printer(service)
        for entry in entries {
          let told = try await service.entry(entry.sequence)
          print(
            "\(entry.sequence)  \(RFC3339.string(from: entry.time) ?? "")  \(printer.name(.init(entry.author))) \(told?.words ?? entry.kind)"
          )
        }
      }
    }
  }

  struct Digest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Fold the whole ledger anew and print a hash of the mind: equal on servers that agree.")
    @OptionGroup var data: DataOptions
    @Flag(help: "Print JSON.") var json = false

    private struct Report: Encodable {
      let digest: String
      let sequence: Int
    }

    func run() async throws {
      try await speakingPlainly {
        let service = try await VillageService.open(ledger: try data.existingLedger(), people: try data.people())
        let report = Report(digest: await service.digest(), sequence: await service.look { $0.standing.sequence })
        if json { try printJSON(report) } else { print(report.digest) }
      }
    }
  }
}

/// An entry as one line of JSON, for export and for other programs.
struct EntryLine {
  let text: String

  init(_ entry: LedgerEntry) {
    let payload = entry.payload
    func quoted(_ text: String) -> String { (try? String(decoding: JSONEncoder().encode(text), as: UTF8.self)) ?? "\"\"" }
    let request = entry.request.map { ",\"request\":\(quoted($0))" } ?? ""
    text =
      "{\"sequence\":\(entry.sequence),\"kind\":\(quoted(entry.kind)),\"author\":\(quoted(entry.author)),"
      + "\"time\":\(quoted(RFC3339.string(from: entry.time) ?? "")),\"previous\":\"\(entry.previous.hex)\",\"hash\":\"\(entry.hash.hex)\""
      + "\(request),\"payload\":\(payload)}"
  }
}
