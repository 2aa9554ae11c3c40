import ArgumentParser
import Foundation
import Understanding

struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well and how fast the village understands and reasons.",
    subcommands: [EvaluateIntents.self, EvaluateAnswers.self, EvaluateReasoning.self])
}

struct EvaluateIntents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intents",
    abstract: "Teach sentences one by one and see whether others are understood.",
    discussion: """
      Both files hold one sentence a line: the sentence, a tab, what it means. The meaning “oos” is for what is none of
      the others. The very code is measured that the assistant understands with.

        village evaluate intents --train train.tsv --test test.tsv --json
      """)

  @Option(help: "Sentences to teach.")
  var train: String

  @Option(help: "Sentences to understand.")
  var test: String

  @Flag(help: "Print one JSON object.")
  var json = false

  private struct Report: Encodable {
    let accuracy: Double
    let examples: Int
    let tests: Int
    let trainSeconds: Double
    let updateMillisecondsP50: Double
    let updateMillisecondsP99: Double
    let predictMicrosecondsP50: Double
    let predictMicrosecondsP99: Double
    let outOfScopeRecall: Double?
    let inScopeAccuracy: Double?

    enum CodingKeys: String, CodingKey {
      case accuracy, examples, tests
      case trainSeconds = "train_seconds"
      case updateMillisecondsP50 = "update_ms_p50"
      case updateMillisecondsP99 = "update_ms_p99"
      case predictMicrosecondsP50 = "predict_us_p50"
      case predictMicrosecondsP99 = "predict_us_p99"
      case outOfScopeRecall = "oos_recall"
      case inScopeAccuracy = "in_scope_accuracy"
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let begin = clock.now
    let evaluation = IntentEvaluation(train: try rows(of: train), test: try rows(of: test)) { (clock.now - begin) / .seconds(1) }
    let report = Report(
      accuracy: evaluation.accuracy, examples: evaluation.examples, tests: evaluation.tests, trainSeconds: evaluation.trainSeconds,
      updateMillisecondsP50: evaluation.updateMillisecondsP50, updateMillisecondsP99: evaluation.updateMillisecondsP99,
      predictMicrosecondsP50: evaluation.predictMicrosecondsP50, predictMicrosecondsP99: evaluation.predictMicrosecondsP99,
      outOfScopeRecall: evaluation.scope?.recall, inScopeAccuracy: evaluation.scope?.inScopeAccuracy)
    if json { return try printJSON(report) }
    func percent(_ share: Double) -> String { String(format: "%.1f of 100", share * 100) }
    print("\(report.examples) sentences taught, \(report.tests) asked: \(percent(report.accuracy)) understood.")
    if let recall = report.outOfScopeRecall, let inScope = report.inScopeAccuracy {
      print("Of what belongs here \(percent(inScope)) are understood; of what does not \(percent(recall)) are told apart.")
    }
    print(
      String(
        format: "A lesson takes %.2f ms, a question %.2f ms (half of them at most).", report.updateMillisecondsP50,
        report.predictMicrosecondsP50 / 1000))
  }

  /// A file's rows; lines that are none are named on the error output and left out.
  private func rows(of path: String) throws -> [LabelledText] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw ValidationError("I cannot read “\(path)” as UTF-8 text.\nGive a file with a sentence, a tab and its meaning on each line.")
    }
    let parsed = LabelledText.parse(tsv: text)
    for bad in parsed.badLines { FileHandle.standardError.write(Data("\(path), line \(bad.number): \(bad.reason)\n".utf8)) }
    guard !parsed.rows.isEmpty else {
      throw ValidationError("“\(path)” holds no sentence with a meaning.\nWrite a sentence, a tab and its meaning on each line.")
    }
    return parsed.rows
  }
}
