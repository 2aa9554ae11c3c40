import Mind
import VillageService
import Community
import HTTPTypes
import Hummingbird
import Ledger
import Lessons

/// Signing in and out, and who one is.
enum SessionAPI {
  private struct SignIn: Decodable {
    let login: Text
    /// Taken as it is: blanks at its ends belong to a password.
    let password: String
  }

  struct SessionDocument: Encodable {
    struct Me: Encodable {
      let id: String
      let name: String
      let role: String
      let group: String?
      let about: String?
    }

    let signedIn: Bool
    let member: Me?
    let csrf: String
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/session") { exchange in
      var document = SessionDocument(signedIn: false, member: nil, csrf: exchange.caller.csrf)
      if let member = exchange.caller.member { document = try await describe(member, csrf: exchange.caller.csrf, exchange) }
      return try exchange.json(document)
    }
    routes.post("/api/v1/sessions") { exchange in
      let given = try await exchange.json(SignIn.self)
      let account = try await exchange.signIn(login: given.login.text, password: given.password)
      let member = ID<Member>(account.member)
      var response = try exchange.json(try await describe(member, csrf: "", exchange), status: .created)
      try await exchange.openSession(of: member, in: &response)
      return response
    }
    routes.delete("/api/v1/session", for: .members) { exchange in
      _ = try exchange.member()
      var response = exchange.noContent()
      try await exchange.closeSession(in: &response)
      return response
    }
  }

  private static func describe(_ member: ID<Member>, csrf: String, _ exchange: Exchange) async throws -> SessionDocument {
    let account = try await exchange.site.people.account(member: member.rawValue)
    let record = await exchange.site.service.look { $0.standing.members[member] }
    return SessionDocument(
      signedIn: true,
      member: .init(
        id: member.rawValue, name: account?.name ?? Names.former, role: record?.role.rawValue ?? "visitor", group: record?.groups.min(),
        about: account?.credentials), csrf: csrf)
  }
}
