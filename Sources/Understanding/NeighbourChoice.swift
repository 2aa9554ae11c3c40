/// Which sentences take part in an answer: the nearest of all, and then, meaning by meaning in order of their nearest
/// sentence, the nearest of each, until there are enough. Where there are few meanings, more of the nearest of all.
///
/// By nearness alone, a meaning of which only some sentences are near takes part with these and is heard by half. Where few
/// sentences of each meaning are taught, more answers are right when it is heard whole; where many are, as many.
struct NeighbourChoice {
  typealias Scored = (score: Double, slot: Int)

  let limit: Int
  let nearestOfAll: Int
  let nearestOfEach: Int
  /// Which of two slots with equal scores comes first.
  let precedes: (Int, Int) -> Bool
  /// By slot: the number of its meaning, below `meaningsCount`.
  let meaningNumbers: [Int]
  let meaningsCount: Int

  /// - Returns: at most `limit` of them, in no order.
  /// - Complexity: O(candidates).
  func chosen(of candidates: [Scored]) -> [Scored] {
    guard candidates.count > limit else { return candidates }
    var heap = Nearest(limit: limit, precedes: precedes)
    for candidate in candidates { heap.offer(candidate.score, candidate.slot) }
    let nearest = heap.kept.sorted(by: isNearer)
    var chosen = Array(nearest.prefix(nearestOfAll))
    var isChosen = Set(chosen.map(\.slot))
    // The nearest again at the end: there may be few meanings.
    for candidate in groups(of: candidates).joined() + nearest where chosen.count < limit {
      if isChosen.insert(candidate.slot).inserted { chosen.append(candidate) }
    }
    return chosen
  }

  /// The nearest sentences of the nearest meanings, of the nearest meaning first: as many meanings as are enough, were all
  /// of the nearest sentences among them.
  private func groups(of candidates: [Scored]) -> [[Scored]] {
    var places = [Int?](repeating: nil, count: meaningsCount)
    var reach = 0
    var groups: [[Scored]] = []
    for meaning in meanings(of: candidates) where reach < limit {
      places[meaning.number] = groups.count
      groups.append([])
      reach += min(meaning.count, nearestOfEach)
    }
    for candidate in candidates {
      if let place = places[meaningNumbers[candidate.slot]] { groups[place].append(candidate) }
    }
    return groups.map { Array($0.sorted(by: isNearer).prefix(nearestOfEach)) }
  }

  /// The meanings of the candidates with how many each has, that of the nearest candidate first.
  private func meanings(of candidates: [Scored]) -> [(number: Int, count: Int)] {
    var counts = [Int](repeating: 0, count: meaningsCount)
    var nearest = [Scored](repeating: (-.infinity, 0), count: counts.count)
    for candidate in candidates {
      let meaning = meaningNumbers[candidate.slot]
      if counts[meaning] == 0 || isNearer(candidate, nearest[meaning]) { nearest[meaning] = candidate }
      counts[meaning] += 1
    }
    return counts.indices.filter { counts[$0] > 0 }.sorted { isNearer(nearest[$0], nearest[$1]) }.map { ($0, counts[$0]) }
  }

  private func isNearer(_ one: Scored, _ other: Scored) -> Bool {
    one.score != other.score ? one.score > other.score : precedes(one.slot, other.slot)
  }
}
