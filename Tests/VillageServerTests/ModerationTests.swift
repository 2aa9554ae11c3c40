import Community
import HTTPTypes
import HummingbirdTesting
import Lessons
import Mind
import Testing
import VillageService

@testable import VillageServer

/// What is taken from somebody says by which rule, and they can appeal.
@Suite struct ModerationTests {
  @Test func `declining says by which rule, and the newcomer sees it and can appeal`() async throws {
    let village = try await TestVillage.open()
    try await village.serve { visitor in
      try await visitor.signIn("daniel")
      let id = try await LessonTests.teach(visitor, LessonTests.banana)
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      let path = "/lessons/\(id)/review"
      let refused = try await bruno.submit(path, ["decision": "decline", "reason": "an old table"])
      #expect(refused.status == .unprocessableContent && refused.text.contains("by which of the village’s rules"))
      let unknown = #"{"decision": "decline", "reason": "an old table", "ground": {"rule": "My mood"}}"#
      #expect(try await bruno.json(.post, "/api/v1" + path, unknown).status == .unprocessableContent)
      let see = "http://localhost/lessons/\(id)#top, act:1"
      let fields = ["decision": "decline", "reason": "an old table", "rule": "Not true", "see": see]
      #expect(try await bruno.submit(path, fields).status == .seeOther)
      let act = await village.service.look { $0.standing.sequence }

      let document = try await bruno.get("/api/v1/acts/\(act)").object
      let ground = try #require(document["ground"] as? [String: Any])
      #expect(ground["rule"] as? String == "Not true" && ground["see"] as? [String] == ["lesson:\(id)", "act:1"])
      #expect((document["concerns"] as? [[String: Any]])?.first?["id"] as? String == "daniel")

      for page in ["/acts/\(act)", "/history", "/people/daniel"] {
        #expect(try await visitor.get(page).text.contains("<q>Not true</q>"), "\(page)")
      }
      #expect(try await visitor.get("/people/daniel").text.contains(">Appeal</a>"))
      try await visitor.submit("/opinions", ["on": "act:\(act)", "stance": "dispute", "reason": "the table is new"])
      #expect(try await bruno.get("/people/daniel").text.contains("An appeal is open"))
      let ana = visitor.other()
      try await ana.signIn("ana")
      try await ana.submit("/opinions", ["on": "act:\(act)", "stance": "endorse"])
      #expect(try await visitor.get("/acts/\(act)").text.contains("a founder looked again and holds that the act was right"))
    }
  }

  @Test func `taking back a colleague's lesson, or their standing, needs a rule; oneself does not`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      let id = try await LessonTests.teach(bruno, LessonTests.banana)
      #expect(try await visitor.send(.delete, "/api/v1/lessons/\(id)?reason=old").problem == "rule-missing")
      #expect(try await visitor.submit("/lessons/\(id)/retraction", ["why": "old"]).status == .unprocessableContent)
      #expect(try await visitor.send(.delete, "/api/v1/lessons/\(id)?reason=old&rule=Not%20true").status == .ok)
      #expect(try await bruno.get("/people/bruno").text.contains("<q>Not true</q>"))
      let demotion = try await visitor.json(.put, "/api/v1/members/bruno/role", #"{"role": "newcomer"}"#)
      #expect(demotion.status == .unprocessableContent && demotion.problem == "rule-missing")
      let grounded = #"{"role": "newcomer", "ground": {"rule": "Trust was lost", "words": "see the log"}}"#
      #expect(try await visitor.json(.put, "/api/v1/members/bruno/role", grounded).status == .ok)
      #expect(try await visitor.json(.put, "/api/v1/members/bruno/role", #"{"role": "teacher"}"#).status == .ok)
      #expect(try await bruno.get("/people/bruno").text.contains("see the log"))
    }
  }

  @Test func `founders set the rules, and everyone sees who changed them and why`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      #expect(try await visitor.get("/policy").text.contains("Spam or nonsense"))
      let fields = ["rules": "Not true: A source says so.\nNo doses", "reason": "we are few"]
      #expect(try await visitor.submit("/policy/rules", ["rules": fields["rules"] ?? ""]).status == .unprocessableContent)
      #expect(try await visitor.submit("/policy/rules", fields).status == .seeOther)
      let page = try await visitor.get("/policy").text
      #expect(page.contains("No doses") && page.contains("we are few") && !page.contains("Spam or nonsense"))
      let rules = try await visitor.get("/api/v1/rules").list("rules")
      #expect(rules.map { $0["name"] as? String } == ["Not true", "No doses"])
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      #expect(try await bruno.json(.put, "/api/v1/rules", #"{"rules": [{"name": "x"}], "reason": "y"}"#).status == .forbidden)
    }
  }
}
