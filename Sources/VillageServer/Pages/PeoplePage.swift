import VillageService
import Mind
import Community
import Hummingbird
import Ledger
import Lessons

/// Who teaches here, and the door for those who are invited.
struct PeoplePage: Sendable {
  struct RoleOffered: Sendable {
    let value: String
    let name: String
    let words: String
    let selected: Bool
  }

  struct Group: Sendable {
    let name: String
  }

  struct NewInvitation: Sendable {
    let link: String
    let role: String
    let group: String?
    let expires: String
  }

  struct OpenInvitation: Sendable {
    let role: String
    let group: String?
    let when: When
    let expires: String
    let revoke: String
  }

  let members: [MemberView]
  let canInvite: Bool
  let roles: [RoleOffered]
  let groups: [Group]
  let invitation: NewInvitation?
  let open: [OpenInvitation]

  static func addRoutes(to routes: Routes) {
    routes.get("/people", for: .members) { exchange in try await exchange.peoplePage() }
    routes.post("/invitations") { exchange in
      let form = try await exchange.form()
      guard let role = try form.choice("role", Role.self) else { throw Problem.missing("role") }
      let made = try await exchange.invite(as: role, group: try form.optional("group", charactersMax: 60))
      return try await exchange.peoplePage(made)
    }
    routes.post("/invitations/{token}/revocation") { exchange in
      _ = try await exchange.form()
      try await exchange.withdrawInvitation(try exchange.parameter("token"))
      return exchange.redirect(to: "/people#invite-someone", Flash("That link works no more."))
    }
    routes.post("/people/{id}/role") { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Member.self)
      guard let role = try form.choice("role", Role.self) else { throw Problem.missing("role") }
      _ = try await exchange.record(.roleGranted(to: id, role), form)
      let subject = try exchange.member() == id ? "You" : "They"
      return exchange.redirect(to: URLPath.person(id), Flash("\(subject) are a \(role.rawValue) now."))
    }
    routes.post("/people/{id}/erasure") { exchange in
      let form = try await exchange.form()
      guard form.raw("sure") == "yes" else { throw Problem.missing("sure") }
      try await exchange.eraseName(of: try exchange.id("id"))
      return exchange.redirect(to: "/people", Flash("The name is gone. What was taught stays, under “a former member”."))
    }
  }
}

/// A fresh invitation with the secret of its link.
struct MadeInvitation: Sendable {
  let invitation: Invitation
  let token: String
  let link: String
}

extension Exchange {
  private static let open = "/invitations/"

  func peoplePage(_ made: MadeInvitation? = nil) async throws -> Response {
    let viewer = try await memberViewer()
    let members = await look(viewer) { $0.members() }
    let now = site.clock()
    let open =
      viewer.isTeacher ? try await site.people.invitations().filter { $0.usedAt == nil && $0.expires > now && $0.invitedBy != nil } : []
    let offered: [(Role, String)] = [
      (.teacher, "what they teach counts at once"), (.newcomer, "what they teach waits for a teacher's nod"),
    ]
    let groups = Set(members.flatMap(\.groups)).sorted()
    let page = PeoplePage(
      members: members, canInvite: viewer.isTeacher,
      roles: offered.filter { $0.0 == .newcomer || viewer.isFounder }.map {
        .init(value: $0.0.rawValue, name: $0.0.rawValue, words: $0.1, selected: $0.0 == .newcomer)
      }, groups: groups.map { .init(name: $0) },
      invitation: made.map {
        .init(
          link: $0.link, role: $0.invitation.role, group: $0.invitation.group,
          expires: "until \(viewer.times.day($0.invitation.expires, now: viewer.now))")
      },
      open: open.map {
        .init(
          role: $0.role, group: $0.group, when: viewer.when($0.created), expires: "until \(viewer.times.day($0.expires, now: viewer.now))",
          revoke: "/invitations/\($0.id)/revocation")
      })
    return try await self.page("people", title: "People", page, viewer)
  }

  /// Makes a link by which one person may join. Only the founder may invite to more than a newcomer's standing.
  func invite(as role: Role, group: String?) async throws -> MadeInvitation {
    let member = try member()
    guard let mine = await site.service.look({ $0.standing.role(of: member) }) else { throw Problem.notMember }
    let needed: Role = role > .newcomer ? .founder : .teacher
    guard mine >= needed else { throw Problem(Refusal.needsRole(needed)) }
    guard role == .newcomer || role == .teacher else { throw Problem.invalid("role", "is none of: newcomer, teacher") }
    let made = try await site.people.invite(role: role.rawValue, group: group, by: member.rawValue, now: site.clock())
    return MadeInvitation(invitation: made.invitation, token: made.token, link: base + "/invitations/" + made.token)
  }

  func withdrawInvitation(_ id: String) async throws {
    let member = try member()
    guard let mine = await site.service.look({ $0.standing.role(of: member) }), mine >= .teacher else {
      throw Problem(Refusal.needsRole(.teacher))
    }
    let invitation = try await site.people.invitations().first { $0.id == id }
    guard let invitation, invitation.usedAt == nil else { throw Problem(PrivateStoreError.unknownInvitation) }
    guard mine == .founder || invitation.invitedBy == member.rawValue else {
      throw Problem.notAllowed("Someone else made that invitation.", hint: "Ask them, or the founder, to take it back.")
    }
    try await site.people.withdrawInvitation(id: id)
  }

  /// Erases a person's name, login and keys. The founder may, and everyone their own.
  func eraseName(of id: ID<Member>) async throws {
    let member = try member()
    let standing = await site.service.look { state in
      (
        mine: state.standing.role(of: member), theirs: state.standing.role(of: id),
        founders: state.standing.members.values.count { $0.role == .founder }
      )
    }
    guard standing.theirs != nil else { throw Problem(Refusal.unknownMember(id)) }
    guard standing.mine == .founder || member == id else { throw Problem(Refusal.needsRole(.founder)) }
    if standing.theirs == .founder, standing.founders == 1 { throw Problem(Refusal.founderStays) }
    try await site.people.erase(member: id.rawValue, now: site.clock())
  }

  /// What addresses that people pass on begin with.
  var base: String {
    site.configuration.publicURL ?? "http://\(request.head.authority ?? "\(site.configuration.host):\(site.configuration.port)")"
  }
}
