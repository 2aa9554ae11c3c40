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
      weights.show(slot, weight: weight, meaning: meaningNumbers[slot], words: blocks.wordNumbers(at: slot))
    }
    return weights
  }

  /// Hides a sentence in weights that are no longer the learner's own.
  func hide(_ slot: Int, in weights: inout Weights) {
    weights.hide(slot, meaning: meaningNumbers[slot], words: blocks.wordNumbers(at: slot))
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

  mutating func show(_ slot: Int, weight: Double, meaning: Int, words: ArraySlice<Counted>) {
    Self.extend(&bySlot, to: slot)
    Self.extend(&meaningCounts, to: meaning)
    Self.extend(&wordCounts, to: words.lazy.map(\.index).max() ?? 0)
    guard weight > 0 else { return }
    bySlot[slot] = weight
    meaningCounts[meaning] += 1
    for word in words { wordCounts[word.index] += 1 }
  }

  mutating func hide(_ slot: Int, meaning: Int, words: ArraySlice<Counted>) {
    guard slot < bySlot.count, bySlot[slot] > 0 else { return }
    bySlot[slot] = 0
    meaningCounts[meaning] -= 1
    for word in words { wordCounts[word.index] -= 1 }
  }

  private static func extend(_ values: inout [some Numeric], to index: Int) {
    while values.count <= index { values.append(0) }
  }
}

/// One state of one learner, by identity.
public final class Version: Sendable {}
