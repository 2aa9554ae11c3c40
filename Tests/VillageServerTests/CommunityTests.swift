import HTTPTypes
import HummingbirdTesting
import Ledger
import Lessons
import Mind
import Community
import Testing
import VillageService

@testable import VillageServer

/// What members think of lessons, and what the village makes of it.
@Suite struct CommunityTests {
  private func teach(_ visitor: Visitor, _ sentence: String) async throws -> String {
    let taught = try await visitor.json(.post, "/api/v1/lessons", #"{"text": "\#(sentence)", "reading": "\#(sentence)"}"#)
    return (taught.list("results").first?["lessons"] as? [String])?.first ?? "\(taught.status)"
  }

  @Test func `a dispute stands under its name on the lesson's page, and can be taken back`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let id = try await teach(visitor, "A banana is a fruit.")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      let refused = try await bruno.json(.post, "/api/v1/opinions", #"{"on": "lesson:\#(id)", "stance": "dispute"}"#)
      #expect(refused.status == .unprocessableContent)
      #expect(
        try await bruno.submit("/opinions", ["on": "lesson:\(id)", "stance": "dispute", "reason": "it is a berry"]).status == .seeOther)
      var page = try await visitor.get("/lessons/\(id)").text
      #expect(page.contains("it is a berry") && page.contains("1 disputes it"))
      #expect(page.contains("Only a panel drawn by lot can take it away."))
      #expect(try await visitor.get("/api/v1/opinions?on=lesson:\(id)").object["status"] as? String == "contested")
      try await bruno.submit("/opinions", ["on": "lesson:\(id)", "stance": "none"])
      page = try await visitor.get("/lessons/\(id)").text
      #expect(!page.contains("it is a berry"))
      #expect(try await visitor.other().get("/lessons/\(id)").text.contains("How it stands, and why") == false)
    }
  }

  @Test func `members see where the weight of those who spoke lies, on a lesson and between the sides of a disagreement`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let id = try await teach(visitor, "The glycemic index of rice is 73.")
      #expect(try await visitor.get("/lessons/\(id)").text.contains("Where the weight") == false, "nobody else spoke")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      try await bruno.submit("/opinions", ["on": "lesson:\(id)", "stance": "endorse"])
      #expect(try await visitor.get("/lessons/\(id)").text.contains("Where the weight of those who spoke lies"))
      let credence = try #require(try await visitor.get("/api/v1/lessons/\(id)").object["credence"] as? [String: Any])
      #expect((credence["shares"] as? [Double])?[0] ?? 0 > 0.5 && (credence["voices"] as? [Any])?.count == 2)
      _ = try await teach(bruno, "The glycemic index of rice is 89.")
      let disagreement = try #require(try await visitor.get("/api/v1/disagreements").list("disagreements").first?["id"] as? String)
      #expect(try await visitor.get("/disagreements/\(disagreement)").text.contains("Whose word weighs how much"))
      let stranger = visitor.other()
      for path in ["/lessons/\(id)", "/disagreements/\(disagreement)"] {
        #expect(try await stranger.get(path).text.contains("Where the weight") == false)
      }
      #expect(try await stranger.get("/api/v1/lessons/\(id)").object["credence"] == nil)
    }
  }

  @Test func `whose lessons changed many answers is told why they wait, and everybody what changed`() async throws {
    let village = try await TestVillage.open()
    _ = try await village.service.record(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: "eve")
    _ = try await village.service.record(.roleGranted(to: "daniel", .teacher), by: "ana")
    _ = try await village.service.record(.policySet(["influenceQuestionsMin": 10], reason: "a small village"), by: "ana")
    let fruits = ["apple", "pear", "plum", "fig", "kiwi", "mango", "peach", "lemon", "melon", "grape"]
    for fruit in fruits { _ = try await village.service.teach("The glycemic index of \(fruit) is 30.", by: "daniel") }
    let talk = try await village.service.people.startConversation(by: .visitor("v"), consent: false, now: village.now.date)
    for fruit in fruits {
      _ = try await village.service.talk("What is the glycemic index of \(fruit)?", in: talk.id, by: .visitor("v"))
    }
    await village.service.finishReplaying()
    try await village.serve { visitor in
      try await visitor.signIn("ana")
      _ = try await visitor.get("/")
      let daniel = visitor.other()
      try await daniel.signIn("daniel")
      let id = try await teach(daniel, "The glycemic index of apple is 95.")
      await village.service.finishReplaying()
      #expect(try await daniel.get("/lessons/\(id)").text.contains("changed many answers within one day"))
      #expect(try await visitor.get("/").text.contains("1 answer to what people ask changed, because of Daniel"))
      #expect(try await visitor.get("/history?kind=counted").text.contains("changed 1 of 10 answers to what people asked of late"))
      #expect(try await visitor.get("/history").text.contains("answers to what people asked of late") == false)
    }
  }

  @Test func `all that somebody did is taken back in one act, which can itself be undone`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      let id = try await teach(bruno, "A banana is a vegetable.")
      #expect(try await visitor.get("/history?author=bruno").text.contains("Take back all that Bruno Reis did"))
      #expect(try await bruno.get("/history?author=ana").text.contains("Take back all") == false)
      var reverted = try await visitor.json(.post, "/api/v1/reversals", #"{"member": "bruno", "reason": "a prank"}"#)
      #expect(reverted.status == .unprocessableContent && reverted.problem == "rule-missing")
      let ground = #"{"member": "bruno", "reason": "a prank", "ground": {"rule": "Spam or nonsense", "see": ["lesson:\#(id)"]}}"#
      reverted = try await visitor.json(.post, "/api/v1/reversals", ground)
      let sequence = try #require(reverted.object["sequence"] as? Int)
      #expect(try await visitor.get("/lessons/\(id)").text.contains("a prank"))
      #expect(try await visitor.other().get("/lessons/\(id)").status == .notFound)
      #expect(try await bruno.json(.post, "/api/v1/reversals", #"{"reason": "revenge"}"#).status == .forbidden)
      #expect(try await visitor.submit("/acts/\(sequence)/undo", [:]).status == .seeOther)
      #expect(try await visitor.other().get("/lessons/\(id)").status == .ok)
    }
  }

  @Test func `a proposal is voted on, and adopted once its time is over`() async throws {
    let village = try await TestVillage.open()
    try await village.serve { visitor in
      try await visitor.signIn("ana")
      let first = try await teach(visitor, "The glycemic index of a banana is 51.")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      _ = try await teach(bruno, "The glycemic index of a banana is 62.")
      let clash = try #require(try await visitor.get("/api/v1/disagreements").list("disagreements").first?["id"] as? String)
      let daniel = visitor.other()
      try await daniel.signIn("daniel")
      try await daniel.submit(
        "/disagreements/\(clash)/proposals", ["outcome": "holds", "winner": first, "reason": "measured twice", "days": "1"])
      let page = try await bruno.get("/disagreements/\(clash)").text
      #expect(page.contains("measured twice") && page.contains("the vote is open until"))
      #expect(try await bruno.get("/").text.contains("A vote"))
      let proposal = try #require(await village.service.look { $0.standing.proposals.keys.first })
      try await visitor.submit("/opinions", ["on": "proposal:\(proposal)", "stance": "endorse"])
      try await bruno.submit("/opinions", ["on": "proposal:\(proposal)", "stance": "dispute", "reason": "an old table"])
      try await daniel.submit("/opinions", ["on": "proposal:\(proposal)", "stance": "endorse"])
      #expect(try await visitor.submit("/proposals/\(proposal)/adoption", [:]).status == .conflict)
      village.now.advance(by: 90_000)
      #expect(try await visitor.submit("/proposals/\(proposal)/adoption", [:]).status == .seeOther)
      let settled = try await visitor.get("/disagreements/\(clash)").text
      #expect(settled.contains("an old table") && settled.contains("One of them holds"))
    }
  }

  @Test func `a group that looks after a topic nods to what others teach on it`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      try await visitor.submit("/groups", ["name": "physicians", "charter": "Doses are ours.", "topics": "glycemic index", "gate": "yes"])
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      _ = try await teach(bruno, "The glycemic index of a banana is 51.")
      let page = try await visitor.get("/groups/physicians").text
      #expect(page.contains("Doses are ours.") && page.contains("The glycemic index of a banana is 51."))
      #expect(try await bruno.submit("/groups/physicians/members", [:]).status == .forbidden)
    }
  }

  @Test func `the policy is shown from its numbers, and a founder changes one with a reason`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      #expect(try await visitor.submit("/policy", ["reviewsMin": "2"]).status == .unprocessableContent)
      #expect(try await visitor.submit("/policy", ["reviewsMin": "99", "reason": "x"]).status == .unprocessableContent)
      #expect(try await visitor.submit("/policy", ["reviewsMin": "2", "reason": "doses"]).status == .seeOther)
      #expect(try await visitor.get("/policy").text.contains("because: doses"))
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      #expect(try await bruno.submit("/policy", ["reviewsMin": "1", "reason": "x"]).status == .forbidden)
    }
  }

  @Test func `an answer is owed to those without whom it would be another`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      _ = try await teach(visitor, "A banana is a fruit.")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      _ = try await teach(bruno, "Every fruit contains sugar.")
      let credit = try await visitor.json(.post, "/api/v1/credits", #"{"text": "Does a banana contain sugar?"}"#)
      let shares = credit.list("shares")
      #expect(shares.count == 2)
      #expect(abs(shares.compactMap { $0["share"] as? Double }.reduce(0, +) - 1) < 1e-9)
    }
  }

  @Test func `views and health say so where there is too little to tell`() async throws {
    try await TestVillage.open().serve { visitor in
      try await visitor.signIn("ana")
      #expect(try await visitor.get("/views").text.contains("nothing can be told of camps"))
      #expect(try await visitor.get("/community").text.contains("What would be lost with whom"))
      #expect(try await visitor.other().get("/views").status == .seeOther)
    }
  }

  @Test func `who an act concerns appeals, and another founder is asked`() async throws {
    let village = try await TestVillage.open()
    try await village.serve { visitor in
      try await visitor.signIn("ana")
      let daniel = visitor.other()
      try await daniel.signIn("daniel")
      let id = try await teach(daniel, "A banana is a fruit.")
      _ = try await village.service.record(.roleGranted(to: "bruno", .founder), by: "ana")
      _ = try await village.service.record(.declined(.init(id), reason: "no"), by: "ana")
      let act = await village.service.look { $0.standing.sequence }
      #expect(try await daniel.get("/acts/\(act)").text.contains("It concerns you."))
      try await daniel.submit("/opinions", ["on": "act:\(act)", "stance": "dispute", "reason": "every book says so"])
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      #expect(try await bruno.get("/").text.contains("every book says so"))
      #expect(try await visitor.get("/").text.contains("An appeal") == false)
    }
  }
}
