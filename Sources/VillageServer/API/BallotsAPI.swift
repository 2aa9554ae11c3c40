import Community
import Foundation
import Hummingbird
import Lessons
import Mind
import VillageService

/// Votes on founders.
enum BallotsAPI {
  private struct Wish: Decodable {
    let member: Text
    let question: Ballot.Question
    let reason: Text
    let successor: Text?
  }

  struct SideDocument: Encodable, Sendable {
    let yes: Double
    let no: Double
    let unsure: Double
    let all: Double
  }

  struct BallotDocument: Encodable, Sendable {
    let id: String
    let path: String
    let member: PersonDocument
    let question: String
    let reason: String
    let successor: PersonDocument?
    let author: PersonDocument
    let time: String
    let deadline: String
    /// `open`, `carried`, `rejected`, `lapsed`, `withdrawn`.
    let state: String
    let voters: Int
    let sides: [SideDocument]
    let share: Double
    let quorum: Double
    let sequence: Int
  }

  struct List: Encodable, Sendable {
    let ballots: [BallotDocument]
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/ballots", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      return try exchange.json(
        await exchange.look(viewer) { scribe in List(ballots: scribe.state.standing.ballotsInOrder.reversed().map(scribe.document)) })
    }
    routes.post("/api/v1/ballots", for: .members) { exchange in
      let wish = try await exchange.json(Wish.self)
      let ballot = Ballot(
        ID(exchange.site.service.newID()), on: wish.question, of: ID(wish.member.text), successor: wish.successor.map { ID($0.text) },
        reason: wish.reason.text)
      let recorded = try await exchange.record(.ballotOpened(ballot))
      // The same request sent again opened another one then.
      guard case .ballotOpened(let opened) = recorded.entry.act else { throw Problem(Refusal.unknownBallot) }
      return try await exchange.ballotDocument(opened.id, isNew: true)
    }
    routes.get("/api/v1/ballots/{id}", for: .members) { exchange in try await exchange.ballotDocument(try exchange.id("id")) }
    routes.delete("/api/v1/ballots/{id}", for: .members) { exchange in
      let id = try exchange.id("id", of: Ballot.self)
      return try exchange.json(RecordedDocument(try await exchange.record(.ballotWithdrawn(id))))
    }
  }
}

extension Exchange {
  fileprivate func ballotDocument(_ id: ID<Ballot>, isNew: Bool = false) async throws -> Response {
    let viewer = try await memberViewer()
    let document = await look(viewer) { scribe in scribe.state.standing.ballots[id].map(scribe.document) }
    guard let document else { throw Problem(Refusal.unknownBallot) }
    return try json(document, status: isNew ? .created : .ok)
  }
}

extension Scribe {
  fileprivate func document(_ record: BallotRecord) -> BallotsAPI.BallotDocument {
    let ballot = record.ballot
    return .init(
      id: ballot.id.rawValue, path: URLPath.ballot(ballot.id), member: personDocument(ballot.member),
      question: ballot.question.rawValue, reason: ballot.reason, successor: ballot.successor.map(personDocument),
      author: personDocument(record.author), time: Times.iso(record.time), deadline: Times.iso(record.deadline),
      state: record.isWithdrawn ? "withdrawn" : outcome(of: record)?.rawValue ?? "open", voters: record.voters.count,
      sides: (state.standing.count(of: ballot.id)?.sides ?? []).map { .init(yes: $0.yes, no: $0.no, unsure: $0.unsure, all: $0.all) },
      share: record.shareMin, quorum: record.quorum, sequence: record.sequence)
  }
}
