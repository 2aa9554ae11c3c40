/// What members of different camps agree on: r̂ = μ + iᵤ + iₙ + fᵤ·fₙ for member u and item n.
///
/// A vote is explained by how agreeable the member is (iᵤ), how far both stand to the same side of what divides the
/// community (fᵤ·fₙ), and only then by the item (iₙ). An item that one camp applauds gets its applause explained by the
/// factor; its intercept rises only if people agree who elsewhere do not. The factor of members tells the camps.
///
/// Two layers, as elsewhere in this module: `refit()` estimates everything from all votes (the *epoch*), `cast` moves the
/// member and the item of one vote, and patches the sums of those they meet. Estimates are a function of the sequence of
/// votes and refits; a refit forgets the sequence but for the start it takes from it.
///
/// Source: Wojcik et al. (2022), Birdwatch: Crowd Wisdom and Bridging Algorithms, section 3; alternating least squares in
/// place of the gradient descent there.
///
/// R votes, d votes of the member, e of the item:
/// - Complexity: `cast` O(d + e), `refit` O(sweeps · R).
public struct BridgingModel: Hashable, Sendable {
  public let penalty: BridgingPenalty
  /// μ, as of the last refit.
  public private(set) var mean = 0.5
  public private(set) var voteCount = 0

  var members = BridgingSide()
  var items = BridgingSide()
  /// Votes a member and votes an item, as of the last refit.
  private var perMember = 1.0
  private var perItem = 1.0

  public init(penalty: BridgingPenalty = .published) { self.penalty = penalty }

  public var memberCount: Int { members.count }
  public var itemCount: Int { items.count }

  /// How agreeable a member is, beyond the mean; 0 for who has not voted.
  public func intercept(ofMember member: Int) -> Double {
    members.estimates.indices.contains(member) ? members.estimates[member].intercept : 0
  }
  /// To which side a member stands and how far; 0 for who has not voted.
  public func factor(ofMember member: Int) -> Double {
    members.estimates.indices.contains(member) ? members.estimates[member].factor : 0
  }
  /// How far an item is agreed to across the factor, beyond the mean.
  public func intercept(ofItem item: Int) -> Double {
    items.estimates.indices.contains(item) ? items.estimates[item].intercept : 0
  }
  public func factor(ofItem item: Int) -> Double { items.estimates.indices.contains(item) ? items.estimates[item].factor : 0 }

  public func voteCount(ofMember member: Int) -> Int { members.cells.indices.contains(member) ? members.cells[member].count : 0 }
  public func voteCount(onItem item: Int) -> Int { items.cells.indices.contains(item) ? items.cells[item].count : 0 }

  /// r̂, not clipped.
  public func prediction(of member: Int, on item: Int) -> Double {
    mean + intercept(ofMember: member) + intercept(ofItem: item) + factor(ofMember: member) * factor(ofItem: item)
  }

  /// Takes a vote, in place of the one before, and moves the member and the item: member, item, member, item.
  ///
  /// - Parameter vote: 1 agrees, 0 disagrees, ½ unsure; `nil` takes the vote back.
  /// - Precondition: numbers are not negative, the vote is in 0...1.
  public mutating func cast(_ vote: Double?, by member: Int, on item: Int) {
    put(vote, by: member, on: item)
    for _ in 0..<2 {
      moveMember(member)
      moveItem(item)
    }
  }

  /// Takes a vote without moving anything; for votes that a `refit` follows.
  public mutating func put(_ vote: Double?, by member: Int, on item: Int) {
    precondition(member >= 0 && item >= 0 && vote.map { (0...1).contains($0) } ?? true, "a vote is a number from 0 to 1")
    members.reserve(member + 1)
    items.reserve(item + 1)
    let value = vote.map { Float($0) }
    let before = members.put(value, of: member, meeting: item)
    _ = items.put(value, of: item, meeting: member)
    for (vote, sign) in [(before, -1.0), (value, 1.0)] {
      guard let vote else { continue }
      let (u, n) = (members.estimates[member], items.estimates[item])
      members.sums[member].add(factor: n.factor, rest: Double(vote) - mean - n.intercept, sign: sign)
      items.sums[item].add(factor: u.factor, rest: Double(vote) - mean - u.intercept, sign: sign)
      voteCount += Int(sign)
    }
  }

