/// How errors fall as more is taught, and what more teaching would bring.
///
/// Error(n) = a · n⁻ᵇ for n sentences of a meaning: a straight line in logarithms, fitted by least squares. The law holds for
/// most learners between the first examples and the last unavoidable errors, so only the near future is foretold.
///
/// Source: Hestness, Narang, Ardalani, Diamos, Jun, Kianinejad, Patwary, Yang & Zhou (2017), Deep Learning Scaling is
/// Predictable, Empirically, arXiv:1712.00409, section 2.
public struct LearningCurve: Hashable, Sendable {
  public struct Point: Hashable, Sendable {
    /// Sentences taught of each meaning, on average.
    public let sentences: Double
    /// Share of the sentences asked that were misunderstood, in 0...1.
    public let error: Double

    public init(sentences: Double, error: Double) {
      self.sentences = sentences
      self.error = error
    }
  }

  /// Fewest sentences first.
  public let points: [Point]
  /// a and b; nil where fewer than two points have an error, or errors do not fall.
  public let law: Law?

  public struct Law: Hashable, Sendable {
    public let scale: Double
    public let exponent: Double

    /// - Parameter sentences: of each meaning; above 0.
    public func error(after sentences: Double) -> Double { min(scale * Elementary.power(sentences, -exponent), 1) }
  }

  public init(points: [Point]) {
    self.points = points.sorted { $0.sentences < $1.sentences }
    let logs = self.points.filter { $0.error > 0 && $0.sentences > 0 }
      .map { (x: Elementary.logarithm($0.sentences), y: Elementary.logarithm($0.error)) }
    let count = Double(logs.count)
    let meanX = logs.reduce(0) { $0 + $1.x } / max(count, 1)
    let meanY = logs.reduce(0) { $0 + $1.y } / max(count, 1)
    let spread = logs.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
    let slope = spread > 0 ? logs.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / spread : 0
    law = slope < 0 ? Law(scale: Elementary.exponential(min(meanY - slope * meanX, 600)), exponent: -slope) : nil
  }

  /// How many more sentences of each meaning would bring the error from what it is now to a share of that.
  ///
  /// - Parameter share: of the error now; above 0, below 1.
  /// - Returns: nil where no law was found, or more than a hundred times as many would be needed: too far to foretell.
  public func sentencesNeeded(forErrorShare share: Double) -> Int? {
    precondition(share > 0 && share < 1, "a share of the error")
    guard let law, let now = points.last?.sentences, now > 0 else { return nil }
    let factor = Elementary.power(share, -1 / max(law.exponent, 0.01))
    return factor <= 100 ? Int((now * (factor - 1)).rounded(.up)) : nil
  }
}

extension Learner {
  /// Asks taught sentences, each left out, of a learner that was taught a quarter, a half and all of the others.
  ///
  /// Which sentences make a quarter is a fixed choice by their ids, of each meaning alike; the same sentences are asked each
  /// time.
  ///
  /// - Parameter limit: how many sentences to ask.
  /// - Complexity: three questions for each.
  public func learningCurve(limit: Int = 200, in view: View? = nil) -> LearningCurve {
    let shown = weights(in: view)
    let visible = shown.bySlot.indices.filter { shown.bySlot[$0] > 0 }.compactMap { exemplars[$0] }
    var ranks: [Exemplar.ID: Double] = [:]  // in 0..<1, within its meaning
    for (_, own) in Dictionary(grouping: visible, by: \.meaning) {
      let order = own.map { (id: $0.id, hash: PlainText.place(of: $0.id)) }.sorted { ($0.hash, $0.id) < ($1.hash, $1.id) }
      for (place, entry) in order.enumerated() { ranks[entry.id] = Double(place) / Double(order.count) }
    }
    let meanings = Set(visible.map(\.meaning)).count
    let asked = heldOutChoice(limit: limit, in: view)
    guard meanings > 0, !asked.isEmpty else { return LearningCurve(points: []) }
    let kept = ranks
    return LearningCurve(
      points: [0.25, 0.5, 1].map { share in
        let part = self.view { exemplar in
          kept[exemplar.id, default: 1] < share ? view?.weigh(exemplar) ?? exemplar.weight : 0
        }
        let wrong = asked.count { predict($0.text, without: [$0.id], in: part).best?.meaning != $0.meaning }
        let sentences = kept.values.count { $0 < share }
        return LearningCurve.Point(
          sentences: Double(sentences) / Double(meanings), error: Double(wrong) / Double(asked.count))
      })
  }
}
