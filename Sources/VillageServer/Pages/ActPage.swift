import Community
import Hummingbird
import Lessons
import Mind
import VillageService

/// One act: who did what and why, what colleagues think of it, and how to object.
struct ActPage: Sendable {
  let act: HistoryPage.ActLine
  /// Whom it was about, where it was about someone.
  let about: [Person]
  let opinions: OpinionsView
  let comments: [LessonPage.CommentView]
  let canComment: Bool
  let path: String
  let key: String
  /// Whether the viewer is one it concerns, and nobody has appealed yet.
  let concernsMe: Bool
  /// How an appeal against it stands; nil where nobody whom it concerns disputes it.
  let appeal: String?

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
    let appeal = appeal(against: entry)
    return ActPage(
      act: line, about: concerned.prefix(Self.peopleMax).map(person),
      opinions: opinions(on: topic, back: URLPath.act(entry.sequence), byAuthor: entry.author),
      comments: comments(on: topic), canComment: viewer.canTeach, path: URLPath.act(entry.sequence), key: Exchange.newKey(),
      concernsMe: appeal == nil && viewer.member.map(concerned.contains) ?? false, appeal: appeal)
  }

  private static let peopleMax = 12

  /// What became of the appeal of somebody whom an act concerns.
  func appeal(against entry: Entry) -> String? {
    let held = state.standing.opinions(on: .act(entry.sequence))
    guard state.standing.concerned(by: entry).contains(where: { held[$0]?.stance == .dispute }) else { return nil }
    if state.standing.isReverted(entry) { return "An appeal was made, and the act was taken back." }
    guard state.standing.isAnswered(entry) else { return "An appeal is open: every founder but the one who did it is asked to look again." }
    let founders = held.filter { state.standing.role(of: $0.key) == .founder && $0.key != entry.author }
    let disputing = founders.values.count { $0.stance == .dispute }
    return disputing > 0
      ? "An appeal was made; \(Numbers.counted(disputing, "founder disputes", "founders dispute")) the act, too."
      : "An appeal was made; a founder looked again and holds that the act was right."
  }
}
