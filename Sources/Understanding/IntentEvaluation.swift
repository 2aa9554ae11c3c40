/// How well the learner understands a test set after being taught a training set, example by example, and how fast. It
/// is the same learner that answers people.
public struct IntentEvaluation: Hashable, Sendable {
  /// The intent of texts that are none of ours.
  public static let outOfScope = "oos"

  /// Examples taught.
  public let examples: Int
  /// Texts tested.
  public let tests: Int
  /// Share of all tests understood rightly, in 0...1. Where the test set has texts out of scope, the learner may abstain:
  /// it must with those, and must not with the others. Elsewhere it always takes the best meaning.
  public let accuracy: Double
  /// Time to teach all examples.
  public let trainSeconds: Double
  /// From handing over one more example to being ready to answer with it.
  public let updateMillisecondsP50: Double
  public let updateMillisecondsP99: Double
  public let predictMicrosecondsP50: Double
  public let predictMicrosecondsP99: Double
  /// Only where the test set has texts out of scope.
  public let scope: Scope?

  public struct Scope: Hashable, Sendable {
    /// Share of the texts out of scope that the learner abstained from.
    public let recall: Double
    /// Share of the others whose intent it gave, abstentions being wrong.
    public let inScopeAccuracy: Double
    /// The same had it never been allowed to abstain.
    public let inScopeAccuracyWithoutAbstaining: Double
    /// Chance that a text in scope, drawn at random, has more confidence than one out of scope.
    public let areaUnderCurve: Double
    /// Below this confidence it abstained; fitted to the training examples.
    public let confidenceMin: Double
  }

  /// Teaches, then tests.
  ///
  /// - Parameters:
  ///   - clock: seconds from any start; called before and after each step that is timed.
  ///   - heldOutMax: how many training examples the abstention threshold is fitted to; not part of any time given.
  public init(
    train: [LabelledText], test: [LabelledText], settings: Learner.Settings = .init(), heldOutMax: Int = 300,
    clock: () -> Double
  ) {
    var learner = Learner(settings: settings)
    var updates: [Double] = []
    for (index, row) in train.enumerated() {
      let exemplar = Exemplar(id: String(index), text: row.text, meaning: row.intent)
      let start = clock()
      learner.teach(exemplar)
      updates.append(clock() - start)
    }

    let hasOutOfScope = test.contains { $0.intent == Self.outOfScope }
    let thresholds = hasOutOfScope ? Thresholds.fitted(to: learner.heldOutAnswers(limit: heldOutMax), noneOfOurs: Self.outOfScope) : nil
    var tally = Tally()
    var questions: [Double] = []
    for row in test {
      let start = clock()
      let prediction = learner.predict(row.text)
      questions.append(clock() - start)
      tally.count(prediction, intent: row.intent, thresholds: thresholds)
    }

    examples = train.count
    tests = test.count
    accuracy = tally.accuracy
    trainSeconds = updates.reduce(0, +)
    updateMillisecondsP50 = Self.percentile(updates, 0.5) * 1e3
    updateMillisecondsP99 = Self.percentile(updates, 0.99) * 1e3
    predictMicrosecondsP50 = Self.percentile(questions, 0.5) * 1e6
    predictMicrosecondsP99 = Self.percentile(questions, 0.99) * 1e6
    scope = thresholds.map { tally.scope(confidenceMin: $0.confidenceMin) }
  }

  /// The smallest value that at least this share of the values does not exceed; 0 for none.
  static func percentile(_ values: [Double], _ share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    let rank = (share * Double(values.count)).rounded(.up)
    return values.sorted()[max(Int(rank), 1) - 1]
  }
}

/// Right and wrong, counted.
private struct Tally {
  private var inScope: [Double] = []  // confidences
  private var outOfScope: [Double] = []
  private var right = 0
  private var rightWithoutAbstaining = 0
  private var abstained = 0  // of those out of scope

  mutating func count(_ prediction: Prediction, intent: String, thresholds: Thresholds?) {
    let best = prediction.best?.meaning
    let isStranger = best == IntentEvaluation.outOfScope || prediction.ranked.isEmpty
    let abstains = thresholds.map { isStranger || prediction.confidence < $0.confidenceMin } ?? false
    let confidence = isStranger ? -1 : prediction.confidence
    if intent == IntentEvaluation.outOfScope {
      outOfScope.append(confidence)
      if abstains { abstained += 1 }
    } else {
      inScope.append(confidence)
      // The best meaning of ours, as if "none of ours" could not be said.
      if prediction.ranked.first(where: { $0.meaning != IntentEvaluation.outOfScope })?.meaning == intent { rightWithoutAbstaining += 1 }
      if best == intent, !abstains { right += 1 }
    }
  }

  var accuracy: Double { share(right + abstained, of: inScope.count + outOfScope.count) }

  func scope(confidenceMin: Double) -> IntentEvaluation.Scope {
    IntentEvaluation.Scope(
      recall: share(abstained, of: outOfScope.count), inScopeAccuracy: share(right, of: inScope.count),
      inScopeAccuracyWithoutAbstaining: share(rightWithoutAbstaining, of: inScope.count),
      areaUnderCurve: areaUnderCurve, confidenceMin: confidenceMin)
  }

  private func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  /// Mann & Whitney's statistic, ties counting half.
  private var areaUnderCurve: Double {
    let strangers = outOfScope.sorted()
    let wins = inScope.reduce(0.0) { sum, confidence in
      let below = strangers.partitioningIndex { $0 >= confidence }
      let notAbove = strangers.partitioningIndex { $0 > confidence }
      return sum + Double(below + notAbove) / 2
    }
    return inScope.isEmpty || strangers.isEmpty ? 0 : wins / Double(inScope.count * strangers.count)
  }
}

extension [Double] {
  /// The first index of a sorted array from which on a condition holds.
  fileprivate func partitioningIndex(where holds: (Double) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
