import Hummingbird
import Ledger
import VillageService

/// What one said oneself, to read again and to erase.
enum ConversationsAPI {
  struct List: Encodable {
    struct Item: Encodable {
      let id: String
      let started: String
      let lastActive: String
      let consent: Bool
    }

    let conversations: [Item]
  }

  struct ConversationDocument: Encodable, Sendable {
    let id: String
    let turns: [TurnDocument]
  }

  struct Erased: Encodable {
    let erased: Int
  }

  private static let listMax = 200

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/conversations") { exchange in
      let own = try await exchange.site.people.conversations(by: exchange.speaker, limit: listMax)
      return try exchange.json(
        List(
          conversations: own.map {
            .init(id: $0.id, started: Times.iso($0.started), lastActive: Times.iso($0.lastActive), consent: $0.consent)
          }))
    }
    routes.delete("/api/v1/conversations") { exchange in
      try exchange.json(Erased(erased: try await exchange.site.people.eraseConversations(by: exchange.speaker)))
    }
    routes.get("/api/v1/conversations/{id}") { exchange in
      let id = try await known(exchange)
      let turns = try await exchange.site.service.turns(of: id)
      let viewer = try await exchange.viewer()
      return try exchange.json(await exchange.look(viewer) { scribe in ConversationDocument(id: id, turns: turns.map(scribe.document)) })
    }
    routes.delete("/api/v1/conversations/{id}") { exchange in
      try await exchange.site.people.eraseConversation(id: try await known(exchange))
      return exchange.noContent()
    }
  }

  private static func known(_ exchange: Exchange) async throws -> String {
    let id = try exchange.parameter("id")
    guard let own = try await exchange.ownConversation(id) else { throw Problem(PrivateStoreError.unknownConversation(id)) }
    return own.id
  }
}
