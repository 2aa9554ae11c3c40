import ArgumentParser
import Encoders
import Foundation

struct Words: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The table of word vectors that the assistant understands with.", subcommands: [DistilWords.self])
}

struct DistilWords: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distil",
    abstract: "Make the table from a sentence encoder: it takes less than a minute, once.",
    discussion: """
      Writes words.safetensors, words.json (where it comes from) and vocab.txt.

        village words distil --weights FOLDER --out FOLDER --licence Apache-2.0
      """)

  @Option(help: "A folder with a sentence encoder in the layout of Hugging Face.")
  var weights: String

  @Option(help: "The folder to write to; it may be the same.")
  var out: String

  @Option(help: "What the encoder is called, for the record. Default: the name of its folder.")
  var origin: String?

  @Option(help: "The licence of the encoder, for the record.")
  var licence = "unknown"

  @Option(help: "How many numbers a word's vector has.")
  var dimensions = 256

  func run() throws {
    let source = URL(filePath: weights, directoryHint: .isDirectory)
    let report = try Distillation.run(
      encoder: try Bert(folder: source), source: source, out: URL(filePath: out, directoryHint: .isDirectory), dimensions: dimensions,
      origin: origin ?? source.standardizedFileURL.lastPathComponent, licence: licence)
    print(
      """
      \(report.pieces) words with \(report.dimensions) numbers each, which keep \(percent(report.varianceKept)) of what distinguishes them.
      In “\(out)”.
      """)
  }

  private func percent(_ share: Double) -> String { String(format: "%.1f of 100", share * 100) }
}
