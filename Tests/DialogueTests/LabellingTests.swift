import Dialogue
import Lessons
import Testing

@Suite struct LabellingTests {
  private func village() throws -> TaughtVillage {
    var village = try TaughtVillage()
    let unread = village.teach(
      """
      A banana is a fruit.
      When someone asks about sugar, say "Mind your teeth."
      When someone asks whether a food is allowed, say "It depends on the amount."
      "Can I eat cake?" is about sugar because it mentions "cake".
      A question asks whether a food is allowed if it starts with "may I have".
      """)
    #expect(unread.isEmpty)
    return village
  }

  @Test func `a question with the word of a taught reason is about its topic`() throws {
    let answer = try village().ask("Tell me something of birthday cake")
    #expect(answer.said == "Mind your teeth.")
    let reason = answer.because.first { $0.text.plain(naming: TaughtVillage.name) == "I took it to be about sugar." }
    #expect(reason?.reasons.first?.text.plain(naming: TaughtVillage.name) == "A question is about sugar if it contains \"cake\".")
  }

  @Test func `a reason tells what is asked, and is cited for it`() throws {
    let answer = try village().ask("May I have the yellow one?")
    #expect(answer.said == "It depends on the amount.")
    #expect(answer.understood.told?.count == 1)
  }

  @Test func `what a reason denies is not asked`() throws {
    var village = try village()
    village.teach("A question is not about sugar if it contains \"tin\".")
    #expect(village.ask("Tell me something of birthday cake in a tin").said != "Mind your teeth.")
  }

  @Test func `a reason that was taken back tells nothing`() throws {
    let village = try village()
    let lesson = try #require(village.lessons.first { if case .labelling = $0.lesson.teaching { true } else { false } })
    #expect(village.without(lesson.id).ask("Tell me something of birthday cake").said != "Mind your teeth.")
  }
}
