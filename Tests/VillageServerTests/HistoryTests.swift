import Community
import HTTPTypes
import HummingbirdTesting
import Lessons
import Mind
import Testing
import VillageService

@testable import VillageServer

/// Recent changes: what was looked at, and what was not.
@Suite struct HistoryTests {
  @Test func `a change that somebody has looked at says so, and is left out of those that nobody has`() async throws {
    let village = try await TestVillage.open()
    try await village.serve { visitor in
      try await visitor.signIn("daniel")
      let id = try await LessonTests.teach(visitor, LessonTests.banana)
      let act = await village.service.look { $0.standing.sequence }
      #expect(try await visitor.submit("/acts/\(act)/seen", [:]).status == .forbidden)
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      #expect(try await bruno.get("/history?unseen=yes&newcomers=yes").text.contains("act-\(act)"))
      #expect(try await bruno.get("/history?topic=banana").text.contains("act-\(act)"))
      #expect(try await bruno.get("/history?topic=rice").text.contains("act-\(act)") == false)
      #expect(try await bruno.submit("/acts/\(act)/seen", [:]).status == .seeOther)
      #expect(try await bruno.get("/history").text.contains("seen by"))
      #expect(try await bruno.get("/history?unseen=yes").text.contains("act-\(act)\"") == false)
      let document = try await bruno.get("/api/v1/acts/\(act)").object
      #expect((document["seenBy"] as? [[String: Any]])?.first?["id"] as? String == "bruno")
      #expect(try await bruno.get("/api/v1/acts?unseen=yes").list("acts").contains { $0["sequence"] as? Int == act } == false)
      #expect(try await bruno.get("/api/v1/acts").list("acts").contains { $0["kind"] as? String == "seen" } == false)
      #expect(try await bruno.get("/api/v1/acts?kind=seen").list("acts").count == 1)
      #expect(try await bruno.send(.delete, "/api/v1/acts/\(act)/mark").status == .ok)
      #expect(try await bruno.send(.put, "/api/v1/acts/\(act)/mark").status == .ok)
      #expect(try await bruno.submit("/acts/\(act)/unseen", [:]).status == .seeOther)
      let ana = visitor.other()
      try await ana.signIn("ana")
      #expect(try await ana.submit("/acts/seen", ["acts": "\(act) \(act - 1)"]).status == .seeOther)
      #expect(try await ana.submit("/acts/1/seen", [:]).status == .conflict, "that was her own")
      _ = id
    }
  }

  @Test func `a reworded lesson shows what it said before, with the difference in bold`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let id = try await LessonTests.teach(visitor, LessonTests.banana)
      try await visitor.submit("/lessons/\(id)/revisions", ["text": "The glycemic index of a banana is 48.", "seen": "1"])
      let page = try await visitor.get("/history").text
      #expect(page.contains("<b>51.</b>") && page.contains("<b>48.</b>"))
    }
  }

  @Test func `words that stay are told from those that differ`() {
    let rewording = Rewording(before: "Rice has a GI of 73 when boiled.", now: "White rice has a GI of 64.")
    #expect(rewording.before.filter(\.differs).map(\.text) == ["Rice", "73 when boiled."])
    #expect(rewording.now.filter(\.differs).map(\.text) == ["White rice", "64."])
    let same = Rewording(before: "Rice.", now: "Rice.")
    #expect(same.before.count == 1 && !same.before[0].differs)
  }
}
