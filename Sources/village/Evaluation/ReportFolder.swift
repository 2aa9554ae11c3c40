import ArgumentParser
import Foundation
import Understanding

/// A folder of reports: our own, and the same figures in the shapes that other tools write.
struct ReportFolder {
  let path: String

  /// - `summary.json`, `intents.json`, `errors.json`, `calibration.json`, `confusion.svg`: ours.
  /// - `intent_report.json`, `intent_errors.json`, `intent_confusion_matrix.json`: as Rasa's `rasa test nlu`.
  /// - `metrics.json`: as Snips' nlu-metrics.
  func write(_ report: IntentReport, summary: IntentSummary) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw ValidationError("I cannot make the folder “\(path)”.\nGive one that may be written to.")
    }
    try write(summary, "summary.json")
    try write(report.intents.map(IntentLine.init), "intents.json")
    try write(report.errors.map(ErrorLine.init), "errors.json")
    try write(CalibrationPage(report), "calibration.json")
    try write(Data(ConfusionDrawing(report).svg.utf8), "confusion.svg")
    let rasa = RasaReport(report)
    try write(rasa.report, "intent_report.json")
    try write(rasa.errors, "intent_errors.json")
    try write(rasa.confusion, "intent_confusion_matrix.json")
    try write(SnipsMetrics(report), "metrics.json")
  }

  private func write(_ value: some Encodable, _ name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try write(try encoder.encode(value) + Data("\n".utf8), name)
  }

  private func write(_ data: Data, _ name: String) throws {
    do {
      try data.write(to: URL(filePath: path, directoryHint: .isDirectory).appending(path: name))
    } catch {
      throw ValidationError("I cannot write “\(name)” to “\(path)”.\nSee whether the disk is full or the folder protected.")
    }
  }
}

private struct IntentLine: Encodable {
  let intent: String
  let precision: Double
  let recall: Double
  let f1: Double
  let support: Int
  let confused_with: [String: Int]

  init(_ measures: IntentReport.Measures) {
    intent = measures.intent
    precision = measures.precision
    recall = measures.recall
    f1 = measures.f1
    support = measures.support
    confused_with = Dictionary(uniqueKeysWithValues: measures.confusedWith.map { ($0.intent, $0.count) })
  }
}

private struct ErrorLine: Encodable {
  let text: String
  let intent: String
  let given: String
  let confidence: Double
  let probability: Double
  /// The taught sentence that spoke most for the meaning given, and for the right one.
  let because_of: String?
  let in_spite_of: String?
  let read_as: [String: String]

  init(_ answer: IntentEvaluation.Answer) {
    text = answer.text
    intent = answer.intent
    given = answer.given
    confidence = answer.confidence
    probability = answer.probability
    because_of = answer.reason?.text
    in_spite_of = answer.counterReason?.text
    read_as = Dictionary(answer.repairs.map { ($0.written, $0.readAs) }) { first, _ in first }
  }
}

private struct CalibrationPage: Encodable {
  struct Bin: Encodable {
    let from: Double
    let to: Double
    let count: Int
    let mean_probability: Double
    let accuracy: Double
  }
  let expected_calibration_error: Double
  let bins: [Bin]

  init(_ report: IntentReport) {
    expected_calibration_error = report.calibrationError
    bins = report.calibration.map {
      Bin(from: $0.range.lowerBound, to: $0.range.upperBound, count: $0.count, mean_probability: $0.meanProbability, accuracy: $0.accuracy)
    }
  }
}
