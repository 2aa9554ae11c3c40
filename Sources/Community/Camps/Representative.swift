/// What a group says that the others do not: the statements by which it is known.
public struct Representative: Hashable, Sendable {
  public static let statementsMax = 5

  public let statement: Int
  /// Whether the group agrees with the statement, or disagrees.
  public let side: Consensus.Side
  /// The share of the group that votes this way, with one more of each kind.
  public let share: Double
  /// How many times likelier the group votes this way than the others.
  public let ratio: Double
  /// In standard deviations: the share above one half, and above that of the others.
  public let shareTest: Double
  public let ratioTest: Double

  /// The order of strength.
  public var strength: Double { ratio * ratioTest * share * shareTest }

  /// A group's statements: those that pass both tests at 90 %, the best one it agrees with first, then by strength,
  /// agreements before disagreements; or else the strongest alone, which proves little.
  ///
  /// Source: Small et al. (2021), RECERCA 26(2), section 3.3; compdemocracy/polis, `math/src/polismath/math/repness.clj`,
  /// formulas only.
  ///
  /// - Returns: at most `statementsMax`; none when the group has not voted.
  /// - Complexity: O(groups · statements).
  public static func statements(of group: Int, in tally: GroupTally) -> [Representative] {
    let all = (0..<tally.statementCount).flatMap { statement -> [Representative] in
      let own = tally.counts[group][statement]
      let rest = tally.total(on: statement) - own
      return own.seen == 0 ? [] : Consensus.Side.allCases.map { Representative(statement, $0, own: own, rest: rest) }
    }
    let strongest = all.sorted { $0.strength > $1.strength || ($0.strength == $1.strength && $0.statement < $1.statement) }
    let proven = strongest.filter { $0.ratioTest > Proportion.z90 && $0.shareTest > Proportion.z90 }
    guard !proven.isEmpty else { return Array(strongest.filter { $0.ratioTest > 0 && $0.shareTest > 0 }.prefix(1)) }
    var chosen = Array(proven.prefix(statementsMax))
    if let best = proven.first(where: { $0.side == .agree }), !chosen.contains(best) { chosen[chosen.count - 1] = best }
    return chosen.filter { $0.side == .agree } + chosen.filter { $0.side == .reject }
  }

  private init(_ statement: Int, _ side: Consensus.Side, own: GroupTally.Count, rest: GroupTally.Count) {
    (self.statement, self.side) = (statement, side)
    let (votes, others) = side == .agree ? (own.agrees, rest.agrees) : (own.disagrees, rest.disagrees)
    share = Double(votes + 1) / Double(own.seen + 2)
    ratio = share / (Double(others + 1) / Double(rest.seen + 2))
    shareTest = Proportion.aboveHalf(votes, of: own.seen)
    ratioTest = Proportion.difference(votes, of: own.seen, from: others, of: rest.seen)
  }
}
