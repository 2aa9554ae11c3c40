import Community
import Dialogue
import Foundation
import Ledger
import Lessons
import Mind
import Testing
import VillageService
import VillageTesting

/// A village of three teachers in which the public asked of fruits.
private struct Market {
  static let fruits = ["apple", "pear", "plum", "fig", "kiwi", "mango", "peach", "lemon", "melon", "grape", "cherry", "lime"]
  let village: VillageService

  init() async throws {
    let people = try PrivateStore(
      path: TestFiles.newFolder().appending(path: "people.sqlite").path,
      passwordCost: PasswordCost(logRounds: 4, blockSize: 8, parallelism: 1))
    village = try await VillageService.open(ledger: MemoryLedger(), people: people)
    _ = try await village.record(.founded(name: "Test"), by: "ana")
    for member in ["bo", "cy"] as [ID<Member>] {
      _ = try await village.record(.joined(role: .teacher, group: nil, invitedBy: "ana"), by: member)
    }
    _ = try await village.record(.policySet(["influenceQuestionsMin": 10], reason: "a small market"), by: "ana")
    for (number, fruit) in Self.fruits.enumerated() { try await teach("The glycemic index of \(fruit) is \(20 + number).", by: "bo") }
    let talk = try await village.people.startConversation(by: .visitor("v"), consent: false, now: Date())
    for fruit in Self.fruits { _ = try await village.talk(Self.question(fruit), in: talk.id, by: .visitor("v")) }
    await village.finishReplaying()
  }

  static func question(_ fruit: String) -> String { "What is the glycemic index of \(fruit)?" }

  func teach(_ words: String, by member: ID<Member>) async throws { _ = try await village.teach(words, by: member) }

  func publicAnswer(_ fruit: String) async -> String {
    await village.answer(Self.question(fruit), in: .init(), from: .community).answer.text.plain { $0.rawValue }
  }

  func lessons(by member: ID<Member>, _ status: LessonRecord.Status) async -> [LessonRecord] {
    await village.look { state in
      (state.standing.members[member]?.lessons ?? []).compactMap { state.standing.lessons[$0] }.filter { $0.status == status }
    }
  }
}

@Suite struct InfluenceTests {
  @Test func `who changes too many answers in a day waits for a colleague, with all that came in the same act`() async throws {
    let market = try await Market()
    try await market.teach("The glycemic index of apple is 95. The glycemic index of an unasked quince is 95.", by: "bo")
    #expect(await market.publicAnswer("apple").contains("95"))
    await market.village.finishReplaying()
    #expect(await market.publicAnswer("apple").contains("20"))
    #expect(await market.lessons(by: "bo", .waiting).count == 2)
    // And what they teach now waits from the start.
    try await market.teach("A durian is a fruit.", by: "bo")
    #expect(await market.lessons(by: "bo", .waiting).count == 3)
    // Nor is the count theirs to take back, though it stands under their name.
    let counted = try #require(await market.village.look { $0.standing.influences.last?.sequence })
    let reversal = Act.reverted(Reversal("r", of: "bo", counted...counted, reason: "x"))
    await #expect(throws: Refusal.nothingToRevert) { try await market.village.record(reversal, by: "bo") }
    // Colleagues teach on, and one of them lets it through; who brought Bo in does not do.
    try await market.teach("A rambutan is a fruit.", by: "cy")
    #expect(await market.lessons(by: "cy", .accepted).count == 1)
    let apple = try #require(await market.lessons(by: "bo", .waiting).first)
    _ = try await market.village.record(.accepted(apple.lesson.id, reason: ""), by: "ana")
    #expect(await market.publicAnswer("apple").contains("20"))
    _ = try await market.village.record(.accepted(apple.lesson.id, reason: ""), by: "cy")
    #expect(await market.publicAnswer("apple").contains("95"))
  }

  @Test func `to answer what nobody had taught an answer to counts against nobody`() async throws {
    let market = try await Market()
    let talk = try await market.village.people.startConversation(by: .visitor("w"), consent: false, now: Date())
    for fruit in ["quince", "durian"] { _ = try await market.village.talk(Market.question(fruit), in: talk.id, by: .visitor("w")) }
    await market.village.finishReplaying()
    try await market.teach("The glycemic index of quince is 40. The glycemic index of durian is 44.", by: "bo")
    await market.village.finishReplaying()
    #expect(await market.lessons(by: "bo", .waiting).isEmpty)
  }

  @Test func `a village where nobody asks weighs nobody`() async throws {
    let village = try await makeVillage()
    _ = try await village.teach("The glycemic index of apple is 20.", by: "bo")
    await village.finishReplaying()
    _ = try await village.teach("The glycemic index of apple is 95.", by: "bo")
    await village.finishReplaying()
    #expect(
      await village.answer("What is the glycemic index of apple?", in: .init(), from: .community).answer.text.plain { $0.rawValue }
        .contains("95"))
  }
}
