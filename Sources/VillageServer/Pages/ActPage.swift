import Community
import Hummingbird
import Lessons
import Mind
import VillageService

/// One act: who did what and why, what colleagues think of it, and how to object.
struct ActPage: Sendable {
  let act: HistoryPage.ActLine
  /// Whom it was about, where it was about someone.
  let about: Person?
  let opinions: OpinionsView
  let comments: [LessonPage.CommentView]
  let canComment: Bool
  let path: String
  let key: String
  /// Whether the viewer is the one it concerns, and so may appeal.
  let concernsMe: Bool

  static func addRoutes(to routes: Routes) {
    routes.get("/acts/{sequence}", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let told = try await exchange.knownAct()
      let line = try await HistoryPage.line(told, exchange, viewer)
      let page = await exchange.look(viewer) { $0.act(told.entry, line) }
      return try await exchange.page("act", title: "An act", page, viewer)
    }
    routes.post("/acts/{sequence}/comments", for: .members) { exchange in
      let form = try await exchange.form()
      let sequence = try await exchange.knownAct().entry.sequence
      _ = try await exchange.comment(on: .act(sequence), try form.required("text"), form)
      return exchange.redirect(to: URLPath.act(sequence) + "#comments")
    }
  }
}

extension Exchange {
  func knownAct() async throws -> ToldEntry {
    guard let sequence = Int(try parameter("sequence")), sequence > 0, let told = try await site.service.entry(sequence) else {
      throw Problem.notFound
    }
    return told
  }
}

extension Scribe {
  func act(_ entry: Entry, _ line: HistoryPage.ActLine) -> ActPage {
    let topic = Topic.act(entry.sequence)
    let concerned = state.standing.concerned(by: entry)
    return ActPage(
      act: line, about: concerned.map(person), opinions: opinions(on: topic, back: URLPath.act(entry.sequence), byAuthor: entry.author),
      comments: comments(on: topic), canComment: viewer.canTeach, path: URLPath.act(entry.sequence), key: Exchange.newKey(),
      concernsMe: concerned != nil && concerned == viewer.member)
  }
}
