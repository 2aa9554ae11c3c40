/// Which sentences take part in an answer: the nearest of all, and then, meaning by meaning in order of their nearest
/// sentence, the nearest of each, until there are enough.
///
/// By nearness alone, a meaning of which only some sentences are near takes part with these and is heard by half. Where few
/// sentences of each meaning are taught, hearing it whole gets about one answer in a hundred more right than as many of the
/// nearest do; where many are, as many are right with fewer.
struct NeighbourChoice {
  typealias Scored = (score: Double, slot: Int)

  let limit: Int
  let nearestOfAll: Int
  let nearestOfEach: Int
  /// Which of two slots with equal scores comes first.
  let precedes: (Int, Int) -> Bool
  /// By slot: the number of its meaning.
  let meaningNumbers: [Int]

  /// - Returns: at most `limit` of them, in no order.
  /// - Complexity: O(candidates).
  func chosen(of candidates: [Scored]) -> [Scored] {
    guard candidates.count > limit else { return candidates }
    var nearest = Nearest(limit: min(nearestOfAll, limit), precedes: precedes)
    for candidate in candidates { nearest.offer(candidate.score, candidate.slot) }
    var chosen = nearest.kept
    var isChosen = Set(chosen.map(\.slot))
    for group in groups(of: candidates) {
      for candidate in group where chosen.count < limit && isChosen.insert(candidate.slot).inserted { chosen.append(candidate) }
      if chosen.count == limit { break }
    }
    return chosen
  }

  /// The nearest sentences of the nearest meanings, of the nearest meaning first. More meanings than `limit` are never
  /// needed: each has a sentence.
  private func groups(of candidates: [Scored]) -> [[Scored]] {
    var best: [Scored?] = []
    for candidate in candidates {
      let meaning = meaningNumbers[candidate.slot]
      while best.count <= meaning { best.append(nil) }
      if best[meaning].map({ isNearer(candidate, $0) }) ?? true { best[meaning] = candidate }
    }
    let ordered = best.indices.filter { best[$0] != nil }.sorted { one, other in
      guard let one = best[one], let other = best[other] else { return false }
      return isNearer(one, other)
    }
    var places = [Int?](repeating: nil, count: best.count)
    for (place, meaning) in ordered.prefix(limit).enumerated() { places[meaning] = place }
    var groups = [Nearest](repeating: Nearest(limit: nearestOfEach, precedes: precedes), count: min(ordered.count, limit))
    for candidate in candidates {
      if let place = places[meaningNumbers[candidate.slot]] { groups[place].offer(candidate.score, candidate.slot) }
    }
    return groups.map { $0.kept.sorted(by: isNearer) }
  }

  private func isNearer(_ one: Scored, _ other: Scored) -> Bool {
    one.score != other.score ? one.score > other.score : precedes(one.slot, other.slot)
  }
}
