/// What participants voted on each other's statements: sparse, one vote a participant and statement.
public struct VoteMatrix: Hashable, Sendable {
  public enum Vote: Int, Hashable, Sendable, CaseIterable {
    case disagree = -1
    case pass = 0
    case agree = 1
  }

  /// One filled cell of a participant's row.
  public struct Cell: Hashable, Sendable {
    public let statement: Int
    public let vote: Vote
  }

  /// `[participant]`: the cells of a row, statements ascending.
  public private(set) var rows: [[Cell]] = []
  /// `[statement]`: how many voted, and the sum of their votes.
  public private(set) var voterCounts: [Int] = []
  private(set) var voteSums: [Int] = []
  public private(set) var voteCount = 0

  public var participantCount: Int { rows.count }
  public var statementCount: Int { voterCounts.count }

  public init() {}

  /// Takes a vote, in place of the one this participant cast on this statement before.
  ///
  /// - Returns: the vote before, if any.
  /// - Precondition: numbers are not negative.
  /// - Complexity: O(votes of the participant).
  @discardableResult
  public mutating func cast(_ vote: Vote, by participant: Int, on statement: Int) -> Vote? {
    precondition(participant >= 0 && statement >= 0, "participants and statements are numbered from 0")
    rows.append(contentsOf: repeatElement([], count: max(0, participant + 1 - rows.count)))
    voterCounts.append(contentsOf: repeatElement(0, count: max(0, statement + 1 - voterCounts.count)))
    voteSums.append(contentsOf: repeatElement(0, count: max(0, statement + 1 - voteSums.count)))
    let before = withdraw(by: participant, on: statement)
    rows[participant].insert(Cell(statement: statement, vote: vote), at: place(of: statement, by: participant))
    count(vote, on: statement, sign: 1)
    return before
  }

  /// Takes a vote back.
  ///
  /// - Returns: the vote that was there, if any.
  @discardableResult
  public mutating func withdraw(by participant: Int, on statement: Int) -> Vote? {
    guard rows.indices.contains(participant) else { return nil }
    let place = place(of: statement, by: participant)
    guard place < rows[participant].count, rows[participant][place].statement == statement else { return nil }
    let vote = rows[participant].remove(at: place).vote
    count(vote, on: statement, sign: -1)
    return vote
  }

  /// The mean vote on a statement, −1...1; 0 while nobody voted.
  public func meanVote(on statement: Int) -> Double {
    voterCounts[statement] == 0 ? 0 : Double(voteSums[statement]) / Double(voterCounts[statement])
  }

  private mutating func count(_ vote: Vote, on statement: Int, sign: Int) {
    voterCounts[statement] += sign
    voteSums[statement] += sign * vote.rawValue
    voteCount += sign
  }

  /// Where a statement is in a row, or would be: binary search.
  private func place(of statement: Int, by participant: Int) -> Int {
    var range = 0..<rows[participant].count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      range = rows[participant][middle].statement < statement ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
