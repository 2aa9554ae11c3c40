public import Lessons

/// A vote on a founder's role: who may vote, by which numbers it is decided, and what came of it.
///
/// Voters, their voices and the numbers are those of the moment in which it was opened, and stay so whatever is decided or
/// reverted meanwhile: nobody brings in voters, silences them or moves the bar once it is clear how a vote goes.
public struct BallotRecord: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable {
    case carried
    case rejected
    /// Too few voted.
    case lapsed
  }

  /// Who may vote, and how their vote counts.
  public struct Voter: Hashable, Sendable {
    /// The side on which they stood; nil: nobody knew, or there were none.
    public let camp: Int?
    /// Above 0, at most 1.
    public let voice: Double
  }

  public let ballot: Ballot
  public let author: ID<Member>
  public let sequence: Int
  /// When it was opened and when it ends, milliseconds since 1970, UTC.
  public let time: Int64
  public let deadline: Int64
  public let voters: [ID<Member>: Voter]
  public let hasCamps: Bool
  /// Of the voices that voted, to recall somebody.
  public let shareMin: Double
  /// Of all voices; to recall somebody, of each side's.
  public let quorum: Double
  public internal(set) var outcome: Outcome?
  public internal(set) var isWithdrawn = false
  /// Whether what was carried has been done: the last founder stays until there is another.
  public internal(set) var isDone = false

  public var isOpen: Bool { outcome == nil && !isWithdrawn }
}

/// How the voices of a vote add up.
public struct BallotCount: Hashable, Sendable {
  public struct Side: Hashable, Sendable {
    public internal(set) var yes = 0.0
    public internal(set) var no = 0.0
    public internal(set) var unsure = 0.0
    /// Of those who may vote.
    public internal(set) var all = 0.0

    public var cast: Double { yes + no + unsure }
  }

  /// One; two where opinions show sides: who has none stands with half of their voice on each.
  public internal(set) var sides: [Side]

  public var whole: Side {
    sides.reduce(into: Side()) { sum, side in
      sum.yes += side.yes
      sum.no += side.no
      sum.unsure += side.unsure
      sum.all += side.all
    }
  }

  private static let hair = 1e-9

  /// What follows from the votes when the time is over.
  ///
  /// A recall is decided as a panel decides on what it must accept: by the share of the policy of all that voted and by
  /// more than half on each side, and enough of each side must have voted; so no side recalls alone, and no founder is
  /// silenced by the other. To go on for another term takes half, each side counting as much as the other: what was given
  /// for a time has no right to stay, and no side can end it alone.
  func outcome(of question: Ballot.Question, shareMin: Double, quorum: Double) -> BallotRecord.Outcome {
    let whole = whole
    guard whole.cast > 0, whole.cast + Self.hair >= quorum * whole.all else { return .lapsed }
    switch question {
    case .recall:
      guard sides.allSatisfy({ $0.all == 0 || $0.cast + Self.hair >= quorum * $0.all }) else { return .lapsed }
      let isShared = whole.yes + Self.hair >= shareMin * whole.cast
      return isShared && sides.allSatisfy { $0.cast == 0 || 2 * $0.yes > $0.cast + Self.hair } ? .carried : .rejected
    case .confirm:
      let shares = sides.filter { $0.cast > 0 }.map { $0.yes / $0.cast }
      return shares.reduce(0, +) + Self.hair >= 0.5 * Double(shares.count) ? .carried : .rejected
    }
  }
}
