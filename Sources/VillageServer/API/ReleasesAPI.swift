import Community
import Hummingbird
import Lessons
import Mind
import VillageService

/// Releases: the village kept as it was, to ask and to answer the public from.
enum ReleasesAPI {
  struct ReleaseDocument: Encodable, Sendable {
    let name: String
    let note: String
    let author: PersonDocument
    let time: String
    /// The entry that cut it.
    let sequence: Int
    let `public`: Bool
  }

  struct List: Encodable, Sendable {
    let releases: [ReleaseDocument]
    /// What the public is answered from; absent: the village as it stands.
    let `public`: String?
  }

  private struct Cut: Decodable {
    let name: Text
    let note: Text?
  }

  private struct Chosen: Decodable {
    let release: Text?
    let reason: Text
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/releases", for: .members) { exchange in
      try exchange.json(try await list(exchange))
    }
    routes.post("/api/v1/releases", for: .members) { exchange in
      let wish = try await exchange.json(Cut.self)
      let name = Release.name(from: try CheckedText.check(wish.name.text, "name", charactersMax: Standing.releaseNameLengthMax))
      let note = try wish.note.map { try CheckedText.check($0.text, "note", charactersMax: Release.noteLengthMax) }
      _ = try await exchange.record(.released(Release(name, note: note ?? "")))
      return try exchange.json(try await list(exchange), status: .created)
    }
    routes.delete("/api/v1/releases/{name}", for: .members) { exchange in
      _ = try await exchange.record(.releaseWithdrawn(try exchange.parameter("name"), reason: ""))
      return exchange.noContent()
    }
    routes.put("/api/v1/public", for: .members) { exchange in
      let wish = try await exchange.json(Chosen.self)
      let release = wish.release.flatMap { $0.text == Standpoint.now ? nil : $0.text }
      _ = try await exchange.record(.publicAnswered(from: release, reason: wish.reason.text))
      return try exchange.json(try await list(exchange))
    }
  }

  private static func list(_ exchange: Exchange) async throws -> List {
    let viewer = try await exchange.memberViewer()
    return await exchange.look(viewer) { $0.releaseList() }
  }
}

extension Scribe {
  fileprivate func releaseList() -> ReleasesAPI.List {
    let inUse = state.standing.publicly?.release
    return .init(
      releases: state.standing.releases.map {
        .init(
          name: $0.name, note: $0.release.note, author: personDocument($0.author), time: Times.iso($0.time), sequence: $0.sequence,
          public: $0.name == inUse)
      }, public: inUse)
  }
}
