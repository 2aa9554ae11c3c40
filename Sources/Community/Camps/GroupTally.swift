/// How each group voted on each statement.
public struct GroupTally: Hashable, Sendable {
  /// Votes of one group on one statement.
  public struct Count: Hashable, Sendable {
    public private(set) var agrees = 0
    public private(set) var disagrees = 0
    /// Votes of any kind: passes are seen, too.
    public private(set) var seen = 0

    public init(agrees: Int = 0, disagrees: Int = 0, passes: Int = 0) {
      (self.agrees, self.disagrees, seen) = (agrees, disagrees, agrees + disagrees + passes)
    }

    mutating func add(_ vote: VoteMatrix.Vote, sign: Int) {
      seen += sign
      switch vote {
      case .agree: agrees += sign
      case .disagree: disagrees += sign
      case .pass: break
      }
    }

    static func + (a: Count, b: Count) -> Count {
      Count(agrees: a.agrees + b.agrees, disagrees: a.disagrees + b.disagrees, passes: a.passes + b.passes)
    }

    static func - (a: Count, b: Count) -> Count {
      Count(agrees: a.agrees - b.agrees, disagrees: a.disagrees - b.disagrees, passes: a.passes - b.passes)
    }

    public var passes: Int { seen - agrees - disagrees }
  }

  /// `[group][statement]`.
  public private(set) var counts: [[Count]]

  public var groupCount: Int { counts.count }
  public var statementCount: Int { counts.first?.count ?? 0 }

  /// - Parameter groups: `[participant]`: a group below `groupCount`, or `nil` for who is in none.
  /// - Complexity: O(votes).
  public init(_ votes: VoteMatrix, groups: [Int?], groupCount: Int) {
    counts = Array(repeating: Array(repeating: Count(), count: votes.statementCount), count: groupCount)
    for (participant, row) in votes.rows.enumerated() {
      if let group = groups[participant] { add(row, to: group, sign: 1) }
    }
  }

  mutating func add(_ cells: [VoteMatrix.Cell], to group: Int, sign: Int) {
    for cell in cells { add(cell.vote, on: cell.statement, to: group, sign: sign) }
  }

  mutating func add(_ vote: VoteMatrix.Vote, on statement: Int, to group: Int, sign: Int) {
    let missing = statement + 1 - statementCount
    if missing > 0 { for g in counts.indices { counts[g].append(contentsOf: repeatElement(Count(), count: missing)) } }
    counts[group][statement].add(vote, sign: sign)
  }

  /// What all groups together voted on a statement.
  public func total(on statement: Int) -> Count { counts.reduce(Count()) { $0 + $1[statement] } }
}
