import Community
import Foundation
import Lessons
import Mind
import VillageService

/// A proposal to settle a disagreement, and the vote on it.
struct ProposalView: Sendable {
  let id: String
  let by: Person
  let when: When
  let outcome: String
  let results: [String]
  let reason: String
  /// “open until …”, “adopted”, “not carried”.
  let state: String
  let opinions: OpinionsView
  let withdraw: String?
  /// The same for a founder who did not make it.
  let takeBack: String?
  /// Where the vote is over and carried: the address that settles it so.
  let adopt: String?
  let key: String
}

extension Scribe {
  /// The proposals for a disagreement, the newest first; those that were taken back are left out.
  func proposals(for id: ID<Disagreement>, canSettle: Bool) -> [ProposalView] {
    state.standing.proposals(for: id).reversed().filter { $0.status != .withdrawn }.map { proposal($0, canSettle: canSettle) }
  }

  private func proposal(_ record: ProposalRecord, canSettle: Bool) -> ProposalView {
    let proposal = record.proposal
    let isOver = Int64(viewer.now.timeIntervalSince1970 * 1000) >= record.deadline
    let isOpen = record.status == .open
    let isCarried = state.standing.isCarried(proposal.id)
    let back = URLPath.disagreement(proposal.disagreement)
    let words =
      switch record.status {
      case .adopted: "adopted"
      case .withdrawn: "taken back"
      case .open where !isOver: "the vote is open until \(viewer.when(record.deadline, .full).words)"
      case .open: isCarried ? "the vote is over, and it is carried" : "the vote is over, and it is not carried"
      }
    var opinions = opinions(on: .proposal(proposal.id), back: back + "#proposal-\(proposal.id)")
    if !isOpen || isOver { opinions = opinions.closed }
    let withdrawal = "/proposals/\(URLPath.encode(proposal.id.rawValue))/withdrawal"
    return ProposalView(
      id: proposal.id.rawValue, by: person(record.author), when: viewer.when(record.time, .full), outcome: outcome(proposal.outcome),
      results: results(proposal.outcome), reason: proposal.reason, state: words, opinions: opinions,
      withdraw: isOpen && record.author == viewer.member ? withdrawal : nil,
      takeBack: isOpen && record.author != viewer.member && viewer.isFounder ? withdrawal : nil,
      adopt: canSettle && isOpen && isOver && isCarried ? "/proposals/\(URLPath.encode(proposal.id.rawValue))/adoption" : nil,
      key: Exchange.newKey())
  }
}

extension OpinionsView {
  /// The same to read only.
  var closed: OpinionsView {
    OpinionsView(
      on: on, back: back, summary: summary, held: held, canOpine: false, choices: [], reason: nil, hasOpinion: false, key: key)
  }
}
