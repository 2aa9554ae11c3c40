import Understanding

/// An evaluation in the shapes of Rasa's `intent_report.json`, `intent_errors.json` and confusion matrix.
///
/// Source: RasaHQ/rasa, rasa/nlu/test.py (`evaluate_intents`) and scikit-learn's `classification_report(output_dict=True)`.
struct RasaReport {
  enum Entry: Encodable {
    case measures(Measures)
    case number(Double)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .measures(let measures): try measures.encode(to: encoder)
      case .number(let number): try number.encode(to: encoder)
      }
    }
  }

  struct Measures: Encodable {
    let precision: Double
    let recall: Double
    let f1: Double
    let support: Int
    let confusedWith: [String: Int]?

    enum CodingKeys: String, CodingKey {
      case precision, recall, support
      case f1 = "f1-score"
      case confusedWith = "confused_with"
    }
  }

  struct Failure: Encodable {
    struct Guess: Encodable {
      let name: String
      let confidence: Double
    }
    let text: String
    let intent: String
    let guess: Guess

    enum CodingKeys: String, CodingKey {
      case text, intent
      case guess = "intent_prediction"
    }
  }

  struct Confusion: Encodable {
    let labels: [String]
    /// A row for each true label, a column for each given one.
    let matrix: [[Int]]

    init(_ report: IntentReport) {
      labels = report.intents.map(\.intent)
      matrix = report.intents.map { row in
        report.intents.map { report.confusion[row.intent]?[$0.intent] ?? 0 }
      }
    }
  }

  let report: [String: Entry]
  let errors: [Failure]
  let confusion: Confusion

  init(_ source: IntentReport) {
    var report: [String: Entry] = [:]
    let tests = source.intents.reduce(0) { $0 + $1.support }
    for intent in source.intents {
      // Rasa names the three most frequent.
      let confused = Dictionary(uniqueKeysWithValues: intent.confusedWith.prefix(3).map { ($0.intent, $0.count) })
      report[intent.intent] = .measures(
        Measures(
          precision: intent.precision, recall: intent.recall, f1: intent.f1, support: intent.support, confusedWith: confused))
    }
    report["accuracy"] = .number(source.accuracy)
    for (name, mean) in [("macro avg", source.macro), ("weighted avg", source.weighted)] {
      report[name] = .measures(
        Measures(precision: mean.precision, recall: mean.recall, f1: mean.f1, support: tests, confusedWith: nil))
    }
    self.report = report
    errors = source.errors.map {
      Failure(text: $0.text, intent: $0.intent, guess: Failure.Guess(name: $0.given, confidence: $0.probability))
    }
    confusion = Confusion(source)
  }
}
