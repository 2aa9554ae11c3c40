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
  /// Time to tell, before it is taught, which taught sentences one more would turn to another meaning; 0 where nothing was
  /// tested.
  public let foretellMillisecondsP50: Double
  public let foretellMillisecondsP99: Double
  /// Only where the test set has texts out of scope.
  public let scope: Scope?
  /// By test, in the order given.
  public let answers: [Answer]

  public struct Scope: Hashable, Sendable {
    /// Share of the texts out of scope that the learner abstained from.
    public let recall: Double
    /// Share of the others whose intent it gave, abstentions being wrong.
    public let inScopeAccuracy: Double
    /// The same had it never been allowed to abstain.
    public let inScopeAccuracyWithoutAbstaining: Double
    /// Chance that a text in scope, drawn at random, has more confidence than one out of scope.
    public let areaUnderCurve: Double
    /// Below this confidence it abstained; fitted to the validation texts or else to the training examples.
    public let confidenceMin: Double
  }

  /// What the learner made of one test.
  public struct Answer: Hashable, Sendable {
    public let text: String
    public let intent: String
    /// The best meaning, whether or not the learner would have said it; nil where nothing was taught.
    public let predicted: String?
    public let isAbstention: Bool
    public let confidence: Double
    /// Of the best meaning.
    public let probability: Double
    /// The taught sentence that spoke most for the best meaning, and the one that spoke most for the right one.
    public let reason: Exemplar?
    public let counterReason: Exemplar?
    public let repairs: [SpellingRepair.Repair]

    /// Whether the best meaning is the right one, or an abstention was.
    public var isRight: Bool {
      intent == IntentEvaluation.outOfScope ? isAbstention : !isAbstention && predicted == intent
    }
  }

  /// Teaches, then tests.
  ///
  /// - Parameters:
  ///   - validation: texts that the thresholds are fitted to; none: the training examples, each left out in turn.
  ///   - clock: seconds from any start; called before and after each step that is timed.
  ///   - heldOutMax: how many training examples the abstention threshold is fitted to; not part of any time given.
  public init(
    train: [LabelledText], test: [LabelledText], validation: [LabelledText] = [], settings: Learner.Settings = .init(),
    heldOutMax: Int = 300, clock: () -> Double
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
    let thresholds = hasOutOfScope ? Self.thresholds(of: learner, validation: validation, heldOutMax: heldOutMax) : nil
    var tally = IntentTally()
    var answers: [Answer] = []
    var questions: [Double] = []
    for row in test {
      let start = clock()
      let prediction = learner.predict(row.text)
      questions.append(clock() - start)
      let abstains = tally.count(prediction, intent: row.intent, thresholds: thresholds)
      answers.append(Answer(row, prediction, isAbstention: abstains))
    }
    self.answers = answers
    let foretellings = test.prefix(Self.foretellingsMax).map { row in
      let start = clock()
      _ = learner.flips(ifTaught: Exemplar(id: "one more", text: row.text, meaning: row.intent))
      return clock() - start
    }

    examples = train.count
    tests = test.count
    accuracy = tally.accuracy
    trainSeconds = updates.reduce(0, +)
    updateMillisecondsP50 = Self.percentile(updates, 0.5) * 1e3
    updateMillisecondsP99 = Self.percentile(updates, 0.99) * 1e3
    predictMicrosecondsP50 = Self.percentile(questions, 0.5) * 1e6
    predictMicrosecondsP99 = Self.percentile(questions, 0.99) * 1e6
    foretellMillisecondsP50 = Self.percentile(foretellings, 0.5) * 1e3
    foretellMillisecondsP99 = Self.percentile(foretellings, 0.99) * 1e3
    scope = thresholds.map { tally.scope(confidenceMin: $0.confidenceMin) }
  }

  private static let foretellingsMax = 20

  private static func thresholds(of learner: Learner, validation: [LabelledText], heldOutMax: Int) -> Thresholds {
    guard !validation.isEmpty else { return .fitted(to: learner.heldOutAnswers(limit: heldOutMax), noneOfOurs: outOfScope) }
    let asked = validation.map { row in
      let prediction = learner.predict(row.text)
      return Learner.HeldOutAnswer(
        exemplar: Exemplar(id: "", text: row.text, meaning: row.intent), ranked: Array(prediction.ranked.prefix(2)),
        confidence: prediction.confidence, margin: prediction.margin)
    }
    return .balanced(answers: asked, noneOfOurs: outOfScope)
  }

  /// The smallest value that at least this share of the values does not exceed; 0 for none.
  static func percentile(_ values: [Double], _ share: Double) -> Double {
    guard !values.isEmpty else { return 0 }
    let rank = (share * Double(values.count)).rounded(.up)
    return values.sorted()[max(Int(rank), 1) - 1]
  }
}

extension IntentEvaluation.Answer {
  init(_ row: LabelledText, _ prediction: Prediction, isAbstention: Bool) {
    func strongest(_ meaning: String?) -> Exemplar? {
      prediction.support.first { $0.exemplar.meaning == meaning && $0.share > 0 }?.exemplar
    }
    self.init(
      text: row.text, intent: row.intent, predicted: prediction.best?.meaning, isAbstention: isAbstention,
      confidence: prediction.confidence, probability: prediction.best?.probability ?? 0, reason: strongest(prediction.best?.meaning),
      counterReason: strongest(row.intent), repairs: prediction.repairs)
  }
}
