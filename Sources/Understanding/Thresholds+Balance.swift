extension Thresholds {
  /// Fits both thresholds to answers to sentences of which some are none of ours: θ makes the mean of two shares largest,
  /// of ours that are answered rightly and of the others that are refused. δ is fitted as by
  /// ``fitted(to:noneOfOurs:refusedShare:questionCost:)``, which this is where there are no others.
  ///
  /// - Parameter noneOfOurs: what the others mean.
  /// - Complexity: O(n log n) for n answers.
  public static func balanced(answers: [Learner.HeldOutAnswer], noneOfOurs: String, questionCost: Double = 0.25) -> Thresholds {
    let ours = answers.filter { $0.exemplar.meaning != noneOfOurs }
    let others = answers.filter { $0.exemplar.meaning == noneOfOurs }
    guard !ours.isEmpty, !others.isEmpty else { return fitted(to: answers, noneOfOurs: noneOfOurs, questionCost: questionCost) }
    // From the highest θ, which refuses all, down: each step admits the answers of one confidence.
    var best = (value: 0.5, confidenceMin: 1.0)
    var right = 0.0
    var admitted = 0.0
    let sorted = answers.sorted { $0.confidence > $1.confidence }
    for (index, answer) in sorted.enumerated() {
      let isRefusedAnyway = answer.ranked.first.map { $0.meaning == noneOfOurs } ?? true
      if answer.exemplar.meaning == noneOfOurs {
        admitted += isRefusedAnyway ? 0 : 1
      } else if answer.isRight {
        right += 1
      }
      let next = index + 1 < sorted.count ? sorted[index + 1].confidence : answer.confidence - 0.1
      guard next < answer.confidence else { continue }
      let value = (right / Double(ours.count) + 1 - admitted / Double(others.count)) / 2
      if value > best.value { best = (value, (answer.confidence + next) / 2) }
    }
    var thresholds = fitted(to: answers, noneOfOurs: noneOfOurs, questionCost: questionCost)
    thresholds.confidenceMin = best.confidenceMin
    return thresholds
  }
}
