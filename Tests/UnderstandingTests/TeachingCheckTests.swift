import Testing

@testable import Understanding

struct TeachingCheckTests {
  private let learner = Learner(Exemplar.kitchen)

  @Test func `a sentence that others' sentences understand otherwise collides with them`() {
    let wrong = Exemplar(id: "n", text: "how many carbs are in brown rice", meaning: "isAllowed", teacher: "Dee")
    let check = learner.check(ifTaught: wrong)
    #expect(check.prediction.best?.meaning == "carbohydrate")
    #expect(check.collisions.first?.exemplar.meaning == "carbohydrate")
    let right = Exemplar(id: "n", text: wrong.text, meaning: "carbohydrate")
    #expect(learner.check(ifTaught: right).collisions.isEmpty)
    #expect(learner.check(ifTaught: Exemplar(id: "n", text: "who won the match", meaning: "football")).collisions.isEmpty)
  }

  @Test func `a taught sentence is checked without itself`() throws {
    let taught = try #require(learner["k1"])
    #expect(learner.check(ifTaught: taught).nearDuplicates.allSatisfy { $0.exemplar.id != "k1" })
    #expect(learner.check(ifTaught: taught).prediction == learner.predict(taught.text, without: ["k1"]))
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a flip is what teaching brings about`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let exemplars = Exemplar.some(40, using: &random)
    let learner = Learner(exemplars)
    let more = Exemplar(id: "new", text: Exemplar.sentence(using: &random), meaning: "m0", weight: 5)
    let found = learner.flips(ifTaught: more, limit: 100)
    #expect(found.checked == 40 && found.unchecked == 0)
    let taught = Learner(exemplars + [more])
    let expected = exemplars.filter {
      learner.predict($0.text, without: [$0.id]).best?.meaning != taught.predict($0.text, without: [$0.id]).best?.meaning
    }
    #expect(Set(found.flips.compactMap(\.exemplar?.id)) == Set(expected.map(\.id)), "seed \(seed)")
    #expect(learner.flips(ifTaught: more, limit: 5).unchecked == 35)
    let texts = (0..<6).map { _ in Exemplar.sentence(using: &random) }
    for flip in learner.flips(of: texts, ifTaught: more) {
      #expect(flip.before == learner.predict(flip.text).best && flip.after == taught.predict(flip.text).best, "seed \(seed)")
    }
  }

  @Test func `confusable meanings are paired`() {
    func answer(_ id: String, _ taught: String, _ best: String) -> Learner.HeldOutAnswer {
      .init(
        exemplar: Exemplar(id: id, text: id, meaning: taught), ranked: [.init(meaning: best, score: 1, probability: 1)], confidence: 0,
        margin: 1)
    }
    let found = Confusion.all(in: [answer("1", "a", "b"), answer("2", "a", "b"), answer("3", "a", "a"), answer("4", "b", "a")])
    #expect(found.map(\.count) == [2, 1])
    #expect(found.first?.taught == "a" && found.first?.understood == "b" && found.first?.examples.map(\.id) == ["1", "2"])
    #expect(abs((found.first?.share ?? 0) - 2.0 / 3) < 1e-12)
  }

  @Test func `errors that fall by a law are foretold by it`() throws {
    let curve = LearningCurve(points: [10, 20, 40].map { .init(sentences: $0, error: 0.8 / $0.squareRoot()) })
    let law = try #require(curve.law)
    #expect(abs(law.exponent - 0.5) < 1e-9 && abs(law.error(after: 160) - 0.8 / 160.0.squareRoot()) < 1e-9)
    #expect(abs((curve.sentencesNeeded(forErrorShare: 0.5) ?? 0) - 120) <= 1)  // rounded up
    #expect(LearningCurve(points: []).law == nil)
    #expect(LearningCurve(points: [.init(sentences: 5, error: 0.1), .init(sentences: 10, error: 0.2)]).law == nil)
    #expect(learner.learningCurve().points.map(\.sentences) == [1, 2, 4])
  }
}
