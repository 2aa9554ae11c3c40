import Community
import Hummingbird
import Lessons
import Mind
import VillageService

/// Everything that anyone did.
enum ActsAPI {
  struct ActDocument: Encodable, Sendable {
    let sequence: Int
    let kind: String
    let author: PersonDocument
    let time: String
    let words: String
    let path: String
    let reason: String?
    let ground: GroundDocument?
    /// Whom it took something from or gave something to.
    let concerns: [PersonDocument]
    /// How an appeal of theirs stands.
    let appeal: String?
    let seenBy: [PersonDocument]
    /// Of a lesson that was reworded: what it said before, and says since.
    let rewording: RewordingDocument?
    let undone: Bool
    let undoable: Bool
  }

  struct RewordingDocument: Encodable, Sendable {
    let before: String
    let after: String
  }

  struct List: Encodable {
    let acts: [ActDocument]
    let next: Int?
  }

  struct Undone: Encodable {
    let sequences: [Int]
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/acts", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let query = try exchange.query()
      let search = try HistorySearch(query, exchange.site.times, isForm: false)
      let limit = try query.number("limit", in: 1...Paging.limitMax) ?? Paging.limitDefault
      let page = try await exchange.site.service.history(search.filter, before: search.before, limit: limit)
      var acts: [ActDocument] = []
      for told in page.entries { acts.append(await document(told, exchange, viewer)) }
      return try exchange.json(List(acts: acts, next: page.older))
    }
    routes.get("/api/v1/acts/{sequence}", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      guard let sequence = Int(try exchange.parameter("sequence")), sequence > 0,
        let told = try await exchange.site.service.entry(sequence)
      else { throw Problem.notFound }
      return try exchange.json(await document(told, exchange, viewer))
    }
    routes.put("/api/v1/acts/{sequence}/mark", for: .members) { exchange in
      try exchange.json(RecordedDocument(try await exchange.record(.seen([try await exchange.knownAct().entry.sequence]))))
    }
    routes.delete("/api/v1/acts/{sequence}/mark", for: .members) { exchange in
      try exchange.json(RecordedDocument(try await exchange.record(.unseen([try await exchange.knownAct().entry.sequence]))))
    }
    routes.post("/api/v1/acts/{sequence}/undo", for: .members) { exchange in
      try exchange.json(Undone(sequences: try await exchange.undo().map(\.entry.sequence)))
    }
  }

  private static func document(_ told: ToldEntry, _ exchange: Exchange, _ viewer: Viewer) async -> ActDocument {
    let entry = told.entry
    let undoable = if let member = viewer.member { await exchange.site.service.canUndo(entry, by: member) } else { false }
    let (concerned, appeal, rewording) = await exchange.look(viewer) { scribe in
      var rewording: RewordingDocument?
      if let before = told.before, case .revised(let now, _) = entry.act {
        rewording = .init(before: scribe.sentence(before), after: scribe.sentence(now))
      }
      return (scribe.state.standing.concerned(by: entry).map(scribe.personDocument), scribe.appeal(against: entry), rewording)
    }
    return ActDocument(
      sequence: entry.sequence, kind: ActKind.of(entry.act).rawValue,
      author: PersonDocument(id: entry.author.rawValue, name: viewer.names.name(entry.author)), time: Times.iso(entry.time),
      words: told.words,
      path: entry.path, reason: told.reason, ground: entry.ground.map(GroundDocument.init), concerns: concerned, appeal: appeal,
      seenBy: told.seenBy.map { PersonDocument(id: $0.rawValue, name: viewer.names.name($0)) }, rewording: rewording,
      undone: told.isUndone, undoable: undoable)
  }
}
