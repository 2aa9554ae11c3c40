import Community
import Hummingbird
import Lessons
import Mind
import VillageService

/// The releases that are kept, and what the public is answered from.
struct ReleasesPage: Sendable {
  struct Item: Sendable {
    let name: String
    let path: String
    let note: String?
    let by: Person
    let when: When
    let since: String
    let isPublic: Bool
  }

  struct Decided: Sendable {
    let by: Person
    let when: When
    let reason: String
  }

  let releases: [Item]
  /// Nil: the village as it stands.
  let publicly: String?
  let decided: Decided?
  let choices: [Alternative]
  let canCut: Bool
  let canDecide: Bool
  let cutKey: String
  let decideKey: String

  static func addRoutes(to routes: Routes) {
    routes.get("/releases", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      return try await exchange.page("releases", title: "Releases", await exchange.look(viewer) { $0.releases() }, viewer)
    }
    routes.post("/releases") { exchange in
      let form = try await exchange.form()
      let name = Release.name(from: try form.required("name", charactersMax: Standing.releaseNameLengthMax))
      let recorded = try await exchange.record(
        .released(Release(name, note: try form.optional("note", charactersMax: Release.noteLengthMax) ?? "")), form)
      return exchange.redirect(to: "/releases", Flash("“\(name)” is kept from now on.", undo: URLPath.undo(recorded.entry.sequence)))
    }
    routes.post("/releases/public") { exchange in
      let form = try await exchange.form()
      let chosen = try form.required("release")
      let release = chosen == Standpoint.now ? nil : chosen
      _ = try await exchange.record(.publicAnswered(from: release, reason: try form.required("reason")), form)
      let from = release.map { "“\($0)”" } ?? "the village as it stands"
      return exchange.redirect(to: "/releases", Flash("The public is answered from \(from) now."))
    }
  }
}

extension Scribe {
  fileprivate func releases() -> ReleasesPage {
    let standing = state.standing
    let inUse = standing.publicly?.release
    let now = Alternative(value: Standpoint.now, name: "the village as it stands", selected: inUse == nil)
    return ReleasesPage(
      releases: standing.releases.reversed().map { item($0, isPublic: $0.name == inUse) }, publicly: inUse,
      decided: standing.publicly.map { .init(by: person($0.author), when: viewer.when($0.time, .full), reason: $0.reason) },
      choices: [now]
        + standing.releases.reversed().map { Alternative(value: $0.name, name: "“\($0.name)”", selected: $0.name == inUse) },
      canCut: viewer.isTeacher, canDecide: viewer.isFounder && !standing.releases.isEmpty, cutKey: Exchange.newKey(),
      decideKey: Exchange.newKey())
  }

  private func item(_ record: ReleaseRecord, isPublic: Bool) -> ReleasesPage.Item {
    let acts = state.standing.sequence - record.sequence
    return .init(
      name: record.name, path: URLPath.release(record.name), note: record.release.note.isEmpty ? nil : record.release.note,
      by: person(record.author), when: viewer.when(record.time, .full),
      since: acts == 0 ? "nothing happened since" : "\(Numbers.counted(acts, "act", "acts")) since", isPublic: isPublic)
  }
}
