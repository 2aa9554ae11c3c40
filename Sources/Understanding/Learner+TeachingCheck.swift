extension Learner {
  /// What a teacher should see of a sentence before it is taught.
  public struct TeachingCheck: Hashable, Sendable {
    /// Taught sentences that say the same or nearly so, the same first.
    public let nearDuplicates: [NearDuplicate]
    /// What the sentence is understood as without it.
    public let prediction: Prediction
    /// The taught sentences that speak for another meaning than the one to be taught, strongest first; empty where the
    /// sentence is already understood as it is to be, or like nothing taught.
    public let collisions: [Prediction.Support]
  }

  /// Looks at a sentence to be taught. One of the same id that is already taught is left out.
  ///
  /// - Parameters:
  ///   - thresholds: below their least confidence a sentence collides with nothing: it is new.
  ///   - limit: how many sentences to name at most.
  public func check(
    ifTaught exemplar: Exemplar, thresholds: Thresholds = Thresholds(), limit: Int = 5, in view: View? = nil
  ) -> TeachingCheck {
    let prediction = predict(exemplar.text, without: [exemplar.id], in: view)
    let duplicates = nearDuplicates(of: exemplar.text, in: view).filter { $0.exemplar.id != exemplar.id }
    var collisions: [Prediction.Support] = []
    if let best = prediction.best?.meaning, best != exemplar.meaning, prediction.confidence >= thresholds.confidenceMin {
      collisions = prediction.support(for: best).filter { $0.share > 0 }
    }
    return TeachingCheck(
      nearDuplicates: Array(duplicates.prefix(limit)), prediction: prediction, collisions: Array(collisions.prefix(limit)))
  }
}
