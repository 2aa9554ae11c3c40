import Ledger
import Dialogue
import Examination
import Community
import Hummingbird
import Lessons
import VillageService

/// One question and its answer, with what may be corrected there.
struct TurnPage: Sendable {
  let turn: TurnView
  let canTeach: Bool
  /// To whom the answer is owed; empty for who is not a member, and where it rests on no lesson.
  let credits: [CreditLine]

  struct CreditLine: Sendable {
    let by: Person
    let percent: Int
    let lessons: String
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/turns/{id}", show)
    routes.post("/turns/{id}/correction", correct)
    routes.post("/turns/{id}/test", keepAsTest)
  }

  private static func show(_ exchange: Exchange) async throws -> Response {
    let turn = try await exchange.ownTurn()
    let viewer = try await exchange.viewer()
    let hands = try await exchange.openHands()
    let credit = viewer.role == nil ? nil : await exchange.site.service.credit(for: turn.utterance, from: turn.view)
    let page = await exchange.look(viewer) { scribe in
      TurnPage(
        turn: scribe.turn(turn, asker: viewer.member, hands: hands, key: Exchange.newKey), canTeach: viewer.canTeach,
        credits: (credit?.shares ?? []).map {
          .init(
            by: scribe.person($0.member), percent: Int(($0.share * 100).rounded()),
            lessons: Numbers.counted($0.lessons.count, "lesson", "lessons"))
        })
    }
    return try await exchange.page("turn-page", title: "A question", page, viewer)
  }

  private static func keepAsTest(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    let member = try exchange.member()
    let turn = try await exchange.ownTurn()
    let recorded = try await exchange.site.service.keepAsTest(turn, by: member, request: try exchange.requestKey(form))
    return exchange.redirect(
      to: "/talk#turn-" + URLPath.encode(turn.id),
      Flash("Kept as a test: Questions tells when a lesson changes this answer.", undo: URLPath.undo(recorded.entry.sequence)))
  }

  /// Shows what a correction would teach, for its author to confirm.
  private static func correct(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    _ = try exchange.member()
    let turn = try await exchange.ownTurn()
    let text = try correction(of: turn, form)
    let viewer = try await exchange.memberViewer()
    let results = try await exchange.results(confirming: text, viewer)
    if exchange.wantsFragment { return try exchange.fragment("results", ResultsFragment(results: results)) }
    return try await exchange.teachPage(viewer, results: results)
  }

  private static func correction(of turn: Turn, _ form: Form) throws(Problem) -> String {
    if let text = try form.optional("text") { return text }
    switch try form.required("what") {
    case "fact":
      if let right = try form.optional("right") { return right }
      let lesson = try form.optional("lesson")
      return turn.remedies.first { $0.kind == .fact && (lesson == nil || $0.lesson?.rawValue == lesson) }?.form ?? ""
    case "understanding":
      if let other = try form.optional("other") {
        return "When people ask \"\(turn.utterance.replacing("\"", with: "'"))\", they are asking \(other)."
      }
      return try form.required("meaning")
    case "wording":
      let wording = try form.required("wording")
      return "When people ask \"\(turn.utterance.replacing("\"", with: "'"))\", say \"\(wording.replacing("\"", with: "'"))\"."
    default: throw .invalid("what", "is none of: fact, understanding, wording")
    }
  }
}

extension Exchange {
  /// The turn that the path names, if it is of the caller's own conversation: what people ask is private.
  func ownTurn() async throws -> Turn {
    let id = try parameter("id")
    guard let dot = id.lastIndex(of: "."), let number = Int(id[id.index(after: dot)...]),
      let conversation = try await ownConversation(String(id[..<dot])),
      let turn = try await site.service.turns(of: conversation.id).first(where: { $0.number == number })
    else { throw Problem.notFound }
    return turn
  }
}
