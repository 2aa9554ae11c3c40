/// The plane on which participants lie near those who vote alike: the first two principal components of the votes.
///
/// Source: Small et al. (2021), "Polis: Scaling deliberation by mapping high dimensional opinion spaces", RECERCA 26(2),
/// section 3.1. A missing vote counts as the statement's mean, so that it says nothing; who voted little would then lie
/// near the middle whatever they think, and is moved out by √(statements / votes).
///
/// Statements with fewer voters than the square root of the participants are set aside: their mean is that of a handful,
/// often of the author alone. As Polis does with statements its moderators reject, they count as passed by everybody.
public struct OpinionSpace: Hashable, Sendable {
  /// `[statement]`: the mean vote.
  public let center: [Double]
  /// `[statement]`: the statement's place, the loadings on the two components; the origin where set aside.
  public let loadings: [Point]
  /// `[statement]`: whether it takes part.
  public let isIncluded: [Bool]

  /// Finds the components.
  ///
  /// - Parameter random: where the search starts; the same start gives the same space.
  /// - Complexity: O(rounds · votes).
  public init(_ votes: VoteMatrix, using random: inout some RandomNumberGenerator) {
    let voters = votes.rows.count { !$0.isEmpty }
    let isIncluded = votes.voterCounts.map { $0 > 0 && $0 * $0 >= voters }
    let center = votes.voterCounts.indices.map { votes.meanVote(on: $0) }
    let centered = CenteredVotes(votes, center: center, isIncluded: isIncluded)
    loadings = PrincipalComponents.first2(of: centered, using: &random)
    (self.center, self.isIncluded) = (center, isIncluded)
  }

  /// Where a participant lies.
  ///
  /// - Parameter cells: the participant's votes; those on statements newer than the space are passed over.
  /// - Complexity: O(cells).
  public func place(_ cells: [VoteMatrix.Cell]) -> Point {
    var (sum, count) = (Point.origin, setAsideCount)
    for cell in cells where cell.statement < loadings.count && isIncluded[cell.statement] {
      sum = sum + loadings[cell.statement] * (Double(cell.vote.rawValue) - center[cell.statement])
      count += 1
    }
    return sum * (Double(loadings.count) / Double(max(1, count))).squareRoot()
  }

  private var setAsideCount: Int { isIncluded.count { !$0 } }
}

/// The votes less the statements' means, without what is missing or set aside.
struct CenteredVotes: Sendable {
  let statementCount: Int
  /// `[participant]`: where the row begins; one more at the end.
  let starts: [Int]
  let statements: [Int]
  let values: [Double]

  init(_ votes: VoteMatrix, center: [Double], isIncluded: [Bool]) {
    var (starts, statements, values) = ([0], [Int](), [Double]())
    for row in votes.rows {
      for cell in row where isIncluded[cell.statement] {
        statements.append(cell.statement)
        values.append(Double(cell.vote.rawValue) - center[cell.statement])
      }
      starts.append(statements.count)
    }
    (statementCount, self.starts, self.statements, self.values) = (center.count, starts, statements, values)
  }
}
