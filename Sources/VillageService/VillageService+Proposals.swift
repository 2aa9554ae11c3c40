import Community
import Foundation
public import Lessons
import Mind

extension VillageService {
  /// Settles a disagreement as a proposal says, once its vote is over; those who voted against it are its dissent.
  ///
  /// - Throws: `Refusal.voteIsOpen` before its time is over, `Refusal.notCarried` where not more were for it than against.
  public func adopt(_ id: ID<Proposal>, by member: ID<Member>, request: String? = nil) async throws -> Recorded {
    guard let record = state.standing.proposals[id], record.status == .open else { throw Refusal.unknownProposal }
    guard Int64(clock().timeIntervalSince1970 * 1000) >= record.deadline else { throw Refusal.voteIsOpen }
    let against = state.standing.opinions(on: .proposal(id)).filter { $0.value.stance == .dispute }.sorted {
      $0.value.sequence < $1.value.sequence
    }
    let dissent = against.map(\.value.reason).filter { !$0.isEmpty }.joined(separator: "\n")
    let proposal = record.proposal
    let settlement = Settlement(
      proposal.disagreement, lessons: proposal.lessons, proposal.outcome, reason: proposal.reason,
      dissent: String(dissent.prefix(Self.dissentLengthMax)), proposal: id)
    return try await self.record(.settled(settlement), by: member, request: request)
  }

  private static let dissentLengthMax = 9_000  // characters
}
