import Community
import Hummingbird
import Lessons
import Mind
import VillageService

/// How a proposal comes to be, and what it becomes.
enum ProposalForms {
  static func addRoutes(to routes: Routes) {
    routes.post("/disagreements/{id}/proposals", for: .members) { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Disagreement.self)
      let wish = try await exchange.settlement(of: id, SettlementWish(form))
      guard let days = try form.number("days", in: 1...90) else { throw Problem.missing("days") }
      let proposal = Proposal(
        ID(exchange.site.service.newID()), for: id, lessons: wish.lessons, wish.outcome, reason: wish.reason, hours: days * 24)
      let recorded = try await exchange.record(.proposed(proposal), form)
      return exchange.redirect(
        to: URLPath.disagreement(id) + "#proposal-\(proposal.id)",
        Flash("Your colleagues can vote on it now.", undo: URLPath.undo(recorded.entry.sequence)))
    }
    routes.post("/proposals/{id}/withdrawal", for: .members) { exchange in
      let form = try await exchange.form()
      let record = try await exchange.knownProposal()
      _ = try await exchange.record(.proposalWithdrawn(record.proposal.id), form)
      return exchange.redirect(to: URLPath.disagreement(record.proposal.disagreement), Flash("The proposal is taken back."))
    }
    routes.post("/proposals/{id}/adoption", for: .members) { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Proposal.self)
      let recorded = try await exchange.site.service.adopt(id, by: try exchange.member(), request: try exchange.requestKey(form))
      let record = try await exchange.knownProposal()
      return exchange.redirect(
        to: URLPath.disagreement(record.proposal.disagreement), Flash("It is settled.", undo: URLPath.undo(recorded.entry.sequence)))
    }
  }
}

extension Exchange {
  func knownProposal() async throws -> ProposalRecord {
    let id = try id("id", of: Proposal.self)
    guard let record = await site.service.look({ $0.standing.proposals[id] }) else { throw Problem(Refusal.unknownProposal) }
    return record
  }
}
