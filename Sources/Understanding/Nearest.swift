/// Keeps the m best of many: a heap with the worst kept on top.
struct Nearest {
  private let limit: Int
  private(set) var kept: [(score: Double, slot: Int)] = []
  /// Which of two with equal scores comes first.
  private let precedes: (Int, Int) -> Bool

  init(limit: Int, precedes: @escaping (Int, Int) -> Bool) {
    self.limit = limit
    self.precedes = precedes
    kept.reserveCapacity(limit)
  }

  mutating func offer(_ score: Double, _ slot: Int) {
    if kept.count < limit {
      kept.append((score, slot))
      rise()
    } else if score >= kept[0].score, isWorse(kept[0], (score, slot)) {
      kept[0] = (score, slot)
      sink()
    }
  }

  private func isWorse(_ a: (score: Double, slot: Int), _ b: (score: Double, slot: Int)) -> Bool {
    a.score != b.score ? a.score < b.score : precedes(b.slot, a.slot)
  }

  private mutating func rise() {
    var child = kept.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard isWorse(kept[child], kept[parent]) else { return }
      kept.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < kept.count && isWorse(kept[child], kept[worst]) { worst = child }
      guard worst != parent else { return }
      kept.swapAt(worst, parent)
      parent = worst
    }
  }
}
