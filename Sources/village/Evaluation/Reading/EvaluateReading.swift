import ArgumentParser
import Foundation
import Lessons
import TeachingLanguage

struct EvaluateReading: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading",
    abstract: "Measure how many sentences are read, how many of them right, and how long it takes.",
    discussion: """
      Give a file with a JSON object a line: {"text": "A banana is a fruit.", "meaning": "is a(banana, fruit)"}. The notation of meanings \
      is that of docs/teaching-language.md; of a list of meanings any is right. {"text": …, "ask": true} is a sentence that must not be \
      taken without asking; {"text": …, "links": [["Lisbon", "Portugal"]]} one whose names some fact must bring together. "taught" is a \
      list of sentences taught before it, "group" a name under which it is also counted. A sentence with a text alone counts as read or not.

      Or name a public corpus and the folder with its files. Nothing is recorded, and each story starts anew.
      """)

  @Option(help: "A file with a JSON object a line.")
  var input: String?

  @Option(help: "A public corpus: \(ReadingCorpus.allCases.map(\.rawValue).joined(separator: ", ")).")
  var corpus: ReadingCorpus?

  @Option(help: "The folder with the public files.")
  var data = "."

  @Option(help: "A part of the corpus by its file's name: “train”. Without it the part for developing.")
  var part: String?

  @Option(help: "A part of the corpus, e.g. train, whose wordings are taught first; then whole facts count, relations too.")
  var learn: String?

  @Option(help: "Sentences that are taught before each story, one a line.")
  var taught: String?

  @Option(help: "Names of things that are known, one a line.")
  var names: String?

  @Option(help: "Write how each sentence was read to this file: right, wrong or open, decision, sentence and reading, cut by tabs.")
  var write: String?

  @Option(help: "The language of the sentences: en, es or pt.")
  var language = "en"

  @Option(help: "Readings judged by hand: a line's number, a hash of the reading, right or wrong, cut by tabs.")
  var judged: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    guard (input == nil) != (corpus == nil) else { throw ValidationError("Give either --input or --corpus.") }
    guard learn == nil || corpus != nil else { throw ValidationError("--learn names a part of a --corpus.") }
    guard ["en", "es", "pt"].contains(language) else { throw ValidationError("There is no grammar for “\(language)”.") }
  }

  func run() async throws {
    try await speakingPlainly {
      var trial = ReadingTrial(reader: Reader(grammar: try Grammar.bundled(language: language)))
      try trial.learn(names: names.map(lines) ?? [], sentences: taught.map(lines) ?? [])
      if let learn, let corpus { trial.learn(try corpus.worded(in: folder, part: learn)) }
      let rows = trial.run(try stories())
      guard !rows.isEmpty else { throw Complaint("There is no sentence to read.", hint: "Write a JSON object on each line.") }
      if let write { try Data(trial.record.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: write)) }
      let report = ReadingReport(rows)
      if let judged, !json {
        print(try JudgedReadings(contents(ofFile: judged), named: judged).report(on: trial.firstReadings))
      }
      if json { try printJSON(report) } else { report.say(as: corpus?.rawValue ?? input ?? "") }
    }
  }

  private var folder: URL { URL(fileURLWithPath: data, isDirectory: true) }

  private func stories() throws -> [ReadingStory] {
    if let corpus { return try corpus.stories(in: folder, part: part, areWhole: learn != nil) }
    let path = input ?? ""
    return try ReadingFile.stories(in: contents(ofFile: path), named: path)
  }

  private func lines(of path: String) throws -> [String] {
    String(decoding: try contents(ofFile: path), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