  /// Takes a vote that is known to be the first of this member on this item; for votes that a `refit` follows.
  ///
  /// - Complexity: O(1).
  public mutating func append(_ vote: Double, by member: Int, on item: Int) {
    members.reserve(member + 1)
    items.reserve(item + 1)
    members.cells[member].append(BridgingSide.Cell(other: Int32(item), vote: Float(vote)))
    items.cells[item].append(BridgingSide.Cell(other: Int32(member), vote: Float(vote)))
    voteCount += 1
  }

  private mutating func moveMember(_ member: Int) {
    let after = members.solved(member, members.sums[member], ridge: ridge(perMember))
    Self.patch(&items.sums, members.cells[member], from: members.estimates[member], to: after, mean: mean)
    members.estimates[member] = after
  }

  private mutating func moveItem(_ item: Int) {
    let after = items.solved(item, items.sums[item], ridge: ridge(perItem))
    Self.patch(&members.sums, items.cells[item], from: items.estimates[item], to: after, mean: mean)
    items.estimates[item] = after
  }

  /// Tells those who meet one that moved.
  private static func patch(
    _ sums: inout [BridgingSide.Sums], _ cells: [BridgingSide.Cell], from: BridgingSide.Estimate, to: BridgingSide.Estimate, mean: Double
  ) {
    guard from != to else { return }
    let slope = to.factor - from.factor
    let square = to.factor * to.factor - from.factor * from.factor
    let shift = to.intercept - from.intercept
    let constant = from.factor * (mean + from.intercept) - to.factor * (mean + to.intercept)
    sums.withUnsafeMutableBufferPointer { sums in
      for cell in cells {
        let other = Int(cell.other)
        sums[other].s1 += slope
        sums[other].s2 += square
        sums[other].t0 -= shift
        sums[other].t1 += slope * Double(cell.vote) + constant
      }
    }
  }

  func ridge(_ votesEach: Double) -> (intercept: Double, factor: Double) {
    (penalty.intercept * votesEach, penalty.factor * votesEach)
  }

  /// Opens an epoch: penalties by the votes there are.
  mutating func beginEpoch() {
    perMember = Double(voteCount) / Double(max(1, members.filledCount))
    perItem = Double(voteCount) / Double(max(1, items.filledCount))
  }

  /// One round of alternating ridge regressions: all members, all items, then μ.
  ///
  /// - Returns: the largest move of an estimate.
  mutating func sweep(factors: Bool) -> Double {
    let (memberRidge, itemRidge) = (ridge(perMember), ridge(perItem))
    var moved = Self.solveAll(&members, against: items.estimates, mean: mean, ridge: memberRidge, factors: factors)
    moved = max(moved, Self.solveAll(&items, against: members.estimates, mean: mean, ridge: itemRidge, factors: factors))
    var rest = 0.0
    for (member, cells) in members.cells.enumerated() {
      let u = members.estimates[member]
      for cell in cells {
        let n = items.estimates[Int(cell.other)]
        rest += Double(cell.vote) - u.intercept - n.intercept - u.factor * n.factor
      }
    }
    mean = rest / (Double(max(1, voteCount)) * (1 + penalty.intercept))
    return moved
  }

  private static func solveAll(
    _ side: inout BridgingSide, against others: [BridgingSide.Estimate], mean: Double, ridge: (intercept: Double, factor: Double),
    factors: Bool
  ) -> Double {
    var moved = 0.0
    for number in 0..<side.count {
      var after = side.solved(number, side.summed(number, against: others, mean: mean), ridge: ridge)
      if !factors { after.factor = 0 }
      moved = max(moved, abs(after.intercept - side.estimates[number].intercept), abs(after.factor - side.estimates[number].factor))
      side.estimates[number] = after
    }
    return moved
  }

  /// Makes all sums anew from the estimates.
  mutating func resum() {
    for member in 0..<members.count { members.sums[member] = members.summed(member, against: items.estimates, mean: mean) }
    for item in 0..<items.count { items.sums[item] = items.summed(item, against: members.estimates, mean: mean) }
  }

  /// How far the sums patched vote by vote are from sums made anew: rounding alone.
  public var largestSumError: Double {
    var anew = self
    anew.resum()
    func error(_ a: [BridgingSide.Sums], _ b: [BridgingSide.Sums]) -> Double {
      zip(a, b).reduce(0) { max($0, abs($1.0.s1 - $1.1.s1), abs($1.0.s2 - $1.1.s2), abs($1.0.t0 - $1.1.t0), abs($1.0.t1 - $1.1.t1)) }
    }
    return max(error(members.sums, anew.members.sums), error(items.sums, anew.items.sums))
  }
}
