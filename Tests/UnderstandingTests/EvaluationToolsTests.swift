import Testing

@testable import Understanding

struct EvaluationToolsTests {
  private let rows = (0..<60).map { LabelledText(text: "text \($0)", intent: "intent_\($0 % 3)") }

  @Test func `a draw has so many of each intent, and their names`() {
    let drawn = FewShot.draw(5, from: rows, seed: 1, named: true)
    #expect(drawn.count == 18)
    #expect(drawn.suffix(3).map(\.text) == ["intent 0", "intent 1", "intent 2"])
    #expect(drawn == FewShot.draw(5, from: rows, seed: 1, named: true))
    #expect(drawn != FewShot.draw(5, from: rows, seed: 2, named: true))
  }

  @Test func `each row is tested once in cross-validation, and never beside itself`() {
    let parts = FewShot.parts(4, of: rows, seed: 3)
    #expect(Set(parts.flatMap(\.test)) == Set(rows) && parts.map(\.test.count) == [15, 15, 15, 15])
    #expect(parts.allSatisfy { Set($0.train).isDisjoint(with: $0.test) && $0.train.count == 45 })
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `a slip of the pen is one slip`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let slipped = Typos.slipped("banana", probability: 1, using: &random)
    #expect(EditDistance.bounded("banana", slipped, atMost: 1) != nil, "seed \(seed)")
    #expect(Typos.slipped("a  I\u{e9}", probability: 0, using: &random) == "a  I\u{e9}")
  }

  @Test func `a report counts what was taken for what`() throws {
    func answer(_ intent: String, _ given: String, _ probability: Double = 0.95, abstains: Bool = false) -> IntentEvaluation.Answer {
      .init(
        text: "t", intent: intent, predicted: given, isAbstention: abstains, confidence: 0, probability: probability, reason: nil,
        counterReason: nil, repairs: [])
    }
    let report = IntentReport([answer("a", "a"), answer("a", "b"), answer("b", "b"), answer("oos", "a", abstains: true)])
    let a = try #require(report.intents.first { $0.intent == "a" })
    #expect(a.precision == 1 && a.recall == 0.5 && a.support == 2 && a.confusedWith == [.init(intent: "b", count: 1)])
    #expect(report.accuracy == 0.75 && report.errors.count == 1)
    #expect(report.confusion["oos"] == ["oos": 1])
    #expect(report.calibration.last?.count == 3)
    #expect(abs(report.calibrationError - abs(2.0 / 3 - 0.95)) < 1e-9)
  }

  @Test func `the balance between ours and others is where both are best`() {
    func answer(_ meaning: String, _ best: String, _ confidence: Double) -> Learner.HeldOutAnswer {
      .init(
        exemplar: Exemplar(id: "", text: "", meaning: meaning), ranked: [.init(meaning: best, score: 1, probability: 1)],
        confidence: confidence, margin: 1)
    }
    let answers = [answer("a", "a", 0.9), answer("a", "a", 0.7), answer("oos", "a", 0.2), answer("a", "a", 0.1), answer("oos", "a", 0)]
    let fitted = Thresholds.balanced(answers: answers, noneOfOurs: "oos")
    #expect(abs(fitted.confidenceMin - 0.45) < 1e-9)
    #expect(
      Thresholds.balanced(answers: [answer("a", "a", 0.5)], noneOfOurs: "oos") == .fitted(to: [answer("a", "a", 0.5)], noneOfOurs: "oos"))
  }
}

struct HeldOutChoiceTests {
  @Test func `sentences to leave out are chosen from all meanings, though ids count up`() {
    let exemplars = (0..<400).map { Exemplar(id: String($0), text: "text \($0)", meaning: "m\($0 / 20)") }
    let chosen = Learner(exemplars).heldOutChoice(limit: 100, in: nil)
    #expect(Set(chosen.map(\.meaning)).count >= 18)
  }
}
