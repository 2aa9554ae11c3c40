import HTTPTypes
import HummingbirdTesting
import Testing
@testable import VillageServer

/// What comes from outside may be anything; the answer is always a clear one.
@Suite struct RefusalTests {
  private func api(_ test: @Sendable @escaping (Visitor) async throws -> Void) async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      try await test(visitor)
    }
  }

  @Test func `an unknown address is a problem document for programs and a page for people`() async throws {
    try await api { visitor in
      let document = try await visitor.get("/api/v1/nothing")
      #expect(document.status == .notFound)
      #expect(document.headers[.contentType] == "application/problem+json")
      #expect(Set(document.object.keys) == ["type", "title", "status", "detail", "hint", "instance"])
      #expect(document.object["instance"] as? String == "/api/v1/nothing")
      let page = try await visitor.get("/nothing", headers: [.accept: "text/html"])
      #expect(page.status == .notFound && page.headers[.contentType] == "text/html; charset=utf-8")
      #expect(page.text.contains("There is no such page"))
    }
  }

  @Test(arguments: [("/api/v1/lessons", "GET, HEAD, POST"), ("/api/v1/lessons/x", "DELETE, GET, HEAD, PATCH"), ("/turns", "POST")])
  func `a wrong method is told which ones are right`(path: String, allowed: String) async throws {
    try await api { visitor in
      let response = try await visitor.send(HTTPRequest.Method("TRACE")!, path)
      #expect(response.status == .methodNotAllowed)
      #expect(response.headers[.allow] == allowed)
    }
  }

  @Test func `a body that is too large is refused before it is read`() async throws {
    try await api { visitor in
      let text = String(repeating: "a", count: 70_000)
      let response = try await visitor.json(.post, "/api/v1/lessons", "{\"text\": \"\(text)\"}")
      #expect(response.status == .contentTooLarge && response.problem == "too-large")
      #expect(try await visitor.submit("/lessons", ["text": text]).status == .contentTooLarge)
    }
  }

  @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", ""])
  func `a wrong kind of content is refused`(type: String) async throws {
    try await api { visitor in
      let headers: HTTPFields = type.isEmpty ? [:] : [.contentType: type]
      let response = try await visitor.send(.post, "/api/v1/lessons", headers: headers, body: Array("{}".utf8))
      #expect(response.status == .unsupportedMediaType && response.problem == "wrong-content-type")
    }
  }

  @Test(arguments: ["", "{", "[1,", "{\"text\": nope}", "{\"text\": \"a\"} trailing", "{\"text\": \"\\ud800\"}", "nul"])
  func `what is no JSON is told so`(body: String) async throws {
    try await api { visitor in
      let response = try await visitor.json(.post, "/api/v1/lessons", body)
      #expect(response.status == .badRequest && response.problem == "malformed", "\(body): \(response.text)")
    }
  }

  @Test(arguments: ["{\"text\": ", "["])
  func `a million brackets do no harm`(bracket: String) async throws {
    try await api { visitor in
      let body = String(repeating: bracket, count: 60_000 / bracket.utf8.count)
      let response = try await visitor.json(.post, "/api/v1/lessons", body)
      #expect(response.status == .badRequest && response.text.contains("nested"))
    }
  }

  @Test(arguments: [
    "{}", "{\"text\": null}", "{\"text\": 5}", "{\"text\": \"\"}", "{\"text\": \" \\n \"}", "[]", "\"text\"", "{\"text\": \"a\\u0000b\"}",
    "{\"text\": \"a\\u202Eb\"}", "{\"text\": \"a\\u0007b\"}", "{\"text\": \"fine\", \"reading\": 7}",
  ])
  func `what is JSON but not what is asked for is told where`(body: String) async throws {
    try await api { visitor in
      let response = try await visitor.json(.post, "/api/v1/lessons", body)
      #expect(response.status == .unprocessableContent, "\(body): \(response.text)")
    }
  }

  @Test func `bytes that are no UTF-8 are told so`() async throws {
    try await api { visitor in
      let response = try await visitor.send(
        .post, "/api/v1/lessons", headers: [.contentType: "application/json"],
        body: Array("{\"text\": \"".utf8) + [0xFF, 0xFE] + Array("\"}".utf8))
      #expect(response.status == .badRequest && response.problem == "not-utf-8")
      let form = try await visitor.send(
        .post, "/lessons", headers: [.contentType: "application/x-www-form-urlencoded"], body: Array("csrf=x&text=%FF%FE".utf8))
      #expect(form.status == .badRequest)
      #expect(try await visitor.get("/api/v1/lessons?q=%FF").status == .badRequest)
    }
  }

  @Test(arguments: ["limit=0", "limit=201", "limit=x", "limit=", "limit=99999999999999999999", "status=x", "q=a&q=b", "q=%00"])
  func `numbers and choices out of range are refused`(query: String) async throws {
    try await api { visitor in
      let response = try await visitor.get("/api/v1/lessons?\(query)")
      #expect(response.status == .unprocessableContent, "\(query): \(response.text)")
    }
  }

  @Test(arguments: [
    "/lessons/%00", "/lessons/..%2F..%2Fetc", "/knowledge/%FF", "/people/%E2%80%AE", "/styles/..%2FTemplates%2Fpage.mustache",
    "/acts/9/undo",
  ])
  func `strange addresses are not found`(path: String) async throws {
    try await api { visitor in
      let status = try await visitor.get(path).status
      #expect(status == .notFound || status == .methodNotAllowed, "\(path): \(status)")
    }
  }

  @Test func `who is not signed in is told to sign in`() async throws {
    try await TestVillage.open().serve { visitor in
      for path in ["/api/v1/lessons", "/api/v1/members", "/api/v1/acts", "/api/v1/mind/digest", "/events"] {
        let response = try await visitor.get(path, headers: [.accept: "application/json"])
        #expect(response.status == .unauthorized && response.problem == "sign-in-first", "\(path)")
        #expect(response.headers[.wwwAuthenticate] != nil)
      }
    }
  }

  @Test func `too many writes are slowed down`() async throws {
    try await TestVillage.open().serve({ ($0.writesBurst, $0.writesPerSecond) = (4, 0.001) }) { visitor in
      var last = try await visitor.json(.post, "/api/v1/readings", #"{"text": "a"}"#)
      for _ in 0..<8 { last = try await visitor.json(.post, "/api/v1/readings", #"{"text": "a"}"#) }
      #expect(last.status == .tooManyRequests && last.problem == "too-many-writes")
      #expect(last.headers[.retryAfter] != nil)
    }
  }
}
