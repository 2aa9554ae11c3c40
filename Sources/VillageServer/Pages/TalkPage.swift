import Hummingbird
import Ledger
import Lessons
import VillageService

/// The conversation with the assistant.
struct TalkPage: Sendable {
  let turns: [TurnView]
  let starters: [Starter]
  /// Nil where there is nothing to choose.
  let standpoint: StandpointChoices?
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
    let standpoint = try Standpoint(query)
    let view = try await exchange.pointOfView(standpoint, viewer)
    let conversation = try await exchange.openConversation()
    let turns = if let conversation { try await exchange.site.service.turns(of: conversation) } else { [Turn]() }
    let hands = try await exchange.openHands()
    let draft = try query.optional("q")
    let census = exchange.site.census
    let page = await exchange.look(viewer) { scribe in
      let counted = census.census(of: scribe.state)
      let choices = scribe.choices(standpoint, view, counted, isAsking: true)
      return TalkPage(
        turns: turns.suffix(turnsMax).map { scribe.turn($0, asker: viewer.member, hands: hands, key: Exchange.newKey) },
        starters: scribe.starters(counted), standpoint: choices.isEmpty ? nil : choices,
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
    let standpoint = try Standpoint(form)
    let view = try await exchange.pointOfView(standpoint, viewer)
    let open = try await exchange.openConversation()
    let conversation = if let open { open } else { try await exchange.beginConversation() }
    let turn = try await exchange.site.service.talk(text, in: conversation, by: exchange.speaker, from: view)
    var response: Response
    if exchange.wantsFragment {
      let hands = try await exchange.openHands()
      let told = await exchange.look(viewer) { $0.turn(turn, asker: viewer.member, hands: hands, key: Exchange.newKey) }
      response = try exchange.fragment("turns", TurnsFragment(canTeach: viewer.canTeach, turns: [told]))
    } else {
      response = exchange.redirect(to: "/talk" + standpoint.query + "#turn-" + URLPath.encode(turn.id))
    }
    response.set(.conversation, conversation, seconds: Exchange.conversationSeconds, of: exchange)
    return response
  }
}
