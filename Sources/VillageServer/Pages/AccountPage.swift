import Hummingbird
import Ledger
import Lessons

/// One's own name, password and keys.
struct AccountPage: Sendable {
  struct Mine: Sendable {
    let name: String
    let login: String
    let about: String?
    let role: String
  }

  struct Key: Sendable {
    let id: String
    let name: String
    let when: When
    let used: String?
    let path: String
  }

  struct NewKey: Sendable {
    let name: String
    let secret: String
  }

  let account: Mine
  let tokens: [Key]
  let token: NewKey?
  let problem: String?

  static func addRoutes(to routes: Routes) {
    routes.get("/account", for: .members) { exchange in try await exchange.accountPage() }
    routes.post("/account/profile") { exchange in
      let form = try await exchange.form()
      let member = try exchange.member()
      return try await exchange.tryingOnAccount {
        _ = try await exchange.site.people.changeProfile(
          of: member.rawValue, name: try form.required("name", charactersMax: 100),
          credentials: try form.optional("about", charactersMax: 300),
          locale: "en")
        return exchange.redirect(to: "/account", Flash("Your name was changed."))
      }
    }
    routes.post("/account/password") { exchange in
      let form = try await exchange.form()
      return try await exchange.tryingOnAccount {
        try await exchange.checkOwnPassword(form.raw("current") ?? "")
        try await exchange.changePassword(to: form.raw("password") ?? "")
        return exchange.redirect(to: "/account", Flash("Your password was changed; you are signed out everywhere else."))
      }
    }
    routes.post("/account/tokens") { exchange in
      let form = try await exchange.form()
      let member = try exchange.member()
      let name = try form.required("name", charactersMax: 60)
      let made = try await exchange.site.people.issueAPIToken(for: member.rawValue, label: name, now: exchange.site.clock())
      return try await exchange.accountPage(token: NewKey(name: name, secret: made.token))
    }
    routes.post("/account/tokens/{id}/revocation") { exchange in
      _ = try await exchange.form()
      let id = try exchange.parameter("id")
      try await exchange.site.people.revokeAPIToken(id: id, of: try exchange.member().rawValue, now: exchange.site.clock())
      return exchange.redirect(to: "/account", Flash("That key works no more."))
    }
    routes.post("/account/erasure") { exchange in
      let form = try await exchange.form()
      let member = try exchange.member()
      guard form.raw("sure") == "yes" else { throw Problem.missing("sure") }
      return try await exchange.tryingOnAccount {
        try await exchange.checkOwnPassword(form.raw("password") ?? "")
        try await exchange.eraseName(of: member)
        var response = exchange.redirect(to: "/", Flash("Your name is gone. Thank you for what you taught."))
        try await exchange.closeSession(in: &response)
        return response
      }
    }
  }
}

extension Exchange {
  fileprivate func accountPage(token: AccountPage.NewKey? = nil, problem: Problem? = nil) async throws -> Response {
    let member = try member()
    let viewer = try await viewer()
    let keys = try await site.people.apiTokens(of: member.rawValue).filter { $0.revoked == nil }
    let account = viewer.names.account(member)
    let page = AccountPage(
      account: .init(
        name: viewer.names.name(member), login: account?.login ?? "the founder’s link", about: account?.credentials,
        role: viewer.role?.rawValue ?? "visitor"),
      tokens: keys.map { key in
        .init(
          id: key.id, name: key.label, when: viewer.when(key.created),
          used: key.lastUsed.map { "last used \(viewer.when($0).words)" }, path: "/account/tokens/\(key.id)/revocation")
      }, token: token, problem: problem.map { "\($0.detail) \($0.hint)" })
    return try await self.page("account", title: "Your account", page, viewer, status: problem?.status ?? .ok)
  }

  /// Shows what went wrong on the page itself, where the person can put it right.
  fileprivate func tryingOnAccount(_ body: () async throws -> Response) async throws -> Response {
    do {
      return try await body()
    } catch {
      let problem = Problem(error)
      guard (400..<500).contains(problem.status.code) else { throw problem }
      var response = try await accountPage(problem: problem)
      // 401 is for those who did not sign in; here only the password was wrong.
      if response.status == .unauthorized { response.status = .forbidden }
      return response
    }
  }

  /// Checks the caller's own password with the same patience as a sign-in. One who came by a link has none.
  func checkOwnPassword(_ password: String) async throws {
    let member = try member()
    guard let login = try await site.people.account(member: member.rawValue)?.login else { return }
    let account = try await site.people.signIn(
      login: login, password: password, address: SignInAddress.of(context.address(of: request, site.configuration)), now: site.clock())
    guard account.member == member.rawValue else { throw PrivateStoreError.wrongLoginOrPassword }
  }

  func changePassword(to password: String) async throws {
    guard password.count >= Self.passwordCharactersMin else {
      throw PrivateStoreError.passwordTooShort(charactersMin: Self.passwordCharactersMin)
    }
    let session: String? = if case .session(let token) = caller.door { token } else { nil }
    let member = try member()
    // Who came by a link has no name to sign in with yet; the id is one that nobody else has.
    let login = try await site.people.account(member: member.rawValue)?.login == nil ? member.rawValue : nil
    try await site.people.changePassword(of: member.rawValue, to: password, login: login, keeping: session)
  }
}
