import HTTPTypes
import HummingbirdTesting
import Testing

@testable import VillageServer

/// As whom, for whom and as of when one asks.
@Suite struct StandpointTests {
  private func said(_ visitor: Visitor, _ body: String) async throws -> String {
    let asked = try await visitor.json(.post, "/api/v1/questions", body)
    return ((asked.object["answer"] as? [String: Any])?["text"] as? String) ?? "\(asked.status) \(asked.problem ?? "")"
  }

  @Test func `what is taught for some people is said to them, and to nobody else`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      try await visitor.submit("/lessons", ["text": "A banana is a fruit."])
      let lesson = "For pregnant patients, the daily iron of a banana is 27 mg."
      try await visitor.json(.post, "/api/v1/lessons", #"{"text": "\#(lesson)", "reading": "\#(lesson)"}"#)
      let question = "What is the daily iron of a banana?"
      #expect(try await said(visitor, #"{"text": "\#(question)"}"#).contains("27") == false)
      #expect(try await said(visitor, #"{"text": "\#(question)", "for": "pregnant patient"}"#).contains("27"))
      let stranger = visitor.other()
      #expect(try await stranger.get("/talk").text.contains(#"<option value="pregnant patient">pregnant patient</option>"#))
      let talk = try await stranger.get("/talk?for=pregnant%20patient").text
      #expect(talk.contains(#"<option value="pregnant patient" selected>"#))
      #expect(talk.contains(#"<input type="hidden" name="for" value="pregnant patient">"#))
      let asked = try await stranger.submit("/turns", ["text": question, "for": "pregnant patient"])
      #expect(asked.headers[.location]?.hasPrefix("/talk?for=pregnant%20patient#turn-") == true)
    }
  }

  @Test func `a teacher may look as a colleague does, and nobody else may`() async throws {
    try await TestVillage.open().serve { visitor in
      let daniel = visitor.other()
      try await daniel.signIn("daniel")
      try await daniel.submit("/lessons", ["text": "The glycemic index of a banana is 51."])
      let question = "What is the glycemic index of a banana?"
      try await visitor.signIn("bruno")
      #expect(try await said(visitor, #"{"text": "\#(question)"}"#).contains("51") == false)
      #expect(try await said(visitor, #"{"text": "\#(question)", "view": "daniel"}"#).contains("51"))
      #expect(try await visitor.get("/talk").text.contains("as Daniel Okafor teaches it"))
      #expect(try await visitor.json(.post, "/api/v1/questions", #"{"text": "x", "view": "nobody"}"#).status == .unprocessableContent)
      #expect(try await daniel.json(.post, "/api/v1/questions", #"{"text": "x", "view": "bruno"}"#).status == .unprocessableContent)
      #expect(try await visitor.other().get("/talk?view=daniel").status == .unprocessableContent)
      #expect(try await visitor.other().json(.post, "/api/v1/questions", #"{"text": "x", "view": "mine"}"#).status == .unauthorized)
    }
  }

  @Test func `as a group teaches it, where opinions differ, and for teachers alone`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      try await visitor.submit("/lessons", ["text": "The glycemic index of rice is 89."])
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      try await bruno.submit("/lessons", ["text": "The glycemic index of rice is 73."])
      let question = "What is the glycemic index of rice?"
      #expect(try await said(visitor, #"{"text": "\#(question)"}"#).contains("Opinions differ"))
      let talk = try await visitor.get("/talk").text
      let group = try #require(talk.firstMatch(of: #/value="group:([^"]*)">as the [^<]* teach it/#)).1
      let seen = try await said(visitor, #"{"text": "\#(question)", "view": "group:\#(group)"}"#)
      #expect(!seen.contains("Opinions differ"))
      #expect(try await visitor.json(.post, "/api/v1/questions", #"{"text": "x", "view": "group:nobody"}"#).status == .unprocessableContent)
      #expect(try await visitor.other().get("/talk?view=group:\(group)").status == .unprocessableContent)
    }
  }

  @Test func `what holds in a place is said there and in places within it`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      for lesson in [
        "The price of rice is €2.", "In Brazil, the price of rice is €5.", "In Salvador, the price of bread is €1.",
        "Salvador is in Brazil.",
      ] {
        try await visitor.json(.post, "/api/v1/lessons", #"{"text": "\#(lesson)", "reading": "\#(lesson)"}"#)
      }
      let question = "What is the price of rice?"
      #expect(try await said(visitor, #"{"text": "\#(question)"}"#).contains("2"))
      #expect(try await said(visitor, #"{"text": "\#(question)", "in": "Brazil"}"#).contains("5"))
      #expect(try await said(visitor, #"{"text": "\#(question)", "in": "Salvador"}"#).contains("5"))
      #expect(try await said(visitor, #"{"text": "\#(question)", "in": "India"}"#).contains("2"))
      let stranger = visitor.other()
      #expect(try await stranger.get("/talk?in=Brazil").text.contains(#"<option value="Brazil" selected>"#))
    }
  }

  @Test func `a day that is none is refused, and the ask box carries the day along`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      #expect(try await visitor.get("/talk?asOf=soon").status == .unprocessableContent)
      #expect(try await visitor.get("/talk?asOf=2026-03-01").text.contains(#"<input type="hidden" name="asOf" value="2026-03-01">"#))
    }
  }
}
