import HTTPTypes
import HummingbirdTesting
import Testing

@testable import VillageServer

/// What a lesson brings about: told before it is taught and on its page.
@Suite struct EffectTests {
  private static let rule = "A food is low-GI if its glycemic index is below 55."

  private func teachFoods(_ visitor: Visitor) async throws {
    try await visitor.signIn("ana")
    for food in ["banana", "lentil", "cake"] { try await visitor.submit("/lessons", ["text": "A \(food) is a food."]) }
    for (food, gi) in [("banana", 51), ("lentil", 32), ("cake", 60)] {
      try await visitor.submit("/lessons", ["text": "The glycemic index of a \(food) is \(gi)."])
    }
  }

  @Test func `what a rule would make of things is said before it is taught`() async throws {
    try await TestVillage.open().serve { visitor in
      try await teachFoods(visitor)
      let page = try await visitor.submit("/teach/preview", ["text": Self.rule], headers: [.testFragment: "1"]).text
      #expect(page.contains("I would then say:") && page.contains("A banana is low-GI.") && page.contains("and so for 1 more: lentil"))
      let readings = try await visitor.json(.post, "/api/v1/readings", #"{"text": "\#(Self.rule)"}"#)
      let foresight = try #require(readings.list("sentences").first?["foresight"] as? [String: Any])
      let conclusions = try #require((foresight["effects"] as? [String: Any])?["conclusions"] as? [[String: Any]])
      #expect(conclusions.first?["turn"] as? String == "begins")
      #expect(conclusions.first?["things"] as? [String] == ["banana", "lentil"])
      let asked = try await visitor.json(.post, "/api/v1/questions", #"{"text": "Is a banana low-GI?"}"#)
      #expect((asked.object["answer"] as? [String: Any])?["kind"] as? String == "not taught")
    }
  }

  @Test func `a test that a lesson would make fail is named before it is taught`() async throws {
    try await TestVillage.open().serve { visitor in
      try await teachFoods(visitor)
      let test = #"When someone asks "What is the glycemic index of a cake?", the answer must mention "60"."#
      try await visitor.submit("/lessons", ["text": test, "choice": test])
      let taken = "The glycemic index of a cake is 75."
      let readings = try await visitor.json(.post, "/api/v1/readings", #"{"text": "\#(taken)"}"#)
      let foresight = try #require(readings.list("sentences").first?["foresight"] as? [String: Any])
      let tests = try #require(foresight["tests"] as? [[String: Any]])
      #expect(tests.map { $0["question"] as? String } == ["What is the glycemic index of a cake?"])
      #expect(tests.first?["passes"] as? Bool == false && (tests.first?["said"] as? String)?.contains("75") == true)
      let page = try await visitor.submit("/teach/preview", ["text": taken], headers: [.testFragment: "1"]).text
      #expect(page.contains("These tests would fail:") && page.contains("What is the glycemic index of a cake?"))
    }
  }

  @Test func `a lesson's page says what leans on it, to members alone`() async throws {
    try await TestVillage.open().serve { visitor in
      try await teachFoods(visitor)
      let taught = try await visitor.json(
        .post, "/api/v1/lessons",
        #"{"text": "\#(Self.rule)", "reading": "By default, every food whose glycemic index is below 55 is low-GI."}"#)
      let id = try #require((taught.list("results").first?["lessons"] as? [String])?.first)
      let page = try await visitor.get("/lessons/\(id)").text
      #expect(page.contains("What leans on it") && page.contains("Because of it I say:") && page.contains("A banana is low-GI."))
      let effects = try await visitor.get("/api/v1/lessons/\(id)/effects")
      #expect((effects.object["conclusions"] as? [[String: Any]])?.first?["count"] as? Int == 2)
      let stranger = visitor.other()
      #expect(try await stranger.get("/lessons/\(id)").text.contains("What leans on it") == false)
      #expect(try await stranger.get("/api/v1/lessons/\(id)/effects").status == .unauthorized)
      let asked = try await stranger.json(.post, "/api/v1/readings", #"{"text": "\#(Self.rule)"}"#)
      #expect(asked.list("sentences").first?["foresight"] == nil)
    }
  }

  @Test func `what is likely not meant so is asked about, and recorded when its teacher means it`() async throws {
    try await TestVillage.open().serve { visitor in
      try await teachFoods(visitor)
      let odd = "The glycemic index of rice is 51 g."
      let page = try await visitor.submit("/teach/preview", ["text": odd], headers: [.testFragment: "1"]).text
      #expect(page.contains("Is it meant so?") && page.contains("is given as a plain number"))
      let first = try await visitor.json(.post, "/api/v1/lessons", #"{"text": "\#(odd)"}"#)
      let asked = try #require(first.list("results").first)
      #expect(asked["outcome"] as? String == "confirm")
      let doubts = (asked["readings"] as? [[String: Any]])?.first?["doubts"] as? [String]
      #expect(doubts?.first?.contains("cannot be compared") == true)
      let meant = try await visitor.json(.post, "/api/v1/lessons", #"{"text": "\#(odd)", "reading": "\#(odd)"}"#)
      #expect(meant.list("results").first?["outcome"] as? String == "recorded")
      let circle = try await visitor.json(.post, "/api/v1/lessons", #"{"text": "A food is a banana."}"#)
      #expect(circle.list("results").first?["outcome"] as? String == "confirm")
    }
  }

  @Test func `an unknown lesson has no effects`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      #expect(try await visitor.get("/api/v1/lessons/none/effects").status == .notFound)
    }
  }
}
