import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
@testable import VillageServer

@Suite struct PageTests {
  @Test func `every page shows itself to the founder`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let lesson = try await LessonTests.teach(visitor, #"{"text": "The glycemic index of a banana is 51."}"#)
      try await visitor.submit("/lessons", ["text": "A banana is a fruit."])
      try await visitor.submit("/turns", ["text": "What is the glycemic index of a banana?"])
      for path in [
        "/", "/talk", "/teach", "/import", "/knowledge", "/knowledge?letter=b", "/knowledge?q=ban", "/knowledge?kind=fruit",
        "/knowledge/banana",
        "/lessons/\(lesson)", "/questions", "/people", "/people/ana", "/history", "/history?kind=taught&author=ana&since=&text=",
        "/account",
      ] {
        let page = try await visitor.get(path)
        #expect(page.status == .ok, "\(path): \(page.text.prefix(2000))")
        #expect(page.text.hasPrefix("<!doctype html>") && page.text.contains("Sugar &amp; Salt"), "\(path)")
        #expect(!page.text.contains("Optional("), "\(path)")
      }
    }
  }

  @Test func `a visitor sees what is public and is asked to sign in for the rest`() async throws {
    try await TestVillage.open().serve { visitor in
      for path in ["/", "/talk", "/knowledge", "/sign-in"] {
        let page = try await visitor.get(path)
        #expect(page.status == .ok, "\(path)")
      }
      for path in ["/teach", "/questions", "/people", "/history", "/account", "/import"] {
        #expect(try await visitor.get(path).headers[.location]?.hasPrefix("/sign-in?next=") == true, "\(path)")
      }
    }
  }

  @Test func `a visitor talks, and others do not read it`() async throws {
    try await TestVillage.open().serve { visitor in
      let asked = try await visitor.submit("/turns", ["text": "What is hypoglycemia?"])
      #expect(asked.status == .seeOther)
      let page = try await visitor.get("/talk")
      #expect(page.text.contains("What is hypoglycemia?"))
      let turn = try #require(page.text.firstRange(of: "/turns/").map { page.text[$0.lowerBound...].prefix { $0 != "\"" } })
      #expect(try await visitor.get(String(turn)).status == .ok)
      #expect(try await visitor.other().get(String(turn)).status == .notFound)
      let fragment = try await visitor.submit("/turns", ["text": "And what is insulin?"], headers: [.testFragment: "1"])
      #expect(fragment.status == .ok && fragment.text.contains("And what is insulin?") && !fragment.text.contains("<html"))
      try await visitor.submit("/conversations", [:])
      #expect(try await !visitor.get("/talk").text.contains("What is hypoglycemia?"))
    }
  }

  @Test func `what was not taught raises a hand that teachers see`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.submit("/turns", ["text": "What is the glycemic index of jackfruit?"])
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      let hand = try #require(try await bruno.get("/api/v1/raised-hands").list("hands").first)
      let id = try #require(hand["id"] as? String)
      #expect(try await bruno.get("/questions").text.contains("jackfruit"))
      #expect(try await bruno.get("/teach?hand=\(id)").text.contains("jackfruit"))
      try await bruno.submit("/lessons", ["text": "The glycemic index of jackfruit is 50.", "hand": id])
      #expect(try await bruno.get("/api/v1/raised-hands").list("hands").isEmpty)
    }
  }

  @Test func `an answer is kept as a test, and Questions tells when a lesson changes it`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let lesson = try await LessonTests.teach(visitor, #"{"text": "The glycemic index of a banana is 51."}"#)
      try await visitor.submit("/turns", ["text": "What is the glycemic index of a banana?"])
      let talk = try await visitor.get("/talk").text
      let end = try #require(talk.firstRange(of: "/test\""))
      let start = try #require(talk[..<end.lowerBound].range(of: "action=\"", options: .backwards))
      let path = String(talk[start.upperBound..<end.lowerBound])
      #expect(try await visitor.submit(path + "/test", [:]).status == .seeOther)
      #expect(try await visitor.get("/talk").text.contains("Kept as a test"))
      #expect(try await visitor.get("/questions").text.contains("All 1 are answered as they should be."))
      #expect(try await visitor.get("/api/v1/tests").list("tests").first?["passes"] as? Bool == true)
      try await visitor.submit("/lessons/\(lesson)/retraction", [:])
      let questions = try await visitor.get("/questions").text
      #expect(questions.contains("1 of 1 are answered otherwise now.") && questions.contains("answered otherwise"))
      #expect(try await visitor.get("/").text.contains("is answered otherwise than you wanted"))
      #expect(try await visitor.get("/api/v1/tests").list("tests").first?["passes"] as? Bool == false)
      #expect(try await visitor.other().submit(path + "/test", [:]).status != .seeOther)
    }
  }

  @Test func `how a question was understood opens to sentences and words, and teaching there changes it`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      for said in ["can I have cake?", "may I eat bread?", "is rice allowed?"] {
        try await visitor.submit("/lessons", ["text": "When people ask \"\(said)\", they are asking whether a food is allowed."])
      }
      try await visitor.submit("/lessons", ["text": "When people ask \"where is the clinic?\", they are asking where the clinic is."])
      try await visitor.submit("/turns", ["text": "may I have cake please"])
      let talk = try await visitor.get("/talk").text
      let end = try #require(talk.firstRange(of: "/understanding\""))
      let start = try #require(talk[..<end.lowerBound].range(of: "href=\"", options: .backwards))
      let turn = String(talk[start.upperBound..<end.lowerBound])
      let page = try await visitor.get(turn + "/understanding").text
      #expect(page.contains("whether a food is allowed") && page.contains("“can I have cake?”") && page.contains("please"))
      #expect(page.contains("Without all that"))

      #expect(try await visitor.submit(turn + "/word", ["word": "please"]).status == .seeOther)
      #expect(try await visitor.submit(turn + "/word", ["word": "cake", "other": "gateau"]).status == .seeOther)
      let history = try await visitor.get("/history").text
      #expect(history.contains("The word &quot;please&quot; does not matter.") && history.contains("gateau"))

      let kind = HandID.of("where the clinic is")
      #expect(try await visitor.submit(turn + "/meaning", ["kind": kind]).status == .seeOther)
      #expect(try await visitor.get("/question-kinds/\(kind)").text.contains("“may I have cake please”"))
      let lesson = try #require(page.firstRange(of: "/lessons/").map { String(page[$0.lowerBound...].prefix { $0 != "\"" }) })
      #expect(try await visitor.submit(lesson + "/move", ["kind": kind]).status == .seeOther)
      #expect(try await visitor.get(lesson).text.contains("where the clinic is"))
      #expect(try await visitor.submit(lesson + "/move", ["kind": "nonesuch"]).status == .notFound)
    }
  }

  @Test func `before an example is saved, close sentences of other questions are named`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      for (said, asks) in [("can I have cake?", "whether a food is allowed"), ("where is the clinic?", "where the clinic is")] {
        try await visitor.submit("/lessons", ["text": "When people ask \"\(said)\", they are asking \(asks)."])
      }
      let typed = "When people ask \"can I have cake\", they are asking where the clinic is."
      let preview = try await visitor.submit("/teach/preview", ["text": typed], headers: [.testFragment: "1"]).text
      #expect(preview.contains("Close to") && preview.contains("can I have cake?") && preview.contains("whether a food is allowed"))
      let other = "When people ask \"where do I park?\", they are asking where the clinic is."
      let fine = try await visitor.submit("/teach/preview", ["text": other], headers: [.testFragment: "1"]).text
      #expect(!fine.contains("can I have cake?"))
    }
  }

  @Test func `two questions in one message are answered in turn`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      for (said, asks) in [
        ("can I have cake?", "whether a food is allowed"), ("may I eat bread?", "whether a food is allowed"),
        ("where is the clinic?", "where the clinic is"), ("how do I find the clinic?", "where the clinic is"),
      ] {
        try await visitor.submit("/lessons", ["text": "When people ask \"\(said)\", they are asking \(asks)."])
      }
      try await visitor.submit(
        "/lessons", ["text": "When someone asks where the clinic is, say \"It is in Harbour Street.\"", "act": "confirm"])
      let reply = try await visitor.json(.post, "/api/v1/questions", #"{"text": "can I have cake and where is the clinic?"}"#)
      let answers = try #require((reply.object["answer"] as? [String: Any])?["further"] as? [Any])
      #expect(answers.count == 1)
    }
  }

  @Test func `the community decides how sure the assistant must be, with a reason`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let path = "/questions/understanding"
      #expect(try await visitor.get(path).text.contains("That is what I begin with"))
      #expect(try await visitor.submit(path + "/caution", ["sure": "60", "lead": "20", "reason": ""]).status != .seeOther)
      #expect(try await visitor.submit(path + "/caution", ["sure": "600", "lead": "20", "reason": "too bold"]).status != .seeOther)
      #expect(try await visitor.submit(path + "/caution", ["sure": "60", "lead": "20", "reason": "too bold"]).status == .seeOther)
      let page = try await visitor.get(path).text
      #expect(page.contains("decided that") && page.contains("too bold") && page.contains(">60</b>"))
      #expect(try await visitor.get("/history").text.contains("decided how sure the assistant must be"))
      #expect(try await visitor.submit(path + "/caution", ["act": "free", "reason": "more examples"]).status == .seeOther)
      #expect(try await visitor.get(path).text.contains("That is what I begin with"))
    }
  }

  @Test func `everything that people write is escaped on every page`() async throws {
    try await TestVillage.open().serve { visitor in
      let script = "<script>alert(1)</script>"
      try await visitor.signIn("ana")
      try await visitor.submit("/account/profile", ["name": "Ana \(script)", "about": script])
      let note = try await LessonTests.teach(visitor, "{\"text\": \"\(script) is a \(script).\"}")
      try await visitor.submit("/lessons/\(note)/comments", ["text": script])
      try await visitor.submit("/turns", ["text": "What is \(script)?"])
      try await visitor.submit("/invitations", ["role": "newcomer", "group": script])
      for path in [
        "/", "/talk", "/talk?q=\(URLPath.encode(script))", "/teach?text=\(URLPath.encode(script))",
        "/knowledge?q=\(URLPath.encode(script))",
        "/lessons/\(note)", "/questions", "/people", "/people/ana", "/history", "/history?text=\(URLPath.encode(script))", "/account",
        "/knowledge/\(URLPath.encode(script))", "/sign-in?next=\(URLPath.encode(script))",
      ] {
        let page = try await visitor.get(path)
        #expect(!page.text.contains(script), "\(path)")
      }
      let kept = try await visitor.submit("/lessons", ["text": script, "csrf": "x"])
      #expect(!kept.text.contains(script) && kept.text.contains("&lt;script&gt;"))
    }
  }

  @Test func `pages let nothing in from elsewhere`() async throws {
    try await TestVillage.open().serve { visitor in
      for path in ["/", "/talk", "/nothing", "/styles/base.css", "/api/v1/session"] {
        let headers = try await visitor.get(path).headers
        let policy = headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("default-src 'self'") && policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "\(path)")
        #expect(headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
        #expect(headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
      }
    }
  }

  @Test func `styles and scripts carry a tag and are not sent twice`() async throws {
    try await TestVillage.open().serve { visitor in
      for path in ["/styles/base.css", "/scripts/village.js", "/styles/mark.svg", "/openapi.yaml"] {
        let first = try await visitor.get(path)
        #expect(first.status == .ok, "\(path)")
        let tag = try #require(first.headers[.eTag])
        #expect(try await visitor.get(path, headers: [.ifNoneMatch: tag]).status == .notModified)
      }
    }
  }

  @Test func `the look that one chose stays`() async throws {
    try await TestVillage.open().serve { visitor in
      let response = try await visitor.submit("/preferences", ["theme": "dark"])
      #expect(response.status == .seeOther)
      #expect(try await visitor.get("/talk").text.contains("data-theme=\"dark\""))
    }
  }

  @Test func `a page and its head are alike`() async throws {
    try await TestVillage.open().serve { visitor in
      let response = try await visitor.send(.head, "/talk")
      #expect(response.status == .ok && response.body.readableBytes == 0)
    }
  }

  @Test func `names with blanks, signs and other alphabets have addresses`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      for (name, path) in [("white rice", "/knowledge/white-rice"), ("A&B", "/knowledge/a%26b"), ("açaí", "/knowledge/a%C3%A7a%C3%AD")] {
        try await visitor.submit("/lessons", ["text": "“\(name)” is a food."])
        try await visitor.submit("/lessons", ["text": "\(name) is a food."])
        _ = path
      }
      #expect(try await visitor.get("/knowledge/white-rice").status == .ok)
      #expect(try await visitor.get("/knowledge/white%20rice").status == .ok)
      #expect(try await visitor.get("/knowledge/a%C3%A7a%C3%AD").status == .ok)
    }
  }
}
