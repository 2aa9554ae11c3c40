import Testing

@testable import Understanding

struct ExplanationTests {
  private let learner = Learner(Exemplar.kitchen)

  @Test func `what speaks for and against is named with its teacher`() throws {
    let explanation = learner.explain("how many carbs are in rice")
    let first = try #require(explanation.speakingFor.first)
    #expect(first.exemplar.meaning == "carbohydrate" && first.share > 0 && !first.exemplar.teacher.isEmpty)
    #expect(explanation.speakingAgainst.allSatisfy { ($0.exemplar.meaning == "carbohydrate") == ($0.share < 0) })
    #expect(explanation.words.max { $0.share < $1.share }?.written == "carbs")
    #expect(explanation.likeness == .init(words: 1, wordMeaning: 0, overallMeaning: 0))
  }

  @Test func `without the teacher who alone taught it, it would be something else`() throws {
    var taught = learner
    taught.teach(Exemplar(id: "h", text: "does honey spoil", meaning: "storage", teacher: "Dee"))
    let explanation = taught.explain("does honey spoil soon")
    #expect(explanation.prediction.best?.meaning == "storage")
    #expect(explanation.withoutLesson.map(\.without) == ["h"] && explanation.withoutTeacher.map(\.without) == ["Dee"])
    #expect(explanation.withoutTeacher.first?.best == learner.predict("does honey spoil soon").best)
    #expect(Learner().explain("honey").speakingFor.isEmpty)
  }

  @Test(arguments: 1...2) func `the likeness is divided among the blocks`(tier: Int) {
    let likeness = Learner(Exemplar.kitchen, settings: .tier(tier)).explain("how many carbs are in two bananas").likeness
    #expect(abs(likeness.words + likeness.wordMeaning + likeness.overallMeaning - 1) < 1e-9)
    #expect(tier == 1 ? likeness.wordMeaning > 0.5 : likeness.overallMeaning > 0 && likeness.wordMeaning == 0)
  }
}
