import HTTPTypes
import HummingbirdTesting
import Testing

@testable import VillageServer

/// A sentence that could not be read, the one said instead, and what is learnt from the two.
@Suite struct PhrasingTests {
  private func teach(_ visitor: Visitor, _ sentence: String, reading: String? = nil) async throws -> [String: Any] {
    func quoted(_ text: String) -> String { "\"\(text.replacing("\"", with: "\\\""))\"" }
    let body = #"{"text": \#(quoted(sentence))\#(reading.map { ", \"reading\": \(quoted($0))" } ?? "")}"#
    let answer = try await visitor.json(.post, "/api/v1/lessons", body)
    return answer.list("results").first ?? answer.object
  }

  @Test func `a phrasing is offered after a note, taught with one word, and understood from then on`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      _ = try await teach(visitor, "The glycemic index of a banana is 51.")
      let unread = try await teach(visitor, "For white rice, figure on 73 glycemic-wise.")
      #expect(unread["outcome"] as? String == "noted")
      let said = try await teach(visitor, "The glycemic index of white rice is 73.")
      let offered = try #require(said["phrasing"] as? String)
      #expect(offered == #""For X, figure on Y glycemic-wise" means "The glycemic index of X is Y"."#)
      #expect(try await teach(visitor, offered, reading: offered)["outcome"] as? String == "recorded")
      let next = try await teach(visitor, "For lentils, figure on 30 glycemic-wise.")
      #expect(next["outcome"] as? String == "recorded", "\(next)")
      #expect((next["said"] as? String)?.contains("30") == true)
      // Where nothing was unread before, nothing is offered.
      #expect(try await teach(visitor, "The glycemic index of an apple is 36.")["phrasing"] == nil)
    }
  }

  @Test func `a phrasing that takes over what was taught is refused, with the sentence and what to do`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      _ = try await teach(visitor, "White rice is healthy.")
      let wide = #""X is Y" means "the glycemic index of X is Y"."#
      let refused = try await teach(visitor, wide, reading: wide)
      #expect((refused["detail"] as? String)?.contains("White rice is healthy.") == true, "\(refused)")
    }
  }
}
