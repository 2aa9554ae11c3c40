import Mind
import Community
import Hummingbird
import Lessons
import Reasoning
import VillageService

/// One lesson: what it says, what it said before, what colleagues say of it, and what may be done about it.
struct LessonPage: Sendable {
  struct RevisionView: Sendable {
    let number: Int
    let sentence: String
    let by: Person
    let when: When
    let why: String?
    let current: Bool
  }

  struct CommentView: Sendable {
    let by: Person
    let when: When
    let text: String
  }

  struct Clash: Sendable {
    let by: Person
    let when: When
    let theirs: String
    let yours: String
  }

  let lesson: LessonLine
  let said: String?
  let revisions: [RevisionView]
  let seen: Int
  let key: String
  let text: String
  let clash: Clash?
  /// What is held because of it; nil where nothing is, or it does not count.
  let leans: EffectsView?
  let comments: [CommentView]
  let opinions: OpinionsView
  let credence: CredenceView?
  let deliberation: DeliberationView?
  let hasDeliberation: Bool
  /// The reversal by which it is gone.
  let reverted: Link?

  static func addRoutes(to routes: Routes) {
    routes.get("/lessons/{id}") { exchange in try await exchange.lessonPage(exchange.id("id")) }
    routes.post("/lessons/{id}/revisions", revise)
    routes.post("/lessons/{id}/retraction") { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Lesson.self)
      let reason = try form.optional("why") ?? form.optional("evidence") ?? ""
      let recorded = try await exchange.record(.retracted(id, reason: reason), form)
      return try exchange.done(
        Flash("That lesson was taken back.", undo: URLPath.undo(recorded.entry.sequence)), showing: URLPath.lesson(id))
    }
    routes.post("/lessons/{id}/review") { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Lesson.self)
      let reason = try form.optional("reason") ?? ""
      let isAccepted = try form.required("decision") == "accept"
      _ = try await exchange.record(isAccepted ? .accepted(id, reason: reason) : .declined(id, reason: reason), form)
      return exchange.redirect(
        to: "/questions#review", Flash(isAccepted ? "The lesson counts for everyone now." : "The lesson was declined; its author sees why.")
      )
    }
    routes.post("/lessons/{id}/comments") { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Lesson.self)
      _ = try await exchange.comment(on: .lesson(id), try form.required("text"), form)
      return exchange.redirect(to: URLPath.lesson(id) + "#comments")
    }
    routes.post("/lessons/{id}/challenge", challenge)
  }

  private static func revise(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    let id = try exchange.id("id", of: Lesson.self)
    let text = try form.required("text")
    do {
      let member = try exchange.member()
      guard let seen = try form.number("seen", in: 1...1_000_000) else { throw Problem.missing("seen") }
      let recorded = try await exchange.site.service.revise(id, to: text, seen: seen, by: member, request: try exchange.requestKey(form))
      return exchange.redirect(to: URLPath.lesson(id), Flash("The lesson was changed.", undo: URLPath.undo(recorded.entry.sequence)))
    } catch Refusal.revisedMeanwhile {
      return try await exchange.lessonPage(id, losing: text)
    } catch {
      throw Problem(error).keeping(text)
    }
  }

  /// What one holds instead is taught, and why goes to the discussion.
  private static func challenge(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    let id = try exchange.id("id", of: Lesson.self)
    let member = try exchange.member()
    let why = try form.required("why")
    let instead = try form.optional("text")
    let key = try exchange.requestKey(form)
    let viewer = try await exchange.memberViewer()
    guard await exchange.site.service.look({ $0.standing.lessons[id] != nil }) else { throw Problem(Refusal.unknownLesson(id)) }
    _ = try await exchange.comment(on: .lesson(id), why, form)
    guard let instead else { return exchange.redirect(to: URLPath.lesson(id) + "#comments", Flash("Your colleagues will see it.")) }
    let taught = try await exchange.site.service.teach(instead, by: member, request: key.map { "\($0)-instead" })
    for case .recorded(_, _, _, _, let disagreements) in taught.map(\.outcome) {
      if let first = disagreements.first {
        return exchange.redirect(to: URLPath.disagreement(first), Flash("Both sentences stand side by side until it is settled."))
      }
    }
    let results = await exchange.look(viewer) { $0.results(taught) }
    return try await exchange.teachPage(viewer, results: results)
  }
}

