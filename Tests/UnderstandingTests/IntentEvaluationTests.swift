import Testing

@testable import Understanding

struct IntentEvaluationTests {
  private let train = Exemplar.kitchen.map { LabelledText(text: $0.text, intent: $0.meaning) }

  private func steadyClock() -> () -> Double {
    var now = 0.0
    return {
      now += 0.001
      return now
    }
  }

  @Test func `what was taught is counted and timed by the given clock`() {
    let test = [
      LabelledText(text: "how many carbs in cake", intent: "carbohydrate"), LabelledText(text: "may I eat rice", intent: "wrong"),
    ]
    let evaluation = IntentEvaluation(train: train, test: test, clock: steadyClock())
    #expect(evaluation.examples == 12)
    #expect(evaluation.tests == 2)
    #expect(evaluation.accuracy == 0.5)
    #expect(abs(evaluation.trainSeconds - 0.012) < 1e-9)
    #expect(abs(evaluation.updateMillisecondsP50 - 1) < 1e-9 && abs(evaluation.updateMillisecondsP99 - 1) < 1e-9)
    #expect(abs(evaluation.predictMicrosecondsP50 - 1000) < 1e-6)
    #expect(evaluation.scope == nil)
  }

  @Test func `texts out of scope are to be abstained from`() throws {
    let strangers = ["who won the football match", "play some quiet music", "book a train to the coast"]
    let test =
      strangers.map { LabelledText(text: $0, intent: IntentEvaluation.outOfScope) }
      + train.map { LabelledText(text: $0.text, intent: $0.intent) }
    let scope = try #require(IntentEvaluation(train: train, test: test, clock: steadyClock()).scope)
    #expect(scope.areaUnderCurve == 1)
    #expect(scope.inScopeAccuracyWithoutAbstaining == 1)
    #expect(scope.inScopeAccuracy <= 1 && scope.recall <= 1)
  }

  @Test func `none of ours can be taught`() throws {
    let none = ["play some music", "play quiet music", "play a song"].map { LabelledText(text: $0, intent: IntentEvaluation.outOfScope) }
    let test = [LabelledText(text: "play some quiet music", intent: IntentEvaluation.outOfScope)]
    let scope = try #require(IntentEvaluation(train: train + none, test: test, clock: steadyClock()).scope)
    #expect(scope.recall == 1)
  }

  @Test func `a percentile is a value that was measured`() {
    #expect(IntentEvaluation.percentile([3, 1, 2, 4], 0.5) == 2)
    #expect(IntentEvaluation.percentile([3, 1, 2, 4], 0.99) == 4)
    #expect(IntentEvaluation.percentile([], 0.5) == 0)
  }

  @Test func `a line is a text, a tab and an intent, quotation marks and all`() {
    let (rows, bad) = LabelledText.parse(tsv: "\u{FEFF}say \"hi\tgreet\r\n\r\nno tab\n\tgreet\nhi\t \na\tb\tc\n  hey \tgreet")
    #expect(rows == [LabelledText(text: "say \"hi", intent: "greet"), LabelledText(text: "hey", intent: "greet")])
    #expect(bad.map(\.number) == [3, 4, 5, 6])
    #expect(bad.map(\.reason) == [.noTab, .noText, .noIntent, .severalTabs])
  }
}
