import Community
import Dialogue
import Hummingbird
import Lessons
import Mind
import TeachingLanguage
import VillageService

/// How one question was understood, and what may be taught there so that the next is understood better.
struct HearingPage: Sendable {
  let hearing: HearingView
  let turnPath: String
  let kinds: [Alternative]
  let canTeach: Bool
  let key: String

  static func addRoutes(to routes: Routes) {
    routes.get("/turns/{id}/understanding", show)
    routes.post("/turns/{id}/meaning") { exchange in
      let form = try await exchange.form()
      let turn = try await exchange.ownTurn()
      let kind = try await exchange.kind(try form.required("kind"))
      return try await exchange.teach(
        .example(Example(turn.utterance.replacing("\"", with: "'"), asks: kind)), form, "I know that wording now.", turn)
    }
    routes.post("/turns/{id}/word") { exchange in
      let form = try await exchange.form()
      let turn = try await exchange.ownTurn()
      let word = try form.required("word", charactersMax: 60).replacing("\"", with: "'")
      guard let other = try form.optional("other", charactersMax: 60) else {
        return try await exchange.teach(.stopWord(word), form, "“\(word)” does not matter any more.", turn)
      }
      let names = try [word, other].map { try Concept(parsing: $0) }
      return try await exchange.teach(
        .name(Naming(names[0], names[1], kind: .same)), form, "“\(word)” and “\(names[1].label)” mean the same now.", turn)
    }
    routes.post("/lessons/{id}/move", move)
  }

  private static func show(_ exchange: Exchange) async throws -> Response {
    let turn = try await exchange.ownTurn()
    let viewer = try await exchange.viewer()
    let hearing = await exchange.site.service.hearing(of: turn.utterance, from: turn.view)
    let census = exchange.site.census
    let page = await exchange.look(viewer) { scribe in
      let chosen = hearing.alternatives.first?.question
      return HearingPage(
        hearing: scribe.view(hearing), turnPath: "/turns/" + URLPath.encode(turn.id),
        kinds: census.census(of: scribe.state).kinds.map {
          Alternative(value: HandID.of($0.question.key), name: $0.question.label, selected: $0.question == chosen)
        },
        canTeach: viewer.canTeach, key: Exchange.newKey())
    }
    return try await exchange.page("hearing", title: "How I understood it", page, viewer)
  }

  /// A taught sentence asks something else: one's own is put right, a colleague's is taught beside it, for people to settle.
  private static func move(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    let id = try exchange.id("id", of: Lesson.self)
    let member = try exchange.member()
    let kind = try await exchange.kind(try form.required("kind"))
    let record = await exchange.site.service.look { $0.standing.lessons[id] }
    guard let record, case .example(let example) = record.lesson.teaching else { throw Problem(Refusal.unknownLesson(id)) }
    let moved = Teaching.example(Example(example.utterance, asks: kind))
    let isMine = record.author == member
    let said = isMine ? "That sentence moved." : "You see it otherwise: it is put to your colleagues."
    guard isMine else { return try await exchange.teach(moved, form, said, nil) }
    let recorded = try await exchange.record(
      .revised(Lesson(id: id, moved, record.lesson.qualifiers), after: record.revisions.count), form)
    return exchange.redirect(to: exchange.cameFrom(or: URLPath.lesson(id)), Flash(said, undo: URLPath.undo(recorded.entry.sequence)))
  }
}

extension Exchange {
  /// The kind of question with this name in addresses.
  func kind(_ id: String) async throws -> Concept {
    let census = site.census
    let kind = await site.service.look { state in census.census(of: state).kinds.first { HandID.of($0.question.key) == id }?.question }
    guard let kind else { throw Problem.notFound }
    return kind
  }

  /// Teaches one thing that a button says, and shows again where it was pressed.
  fileprivate func teach(_ teaching: Teaching, _ form: Form, _ said: String, _ turn: Turn?) async throws -> Response {
    let words = await look(try await memberViewer()) { $0.sayer.say(teaching) }
    let recorded = try await record(.taught([Lesson(id: ID(site.service.newID()), teaching, words: words)]), form)
    let path = turn.map { "/turns/\(URLPath.encode($0.id))/understanding" } ?? cameFrom(or: "/questions#kinds")
    return redirect(to: path, Flash(said, undo: URLPath.undo(recorded.entry.sequence)))
  }
}
