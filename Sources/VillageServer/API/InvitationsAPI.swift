import Community
import Hummingbird
import Ledger
import Lessons

/// Links by which people join.
enum InvitationsAPI {
  private struct Wish: Decodable {
    let role: Role
    let group: Text?
  }

  struct InvitationDocument: Encodable {
    let id: String
    let role: String
    let group: String?
    let invitedBy: String?
    let created: String
    let expires: String
    let used: Bool
    /// Only in the answer that made it.
    var token: String?
    var link: String?

    init(_ invitation: Invitation) {
      id = invitation.id
      role = invitation.role
      group = invitation.group
      invitedBy = invitation.invitedBy
      created = Times.iso(invitation.created)
      expires = Times.iso(invitation.expires)
      used = invitation.usedAt != nil
    }
  }

  struct List: Encodable {
    let invitations: [InvitationDocument]
  }

  static func addRoutes(to routes: Routes) {
    routes.get("/api/v1/invitations", for: .members) { exchange in
      _ = try await exchange.teacherViewer()
      let all = try await exchange.site.people.invitations().filter { $0.invitedBy != nil }
      return try exchange.json(List(invitations: all.map(InvitationDocument.init)))
    }
    routes.post("/api/v1/invitations", for: .members) { exchange in
      let wish = try await exchange.json(Wish.self)
      let group = try wish.group.map { try CheckedText.check($0.text, "group", charactersMax: 60) }
      let made = try await exchange.invite(as: wish.role, group: group)
      var document = InvitationDocument(made.invitation)
      document.token = made.token
      document.link = made.link
      return try exchange.json(document, status: .created)
    }
    routes.delete("/api/v1/invitations/{id}", for: .members) { exchange in
      try await exchange.withdrawInvitation(try exchange.parameter("id"))
      return exchange.noContent()
    }
  }
}
