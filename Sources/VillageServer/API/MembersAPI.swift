import Mind
import Ledger
import Community
import Hummingbird
import Lessons
import VillageService

/// Who teaches here, and with what standing.
enum MembersAPI {
  private struct NewRole: Decodable {
    let role: Role
    let ground: GivenGround?
  }

  private struct Reason: Decodable {
    let reason: Text
    let ground: GivenGround?
  }

  struct List: Encodable, Sendable {
    let members: [MemberDocument]
  }

  struct MemberDocument: Encodable, Sendable {
    let id: String
    let name: String
    let role: String
    let group: String?
    let groups: [String]
    let about: String?
    let joined: String
    let taught: Int
    let standing: Int
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/members", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      return try exchange.json(await exchange.look(viewer) { scribe in List(members: scribe.memberDocuments()) })
    }
    routes.get("/api/v1/members/{id}", for: .members) { exchange in
      _ = try await exchange.memberViewer()
      return try await exchange.memberDocument(exchange.id("id"))
    }
    routes.put("/api/v1/members/{id}/role", for: .members) { exchange in
      let id = try exchange.id("id", of: Member.self)
      let given = try await exchange.json(NewRole.self)
      _ = try await exchange.record(.roleGranted(to: id, given.role), on: try given.ground?.ground())
      return try await exchange.memberDocument(id)
    }
    routes.get("/api/v1/members/{id}/contributions", for: .members) { exchange in
      let id = try exchange.id("id", of: Member.self)
      let viewer = try await exchange.memberViewer()
      let document = await exchange.look(viewer) { scribe in
        scribe.state.standing.members[id] == nil ? nil : scribe.contributionsDocument(id)
      }
      guard let document else { throw Problem(Refusal.unknownMember(id)) }
      return try exchange.json(document)
    }
    routes.post("/api/v1/members/{id}/retraction", for: .members) { exchange in
      let id = try exchange.id("id", of: Member.self)
      let given = try await exchange.json(Reason.self)
      let act = Act.contributionRetracted(of: id, reason: given.reason.text)
      return try exchange.json(RecordedDocument(try await exchange.record(act, on: try given.ground?.ground())))
    }
    routes.delete("/api/v1/members/{id}/name", for: .members) { exchange in
      try await exchange.eraseName(of: try exchange.id("id"))
      return exchange.noContent()
    }
  }
}

extension Scribe {
  fileprivate func memberDocuments() -> [MembersAPI.MemberDocument] {
    state.standing.members.sorted { ($0.value.joined, $0.key) < ($1.value.joined, $1.key) }.map { document($0.key, $0.value) }
  }

  fileprivate func document(_ id: ID<Member>, _ record: MemberRecord) -> MembersAPI.MemberDocument {
    let contribution = contribution(record)
    return .init(
      id: id.rawValue, name: viewer.names.name(id), role: record.role.rawValue, group: record.groups.min(), groups: record.groups.sorted(),
      about: viewer.names.account(id)?.credentials,
      joined: Times.iso(record.joined), taught: contribution.taught, standing: contribution.standing)
  }
}

extension Exchange {
  fileprivate func memberDocument(_ id: ID<Member>) async throws -> Response {
    let viewer = try await viewer()
    let document = await look(viewer) { scribe in scribe.state.standing.members[id].map { scribe.document(id, $0) } }
    guard let document else { throw Problem(Refusal.unknownMember(id)) }
    return try json(document)
  }
}

/// What somebody did for the village, for a list of works or an acknowledgement.
struct ContributionsDocument: Encodable, Sendable {
  struct Role: Encodable, Sendable {
    let role: String
    /// As CRediT names it.
    let credit: String
    let count: Int
  }

  let member: PersonDocument
  let orcid: String?
  let roles: [Role]
}

extension Scribe {
  fileprivate func contributionsDocument(_ id: ID<Member>) -> ContributionsDocument {
    let counts = Contributions(of: id, in: state.standing).counts
    return ContributionsDocument(
      member: personDocument(id), orcid: viewer.names.account(id)?.credentials.flatMap { ORCID(in: $0)?.address },
      roles: Contributions.Role.allCases.compactMap { role in
        counts[role].map { .init(role: role.rawValue, credit: role.credit, count: $0) }
      })
  }
}
