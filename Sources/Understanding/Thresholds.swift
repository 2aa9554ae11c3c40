/// When to answer, when to ask back, and when to say that this was not taught.
public struct Thresholds: Hashable, Sendable {
  /// θ: a question of less ``Prediction/confidence`` was not taught. Above −1, below 1.
  public var confidenceMin: Double
  /// δ: with less ``Prediction/margin``, the two best meanings are offered.
  public var marginMin: Double

  public init(confidenceMin: Double = -0.5, marginMin: Double = 0.1) {
    self.confidenceMin = confidenceMin
    self.marginMin = marginMin
  }

  /// - Parameter noneOfOurs: the meaning of "that is none of ours", taught like any other, if there is one; it is never
  ///   an answer.
  public func outcome(of prediction: Prediction, noneOfOurs: String? = nil) -> Outcome {
    guard let best = prediction.best, best.meaning != noneOfOurs, prediction.confidence >= confidenceMin else { return .notTaught }
    guard prediction.margin < marginMin, prediction.ranked.count > 1 else { return .answer(best.meaning) }
    return .ask(prediction.ranked.prefix(2).map(\.meaning).filter { $0 != noneOfOurs })
  }
}

extension Thresholds {
  /// Fits both thresholds to answers to sentences that were left out.
  ///
  /// θ refuses a given share of the sentences that would have been understood rightly, those least like what is taught:
  /// nobody has to collect what people might ask in vain.
  ///
  /// δ makes the cost of what is left smallest, a wrong answer costing 1 and a question back `questionCost`, with which
  /// the right meaning is found if it is one of the two.
  ///
  /// - Returns: the defaults where there is nothing to fit to.
  public static func fitted(
    to answers: [Learner.HeldOutAnswer], noneOfOurs: String? = nil, refusedShare: Double = 0.015, questionCost: Double = 0.25
  ) -> Thresholds {
    var fitted = Thresholds()
    let ours = answers.filter { $0.exemplar.meaning != noneOfOurs }
    let right = ours.filter(\.isRight).map(\.confidence).sorted()
    if !right.isEmpty { fitted.confidenceMin = right[min(Int(refusedShare * Double(right.count)), right.count - 1)] }
    let answered = ours.filter { $0.confidence >= fitted.confidenceMin && $0.ranked.count == 2 && $0.ranked[0].meaning != noneOfOurs }
    if !answered.isEmpty { fitted.marginMin = bestMargin(answered, questionCost) }
    return fitted
  }

  /// The margin below which to ask; 0 when asking never pays.
  private static func bestMargin(_ answers: [Learner.HeldOutAnswer], _ questionCost: Double) -> Double {
    let sorted = answers.sorted { $0.margin < $1.margin }
    var best = (saved: 0.0, margin: 0.0)
    var saved = 0.0
    for (index, answer) in sorted.enumerated() {
      let isSecond = answer.ranked[1].meaning == answer.exemplar.meaning
      saved += (isSecond ? 1 : 0) - questionCost
      let next = index + 1 < sorted.count ? sorted[index + 1].margin : answer.margin + 0.01
      if next > answer.margin, saved > best.saved { best = (saved, (answer.margin + next) / 2) }
    }
    return best.margin
  }
}
