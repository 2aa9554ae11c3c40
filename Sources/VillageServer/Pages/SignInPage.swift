import Community
import VillageService
import Mind
import HTTPTypes
import Hummingbird
import Ledger
import Lessons

struct SignInPage: Sendable {
  let login: String?
  let problem: String?
  let next: String?

  static func addRoutes(to routes: Routes) {
    routes.get("/sign-in") { exchange in
      let next = try exchange.query().optional("next").flatMap { URLPath.isLocal($0) ? $0 : nil }
      if exchange.caller.member != nil { return exchange.redirect(to: next ?? "/") }
      return try await exchange.page("sign-in", title: "Sign in", SignInPage(login: nil, problem: nil, next: next))
    }
    routes.post("/sign-in") { exchange in
      let form = try await exchange.form()
      let next = form.raw("next").flatMap { URLPath.isLocal($0) ? $0 : nil }
      let login = form.raw("login") ?? ""
      do {
        let account = try await exchange.signIn(login: login, password: form.raw("password") ?? "")
        var response = exchange.redirect(to: next ?? "/")
        try await exchange.openSession(of: ID(account.member), in: &response)
        return response
      } catch let error as PrivateStoreError {
        let problem = Problem(error)
        let shown = SignInPage(login: login, problem: "\(problem.detail) \(problem.hint)", next: next)
        var response = try await exchange.page(
          "sign-in", title: "Sign in", shown, status: problem.status == .unauthorized ? .forbidden : problem.status)
        response.headers[.retryAfter] = problem.headers[.retryAfter]
        return response
      }
    }
    routes.post("/sign-out") { exchange in
      _ = try await exchange.form()
      var response = exchange.redirect(to: "/")
      try await exchange.closeSession(in: &response)
      return response
    }
    routes.post("/preferences") { exchange in
      let form = try await exchange.form()
      guard let theme = try form.choice("theme", Theme.self) else { throw Problem.missing("theme") }
      var response = exchange.redirect(to: exchange.cameFrom(or: "/"))
      response.set(.theme, theme == .system ? "" : theme.rawValue, seconds: theme == .system ? 0 : 365 * 86_400, of: exchange)
      return response
    }
  }
}

extension Exchange {
  private static let sessionSeconds = 30 * 86_400

  /// Whose name and password these are; waits, and makes guessers wait, as the account store says.
  func signIn(login: String, password: String) async throws -> Account {
    let account = try await site.people.signIn(
      login: login, password: password, address: SignInAddress.of(context.address(of: request, site.configuration)), now: site.clock())
    try await completeJoining(account)
    return account
  }

  /// Where the account was made and then the power failed, the ledger has no word of the member yet: it is written now.
  private func completeJoining(_ account: Account) async throws {
    let member = ID<Member>(account.member)
    guard await site.service.look({ $0.standing.members[member] == nil }) else { return }
    if let invitation = try await site.people.invitations().first(where: { $0.usedBy == account.member }) {
      try await recordJoining(member, invitation)
    }
  }

  func openSession(of member: ID<Member>, in response: inout Response) async throws {
    if case .session(let old) = caller.door { try await site.people.closeSession(token: old) }
    let opened = try await site.people.openSession(for: .member(member.rawValue), now: site.clock())
    response.set(.session, opened.token, seconds: Self.sessionSeconds, of: self)
    response.set(.conversation, "", seconds: 0, of: self)
  }

  func closeSession(in response: inout Response) async throws {
    if case .session(let token) = caller.door { try await site.people.closeSession(token: token) }
    response.set(.session, "", seconds: 0, of: self)
    response.set(.conversation, "", seconds: 0, of: self)
  }
}

/// The part of an address that one person has: all of an IPv4 address, the network half of an IPv6 one.
enum SignInAddress {
  static func of(_ address: String) -> String {
    guard address.contains(":") else { return address }
    let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    var groups = halves[0].split(separator: ":")
    let rest = halves.count > 1 ? halves[1].split(separator: ":") : []
    while groups.count + rest.count < 8, halves.count > 1 { groups.append("0") }
    return (groups + rest).prefix(4).joined(separator: ":") + "::/64"
  }
}
