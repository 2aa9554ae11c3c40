import Mind
import VillageService
import Community
import Hummingbird
import Ledger
import Lessons

/// Where someone who was given a link joins. The founder's first link signs them in at once.
struct InvitationPage: Sendable {
  struct Shown: Sendable {
    let by: Person?
    let role: String
    let group: String?
    let words: String
  }

  let token: String
  let invitation: Shown
  let name: String?
  let login: String?
  let about: String?
  let problem: String?

  static func addRoutes(to routes: Routes) {
    routes.get("/invitations/{token}") { exchange in
      let token = try exchange.parameter("token")
      let invitation = try await exchange.site.people.invitation(token: token, now: exchange.site.clock())
      // Only who opens the link uses it up; a look at its head does not.
      if exchange.request.method == .get, let founder = await exchange.founder(of: invitation), try await exchange.hasAccount(founder) {
        _ = try await exchange.site.people.useInvitation(token: token, by: founder.rawValue, now: exchange.site.clock())
        var response = exchange.redirect(to: "/", Flash("Welcome. You are signed in as the founder of this village."))
        try await exchange.openSession(of: founder, in: &response)
        return response
      }
      return try await exchange.invitationPage(token, invitation)
    }
    routes.post("/invitations/{token}", join)
  }

  private static func join(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    let token = try exchange.parameter("token")
    let invitation = try await exchange.site.people.invitation(token: token, now: exchange.site.clock())
    do {
      let new = NewAccount(
        member: exchange.site.service.newID(length: 12), name: try form.required("name", charactersMax: 100),
        login: try form.required("login", charactersMax: 100), password: form.raw("password") ?? "",
        credentials: try form.optional("about", charactersMax: 300))
      let member = try await exchange.join(token, as: new)
      var response = exchange.redirect(to: "/", Flash("Welcome, \(new.name)."))
      try await exchange.openSession(of: member, in: &response)
      return response
    } catch {
      let problem = Problem(error)
      guard problem.status.code < 500, problem.name == "taken" || problem.name == "invalid" || problem.name == "missing" else {
        throw problem
      }
      return try await exchange.invitationPage(token, invitation, form, problem)
    }
  }
}

extension Exchange {
  static let passwordCharactersMin = 10

  /// The founder whom an invitation by nobody is for: whoever holds the village's machine made it.
  fileprivate func founder(of invitation: Invitation) async -> ID<Member>? {
    guard invitation.role == Role.founder.rawValue, invitation.invitedBy == nil else { return nil }
    return await site.service.look { state in
      state.standing.members.filter { $0.value.role == .founder }.min { ($0.value.joined, $0.key) < ($1.value.joined, $1.key) }?.key
    }
  }

  fileprivate func hasAccount(_ member: ID<Member>) async throws -> Bool {
    try await site.people.account(member: member.rawValue) != nil
  }

  /// Makes the account and then the member. If the power fails between the two, the next sign-in completes it.
  func join(_ token: String, as new: NewAccount) async throws -> ID<Member> {
    guard let password = new.password, password.count >= Self.passwordCharactersMin else {
      throw PrivateStoreError.passwordTooShort(charactersMin: Self.passwordCharactersMin)
    }
    var new = new
    let founder = await founder(of: try await site.people.invitation(token: token, now: site.clock()))
    if let founder { new.member = founder.rawValue }
    let (account, invitation) = try await site.people.join(invitation: token, as: new, now: site.clock())
    let member = ID<Member>(account.member)
    if founder == nil { try await recordJoining(member, invitation) }
    return member
  }

  func recordJoining(_ member: ID<Member>, _ invitation: Invitation) async throws {
    guard let role = Role(rawValue: invitation.role), role < .founder else { throw PrivateStoreError.unknownInvitation }
    _ = try await site.service.record(
      .joined(role: role, group: invitation.group, invitedBy: invitation.invitedBy.map { ID($0) }), by: member,
      request: "join \(invitation.id)")
  }

  fileprivate func invitationPage(
    _ token: String, _ invitation: Invitation, _ form: Form? = nil, _ problem: Problem? = nil
  ) async throws -> Response {
    let viewer = try await viewer()
    let words =
      invitation.role == Role.newcomer.rawValue
      ? "What you teach works at once in your own view, and for everyone once a teacher has accepted it."
      : "What you teach will count at once, and carry your name."
    let page = InvitationPage(
      token: URLPath.encode(token),
      invitation: .init(
        by: invitation.invitedBy.map { viewer.person(ID($0)) }, role: invitation.role, group: invitation.group, words: words),
      name: form?.raw("name"), login: form?.raw("login"), about: form?.raw("about"), problem: problem.map { "\($0.detail) \($0.hint)" })
    return try await self.page("invitation", title: "Join", page, viewer, status: problem?.status ?? .ok)
  }
}
