import Reasoning
import Community
import Hummingbird
import Lessons
import Mind
import VillageService

/// Where lessons contradict each other, and how people settle it.
enum DisagreementsAPI {
  private enum Status: String, CaseIterable { case open, settled }

  private struct Said: Decodable {
    let text: Text
  }

  private struct Reason: Decodable {
    let reason: Text
  }

  private struct Wish: Decodable {
    struct Scope: Decodable {
      let lesson: Text
      let scope: Text
    }

    let outcome: SettlementWish.Outcome
    let winners: [Text]?
    let scopes: [Scope]?
    let reason: Text
    let dissent: Text?
    /// The sentence that holds instead of all.
    let merged: Text?
    let ground: GivenGround?
  }

  struct List: Encodable, Sendable {
    let disagreements: [DisagreementDocument]
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/disagreements", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let status = try exchange.query().choice("status", Status.self)
      let views = try await exchange.site.service.disagreements().filter { view in
        status == nil || (status == .open) == (view.status == .open)
      }
      return try exchange.json(await exchange.look(viewer) { scribe in List(disagreements: views.map(scribe.document)) })
    }
    routes.get("/api/v1/disagreements/{id}") { exchange in try await exchange.disagreementDocument(exchange.id("id")) }
    routes.post("/api/v1/disagreements/{id}/comments", for: .members) { exchange in
      _ = try exchange.member()
      let said = try await exchange.json(Said.self)
      return try await exchange.commentDocument(on: .disagreement(try await exchange.knownDisagreement()), said.text.text)
    }
    routes.post("/api/v1/disagreements/{id}/settlement", for: .members) { exchange in
      let id = try exchange.id("id", of: Disagreement.self)
      let given = try await exchange.json(Wish.self)
      _ = try await exchange.memberViewer()
      if given.outcome == .merged, given.merged == nil { throw Problem.missing("merged") }
      var wish = SettlementWish(
        outcome: given.outcome, winners: given.winners?.map { ID($0.text) } ?? [],
        scopes: given.scopes?.map { (ID($0.lesson.text), $0.scope.text) } ?? [], reason: given.reason.text,
        dissent: given.dissent?.text ?? "")
      wish.merged = given.merged?.text
      _ = try await exchange.record(.settled(try await exchange.settlement(of: id, wish)), on: try given.ground?.ground())
      return try await exchange.disagreementDocument(id, isNew: true)
    }
    routes.post("/api/v1/disagreements/{id}/reopening", for: .members) { exchange in
      let id = try exchange.id("id", of: Disagreement.self)
      let given = try await exchange.json(Reason.self)
      _ = try await exchange.record(.reopened(id, reason: given.reason.text))
      return try await exchange.disagreementDocument(id, isNew: true)
    }
  }
}

struct DisagreementDocument: Encodable, Sendable {
  struct SettlementDocument: Encodable, Sendable {
    struct ScopeDocument: Encodable, Sendable {
      let lesson: String
      let scope: String
    }

    struct ReopeningDocument: Encodable, Sendable {
      let author: PersonDocument
      let reason: String
      let time: String
    }

    let outcome: String
    let winners: [String]
    let scopes: [ScopeDocument]
    let reason: String
    let dissent: String?
    let author: PersonDocument
    let time: String
    let sequence: Int
    let reopened: ReopeningDocument?
  }

  let id: String
  let path: String
  let question: String
  let about: String?
  let status: String
  let kind: String?
  /// Of the last thirty days, those that drew on its lessons.
  let answersTouched: Int
  let sides: [[LessonDocument]]
  let `case`: String?
  let comments: [CommentDocument]
  let credence: CredenceDocument?
  let settlements: [SettlementDocument]
}

extension Scribe {
  func document(_ view: DisagreementView) -> DisagreementDocument {
    DisagreementDocument(
      id: view.id.rawValue, path: URLPath.disagreement(view.id), question: title(view), about: view.clash?.subject.label,
      status: view.status == .open ? "open" : "settled", kind: view.clash?.kind.rawValue, answersTouched: view.answersTouched,
      sides: view.sides.map { side in side.compactMap { document($0) } },
      case: view.clash.flatMap(whereItMatters), comments: commentDocuments(on: .disagreement(view.id)),
      credence: viewer.role == nil ? nil : state.standing.credence(between: view.sides).map(credenceDocument),
      settlements: view.settlements.map(document))
  }

  private func document(_ record: SettlementRecord) -> DisagreementDocument.SettlementDocument {
    let settlement = record.settlement
    var (name, winners, scopes): (String, [String], [DisagreementDocument.SettlementDocument.ScopeDocument]) = ("both", [], [])
    switch settlement.outcome {
    case .holds(let holding): (name, winners) = ("holds", holding.map(\.rawValue))
    case .precedes(let first): (name, winners) = ("precedes", first.map(\.rawValue))
    case .scoped(let given): (name, scopes) = ("scoped", given.map { .init(lesson: $0.lesson.rawValue, scope: scope($0.qualifiers)) })
    case .merged(let lesson): (name, winners) = ("merged", [lesson.rawValue])
    case .withdrawn: name = "none"
    case .pointsOfView: break
    }
    return .init(
      outcome: name, winners: winners, scopes: scopes, reason: settlement.reason,
      dissent: settlement.dissent.isEmpty ? nil : settlement.dissent, author: personDocument(record.author), time: Times.iso(record.time),
      sequence: record.sequence,
      reopened: record.reopened.map { .init(author: personDocument($0.author), reason: $0.reason, time: Times.iso($0.time)) })
  }
}

extension Exchange {
  func disagreementDocument(_ id: ID<Disagreement>, isNew: Bool = false) async throws -> Response {
    let viewer = try await viewer()
    guard var found = await site.service.disagreement(id) else { throw Problem(Refusal.unknownDisagreement(id)) }
    found.answersTouched = try await site.service.answersTouched()[id] ?? 0
    let view = found
    return try json(await look(viewer) { $0.document(view) }, status: isNew ? .created : .ok)
  }
}
