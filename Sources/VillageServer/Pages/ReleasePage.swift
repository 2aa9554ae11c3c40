import Community
import Examination
import Hummingbird
import Lessons
import Mind
import VillageService

/// One release beside the village as it stands: which answers differ, and by which lessons.
struct ReleasePage: Sendable {
  struct Turned: Sendable {
    let question: String
    let path: String
    let then: String
    let now: String
    /// “passes now”, “passed then”; nil where both pass or both fail.
    let verdict: String?
  }

  struct Part: Sendable {
    let title: String
    let lines: [LessonLine]
    let more: String?
  }

  let name: String
  let note: String?
  let by: Person
  let when: When
  let isPublic: Bool
  let talk: String
  let tests: String?
  let turned: [Turned]
  let parts: [Part]
  let withdraw: String?
  let key: String

  static func addRoutes(to routes: Routes) {
    routes.get("/releases/{name}", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let name = try exchange.parameter("name")
      guard let comparison = await exchange.site.service.comparison(with: name) else { throw Problem(Refusal.unknownRelease(name)) }
      guard let page = await exchange.look(viewer, { $0.release(name, comparison) }) else {
        throw Problem(Refusal.unknownRelease(name))
      }
      return try await exchange.page("release", title: name, page, viewer)
    }
    routes.post("/releases/{name}/withdrawal") { exchange in
      let form = try await exchange.form()
      let name = try exchange.parameter("name")
      _ = try await exchange.record(.releaseWithdrawn(name, reason: try form.optional("reason") ?? ""), form)
      return exchange.redirect(to: "/releases", Flash("“\(name)” is no longer kept."))
    }
  }
}

extension Scribe {
  private static let linesMax = 50

  fileprivate func release(_ name: String, _ comparison: ReleaseComparison) -> ReleasePage? {
    guard let record = state.standing.releases.first(where: { $0.name == name }) else { return nil }
    let isPublic = state.standing.publicly?.release == name
    let mayWithdraw = !isPublic && (record.author == viewer.member || viewer.isFounder)
    return ReleasePage(
      name: name, note: record.release.note.isEmpty ? nil : record.release.note, by: person(record.author),
      when: viewer.when(record.time, .full), isPublic: isPublic, talk: "/talk?release=" + URLPath.encode(name),
      tests: comparison.tests == 0 ? nil : tests(comparison), turned: comparison.turned.prefix(Self.linesMax).map(turned),
      parts: [
        part("Taught since", comparison.added), part("Changed since", comparison.changed),
        part("Counting no more, which the release holds to", comparison.gone),
      ].compactMap(\.self), withdraw: mayWithdraw ? URLPath.release(name) + "/withdrawal" : nil, key: Exchange.newKey())
  }

  private func tests(_ comparison: ReleaseComparison) -> String {
    let all = Numbers.grouped(comparison.tests)
    return
      "Of today’s \(all) tests, the release passes \(Numbers.grouped(comparison.passedThen)), the village as it stands \(Numbers.grouped(comparison.passedNow))."
  }

  private func turned(_ turn: ReleaseComparison.Turn) -> ReleasePage.Turned {
    .init(
      question: turn.now.test.question, path: URLPath.lesson(turn.now.lesson), then: turn.then.said, now: turn.now.said,
      verdict: turn.then.passes == turn.now.passes ? nil : turn.now.passes ? "as it should be now" : "as it should be then")
  }

  private func part(_ title: String, _ lessons: [ID<Lesson>]) -> ReleasePage.Part? {
    guard !lessons.isEmpty else { return nil }
    let more = lessons.count - Self.linesMax
    return .init(
      title: title, lines: lessons.prefix(Self.linesMax).compactMap { line($0) },
      more: more > 0 ? "and \(Numbers.grouped(more)) more" : nil)
  }
}
