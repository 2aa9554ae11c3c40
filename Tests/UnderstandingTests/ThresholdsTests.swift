import Testing

@testable import Understanding

struct ThresholdsTests {
  private let learner = Learner(Exemplar.kitchen)

  private func answer(_ meaning: String, ranked: [(String, Double)], confidence: Double) -> Learner.HeldOutAnswer {
    Learner.HeldOutAnswer(
      exemplar: Exemplar(id: "\(meaning)\(confidence)", text: "", meaning: meaning),
      ranked: ranked.map { Prediction.Ranked(meaning: $0.0, score: $0.1, probability: 0) },
      confidence: confidence, margin: (ranked.first?.1 ?? 0) - (ranked.dropFirst().first?.1 ?? 0))
  }

  @Test func `the outcome is an answer, a question back or a refusal`() {
    let prediction = learner.predict("how many carbs are in a grape")
    #expect(Thresholds(confidenceMin: -1, marginMin: 0).outcome(of: prediction) == .answer("carbohydrate"))
    #expect(Thresholds(confidenceMin: 1, marginMin: 0).outcome(of: prediction) == .notTaught)
    let asked = Thresholds(confidenceMin: -1, marginMin: 5).outcome(of: prediction)
    #expect(asked == .ask(prediction.ranked.prefix(2).map(\.meaning)))
  }

  @Test func `none of ours is never an answer and never offered`() {
    let prediction = learner.predict("how many carbs are in a grape")
    let thresholds = Thresholds(confidenceMin: -1, marginMin: 5)
    #expect(thresholds.outcome(of: prediction, noneOfOurs: "carbohydrate") == .notTaught)
    let second = prediction.ranked[1].meaning
    #expect(thresholds.outcome(of: prediction, noneOfOurs: second) == .ask(["carbohydrate"]))
  }

  @Test func `the confidence asked for refuses the given share of right answers`() {
    let answers = (0..<100).map { answer("a", ranked: [("a", 1), ("b", 0)], confidence: Double($0) / 100) }
    let fitted = Thresholds.fitted(to: answers.shuffled(), refusedShare: 0.1)
    #expect(answers.filter { $0.confidence < fitted.confidenceMin }.count == 10)
  }

  @Test func `it asks back where the second meaning is often the right one`() {
    let close = (0..<10).map { answer($0 < 5 ? "a" : "b", ranked: [("a", 0.5), ("b", 0.45)], confidence: 0.1 + Double($0) / 100) }
    let clear = (0..<30).map { answer("a", ranked: [("a", 0.9), ("b", 0.1)], confidence: 0.5 + Double($0) / 100) }
    let fitted = Thresholds.fitted(to: close + clear, refusedShare: 0)
    #expect(fitted.marginMin > 0.05 && fitted.marginMin < 0.8)
    #expect(Thresholds.fitted(to: clear).marginMin == 0)
  }

  @Test func `nothing taught leaves the defaults`() {
    #expect(Thresholds.fitted(to: Learner().heldOutAnswers()) == Thresholds())
  }

  @Test func `a sentence held out is asked without itself`() throws {
    var learner = Learner(Exemplar.kitchen)
    learner.teach(Exemplar(id: "odd", text: "how many carbs are in a pear", meaning: "isAllowed"))
    let held = try #require(learner.heldOutAnswers().first { $0.exemplar.id == "odd" })
    #expect(held.ranked.first?.meaning == "carbohydrate")
    #expect(!held.isRight)
    #expect(learner.heldOutAnswers(limit: 4).count == 4)
  }
}
