import Understanding

extension BridgingModel {
  /// How an estimation from all votes went.
  public struct Refit: Hashable, Sendable {
    public let sweeps: Int
    /// Whether the estimates came to rest.
    public let converged: Bool
  }

  public static let sweepsMax = 200
  /// Sweeps end when no estimate moves by more.
  public static let tolerance = 1e-4

  /// Estimates everything from all votes.
  ///
  /// The factor's sign means nothing by itself. It is kept from the estimates there were; without any it is the one for
  /// which the cubes of the members' factors sum to 0 or more, so that the smaller camp that holds on harder is positive.
  ///
  /// - Parameters:
  ///   - warm: starts from the estimates there are; otherwise from seeded numbers, and what was before leaves no trace but
  ///     the sign.
  ///   - factors: `false` leaves the factor out, for comparison.
  @discardableResult
  public mutating func refit(warm: Bool = false, factors: Bool = true, sweepsMax: Int = sweepsMax) -> Refit {
    let before = members.estimates.map(\.factor)
    beginEpoch()
    if !warm || before.allSatisfy({ $0 == 0 }) { start() }
    var result = Refit(sweeps: 0, converged: false)
    for sweeps in 1...max(1, sweepsMax) {
      let moved = sweep(factors: factors)
      result = Refit(sweeps: sweeps, converged: moved < Self.tolerance)
      if result.converged { break }
    }
    orient(like: before)
    resum()
    return result
  }

  /// Factors drawn from a fixed seed: at zero, all would stay there.
  private mutating func start() {
    var random = SeededGenerator(seed: 0)
    for member in 0..<members.count {
      members.estimates[member] = BridgingSide.Estimate(intercept: 0, factor: Double.random(in: -1...1, using: &random))
    }
    for item in 0..<items.count {
      items.estimates[item] = BridgingSide.Estimate(intercept: 0, factor: Double.random(in: -1...1, using: &random))
    }
  }

  private mutating func orient(like before: [Double]) {
    let alike = zip(before, members.estimates).reduce(0.0) { $0 + $1.0 * $1.1.factor }
    let cubes = members.estimates.reduce(0.0) { $0 + $1.factor * $1.factor * $1.factor }
    guard alike == 0 ? cubes < 0 : alike < 0 else { return }
    for member in 0..<members.count { members.estimates[member].factor.negate() }
    for item in 0..<items.count { items.estimates[item].factor.negate() }
  }

  /// The share of the variance that intercepts leave in votes not looked at, and that the factor explains.
  ///
  /// One vote in five is set aside, by a fixed draw on member and item; the rest is fitted with the factor and without.
  ///
  /// - Returns: at most 1; negative when the factor misleads; 0 when there is nothing to compare.
  /// - Complexity: O(sweeps · R).
  public func explainedByFactor(sweepsMax: Int = 40) -> Double {
    var kept = BridgingModel(penalty: penalty)
    var aside: [(member: Int, item: Int, vote: Double)] = []
    for (member, cells) in members.cells.enumerated() {
      for cell in cells {
        var random = SeededGenerator(seed: UInt64(member) &* 0x9E37_79B9 &+ UInt64(cell.other))
        if random.next() % 5 == 0 {
          aside.append((member, Int(cell.other), Double(cell.vote)))
        } else {
          kept.append(Double(cell.vote), by: member, on: Int(cell.other))
        }
      }
    }
    guard !aside.isEmpty, kept.voteCount > 0 else { return 0 }
    var plain = kept
    plain.refit(factors: false, sweepsMax: sweepsMax)
    kept.refit(sweepsMax: sweepsMax)
    func error(_ model: BridgingModel) -> Double {
      aside.reduce(0) { sum, one in
        let miss = one.vote - model.prediction(of: one.member, on: one.item)
        return sum + miss * miss
      }
    }
    let without = error(plain)
    return without > 0 ? 1 - error(kept) / without : 0
  }
}
