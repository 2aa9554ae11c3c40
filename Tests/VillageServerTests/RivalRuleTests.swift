import HTTPTypes
import HummingbirdTesting
import Testing

@testable import VillageServer

/// Rules of two teachers that conclude opposite things, from the clash to the settlement.
@Suite struct RivalRuleTests {
  /// Teaches a sentence and says yes to what was understood.
  private func teach(_ visitor: Visitor, _ sentence: String) async throws {
    let read = try await visitor.json(.post, "/api/v1/lessons", #"{"text": "\#(sentence)"}"#).list("results").first
    guard let reading = (read?["readings"] as? [[String: Any]])?.first?["paraphrase"] as? String else { return }
    try await visitor.json(.post, "/api/v1/lessons", #"{"text": "\#(sentence)", "reading": "\#(reading)"}"#)
  }

  @Test func `rules that clash are put to people with the case where they do, and one is settled to go first`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      try await teach(visitor, "A food is healthy if its fat is below 3 g.")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      try await teach(bruno, "A food is not healthy if it is fried.")
      let open = try await visitor.get("/api/v1/disagreements?status=open").list("disagreements")
      let clash = try #require(open.first)
      #expect(clash["question"] as? String == "Is something healthy?")
      let witness = clash["case"] as? String ?? ""
      #expect(witness.contains("fat") && witness.contains("fried") && witness.contains(" by one and "))
      let page = try await visitor.get(clash["path"] as? String ?? "").text
      #expect(page.contains("where both apply this one goes first"))
      let sides = clash["sides"] as? [[[String: Any]]] ?? []
      let fried = try #require(sides.joined().first { ($0["sentence"] as? String)?.contains("fried") == true }?["id"] as? String)
      let settled = try await visitor.submit(
        "\(clash["path"] as? String ?? "")/settlement", ["outcome": "precedes", "first": fried, "reason": "frying is what matters"])
      #expect(settled.status == .seeOther)
      for lesson in ["A tofu stick is a food.", "A tofu stick is fried.", "The fat of a tofu stick is 1 g."] {
        try await teach(visitor, lesson)
      }
      let asked = try await visitor.json(.post, "/api/v1/questions", #"{"text": "Is a tofu stick healthy?"}"#)
      let answer = asked.object["answer"] as? [String: Any]
      #expect((answer?["text"] as? String)?.hasPrefix("No") == true, "\(answer?["text"] ?? "")")
      #expect(asked.text.contains("The community settled that it goes before"))
    }
  }
}
