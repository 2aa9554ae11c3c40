/// Two meanings that the learner takes for each other.
public struct Confusion: Hashable, Sendable {
  public let taught: String
  public let understood: String
  /// How many sentences of the first were understood as the second, and their share of those asked.
  public let count: Int
  public let share: Double
  /// Of these, the surest first; three at most.
  public let examples: [Exemplar]

  /// From answers to sentences that were left out; most frequent first, then by share, then by name.
  public static func all(in answers: [Learner.HeldOutAnswer]) -> [Confusion] {
    struct Pair: Hashable {
      let taught: String
      let understood: String
    }
    var asked: [String: Int] = [:]
    var wrong: [Pair: [Learner.HeldOutAnswer]] = [:]
    for answer in answers {
      asked[answer.exemplar.meaning, default: 0] += 1
      guard let best = answer.ranked.first, !answer.isRight else { continue }
      wrong[Pair(taught: answer.exemplar.meaning, understood: best.meaning), default: []].append(answer)
    }
    return wrong.map { pair, answers in
      let surest = answers.sorted { $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.exemplar.id < $1.exemplar.id }
      return Confusion(
        taught: pair.taught, understood: pair.understood, count: answers.count,
        share: Double(answers.count) / Double(asked[pair.taught, default: answers.count]), examples: surest.prefix(3).map(\.exemplar))
    }.sorted {
      if $0.count != $1.count { return $0.count > $1.count }
      return $0.share != $1.share ? $0.share > $1.share : ($0.taught, $0.understood) < ($1.taught, $1.understood)
    }
  }
}

extension Learner {
  /// Which meanings are confusable, from the answers to taught sentences that are left out one by one.
  ///
  /// - Parameter limit: as of ``heldOutAnswers(limit:in:)``.
  public func confusions(limit: Int = 300, in view: View? = nil) -> [Confusion] {
    Confusion.all(in: heldOutAnswers(limit: limit, in: view))
  }
}
