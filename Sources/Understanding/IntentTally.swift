/// Right and wrong, counted.
struct IntentTally {
  private var inScope: [Double] = []  // confidences
  private var outOfScope: [Double] = []
  private var right = 0
  private var rightWithoutAbstaining = 0
  private var abstained = 0  // of those out of scope

  /// - Returns: whether the learner abstained.
  mutating func count(_ prediction: Prediction, intent: String, thresholds: Thresholds?) -> Bool {
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
    return abstains
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
