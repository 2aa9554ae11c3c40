import Foundation
import Ledger
import Testing
import VillageTesting

@Suite struct RaisedHandTests {
  @Test func `a question keeps its first wording and counts how often it was asked, and by how many`() async throws {
    try await withStore { store in
      let first = try await store.raiseHand(key: "eat mango", question: "May I eat mango?", by: .visitor("v1"), now: now)
      #expect(first.count == 1)
      #expect(first.askers == 1)
      _ = try await store.raiseHand(key: "eat mango", question: "mango ok??", by: .visitor("v1"), now: now + 1)
      let third = try await store.raiseHand(key: "eat mango", question: "mango?", by: .member("m-ada"), now: now + 2)
      #expect(third.count == 3)
      #expect(third.askers == 2)
      #expect(third.question == "May I eat mango?")
      #expect(third.firstAsked == now)
      #expect(third.lastAsked == now + 2)
      #expect(try await store.raisedHand(key: "eat mango") == third)
      #expect(try await store.raisedHand(key: "eat") == nil)
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `no question asked at the same moment goes uncounted`(seed: UInt64) async throws {
    try await withStore { store in
      var random = SplitMix64(seed: seed)
      let asked = (0..<200).map { _ in (Int.random(in: 0..<5, using: &random), Int.random(in: 0..<12, using: &random)) }
      try await withThrowingTaskGroup { group in
        for (question, visitor) in asked {
          group.addTask {
            try await store.raiseHand(key: "\(question)", question: "\(question)?", by: .visitor("v\(visitor)"), now: now)
          }
        }
        try await group.waitForAll()
      }
      for hand in try await store.raisedHands(.open, limit: 10) {
        let own = asked.filter { "\($0.0)" == hand.key }
        #expect(hand.count == own.count, "seed \(seed)")
        #expect(hand.askers == Set(own.map(\.1)).count, "seed \(seed)")
      }
    }
  }

  @Test func `questions are listed by how often they were asked`() async throws {
    try await withStore { store in
      for (key, count) in [("a", 1), ("b", 3), ("c", 2), ("d", 3)] {
        for number in 0..<count {
          _ = try await store.raiseHand(key: key, question: key, by: .visitor("v"), now: now + TimeInterval(number) + (key == "d" ? 10 : 0))
        }
      }
      #expect(try await store.raisedHands(.open, limit: 10).map(\.key) == ["d", "b", "c", "a"])
      #expect(try await store.raisedHands(.open, limit: 2).map(\.key) == ["d", "b"])
      #expect(try await store.raisedHands(.answered, limit: 10).isEmpty)
    }
  }

  @Test func `an answered question that is asked again is open again, a dismissed one is not`() async throws {
    try await withStore { store in
      for key in ["a", "b"] { _ = try await store.raiseHand(key: key, question: key, by: .visitor("v"), now: now) }
      let answered = try await store.settleHand(key: "a", as: .answered, by: "m-ada", now: now + 1)
      #expect(answered.status == .answered)
      #expect(answered.settledBy == "m-ada")
      #expect(answered.settledAt == now + 1)
      _ = try await store.settleHand(key: "b", as: .dismissed, by: "m-bo", now: now + 1)
      for key in ["a", "b"] { _ = try await store.raiseHand(key: key, question: key, by: .visitor("v"), now: now + 2) }
      let (a, b) = (try await store.raisedHand(key: "a"), try await store.raisedHand(key: "b"))
      #expect(a?.status == .open)
      #expect(a?.settledBy == nil)
      #expect(b?.status == .dismissed)
      #expect(b?.settledBy == "m-bo")
      #expect(a?.count == 2)
      #expect(b?.count == 2)
      #expect(try await store.settleHand(key: "b", as: .open, by: "m-ada", now: now).settledBy == nil)
    }
  }

  @Test func `a question can be erased, and an unknown one cannot be settled`() async throws {
    try await withStore { store in
      _ = try await store.raiseHand(key: "a", question: "a", by: .visitor("v"), now: now)
      try await store.eraseHand(key: "a")
      await #expect(throws: PrivateStoreError.unknownQuestion("a")) { try await store.eraseHand(key: "a") }
      await #expect(throws: PrivateStoreError.unknownQuestion("a")) {
        try await store.settleHand(key: "a", as: .answered, by: "m", now: now)
      }
      #expect(try await store.raiseHand(key: "a", question: "a", by: .visitor("v"), now: now).askers == 1)
    }
  }
}

@Suite struct VisitTests {
  @Test func `what changed is counted from the end of the visit before, however often the page is loaded`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      func visit(_ sequence: Int, at time: Date) async throws -> Visit { try await store.recordVisit(of: "m-ada", at: sequence, now: time) }
      let first = try await visit(10, at: now)
      #expect(first.lastSeen == nil)
      #expect(first.sequence == 10)
      let stillFirst = try await visit(14, at: now + 600)
      #expect(stillFirst == first)
      let second = try await visit(20, at: now + day)
      #expect(second.lastSeen == now + 600)
      #expect(second.sequence == 14)
      #expect(try await visit(25, at: now + day + 60) == second)
      let third = try await visit(30, at: now + 2 * day)
      #expect(third.lastSeen == now + day + 60)
      #expect(third.sequence == 25)
      await #expect(throws: PrivateStoreError.unknownMember("m-eve")) { try await store.recordVisit(of: "m-eve", at: 1, now: now) }
    }
  }
}
