import Hummingbird
import Ledger
import Lessons

/// One's own keys for programs.
enum TokensAPI {
  private struct Wish: Decodable {
    let name: Text
  }

  struct TokenDocument: Encodable {
    let id: String
    let name: String
    let created: String
    let lastUsed: String?
    /// Only in the answer that made it.
    var secret: String?

    init(_ token: APIToken) {
      id = token.id
      name = token.label
      created = Times.iso(token.created)
      lastUsed = token.lastUsed.map { Times.iso($0) }
    }
  }

  struct List: Encodable {
    let tokens: [TokenDocument]
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/tokens", for: .members) { exchange in
      let member = try exchange.member()
      let tokens = try await exchange.site.people.apiTokens(of: member.rawValue).filter { $0.revoked == nil }
      return try exchange.json(List(tokens: tokens.map(TokenDocument.init)))
    }
    routes.post("/api/v1/tokens", for: .members) { exchange in
      let member = try exchange.member()
      let wish = try await exchange.json(Wish.self)
      let name = try CheckedText.check(wish.name.text, "name", charactersMax: 60)
      let made = try await exchange.site.people.issueAPIToken(for: member.rawValue, label: name, now: exchange.site.clock())
      var document = TokenDocument(made.record)
      document.secret = made.token
      return try exchange.json(document, status: .created)
    }
    routes.delete("/api/v1/tokens/{id}", for: .members) { exchange in
      let member = try exchange.member()
      try await exchange.site.people.revokeAPIToken(id: try exchange.parameter("id"), of: member.rawValue, now: exchange.site.clock())
      return exchange.noContent()
    }
  }
}
