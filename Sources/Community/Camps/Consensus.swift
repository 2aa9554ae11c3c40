/// What groups agree on across their borders, and what all of them reject.
public struct Consensus: Hashable, Sendable {
  public enum Side: String, Hashable, Sendable, CaseIterable {
    case agree
    case reject
  }

  /// A statement that every group takes the same way.
  public struct Item: Hashable, Sendable {
    public let statement: Int
    public let side: Side
    /// The geometric mean over groups of `Consensus.support`, 0...1.
    public let score: Double
    /// `[group]`: the lower bound of the share that votes this way.
    public let lowerBounds: [Double]
  }

  /// Strongest first, both sides together; equals by number.
  public let items: [Item]

  /// Statements for which more than half of each group votes the same way, with nine in ten certainty in each.
  ///
  /// - Complexity: O(groups · statements).
  public init(_ tally: GroupTally) {
    var items: [Item] = []
    for statement in 0..<tally.statementCount {
      for side in Side.allCases {
        let counts = tally.counts.map { $0[statement] }
        let bounds = counts.map { Self.share(side, of: $0).lowerBound }
        guard !bounds.isEmpty, bounds.allSatisfy({ $0 > 0.5 }) else { continue }
        items.append(Item(statement: statement, side: side, score: Self.score(side, counts), lowerBounds: bounds))
      }
    }
    self.items = items.sorted { $0.score > $1.score || ($0.score == $1.score && $0.statement < $1.statement) }
  }

  /// The geometric mean of each group's support, so that no group outvotes another, whatever their sizes and number.
  ///
  /// Source: polis-community/red-dwarf, pull request 120 (group-informed consensus with an effective agreement
  /// P(agree)·(1 − P(disagree)) and exponent 1/G), here on bounds instead of means: two votes of a thousand members prove
  /// nothing. Rejection is the mirror image.
  ///
  /// - Returns: 0...1; 0 as long as one group has not voted.
  public static func score(_ side: Side, _ counts: [GroupTally.Count]) -> Double {
    guard !counts.isEmpty else { return 0 }
    let support = counts.map { Self.support(side, of: $0) }
    guard support.allSatisfy({ $0 > 0 }) else { return 0 }
    let logarithm = support.reduce(0) { $0 + RealFunctions.logarithm($1) } / Double(counts.count)
    return RealFunctions.exponential(min(0, logarithm))
  }

  /// A group's support: the lower bound of the share for it, times what the upper bound of the share against it leaves.
  public static func support(_ side: Side, of count: GroupTally.Count) -> Double {
    let other: Side = side == .agree ? .reject : .agree
    return share(side, of: count).lowerBound * (1 - share(other, of: count).upperBound)
  }

  private static func share(_ side: Side, of count: GroupTally.Count) -> ClosedRange<Double> {
    Proportion.bounds(side == .agree ? count.agrees : count.disagrees, of: count.seen)
  }

  /// Polis' own measure, for comparison: ∏ (agrees + 1) / (seen + 2) over groups.
  ///
  /// Source: Small et al. (2021), RECERCA 26(2), section 3.4.
  public static func polis(_ counts: [GroupTally.Count]) -> Double {
    counts.reduce(1) { $0 * Double($1.agrees + 1) / Double($1.seen + 2) }
  }
}
