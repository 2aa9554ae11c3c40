import ArgumentParser
import Foundation
import Lessons
import TeachingLanguage

struct EvaluateNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Teach a file of names, one a line, and find them, numbers and dates in a file of sentences.",
    discussion: "The very code is measured that finds what a question mentions; misspelt names are found too.")

  @Option(help: "Names of things, one a line.")
  var names: String

  @Option(help: "Sentences, one a line.")
  var sentences: String

  @Flag(help: "Print one JSON object.")
  var json = false

  private struct Report: Encodable {
    let names: Int
    let sentences: Int
    let mentions: Int
    let respelled: Int
    let teachSeconds: Double
    let usP50: Double
    let usP99: Double

    enum CodingKeys: String, CodingKey {
      case names, sentences, mentions, respelled
      case teachSeconds = "teach_seconds"
      case usP50 = "us_p50"
      case usP99 = "us_p99"
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    var lexicon = Lexicon()
    let concepts = try lines(of: names).compactMap { try? Concept(parsing: $0) }
    let teaching = clock.measure { for concept in concepts { lexicon.add(.claim(Claim(concept, .isA, .concept("thing")))) } }
    let vocabulary = Vocabulary(layers: [lexicon])
    let reader = Reader(grammar: try Grammar.english())
    let asked = try lines(of: sentences)
    guard !concepts.isEmpty, !asked.isEmpty else { throw ValidationError("Write a name, or a sentence, on each line.") }
    var times: [Double] = []
    var (found, respelled) = (0, 0)
    for sentence in asked {
      var mentions: [Mention] = []
      times.append(clock.measure { mentions = reader.mentions(in: sentence, vocabulary: vocabulary) } / .microseconds(1))
      found += mentions.count
      respelled += mentions.count(where: \.isRespelled)
    }
    times.sort()
    func percentile(_ share: Double) -> Double { times[min(times.count - 1, Int(Double(times.count) * share))] }
    let report = Report(
      names: lexicon.count, sentences: asked.count, mentions: found, respelled: respelled, teachSeconds: teaching / .seconds(1),
      usP50: percentile(0.5), usP99: percentile(0.99))
    if json { return try printJSON(report) }
    print(
      "\(report.mentions) mentions of \(report.names) names in \(report.sentences) sentences, \(report.respelled) of them misspelt; "
        + "half within \(Int(report.usP50)) µs, 99 of 100 within \(Int(report.usP99)) µs.")
  }

  private func lines(of path: String) throws -> [String] {
    String(decoding: try contents(ofFile: path), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
