import Mind
import Community
import Hummingbird
import Lessons
import Reasoning
import VillageService

/// Looking up what is known.
enum ConceptsAPI {
  struct List: Encodable, Sendable {
    struct Item: Encodable, Sendable {
      let name: String
      let path: String
      let gist: String?
    }

    let concepts: [Item]
    let next: String?
  }

  struct ConceptDocument: Encodable, Sendable {
    struct Dispute: Encodable, Sendable {
      let id: String
      let question: String
      let status: String
    }

    let name: String
    let path: String
    let names: [String]
    let kinds: [String]
    let definitions: [LessonDocument]
    let claims: [LessonDocument]
    let mentions: [LessonDocument]
    let disagreements: [Dispute]
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/concepts") { exchange in
      let query = try exchange.query()
      let paging = try Paging(query)
      let search = ConceptSearch(
        text: try query.optional("q", charactersMax: 200), kind: try query.optional("kind", charactersMax: 200), letter: nil)
      let viewer = try await exchange.viewer()
      let census = exchange.site.census
      return try exchange.json(await exchange.look(viewer) { $0.list(search, paging, census.census(of: $0.state)) })
    }
    routes.get("/api/v1/concepts/{name}") { exchange in
      let names = URLPath.concepts(slug: try exchange.parameter("name"))
      let viewer = try await exchange.viewer()
      guard let document = await exchange.look(viewer, { $0.document(names) }) else {
        throw Problem.unknownConcept(names.last?.label ?? "", mayTeach: false)
      }
      return try exchange.json(document)
    }
  }
}

extension Scribe {
  private static let mentionsMax = 200

  fileprivate func list(_ search: ConceptSearch, _ paging: Paging, _ census: Census) -> ConceptsAPI.List {
    let found = concepts(search, census)
    let start = paging.after.flatMap { after in found.firstIndex { $0.key == after.lowercased() }.map { $0 + 1 } } ?? 0
    let shown = found[start...].prefix(paging.limit)
    return .init(
      concepts: shown.map { .init(name: $0.label, path: URLPath.concept($0), gist: gist(of: $0)) },
      next: start + shown.count < found.count ? shown.last?.key : nil)
  }

  fileprivate func document(_ names: [Concept]) -> ConceptsAPI.ConceptDocument? {
    let view = PointOfView.community
    guard let concept = known(names, in: view) else { return nil }
    let beliefs = state.mind.beliefs
    let claims = beliefs.claims(about: concept, in: view)
    let held = Set(claims.map(\.id))
    return .init(
      name: concept.label, path: URLPath.concept(concept), names: beliefs.names(of: concept, in: view).map(\.label),
      kinds: beliefs.kinds(of: concept, in: view).map(\.concept.label),
      definitions: beliefs.definitions(of: concept, in: view).compactMap { document($0.id) }, claims: claims.compactMap { document($0.id) },
      mentions: beliefs.lessons(mentioning: concept, in: view).filter { !held.contains($0.id) }.prefix(Self.mentionsMax)
        .compactMap { document($0.id) },
      disagreements: beliefs.clashes(about: concept).map {
        .init(id: $0.id.rawValue, question: question($0), status: state.status(of: $0) == .open ? "open" : "settled")
      })
  }
}
