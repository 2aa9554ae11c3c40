import Foundation
import Ledger
import Testing
import VillageTesting

@Suite struct ConversationTests {
  @Test func `a conversation keeps its turns in order`() async throws {
    try await withStore { store in
      let started = try await store.startConversation(by: .visitor("v1"), consent: false, now: now)
      let first = try await store.addTurn(
        to: started.id, utterance: "Can I eat rice? 🍚", answer: #"{"text":"Yes"}"#, view: "release-1", now: now + 1)
      let second = try await store.addTurn(to: started.id, utterance: "Why?", answer: "{}", view: "release-1", now: now + 2)
      #expect(first.number == 1)
      #expect(second.number == 2)
      #expect(first.utterance == "Can I eat rice? 🍚")
      #expect(try await store.turns(of: started.id, limit: 10) == [first, second])
      #expect(try await store.turns(of: started.id, after: 1, limit: 10) == [second])
      let now = try await store.conversation(id: started.id)
      #expect(now?.lastActive == second.time)
      #expect(now?.speaker == .visitor("v1"))
    }
  }

  @Test func `turns added at once are numbered without a gap`() async throws {
    try await withStore { store in
      let conversation = try await store.startConversation(by: .visitor("v1"), consent: false, now: now).id
      try await withThrowingTaskGroup { group in
        for number in 0..<50 {
          group.addTask { try await store.addTurn(to: conversation, utterance: "\(number)", answer: "{}", view: "v", now: now) }
        }
        try await group.waitForAll()
      }
      let turns = try await store.turns(of: conversation, limit: 100)
      #expect(turns.map(\.number) == Array(1...50))
      #expect(Set(turns.map(\.utterance)).count == 50)
    }
  }

  @Test func `what the public asked of late is told once each, and little of any one asker`() async throws {
    try await withStore { store in
      func ask(_ questions: [String], _ speaker: String, view: String = "", at time: Date) async throws {
        let conversation = try await store.startConversation(by: .visitor(speaker), consent: false, now: time).id
        for question in questions {
          _ = try await store.addTurn(to: conversation, utterance: question, answer: "{}", view: view, now: time)
        }
      }
      try await ask(["long ago"], "a", at: now - 100)
      try await ask(["as Ana"], "a", view: "ana", at: now)
      try await ask(["rice?", "bread?"], "b", at: now)
      try await ask(["rice?", "of a release?"], "c", view: "\nspring", at: now + 1)
      try await ask((1...9).map { "flood \($0)" }, "d", at: now + 2)
      let asked = try await store.questionsAsked(since: now - 10, ofOneMax: 3, limit: 100)
      #expect(Set(asked) == ["rice?", "bread?", "of a release?", "flood 1", "flood 2", "flood 3"])
      #expect(asked.first?.hasPrefix("flood") == true && asked.last == "bread?")
      #expect(try await store.questionsAsked(since: now - 10, ofOneMax: 3, limit: 2).count == 2)
    }
  }

  @Test func `what is no turn is refused by name`() async throws {
    try await withStore { store in
      let id = try await store.startConversation(by: .visitor("v1"), consent: false, now: now).id
      func refusal(_ utterance: String, _ answer: String, in conversation: String) async -> PrivateStoreError? {
        await #expect(throws: PrivateStoreError.self) {
          try await store.addTurn(to: conversation, utterance: utterance, answer: answer, view: "v", now: now)
        }
      }
      #expect(await refusal(" ", "{}", in: id) == .blank(field: "message"))
      #expect(await refusal("a\0b", "{}", in: id) == .unreadable(field: "message"))
      #expect(await refusal("Hello", "{", in: id) == .unreadable(field: "answer"))
      #expect(await refusal(String(repeating: "x", count: 70_000), "{}", in: id) == .tooLong(field: "message", bytesMax: 65_536))
      #expect(await refusal("Hello", "{}", in: "gone") == .unknownConversation("gone"))
    }
  }

  @Test func `teachers see only what speakers agreed to`() async throws {
    try await withStore { store in
      let open = try await store.startConversation(by: .visitor("v1"), consent: true, now: now)
      let closed = try await store.startConversation(by: .visitor("v2"), consent: false, now: now + 1)
      #expect(try await store.conversationsWithConsent(limit: 10) == [open])
      try await store.setConsent(true, for: closed.id)
      #expect(try await store.conversationsWithConsent(limit: 10).map(\.id) == [closed.id, open.id])
      #expect(try await store.conversationsWithConsent(before: closed.lastActive, limit: 10).map(\.id) == [open.id])
      try await store.setConsent(false, for: open.id)
      #expect(try await store.conversationsWithConsent(limit: 10).map(\.id) == [closed.id])
      await #expect(throws: PrivateStoreError.unknownConversation("gone")) { try await store.setConsent(true, for: "gone") }
    }
  }

  @Test func `conversations can be erased one by one, by speaker and by age`() async throws {
    try await withStore { store in
      var ids: [String] = []
      for number in 0..<6 {
        let id = try await store.startConversation(by: .visitor("v\(number % 2)"), consent: true, now: now + TimeInterval(number) * day).id
        _ = try await store.addTurn(to: id, utterance: "Hi", answer: "{}", view: "v", now: now + TimeInterval(number) * day)
        ids.append(id)
      }
      try await store.eraseConversation(id: ids[0])
      await #expect(throws: PrivateStoreError.unknownConversation(ids[0])) { try await store.eraseConversation(id: ids[0]) }
      #expect(try await store.turns(of: ids[0], limit: 10).isEmpty)
      #expect(try await store.eraseConversations(lastActiveBefore: now + 2.5 * day) == 2)
      #expect(try await store.eraseConversations(by: .visitor("v1")) == 2)
      #expect(try await store.conversations(by: .visitor("v0"), limit: 10).map(\.id) == [ids[4]])
      #expect(try await store.turns(of: ids[4], limit: 10).count == 1)
      #expect(try await store.eraseConversations(lastActiveBefore: .distantPast) == 0)
    }
  }

  @Test func `a member and a visitor with the same id are two speakers`() async throws {
    try await withStore { store in
      _ = try await store.startConversation(by: .visitor("x"), consent: true, now: now)
      #expect(try await store.conversations(by: .member("x"), limit: 10).isEmpty)
    }
  }
}
