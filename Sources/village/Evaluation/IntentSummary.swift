import Foundation
import Understanding

/// The figures of one or several runs, on one page.
struct IntentSummary: Encodable {
  let accuracy: Double
  let accuracyDeviation: Double?
  let examples: Int
  let tests: Int
  let tier: Int
  let trainSeconds: Double
  let updateMillisecondsP50: Double
  let updateMillisecondsP99: Double
  let predictMicrosecondsP50: Double
  let predictMicrosecondsP99: Double
  let foretellMillisecondsP50: Double
  let foretellMillisecondsP99: Double
  let outOfScopeRecall: Double?
  let inScopeAccuracy: Double?
  let inScopeAccuracyWithoutAbstaining: Double?
  let areaUnderCurve: Double?

  enum CodingKeys: String, CodingKey {
    case accuracy, examples, tests, tier
    case accuracyDeviation = "accuracy_deviation"
    case trainSeconds = "train_seconds"
    case updateMillisecondsP50 = "update_ms_p50"
    case updateMillisecondsP99 = "update_ms_p99"
    case predictMicrosecondsP50 = "predict_us_p50"
    case predictMicrosecondsP99 = "predict_us_p99"
    case foretellMillisecondsP50 = "foretell_ms_p50"
    case foretellMillisecondsP99 = "foretell_ms_p99"
    case outOfScopeRecall = "oos_recall"
    case inScopeAccuracy = "in_scope_accuracy"
    case inScopeAccuracyWithoutAbstaining = "in_scope_accuracy_without_abstaining"
    case areaUnderCurve = "auroc"
  }

  /// Means over the runs; the deviation is the sample's, with n − 1.
  init(_ runs: [IntentEvaluation], tier: Int) {
    func mean(_ value: (IntentEvaluation) -> Double) -> Double { runs.reduce(0) { $0 + value($1) } / Double(max(runs.count, 1)) }
    func mean(_ value: (IntentEvaluation.Scope) -> Double) -> Double? {
      let scopes = runs.compactMap(\.scope)
      return scopes.isEmpty ? nil : scopes.reduce(0) { $0 + value($1) } / Double(scopes.count)
    }
    let accuracy = mean(\.accuracy)
    self.accuracy = accuracy
    accuracyDeviation =
      runs.count > 1
      ? (runs.reduce(0) { $0 + ($1.accuracy - accuracy) * ($1.accuracy - accuracy) } / Double(runs.count - 1)).squareRoot() : nil
    examples = Int(mean { Double($0.examples) }.rounded())
    tests = runs.reduce(0) { $0 + $1.tests }
    self.tier = tier
    trainSeconds = mean(\.trainSeconds)
    updateMillisecondsP50 = mean(\.updateMillisecondsP50)
    updateMillisecondsP99 = mean(\.updateMillisecondsP99)
    predictMicrosecondsP50 = mean(\.predictMicrosecondsP50)
    predictMicrosecondsP99 = mean(\.predictMicrosecondsP99)
    foretellMillisecondsP50 = mean(\.foretellMillisecondsP50)
    foretellMillisecondsP99 = mean(\.foretellMillisecondsP99)
    outOfScopeRecall = mean(\.recall)
    inScopeAccuracy = mean(\.inScopeAccuracy)
    inScopeAccuracyWithoutAbstaining = mean(\.inScopeAccuracyWithoutAbstaining)
    areaUnderCurve = mean(\.areaUnderCurve)
  }

  func say() {
    func percent(_ share: Double) -> String { String(format: "%.1f of 100", share * 100) }
    let deviation = accuracyDeviation.map { " (give or take \(String(format: "%.1f", $0 * 100)))" } ?? ""
    print("\(examples) sentences taught, \(tests) asked: \(percent(accuracy))\(deviation) understood.")
    if let recall = outOfScopeRecall, let inScope = inScopeAccuracy {
      print("Of what belongs here \(percent(inScope)) are understood; of what does not \(percent(recall)) are told apart.")
    }
    print(
      String(
        format: "A lesson takes %.2f ms, a question %.2f ms (half of them at most).", updateMillisecondsP50, predictMicrosecondsP50 / 1000))
  }
}
