/// What a question was understood to mean, and by which taught sentences.
public struct Prediction: Hashable, Sendable {
  /// A meaning and how much speaks for it.
  public struct Ranked: Hashable, Sendable {
    public let meaning: String
    /// fᶜ: near 1 when the taught sentences of this meaning explain the question, near 0 when they do not.
    public let score: Double
    /// In 0...1; sums to 1 over `ranked`.
    public let probability: Double
  }

  /// A taught sentence's part in the decision.
  public struct Support: Hashable, Sendable {
    public let exemplar: Exemplar
    /// To the question, in 0...1.
    public let similarity: Double
    /// β: what it adds to its own meaning's score; below 0 it speaks against.
    public let share: Double
  }

  /// Best first; equal scores by meaning. Only meanings of the nearest sentences; empty when nothing is taught.
  public let ranked: [Ranked]
  /// The nearest sentences in view, by the size of their shares, largest first.
  public let support: [Support]
  /// σ², about 0 (like something taught) to 1 (like nothing taught).
  public let variance: Double
  /// Words read as others before anything else was done.
  public let repairs: [SpellingRepair.Repair]

  public var best: Ranked? { ranked.first }

  /// The best score less the variance: high when the question is like what was taught and all of that says one thing.
  public var confidence: Double { (ranked.first?.score ?? 0) - variance }

  /// How far the best score lies above the second; the whole score when there is no second.
  public var margin: Double { (ranked.first?.score ?? 0) - (ranked.dropFirst().first?.score ?? 0) }

  /// The sentences that spoke for a meaning, or against it, strongest first.
  public func support(for meaning: String) -> [Support] { support.filter { $0.exemplar.meaning == meaning } }
}

/// What to do with a prediction.
public enum Outcome: Hashable, Sendable {
  case answer(String)
  /// "Did you mean …?", one or two meanings, likeliest first.
  case ask([String])
  case notTaught
}
