extension Learner {
  /// A point of view: which sentences count, and how much. Asking in a view equals asking a learner that was taught only
  /// what the view shows.
  ///
  /// Making one reads every sentence once, so keep it between questions. After the learner has changed, an old view is
  /// still right: it is then made anew at each question.
  public struct View: Sendable {
    let weigh: @Sendable (Exemplar) -> Double
    let weights: Weights
    let version: Version
  }

  /// Shows the sentences that pass, each at its own weight.
  public func view(where isVisible: @escaping @Sendable (Exemplar) -> Bool) -> View {
    view { isVisible($0) ? $0.weight : 0 }
  }

  /// Shows each sentence at a weight of the view's choice; 0 hides it.
  ///
  /// - Precondition: every weight is finite and not negative.
  public func view(weighing weigh: @escaping @Sendable (Exemplar) -> Double) -> View {
    View(weigh: weigh, weights: weights(by: weigh), version: version)
  }

  func weights(in view: View?) -> Weights {
    guard let view else { return weights }
    return view.version === version ? view.weights : weights(by: view.weigh)
  }

  private func weights(by weigh: (Exemplar) -> Double) -> Weights {
    var weights = Weights()
    for (slot, exemplar) in exemplars.enumerated() {
      guard let exemplar else { continue }
      let weight = weigh(exemplar)
      precondition(weight.isFinite && weight >= 0, "a weight is finite and not negative")
      show(slot, weight: weight, in: &weights)
    }
    return weights
  }

  func show(_ slot: Int, weight: Double, in weights: inout Weights) {
    weights.reserve(slots: exemplars.count, meanings: meanings.names.count, words: blocks.vocabulary.words.count)
    guard weight > 0 else { return }
    weights.bySlot[slot] = weight
    weights.meaningCounts[meaningNumbers[slot]] += 1
    for word in blocks.wordNumbers(at: slot) { weights.wordCounts[word.index] += 1 }
  }

  func hide(_ slot: Int, in weights: inout Weights) {
    guard slot < weights.bySlot.count, weights.bySlot[slot] > 0 else { return }
    weights.bySlot[slot] = 0
    weights.meaningCounts[meaningNumbers[slot]] -= 1
    for word in blocks.wordNumbers(at: slot) { weights.wordCounts[word.index] -= 1 }
  }
}

/// What a view's sentences weigh, with the two exact counts that depend on which are shown.
struct Weights: Sendable {
  /// 0 when hidden, or when the slot is not in use.
  var bySlot: [Double] = []
  /// By number of meaning: how many sentences shown.
  var meaningCounts: [Int32] = []
  /// By number of word: how many sentences shown hold it.
  var wordCounts: [Int32] = []

  mutating func reserve(slots: Int, meanings: Int, words: Int) {
    while bySlot.count < slots { bySlot.append(0) }
    while meaningCounts.count < meanings { meaningCounts.append(0) }
    while wordCounts.count < words { wordCounts.append(0) }
  }
}

/// One state of one learner, by identity.
final class Version: Sendable {}
