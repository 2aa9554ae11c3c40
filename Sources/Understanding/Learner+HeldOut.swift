extension Learner {
  /// What the learner would say of a taught sentence that it had not been taught.
  public struct HeldOutAnswer: Hashable, Sendable {
    public let exemplar: Exemplar
    /// The best two, likeliest first; empty when nothing else is taught.
    public let ranked: [Prediction.Ranked]
    public let confidence: Double
    public let margin: Double

    public init(exemplar: Exemplar, ranked: [Prediction.Ranked], confidence: Double, margin: Double) {
      self.exemplar = exemplar
      self.ranked = ranked
      self.confidence = confidence
      self.margin = margin
    }

    public var isRight: Bool { ranked.first?.meaning == exemplar.meaning }
  }

  /// Leaves taught sentences out one by one and asks them.
  ///
  /// - Parameter limit: at most so many sentences, a fixed choice that looks random and hardly changes as more are taught.
  /// - Complexity: one question for each sentence.
  public func heldOutAnswers(limit: Int = 300, in view: View? = nil) -> [HeldOutAnswer] {
    let weights = weights(in: view)
    return heldOutChoice(limit: limit, in: view).compactMap { exemplar in
      guard let slot = slot(of: exemplar.id) else { return nil }
      var others = weights
      hide(slot, in: &others)
      let answer = predict(exemplar.text, weights: others)
      return HeldOutAnswer(
        exemplar: exemplar, ranked: Array(answer.ranked.prefix(2)), confidence: answer.confidence, margin: answer.margin)
    }
  }

  /// Some of the sentences in view: a fixed choice that looks random and hardly changes as more are taught.
  func heldOutChoice(limit: Int, in view: View?) -> [Exemplar] {
    let shown = weights(in: view).bySlot
    var ordered: [(exemplar: Exemplar, order: UInt64)] = []
    for slot in shown.indices where shown[slot] > 0 {
      if let exemplar = exemplars[slot] { ordered.append((exemplar, PlainText.place(of: exemplar.id))) }
    }
    ordered.sort { $0.order != $1.order ? $0.order < $1.order : $0.exemplar.id < $1.exemplar.id }
    return ordered.prefix(limit).map(\.exemplar)
  }
}
