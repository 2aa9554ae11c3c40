import HTTPTypes
import HummingbirdTesting
import Testing
@testable import VillageServer

@Suite struct LessonTests {
  static let banana = #"{"text": "The glycemic index of a banana is 51."}"#

  @Test func `a lesson taught through the API changes the answer`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let question = #"{"text": "What is the glycemic index of a banana?"}"#
      let before = try await visitor.json(.post, "/api/v1/questions", question)
      #expect((before.object["answer"] as? [String: Any])?["kind"] as? String == "not taught")
      let taught = try await visitor.json(.post, "/api/v1/lessons", Self.banana)
      #expect(taught.status == .created)
      #expect(taught.list("results").first?["outcome"] as? String == "recorded")
      let after = try await visitor.json(.post, "/api/v1/questions", question)
      let answer = try #require(after.object["answer"] as? [String: Any])
      #expect((answer["text"] as? String)?.contains("51") == true)
      #expect(!(answer["because"] as? [Any] ?? []).isEmpty)
    }
  }

  @Test func `the same key records once and answers the same`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let headers: HTTPFields = [.idempotencyKey: "k-1"]
      let first = try await visitor.json(.post, "/api/v1/lessons", Self.banana, headers: headers)
      let second = try await visitor.json(.post, "/api/v1/lessons", Self.banana, headers: headers)
      #expect(first.status == .created && second.status == .created)
      #expect(first.list("results").first?["lessons"] as? [String] == second.list("results").first?["lessons"] as? [String])
      #expect(try await visitor.get("/api/v1/lessons").list("lessons").count == 1)
      try await visitor.submit("/lessons", ["text": "A lentil is a food.", "key": "form-1"])
      try await visitor.submit("/lessons", ["text": "A lentil is a food.", "key": "form-1"])
      #expect(try await visitor.get("/api/v1/lessons").list("lessons").count == 2)
    }
  }

  @Test func `a copy that is still good is not sent again`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let id = try await Self.teach(visitor, Self.banana)
      let first = try await visitor.get("/api/v1/lessons/\(id)")
      let tag = try #require(first.headers[.eTag])
      #expect(try await visitor.get("/api/v1/lessons/\(id)", headers: [.ifNoneMatch: tag]).status == .notModified)
      try await visitor.json(.post, "/api/v1/lessons/\(id)/comments", #"{"text": "Ripe or green?"}"#)
      #expect(try await visitor.get("/api/v1/lessons/\(id)", headers: [.ifNoneMatch: tag]).status == .ok)
    }
  }

  @Test func `of two who revise at once the second sees both versions`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let id = try await Self.teach(visitor, Self.banana)
      let tag = try #require(try await visitor.get("/api/v1/lessons/\(id)").headers[.eTag])
      let change = #"{"text": "The glycemic index of a banana is 48.", "seen": 1}"#
      #expect(try await visitor.json(.patch, "/api/v1/lessons/\(id)", change).status == .ok)
      let late = try await visitor.json(.patch, "/api/v1/lessons/\(id)", change)
      #expect(late.status == .conflict && late.problem == "revised-meanwhile")
      let matched = try await visitor.json(.patch, "/api/v1/lessons/\(id)", change, headers: [.ifMatch: tag])
      #expect(matched.status == .preconditionFailed)
      let page = try await visitor.submit(
        "/lessons/\(id)/revisions", ["text": "The glycemic index of a banana is 47.", "seen": "1", "key": "k"])
      #expect(page.status == .conflict)
      #expect(page.text.contains("is 48.") && page.text.contains("is 47."))
    }
  }

  @Test func `a lesson is taken back, and that is taken back too`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let id = try await Self.teach(visitor, Self.banana)
      let sequence = try #require(try await visitor.send(.delete, "/api/v1/lessons/\(id)").object["sequence"] as? Int)
      #expect(try await visitor.get("/api/v1/lessons/\(id)").object["status"] as? String == "retracted")
      #expect(try await visitor.send(.post, "/api/v1/acts/\(sequence)/undo").status == .ok)
      #expect(try await visitor.get("/api/v1/lessons/\(id)").object["status"] as? String == "accepted")
      let undo = try await visitor.submit("/acts/\(sequence + 1)/undo", [:], headers: [.testFragment: "1"])
      #expect(undo.status == .ok && undo.text.contains("taken back"))
    }
  }

  @Test func `a newcomer's lesson waits, is hidden from the public, and is reviewed`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("daniel")
      let id = try await Self.teach(visitor, Self.banana)
      #expect(try await visitor.get("/api/v1/lessons/\(id)").object["status"] as? String == "waiting")
      #expect(try await visitor.other().get("/api/v1/lessons/\(id)").status == .notFound)
      #expect(try await visitor.other().get("/lessons/\(id)").status == .notFound)

      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      #expect(try await bruno.get("/questions").text.contains("glycemic index of a banana is 51"))
      let declined = try await bruno.submit("/lessons/\(id)/review", ["decision": "decline"])
      #expect(declined.status == .unprocessableContent, "declining needs a reason")
      #expect(try await bruno.json(.post, "/api/v1/lessons/\(id)/review", #"{"decision": "accept"}"#).status == .ok)
      #expect(try await visitor.other().get("/lessons/\(id)").status == .ok)
    }
  }

  @Test func `someone else's lesson is challenged and not changed`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let id = try await Self.teach(visitor, Self.banana)
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      let change = #"{"text": "The glycemic index of a banana is 48.", "seen": 1}"#
      let refused = try await bruno.json(.patch, "/api/v1/lessons/\(id)", change)
      #expect(refused.status == .forbidden && refused.problem == "not-yours")
      let challenge = try await bruno.json(
        .post, "/api/v1/lessons/\(id)/challenge", #"{"text": "The glycemic index of a banana is 48.", "reason": "Newer table."}"#)
      #expect(challenge.status == .created)
      let disagreements = try await bruno.get("/api/v1/disagreements?status=open").list("disagreements")
      #expect(disagreements.count == 1)
    }
  }

  @Test func `a disagreement is discussed, settled and opened again`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      _ = try await Self.teach(visitor, Self.banana)
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      let other = try await Self.teach(bruno, #"{"text": "The glycemic index of a banana is 62."}"#)
      let id = try #require(try await bruno.get("/api/v1/disagreements").list("disagreements").first?["id"] as? String)
      #expect(try await bruno.json(.post, "/api/v1/disagreements/\(id)/comments", #"{"text": "Which table?"}"#).status == .created)
      let page = try await visitor.get("/disagreements/\(id)")
      #expect(page.text.contains("Which table?") && page.text.contains("Bruno Reis"))
      let settled = try await visitor.submit(
        "/disagreements/\(id)/settlement", ["outcome": "holds", "winner": other, "reason": "The newer table.", "key": "s"])
      #expect(settled.status == .seeOther, "\(settled.text)")
      #expect(try await visitor.get("/api/v1/disagreements/\(id)").object["status"] as? String == "settled")
      let again = try await visitor.json(.post, "/api/v1/disagreements/\(id)/reopening", #"{"reason": "A third table."}"#)
      #expect(again.status == .created && again.object["status"] as? String == "open")
    }
  }

  static func teach(_ visitor: Visitor, _ body: String) async throws -> String {
    let response = try await visitor.json(.post, "/api/v1/lessons", body)
    let lessons = response.list("results").first?["lessons"] as? [String]
    return try #require(lessons?.first, "\(response.text)")
  }
}
