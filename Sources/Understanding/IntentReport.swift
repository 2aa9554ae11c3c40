/// What a test set shows beyond one number: where a learner errs, and whether its probabilities can be believed.
public struct IntentReport: Hashable, Sendable {
  /// How well one intent is told from the others. An abstention is an answer of its own, ``IntentEvaluation/outOfScope``.
  public struct Measures: Hashable, Sendable {
    public let intent: String
    /// Of the texts given this intent, the share that has it; 0 where none was given it.
    public let precision: Double
    /// Of the texts that have it, the share given it; 0 where none has it.
    public let recall: Double
    /// The harmonic mean of both.
    public let f1: Double
    /// Texts that have it.
    public let support: Int
    /// What its texts were taken for instead, most often first.
    public let confusedWith: [Count]

    public struct Count: Hashable, Sendable {
      public let intent: String
      public let count: Int
    }
  }

  public struct Mean: Hashable, Sendable {
    public let precision: Double
    public let recall: Double
    public let f1: Double
  }

  /// The texts whose best meaning had a probability in a range.
  public struct Bin: Hashable, Sendable {
    public let range: Range<Double>
    public let count: Int
    public let meanProbability: Double
    /// Share whose best meaning was the right one.
    public let accuracy: Double
  }

  /// By intent.
  public let intents: [Measures]
  public let accuracy: Double
  /// Of the intents that some text has: each alike, and each by its support.
  public let macro: Mean
  public let weighted: Mean
  /// `confusion[intent][given]`: how many texts.
  public let confusion: [String: [String: Int]]
  /// Ten of one width, of texts in scope.
  public let calibration: [Bin]
  /// Σ over bins of share · |accuracy − mean probability|, in 0...1.
  ///
  /// Source: Guo, Pleiss, Sun & Weinberger (2017), On Calibration of Modern Neural Networks, ICML, equation 3.
  public let calibrationError: Double
  public let errors: [IntentEvaluation.Answer]

  public init(_ answers: [IntentEvaluation.Answer]) {
    var confusion: [String: [String: Int]] = [:]
    for answer in answers { confusion[answer.intent, default: [:]][answer.given, default: 0] += 1 }
    self.confusion = confusion
    let names = Set(confusion.keys).union(confusion.values.flatMap(\.keys)).sorted()
    intents = names.map { Self.measures(of: $0, confusion) }
    accuracy = Self.share(answers.count(where: \.isRight), answers.count)
    let supported = intents.filter { $0.support > 0 }
    macro = Self.mean(supported) { _ in 1 }
    weighted = Self.mean(supported) { Double($0.support) }
    let inScope = answers.filter { $0.intent != IntentEvaluation.outOfScope }
    calibration = Self.bins(inScope)
    calibrationError = calibration.reduce(0) { $0 + Self.share($1.count, inScope.count) * abs($1.accuracy - $1.meanProbability) }
    errors = answers.filter { !$0.isRight }
  }

  private static func measures(of intent: String, _ confusion: [String: [String: Int]]) -> Measures {
    let row = confusion[intent] ?? [:]
    let right = row[intent] ?? 0
    let precision = share(right, confusion.values.reduce(0) { $0 + ($1[intent] ?? 0) })
    let support = row.values.reduce(0, +)
    let recall = share(right, support)
    let others = row.filter { $0.key != intent }.map { Measures.Count(intent: $0.key, count: $0.value) }
    return Measures(
      intent: intent, precision: precision, recall: recall,
      f1: precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall), support: support,
      confusedWith: others.sorted { ($1.count, $0.intent) < ($0.count, $1.intent) })
  }

  private static func mean(_ intents: [Measures], weight: (Measures) -> Double) -> Mean {
    let sum = intents.reduce(0) { $0 + weight($1) }
    guard sum > 0 else { return Mean(precision: 0, recall: 0, f1: 0) }
    func mean(_ value: (Measures) -> Double) -> Double { intents.reduce(0) { $0 + weight($1) * value($1) } / sum }
    return Mean(precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1))
  }

  private static func bins(_ answers: [IntentEvaluation.Answer]) -> [Bin] {
    (0..<10).map { number in
      let range = Double(number) / 10..<Double(number + 1) / 10
      // A probability of 1 belongs to the last bin.
      let inside = answers.filter { min(Int($0.probability * 10), 9) == number }
      return Bin(
        range: range, count: inside.count,
        meanProbability: inside.isEmpty ? 0 : inside.reduce(0) { $0 + $1.probability } / Double(inside.count),
        accuracy: share(inside.count { $0.predicted == $0.intent }, inside.count))
    }
  }

  private static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}

extension IntentEvaluation.Answer {
  /// The best meaning; out of scope where the learner abstained.
  public var given: String { isAbstention ? IntentEvaluation.outOfScope : predicted ?? IntentEvaluation.outOfScope }
}
