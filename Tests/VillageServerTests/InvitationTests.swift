import HTTPTypes
import HummingbirdTesting
import Ledger
import Testing
@testable import VillageServer

@Suite struct InvitationTests {
  private static let form = ["name": "Eva Lima", "login": "eva", "password": "a long enough one", "about": "Cook."]

  @Test func `an invited person joins with a role and a group, once`() async throws {
    let village = try await TestVillage.open()
    try await village.serve { visitor in
      try await visitor.signIn("ana")
      let made = try await visitor.submit("/invitations", ["role": "teacher", "group": "cooks"])
      #expect(made.status == .ok)
      let link = try #require(made.text.firstRange(of: "/invitations/").map { made.text[$0.lowerBound...].prefix { $0 != "\"" } })
      let guest = visitor.other()
      let page = try await guest.get(String(link))
      #expect(page.status == .ok && page.text.contains("Ana Sousa") && page.text.contains("cooks"))

      let short = try await guest.submit(String(link), Self.form.merging(["password": "short"]) { $1 })
      #expect(short.status == .unprocessableContent && short.text.contains("Eva Lima"))
      #expect(try await guest.submit(String(link), Self.form).status == .seeOther)
      #expect(try await guest.get("/people").text.contains("Eva Lima"))
      let session = try await guest.get("/api/v1/session").object["member"] as? [String: Any]
      #expect(session?["role"] as? String == "teacher" && session?["group"] as? String == "cooks")

      #expect(try await visitor.other().get(String(link)).status == .gone)
    }
  }

  @Test func `a taken login is told and the rest is kept`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let made = try await visitor.json(.post, "/api/v1/invitations", #"{"role": "newcomer"}"#)
      let token = try #require(made.object["token"] as? String)
      let response = try await visitor.other().submit("/invitations/\(token)", Self.form.merging(["login": "ANA"]) { $1 })
      #expect(response.status == .conflict && response.text.contains("Eva Lima"))
    }
  }

  @Test func `only the founder invites teachers, and newcomers invite nobody`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("bruno")
      #expect(try await visitor.json(.post, "/api/v1/invitations", #"{"role": "newcomer"}"#).status == .created)
      let refused = try await visitor.json(.post, "/api/v1/invitations", #"{"role": "teacher"}"#)
      #expect(refused.status == .forbidden && refused.problem == "needs-role")
      try await visitor.signIn("daniel")
      #expect(try await visitor.json(.post, "/api/v1/invitations", #"{"role": "newcomer"}"#).status == .forbidden)
    }
  }

  @Test func `an invitation that was taken back works no more`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let made = try await visitor.json(.post, "/api/v1/invitations", #"{"role": "newcomer"}"#).object
      let (id, token) = (try #require(made["id"] as? String), try #require(made["token"] as? String))
      #expect(try await visitor.send(.delete, "/api/v1/invitations/\(id)").status == .noContent)
      #expect(try await visitor.other().get("/invitations/\(token)").status == .notFound)
    }
  }

  @Test func `the founder's own link signs them in, once`() async throws {
    let village = try await TestVillage.open()
    let made = try await village.people.invite(role: "founder", by: nil, now: village.now.date)
    try await village.serve { visitor in
      let arrival = try await visitor.get("/invitations/\(made.token)")
      #expect(arrival.status == .seeOther)
      #expect(try await visitor.get("/").text.contains("Ana Sousa"))
      #expect(try await visitor.other().get("/invitations/\(made.token)").status == .gone)
    }
  }
}
