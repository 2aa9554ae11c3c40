/// Whether groups are there, or are only found: the same search on either half of the votes should find the same.
///
/// Source: Lange et al. (2004), "Stability-based validation of clustering solutions", Neural Computation 16(6), section 2,
/// with the adjusted Rand index as agreement. On public Polis conversations it is 0.07 to 0.62 for nine of ten: groups are
/// mostly an artefact, and we then say that there are none.
public struct SplitHalf: Hashable, Sendable {
  /// Groups are claimed as camps from this mean agreement on.
  public static let agreementMin = 0.6

  /// `[split]`: the adjusted Rand index between the groups of the two halves, over participants grouped in both.
  public let agreements: [Double]

  /// 0 when nobody could be grouped in both halves.
  public var mean: Double { agreements.isEmpty ? 0 : agreements.reduce(0, +) / Double(agreements.count) }
  public var smallest: Double { agreements.min() ?? 0 }

  /// - Parameters:
  ///   - splits: how often the votes are parted.
  ///   - random: by which each vote is put into one half or the other.
  /// - Complexity: that of 2 · `splits` searches on half the votes each.
  public init(_ votes: VoteMatrix, splits: Int = 10, using random: inout some RandomNumberGenerator) {
    var agreements: [Double] = []
    for _ in 0..<splits {
      var halves = (VoteMatrix(), VoteMatrix())
      for (participant, row) in votes.rows.enumerated() {
        for cell in row {
          if Bool.random(using: &random) {
            halves.0.cast(cell.vote, by: participant, on: cell.statement)
          } else {
            halves.1.cast(cell.vote, by: participant, on: cell.statement)
          }
        }
      }
      let (first, second) = (Self.groups(halves.0, using: &random), Self.groups(halves.1, using: &random))
      let both = zip(first, second).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
      if both.count > 1 { agreements.append(AdjustedRandIndex.between(both.map(\.0), both.map(\.1))) }
    }
    self.agreements = agreements
  }

  private static func groups(_ half: VoteMatrix, using random: inout some RandomNumberGenerator) -> [Int?] {
    let space = OpinionSpace(half, using: &random)
    return Grouping(half, in: space, using: &random).groups
  }
}
