/// What would become of taught sentences that were asked as if nobody had taught them.
public struct OutcomeCounts: Hashable, Sendable {
  public private(set) var right = 0
  /// Asked back, the right meaning being one of those offered.
  public private(set) var asked = 0
  public private(set) var wrong = 0
  /// Said not to be taught.
  public private(set) var refused = 0

  public var all: Int { right + asked + wrong + refused }

  public init(_ answers: some Sequence<Learner.HeldOutAnswer>, _ thresholds: Thresholds) {
    for answer in answers {
      let meaning = answer.exemplar.meaning
      if answer.ranked.isEmpty || answer.confidence < thresholds.confidenceMin {
        refused += 1
      } else if answer.margin < thresholds.marginMin, answer.ranked.count > 1 {
        if answer.ranked.contains(where: { $0.meaning == meaning }) { asked += 1 } else { wrong += 1 }
      } else if answer.isRight {
        right += 1
      } else {
        wrong += 1
      }
    }
  }
}
