import Understanding

/// Draws panels by lot.
///
/// The draw is made with a public seed: everybody can repeat it, nobody could choose it. The camps and those between them
/// take turns, so that each has as many seats as the others whatever their sizes: false accounts, which look like
/// everybody and so stand between the camps, fill a third of a panel and no more. One vouch tree has one seat, so that
/// nobody fills a panel with the people they let in.
///
/// Source: Flanigan et al. (2021), Nature 596, pages 548–552 (sortition with quotas; here quotas of equal size).
enum Sortition {
  struct Candidate {
    let member: Int
    /// 0, 1, or nil for who stands between the camps, or where there are none.
    let camp: Int?
    let tree: Int
    /// Drawn only where seats would stay empty: they have taken sides on the item, or came after it was proposed.
    let isSpare: Bool
  }

  /// Seats for so many candidates: a third of them, an odd number, from 3 up to the full panel.
  static func seatCount(candidates: Int, full: Int) -> Int {
    guard candidates > 3 else { return candidates }
    let third = (candidates + 2) / 3
    return min(full, max(3, third % 2 == 0 ? third + 1 : third))
  }

  static func draw(_ candidates: [Candidate], seats: Int, seed: UInt64) -> [Candidate] {
    var random = SeededGenerator(seed: seed)
    let order = candidates.shuffled(using: &random)
    let fresh = order.filter { !$0.isSpare } + order.filter(\.isSpare)
    let strata = [0, 1, nil].filter { camp in candidates.contains { $0.camp == camp } }
    var (drawn, trees, members): ([Candidate], Set<Int>, Set<Int>) = ([], [], [])
    // First one seat a tree; only to reach three seats at all, a tree may have more.
    for target in [seats, min(3, seats)] {
      let isStrict = target == seats && drawn.isEmpty
      var turn = Int(random.next() % UInt64(max(1, strata.count)))
      while drawn.count < target {
        let free = { (one: Candidate) in !members.contains(one.member) && (!isStrict || !trees.contains(one.tree)) }
        // Who stands between sits for whom nobody is left, before the other camp does.
        let next =
          fresh.first { free($0) && $0.camp == strata[turn] } ?? fresh.first { free($0) && $0.camp == nil } ?? fresh.first(where: free)
        guard let next else { break }
        drawn.append(next)
        trees.insert(next.tree)
        members.insert(next.member)
        turn = (turn + 1) % strata.count
      }
    }
    return drawn
  }
}
