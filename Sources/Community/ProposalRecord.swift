public import Lessons

/// A proposal and what became of it.
public struct ProposalRecord: Hashable, Sendable {
  public enum Status: Hashable, Sendable {
    case open
    case withdrawn
    /// It became the settlement in this entry.
    case adopted(sequence: Int)
  }

  public let proposal: Proposal
  public let author: ID<Member>
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
  public internal(set) var status: Status = .open

  /// When the vote ends, milliseconds since 1970.
  public var deadline: Int64 { time + Int64(proposal.hours) * 3_600_000 }
}

extension Standing {
  /// The proposals for a disagreement, oldest first.
  public func proposals(for disagreement: ID<Disagreement>) -> [ProposalRecord] {
    (proposalsByDisagreement[disagreement] ?? []).compactMap { proposals[$0] }
  }

  /// Whether more members voted for it than against it.
  public func isCarried(_ proposal: ID<Proposal>) -> Bool {
    let count = opinionCount(on: .proposal(proposal))
    return count.endorse > count.dispute
  }
}