extension Exchange {
  /// Records an act of the caller, once for each key.
  ///
  /// - Parameter ground: the rule that it rests on; of a form, what its fields say.
  /// - Throws: `Refusal.ruleMissing` where it takes something from somebody else and rests on none.
  func record(_ act: Act, _ form: Form? = nil, on ground: Ground? = nil) async throws -> Recorded {
    let member = try member()
    let ground = try ground ?? (act.takesGround ? form?.ground() : nil)
    if ground == nil {
      let isNeeded = try await site.service.look { state in
        // Who may not do it at all is told that first.
        guard state.standing.needsGround(act, by: member) else { return false }
        try state.standing.validate(act, by: member)
        return true
      }
      if isNeeded { throw Problem(Refusal.ruleMissing) }
    }
    return try await site.service.record(act, on: ground, by: member, request: try requestKey(form))
  }

  func comment(on topic: Topic, _ text: String, _ form: Form? = nil) async throws -> Recorded {
    try await record(.commented(ID(site.service.newID()), on: topic, text: text), form)
  }

  /// - Parameter losing: what the viewer wrote while someone else changed the lesson: shown beside what is held now.
  func lessonPage(_ id: ID<Lesson>, losing yours: String? = nil) async throws -> Response {
    let viewer = try await viewer()
    // Strangers are not told: it asks many questions anew.
    let effects = if let member = viewer.member { await site.service.effects(of: id, for: member) } else { nil as Effects? }
    let page = await look(viewer) { $0.lesson(id, losing: yours, effects: effects) }
    guard let page else { throw Problem(Refusal.unknownLesson(id)) }
    return try await self.page("lesson", title: "A lesson", page, viewer, status: yours == nil ? .ok : .conflict)
  }
}

extension Scribe {
  func lesson(_ id: ID<Lesson>, losing yours: String?, effects: Effects?) -> LessonPage? {
    let struck = viewer.role == nil ? nil : state.standing.struck[id]
    guard let record = state.standing.lessons[id] ?? struck, mayBeSeen(record) else { return nil }
    let line = line(id, record)
    let current = record.current
    let written = record.lesson.words
    return LessonPage(
      lesson: line, said: written.isEmpty || written == line.sentence ? nil : written, revisions: revisions(record),
      seen: record.revisions.count, key: Exchange.newKey(), text: yours ?? (written.isEmpty ? line.sentence : written),
      clash: yours.map { .init(by: person(current.author), when: viewer.when(current.time, .full), theirs: line.sentence, yours: $0) },
      leans: effects.flatMap { $0.isEmpty ? nil : held($0) }, comments: comments(on: .lesson(id)),
      opinions: opinions(on: .lesson(id), back: URLPath.lesson(id) + "#opinions", byAuthor: record.author),
      credence: viewer.role == nil ? nil : credence(of: id),
      deliberation: viewer.role == nil ? nil : deliberation(on: id),
      hasDeliberation: viewer.role != nil && state.standing.deliberation(on: id) != nil, reverted: reverted(id))
  }

  private func reverted(_ id: ID<Lesson>) -> Link? {
    guard let record = state.standing.struck[id], state.standing.lessons[id] == nil else { return nil }
    let reversal = state.standing.reversals.last { !$0.isWithdrawn && ($0.reversal.first...$0.reversal.last).contains(record.taughtIn) }
    return reversal.map { Link(path: URLPath.act($0.sequence), words: $0.reversal.reason) }
  }

  private func revisions(_ record: LessonRecord) -> [LessonPage.RevisionView] {
    record.revisions.enumerated().map { index, revision in
      let isCurrent = index == record.revisions.count - 1
      return .init(
        number: index + 1, sentence: sentence(revision.lesson), by: person(revision.author), when: viewer.when(revision.time, .full),
        why: isCurrent && !record.reason.isEmpty ? record.reason : nil, current: isCurrent && record.isStanding)
    }.reversed()
  }

  func comments(on topic: Topic) -> [LessonPage.CommentView] {
    (state.standing.commentsByTopic[topic] ?? []).compactMap { state.standing.comments[$0] }.filter { !$0.isWithdrawn }.map {
      .init(by: person($0.author), when: viewer.when($0.time, .full), text: $0.text)
    }
  }
}
