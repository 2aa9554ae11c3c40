import ArgumentParser
import Foundation
import Interchange
import Ledger
import Lessons
import VillageService

struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "import", abstract: "Bring knowledge in.", subcommands: [ImportTable.self])
}

struct ImportTable: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Teach a table: one lesson a cell.",
    discussion: """
      The first line names the columns. Say what each means, with its unit; what you do not name is left out:

        village import table foods.tsv --kind food --source "USDA SR26" \\
          --columns "name=subject, carb_g=carbohydrate:g/100 g, kcal=energy:kcal/100 g"

      Without --columns the header is read for what it suggests. --dry-run shows what would be taught.
      """)

  @Argument(help: "A CSV or TSV file, also gzipped.")
  var file: String

  @Option(help: "column=subject or column=property:unit, separated by commas.")
  var columns: String?

  @Option(help: "What every row is, for example food.")
  var kind: String?

  @Option(help: "Where the table comes from. Default: the file's name.")
  var source: String?

  @Flag(help: "Show what would be taught, and teach nothing.")
  var dryRun = false

  @OptionGroup var village: VillageOptions

  private struct Report: Encodable {
    let rows: Int
    let claims: Int
    let clashes: Int
    let rejected: [TableReading.Rejected]
    let seconds: Double
  }

  func run() async throws {
    try await speakingPlainly {
      let bytes = try [UInt8](contents(ofFile: file))
      let service = try await village.data.openVillage()
      let member = try await village.speaker(in: service)
      let job = try await service.prepareImport(bytes, fileName: URL(fileURLWithPath: file).lastPathComponent, by: member)
      let plan = try plan(for: job)
      if dryRun {
        let preview = try await service.previewImport(job.id, plan)
        for sentence in preview.sentences { print(sentence) }
        print("\(preview.rows) rows, \(preview.claims) lessons, \(preview.clashes) of them disagree with what is known.")
        for row in preview.rejected { print("line \(row.line): \(row.reason)") }
        return
      }
      let clock = ContinuousClock()
      let begin = clock.now
      let isQuiet = village.json || isatty(STDERR_FILENO) == 0
      let done = try await service.importTable(job.id, plan) { done, total in
        if !isQuiet { FileHandle.standardError.write(Data("\r\(done) of \(total) rows".utf8)) }
      }
      if !isQuiet { FileHandle.standardError.write(Data("\n".utf8)) }
      let seconds = (clock.now - begin) / .seconds(1)
      guard case .done(let result) = done.status else {
        if case .failed(let message, _) = done.status {
          throw Complaint(message, hint: "What was imported before stays; import the rest again.")
        }
        return
      }
      if village.json {
        return try printJSON(
          Report(rows: result.rows, claims: result.claims, clashes: result.clashes, rejected: done.rejected, seconds: seconds))
      }
      print("Taught \(result.claims) lessons from \(result.rows) rows in \(String(format: "%.1f", seconds)) s.")
      if result.clashes > 0 { print("\(result.clashes) disagreements opened.") }
      for row in done.rejected { print("line \(row.line) was left out: \(row.reason)") }
    }
  }

  private func plan(for job: ImportJob) throws -> ImportPlan {
    var plan = job.plan
    if let kind { plan.kind = try Concept(parsing: kind) }
    if let source { plan.source = source }
    guard let columns else { return plan }
    var roles = [ImportPlan.Role](repeating: .ignored, count: job.text.header.count)
    for item in columns.split(separator: ",") {
      let parts = item.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2 else { throw Complaint("“\(item)” says no role.", hint: "Write column=subject or column=property:unit.") }
      guard let index = job.text.header.firstIndex(where: { $0.lowercased() == parts[0].lowercased() }) else {
        throw Complaint("There is no column “\(parts[0])”.", hint: "The columns are: \(job.text.header.joined(separator: ", ")).")
      }
      roles[index] = parts[1].lowercased() == "subject" ? .subject : try value(parts[1])
    }
    plan.roles = roles
    return plan
  }

  private func value(_ text: String) throws -> ImportPlan.Role {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard parts.count == 2 else { return .value(try Concept(parsing: text), .none) }
    guard let unit = Unit(parsing: parts[1]) else {
      throw Complaint("I do not know the unit “\(parts[1])”.", hint: "Write it as g, mg/100 g, kcal, mmol/L or %.")
    }
    return .value(try Concept(parsing: parts[0]), unit)
  }
}

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the whole ledger as JSON Lines, one entry a line.",
    discussion: "Everything taught, by whom, when, with the chain that proves it. Names and conversations are not in it.")

  @OptionGroup var data: DataOptions

  @Option(name: .shortAndLong, help: "The file to write. Default: the terminal.")
  var output: String?

  func run() async throws {
    try await speakingPlainly {
      let ledger = try data.existingLedger()
      let target =
        try output.map { path in
          guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
            throw Complaint("I cannot write to “\(path)”.", hint: "Check the folder and its permissions.")
          }
          return handle
        } ?? FileHandle.standardOutput
      var last = 0
      while true {
        let entries = try await ledger.entries(after: last, limit: 500)
        guard let newest = entries.last else { break }
        last = newest.sequence
        target.write(Data((entries.map { EntryLine($0).text }.joined(separator: "\n") + "\n").utf8))
      }
    }
  }
}
