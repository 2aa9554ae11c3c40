/// Which sentences are worth a closer look, when more are taught than a question can be compared with.
///
/// Two ways lead to a sentence. Its words: for each, the sentences that hold it. Its cell: of a fixed set of everyday words,
/// the one whose vector is nearest to the sentence's. Both depend on the sentence alone, and lists are taken whole or not at
/// all, in an order that the question and the counts in view determine: so the candidates are a function of what is taught.
///
/// Source of the second: Jégou, Douze & Schmid (2011), Product Quantization for Nearest Neighbor Search, IEEE TPAMI 33(1),
/// section IV (the coarse quantizer; here fixed, where theirs is learnt).
struct CandidateIndex: Sendable {
  /// By number of word: slots of the sentences that hold it.
  private var byWord: [[Int32]] = []
  private var byCell: [[Int32]]
  /// By slot.
  private var cells: [Int32] = []
  private let centres: DenseBlock?
  private let centreCount: Int

  /// - Parameter centres: none where sentences have no vectors.
  init(centres: [QuantizedVector]) {
    centreCount = centres.count
    byCell = Array(repeating: [], count: centres.count)
    guard let first = centres.first else {
      self.centres = nil
      return
    }
    var block = DenseBlock(dimensions: first.values.count)
    for (place, centre) in centres.enumerated() { block.insert(centre, at: place) }
    self.centres = block
  }

  mutating func insert(_ words: ArraySlice<Counted>, vector: QuantizedVector?, at slot: Int) {
    for word in words {
      while byWord.count <= word.index { byWord.append([]) }
      byWord[word.index].append(Int32(slot))
    }
    while cells.count <= slot { cells.append(-1) }
    guard let cell = vector.flatMap({ nearestCell(to: $0) }) else { return }
    cells[slot] = Int32(cell)
    byCell[cell].append(Int32(slot))
  }

  mutating func remove(_ words: ArraySlice<Counted>, at slot: Int) {
    for word in words { Self.remove(slot, from: &byWord[word.index]) }
    if cells[slot] >= 0 { Self.remove(slot, from: &byCell[Int(cells[slot])]) }
    cells[slot] = -1
  }

  private static func remove(_ slot: Int, from list: inout [Int32]) {
    guard let place = list.lastIndex(of: Int32(slot)) else { preconditionFailure("only what was inserted is removed") }
    list.swapAt(place, list.count - 1)
    list.removeLast()
  }

  private func nearestCell(to vector: QuantizedVector) -> Int? {
    guard let centres, vector.scale > 0 else { return nil }
    var scores = [Double](repeating: 0, count: centreCount)
    centres.addSimilarities(to: vector, weight: 1, into: &scores)
    var best = 0
    for cell in scores.indices where scores[cell] > scores[best] { best = cell }
    return best
  }

  /// The cells, nearest first.
  private func order(of vector: QuantizedVector) -> [Int] {
    guard let centres, vector.scale > 0 else { return [] }
    var scores = [Double](repeating: 0, count: centreCount)
    centres.addSimilarities(to: vector, weight: 1, into: &scores)
    return scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
  }

  /// The slots to look at, ascending.
  ///
  /// - Parameters:
  ///   - words: numbers of the question's words, the ones in the fewest sentences in view first.
  ///   - limit: how many to find by words, and again by cells; the last cell may bring more.
  func candidates(words: [Int], vector: QuantizedVector?, weights: Weights, limit: Int) -> [Int] {
    var found = SlotSet(count: weights.bySlot.count)
    var count = 0
    for word in words where word < byWord.count {
      let held = Int(weights.wordCounts[word])
      guard held > 0, count + held <= limit else { continue }
      count += held
      for slot in byWord[word] where weights.bySlot[Int(slot)] > 0 { found.insert(Int(slot)) }
    }
    guard let vector else { return found.slots }
    count = 0
    for cell in order(of: vector) where count < limit {
      for slot in byCell[cell] where weights.bySlot[Int(slot)] > 0 {
        found.insert(Int(slot))
        count += 1
      }
    }
    return found.slots
  }
}

/// Some of the slots, a bit for each.
private struct SlotSet {
  private var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }

  mutating func insert(_ slot: Int) { words[slot >> 6] |= 1 << UInt64(slot & 63) }

  var slots: [Int] {
    var slots: [Int] = []
    for (place, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        slots.append(place << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return slots
  }
}
