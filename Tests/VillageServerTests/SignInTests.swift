import HTTPTypes
import HummingbirdTesting
import Testing
@testable import VillageServer

@Suite struct SignInTests {
  @Test func `a member signs in and out again`() async throws {
    try await TestVillage.open().serve { visitor in
      let response = try await visitor.signIn("ana")
      #expect(response.status == .seeOther)
      let cookie = response.headers[values: .setCookie].first { $0.hasPrefix("village-session=") } ?? ""
      #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"))
      #expect(try await visitor.get("/").text.contains("Ana Sousa"))

      #expect(try await visitor.submit("/sign-out", [:]).status == .seeOther)
      #expect(try await visitor.get("/account").status == .seeOther)
    }
  }

  @Test func `over TLS the cookies are secure and bound to the host`() async throws {
    try await TestVillage.open().serve({ $0.publicURL = "https://village.example" }) { visitor in
      let response = try await visitor.get("/talk")
      let cookie = response.headers[values: .setCookie].first ?? ""
      #expect(cookie.hasPrefix("__Host-village-visitor=") && cookie.contains("Secure"))
      #expect(response.headers[.strictTransport] != nil)
    }
  }

  @Test func `a wrong password is told kindly and the login is kept`() async throws {
    try await TestVillage.open().serve { visitor in
      let response = try await visitor.submit("/sign-in", ["login": "ana", "password": "wrong wrong"])
      #expect(response.status == .forbidden)
      #expect(response.text.contains("do not belong together") && response.text.contains("value=\"ana\""))
      #expect(visitor.cookie("village-session") == nil)
    }
  }

  @Test func `who guesses waits, and is told how long`() async throws {
    let village = try await TestVillage.open()
    try await village.serve { visitor in
      for _ in 0..<6 { try await visitor.submit("/sign-in", ["login": "ana", "password": "wrong wrong"]) }
      let response = try await visitor.signIn("ana")
      #expect(response.status == .tooManyRequests)
      #expect(response.headers[.retryAfter] != nil)
      #expect(response.text.contains("second"))
      village.now.advance(by: 3600)
      #expect(try await visitor.signIn("ana").status == .seeOther)
    }
  }

  @Test func `after signing in one is led where one wanted to go, but never to another site`() async throws {
    try await TestVillage.open().serve { visitor in
      let refused = try await visitor.get("/teach?text=A%20b")
      #expect(refused.status == .seeOther)
      #expect(refused.headers[.location] == "/sign-in?next=%2Fteach%3Ftext%3DA%2520b")
      let login = ["login": "ana", "password": TestVillage.password]
      let there = try await visitor.submit("/sign-in", login.merging(["next": "/teach?text=A%20b"]) { $1 })
      #expect(there.headers[.location] == "/teach?text=A%20b")
      for next in ["https://evil.example/", "//evil.example/", "/\\evil.example"] {
        let response = try await visitor.other().submit("/sign-in", login.merging(["next": next]) { $1 })
        #expect(response.headers[.location] == "/")
      }
    }
  }

  @Test func `a form without the secret does nothing`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let response = try await visitor.submit("/lessons", ["text": "A banana is a fruit.", "csrf": "made up"])
      #expect(response.status == .forbidden)
      #expect(response.text.contains("A banana is a fruit."), "what was typed is given back")
      #expect(try await visitor.get("/api/v1/lessons").list("lessons").isEmpty)
    }
  }

  @Test func `a form from another site does nothing`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      for origin in ["https://evil.example", "null", "http://localhost.evil.example"] {
        let response = try await visitor.submit("/lessons", ["text": "A banana is a fruit."], headers: [.origin: origin])
        #expect(response.status == .forbidden)
        let api = try await visitor.json(.post, "/api/v1/lessons", #"{"text": "A banana is a fruit."}"#, headers: [.origin: origin])
        #expect(api.status == .forbidden && api.problem == "foreign-origin")
      }
      #expect(try await visitor.get("/api/v1/lessons").list("lessons").isEmpty)
    }
  }

  @Test func `a key works for programs until it is revoked`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("bruno")
      let made = try await visitor.json(.post, "/api/v1/tokens", #"{"name": "ward tablet"}"#)
      #expect(made.status == .created)
      let secret = try #require(made.object["secret"] as? String)
      let id = try #require(made.object["id"] as? String)
      let program = visitor.program(with: secret)
      #expect(try await program.get("/api/v1/session").text.contains("Bruno Reis"))
      #expect(try await program.json(.post, "/api/v1/lessons", #"{"text": "A banana is a fruit."}"#).status == .created)
      #expect(try await visitor.send(.delete, "/api/v1/tokens/\(id)").status == .noContent)
      let refused = try await program.get("/api/v1/session")
      #expect(refused.status == .unauthorized && refused.problem == "wrong-token")
      #expect(refused.headers[.wwwAuthenticate] != nil)
    }
  }

  @Test func `a member may have their name erased`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("bruno")
      try await visitor.submit("/lessons", ["text": "A banana is a fruit."])
      let refused = try await visitor.submit("/account/erasure", ["sure": "yes", "password": "wrong wrong"])
      #expect(refused.status == .forbidden)
      #expect(try await visitor.submit("/account/erasure", ["sure": "yes", "password": TestVillage.password]).status == .seeOther)
      let ana = visitor.other()
      try await ana.signIn("ana")
      let people = try await ana.get("/people").text
      #expect(!people.contains("Bruno Reis") && people.contains("a former member"))
      #expect(try await ana.other().signIn("bruno").status == .forbidden)
    }
  }

  @Test func `the last founder stays`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let response = try await visitor.submit("/account/erasure", ["sure": "yes", "password": TestVillage.password])
      #expect(response.status == .conflict)
      #expect(try await visitor.get("/").text.contains("Ana Sousa"))
    }
  }
}
