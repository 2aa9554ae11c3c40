import Understanding

/// An evaluation in the shape of Snips' `metrics.json`.
///
/// Source: snipsco/snips-nlu-metrics, snips_nlu_metrics/metrics.py (`compute_train_test_metrics`). Slots are not measured,
/// so that a parse is exact when its intent is right.
struct SnipsMetrics: Encodable {
  struct Scores: Encodable {
    let true_positive: Int
    let false_positive: Int
    let false_negative: Int
    let precision: Double
    let recall: Double
    let f1: Double
  }

  struct Intent: Encodable {
    let intent: Scores
    let exact_parses: Int
    let intent_utterances: Int
    let slots: [String: Int]
  }

  struct Average: Encodable {
    struct Mean: Encodable {
      let precision: Double
      let recall: Double
      let f1: Double
    }
    let intent: Mean
    let exact_parses: Double
  }

  struct Confusion: Encodable {
    let intents: [String]
    let matrix: [[Int]]
  }

  struct Failure: Encodable {
    struct Output: Encodable {
      struct Named: Encodable { let intentName: String }
      let intent: Named
    }
    let text: String
    let expected_output: Output
    let nlu_output: Output
  }

  let metrics: [String: Intent]
  let average_metrics: Average
  let confusion_matrix: Confusion
  let parsing_errors: [Failure]

  init(_ report: IntentReport) {
    var metrics: [String: Intent] = [:]
    for intent in report.intents {
      let right = report.confusion[intent.intent]?[intent.intent] ?? 0
      let given = report.confusion.values.reduce(0) { $0 + ($1[intent.intent] ?? 0) }
      metrics[intent.intent] = Intent(
        intent: Scores(
          true_positive: right, false_positive: given - right, false_negative: intent.support - right, precision: intent.precision,
          recall: intent.recall, f1: intent.f1),
        exact_parses: right, intent_utterances: intent.support, slots: [:])
    }
    self.metrics = metrics
    average_metrics = Average(
      intent: Average.Mean(precision: report.macro.precision, recall: report.macro.recall, f1: report.macro.f1),
      exact_parses: report.accuracy)
    let rasa = RasaReport.Confusion(report)
    confusion_matrix = Confusion(intents: rasa.labels, matrix: rasa.matrix)
    parsing_errors = report.errors.map {
      Failure(
        text: $0.text, expected_output: .init(intent: .init(intentName: $0.intent)), nlu_output: .init(intent: .init(intentName: $0.given)))
    }
  }
}
