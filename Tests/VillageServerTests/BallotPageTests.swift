import HTTPTypes
import HummingbirdTesting
import Community
import Lessons
import Mind
import Testing
import VillageService

@testable import VillageServer

/// Founders are recalled and confirmed by the members.
@Suite struct BallotPageTests {
  @Test func `a member puts a founder's role to the vote, the others are told, and it ends with the time`() async throws {
    let village = try await TestVillage.open()
    _ = try await village.service.record(.roleGranted(to: "daniel", .teacher), by: "ana")
    _ = try await village.service.record(.roleGranted(to: "bruno", .founder), by: "ana")
    _ = try await village.service.record(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: "eve")
    try await village.serve { visitor in
      try await visitor.signIn("daniel")
      #expect(try await visitor.get("/founders").text.contains("None. Whoever has a voice can ask"))
      #expect(try await visitor.submit("/founders/bruno/ballots", ["question": "recall"]).status == .unprocessableContent)
      let opened = try await visitor.submit("/founders/bruno/ballots", ["question": "recall", "reason": "He never answers."])
      #expect(opened.status == .seeOther)
      let id = try #require(await village.service.look { $0.standing.ballots.keys.first })
      let ana = visitor.other()
      try await ana.signIn("ana")
      #expect(try await ana.get("/").text.contains("He never answers."))
      #expect(try await ana.get("/ballots/\(id)").text.contains("Does Bruno Reis’s role as a founder end?"))
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      #expect(try await bruno.get("/").text.contains("He never answers."), "whom it is about is told")
      #expect(try await bruno.get("/ballots/\(id)").text.contains("It is about you: the others vote."))
      #expect(try await bruno.json(.post, "/api/v1/opinions", #"{"on": "ballot:\#(id)", "stance": "dispute"}"#).status == .forbidden)
      try await visitor.submit("/opinions", ["on": "ballot:\(id)", "stance": "endorse"])
      #expect(try await ana.json(.post, "/api/v1/opinions", #"{"on": "ballot:\#(id)", "stance": "endorse"}"#).status == .created)
      let document = try await ana.get("/api/v1/ballots/\(id)").object
      #expect(document["state"] as? String == "open" && document["voters"] as? Int == 3)
      village.now.advance(by: 15 * 86_400)
      // Nothing was recorded since; what he may do is judged by the time it is now.
      #expect(try await bruno.submit("/policy", ["reviewsMin": "2", "reason": "x"]).status == .forbidden)
      #expect(try await ana.get("/ballots/\(id)").text.contains("Carried: their role as a founder ended."))
      #expect(try await ana.get("/founders").text.contains("Votes so far"))
      try await ana.submit("/opinions", ["on": "act:1", "stance": "unsure"])
      #expect(try await ana.get("/api/v1/members/bruno").object["role"] as? String == "teacher")
      let again = try await ana.json(.put, "/api/v1/members/bruno/role", #"{"role": "founder"}"#)
      #expect(again.status == .conflict)
    }
  }

  @Test func `who recalls the only founder names a teacher for their place, and no founder ends another's role`() async throws {
    let village = try await TestVillage.open()
    _ = try await village.service.record(.roleGranted(to: "daniel", .teacher), by: "ana")
    try await village.serve { visitor in
      try await visitor.signIn("daniel")
      #expect(try await visitor.get("/founders").text.contains("Who is to be a founder in their place"))
      let wish = ["question": "recall", "reason": "She never answers."]
      #expect(try await visitor.submit("/founders/ana/ballots", wish).status == .unprocessableContent)
      #expect(try await visitor.submit("/founders/ana/ballots", wish.merging(["successor": "bruno"]) { $1 }).status == .seeOther)
      let id = try #require(await village.service.look { $0.standing.ballots.keys.first })
      #expect(try await visitor.get("/ballots/\(id)").text.contains("In their place"))
      let document = try await visitor.get("/api/v1/ballots/\(id)").object
      #expect((document["successor"] as? [String: Any])?["id"] as? String == "bruno")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      for voter in [visitor, bruno] { try await voter.submit("/opinions", ["on": "ballot:\(id)", "stance": "endorse"]) }
      village.now.advance(by: 15 * 86_400)
      try await bruno.submit("/opinions", ["on": "act:1", "stance": "unsure"])
      #expect(try await visitor.get("/api/v1/members/bruno").object["role"] as? String == "founder")
      #expect(try await visitor.get("/api/v1/members/ana").object["role"] as? String == "teacher")
    }
  }

  @Test func `one of several founders can give the role up, and another cannot take it`() async throws {
    let village = try await TestVillage.open()
    _ = try await village.service.record(.roleGranted(to: "daniel", .teacher), by: "ana")
    _ = try await village.service.record(.roleGranted(to: "bruno", .founder), by: "ana")
    village.now.advance(by: 31 * 86_400)
    try await village.serve { visitor in
      try await visitor.signIn("ana")
      #expect(try await visitor.get("/people/bruno").text.contains("ends by a vote of the members"))
      let taken = try await visitor.json(.put, "/api/v1/members/bruno/role", #"{"role": "teacher", "ground": {"rule": "Trust was lost"}}"#)
      #expect(taken.status == .forbidden && taken.problem == "members-decide")
      let bruno = visitor.other()
      try await bruno.signIn("bruno")
      #expect(try await bruno.get("/founders").text.contains("Give up my role"))
      #expect(try await bruno.submit("/people/bruno/role", ["role": "teacher"]).status == .seeOther)
      #expect(try await visitor.get("/api/v1/members/bruno").object["role"] as? String == "teacher")
      #expect(try await visitor.get("/founders").text.contains("Give up my role") == false)
    }
  }

  @Test func `a founder is told in time that the term ends, and asks to be confirmed`() async throws {
    let village = try await TestVillage.open()
    _ = try await village.service.record(.roleGranted(to: "daniel", .teacher), by: "ana")
    _ = try await village.service.record(.policySet(["founderTermDays": 100], reason: "x"), by: "ana")
    try await village.serve { visitor in
      try await visitor.signIn("ana")
      #expect(try await visitor.get("/").text.contains("Your term as a founder") == false)
      village.now.advance(by: 80 * 86_400)
      try await visitor.signIn("ana")
      #expect(try await visitor.get("/").text.contains("Your term as a founder"))
      let made = try await visitor.json(.post, "/api/v1/ballots", #"{"member": "ana", "question": "confirm", "reason": "I would go on."}"#)
      #expect(made.status == .created)
      let daniel = visitor.other()
      try await daniel.signIn("daniel")
      #expect(try await daniel.get("/").text.contains("I would go on."))
      let id = made.object["id"] as? String ?? ""
      #expect(try await visitor.submit("/ballots/\(id)/withdrawal", [:]).status == .seeOther)
      #expect(try await daniel.get("/").text.contains("I would go on.") == false)
    }
  }
}
