import Hummingbird
import Ledger
import Lessons
import VillageService

/// The conversation with the assistant.
struct TalkPage: Sendable {
  let turns: [TurnView]
  let starters: [Starter]
  let views: [Alternative]
  /// What the ask box carries along.
  let view: String?
  let asOf: String?
  let canTravel: Bool
  let canTeach: Bool
  let key: String
  let q: String?

  static func addRoutes(to routes: Routes) {
    routes.get("/talk", show)
    routes.post("/turns", ask)
    routes.post("/conversations") { exchange in
      _ = try await exchange.form()
      var response = exchange.redirect(to: "/talk")
      response.set(.conversation, "", seconds: 0, of: exchange)
      return response
    }
  }

  private static let turnsMax = 50

  private static func show(_ exchange: Exchange) async throws -> Response {
    let query = try exchange.query()
    let viewer = try await exchange.viewer()
    let isMine = viewer.seesOwn(choosing: try query.optional("view"))
    let asOf = try query.optional("asOf")
    if let asOf, Day(iso: asOf) == nil { throw Problem.invalid("asOf", "is no day such as 2026-03-01") }
    let conversation = try await exchange.openConversation()
    let turns = if let conversation { try await exchange.site.service.turns(of: conversation) } else { [Turn]() }
    let hands = try await exchange.openHands()
    let draft = try query.optional("q")
    let census = exchange.site.census
    let page = await exchange.look(viewer) { scribe in
      TalkPage(
        turns: turns.suffix(turnsMax).map { scribe.turn($0, asker: viewer.member, hands: hands, key: Exchange.newKey) },
        starters: scribe.starters(census.census(of: scribe.state)),
        views: !viewer.canTeach
          ? []
          : [
            Alternative(value: "village", name: "as the village", selected: !isMine),
            Alternative(value: "mine", name: "as I teach it", selected: isMine),
          ], view: isMine ? "mine" : viewer.role == .newcomer ? "village" : nil, asOf: asOf, canTravel: viewer.canTeach,
        canTeach: viewer.canTeach, key: Exchange.newKey(),
        q: draft)
    }
    return try await exchange.page("talk", title: "Talk", page, viewer)
  }

  private struct TurnsFragment {
    let canTeach: Bool
    let turns: [TurnView]
  }

  private static func ask(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    let text = try form.required("text", charactersMax: VillageService.utteranceLengthMax)
    let viewer = try await exchange.viewer()
    let chosen = try form.optional("view")
    let view = try exchange.pointOfView(mine: viewer.seesOwn(choosing: chosen), day: try form.optional("asOf"))
    let open = try await exchange.openConversation()
    let conversation = if let open { open } else { try await exchange.beginConversation() }
    let turn = try await exchange.site.service.talk(text, in: conversation, by: exchange.speaker, from: view)
    var response: Response
    if exchange.wantsFragment {
      let hands = try await exchange.openHands()
      let told = await exchange.look(viewer) { $0.turn(turn, asker: viewer.member, hands: hands, key: Exchange.newKey) }
      response = try exchange.fragment("turns", TurnsFragment(canTeach: viewer.canTeach, turns: [told]))
    } else {
      var path = "/talk"
      if let chosen, viewer.canTeach { path += "?view=\(chosen == "mine" ? "mine" : "village")" }
      response = exchange.redirect(to: path + "#turn-" + URLPath.encode(turn.id))
    }
    response.set(.conversation, conversation, seconds: Exchange.conversationSeconds, of: exchange)
    return response
  }
}
