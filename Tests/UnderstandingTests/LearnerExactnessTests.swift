import Testing

@testable import Understanding

/// What makes the learner fit for a ledger: no trace of what was taken back, and no trace of the order.
struct LearnerExactnessTests {
  /// Each tier in turn, with fewer neighbours than are taught, so that the choice of neighbours is tested too; and every
  /// other time so few that a question is compared with candidates only.
  private func small(_ seed: UInt64) -> Learner.Settings {
    var settings = Learner.Settings.tier(Int(seed % 3))
    settings.neighbours = 15
    settings.exhaustiveMax = seed % 2 == 0 ? 20 : 100_000
    return settings
  }

  private func questions(_ random: inout SplitMix64) -> [String] { (0..<12).map { _ in Exemplar.sentence(using: &random) } }

  /// `==` on a prediction compares every score and share to the last bit.
  private func same(_ a: Learner, _ b: Learner, _ questions: [String]) -> Bool {
    questions.allSatisfy { a.predict($0) == b.predict($0) && a.wordShares(of: $0) == b.wordShares(of: $0) }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `teaching and reverting in any order leaves no trace`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let kept = Exemplar.some(40, using: &random)
    let passing = Exemplar.some(25, from: 40, using: &random)
    let plain = Learner(kept, settings: small(seed))
    var learner = Learner((kept + passing).shuffled(using: &random), settings: small(seed))
    for exemplar in passing.shuffled(using: &random) { learner.revert(exemplar.id) }
    #expect(learner == plain, "seed \(seed)")
    #expect(same(learner, plain, questions(&random)), "seed \(seed)")
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `the order of lessons changes no bit`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let exemplars = Exemplar.some(60, using: &random)
    let a = Learner(exemplars, settings: small(seed))
    let b = Learner(exemplars.shuffled(using: &random), settings: small(seed))
    #expect(same(a, b, questions(&random)), "seed \(seed)")
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `a view equals having taught only what it shows`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let exemplars = Exemplar.some(60, using: &random)
    let learner = Learner(exemplars, settings: small(seed))
    let view = learner.view { $0.teacher != "t1" && $0.weight > 0.5 }
    let only = Learner(exemplars.filter { $0.teacher != "t1" && $0.weight > 0.5 }, settings: small(seed))
    for question in questions(&random) {
      #expect(learner.predict(question, in: view) == only.predict(question), "seed \(seed)")
      #expect(learner.wordShares(of: question, in: view) == only.wordShares(of: question), "seed \(seed)")
    }
    #expect(learner.heldOutAnswers(in: view) == only.heldOutAnswers(), "seed \(seed)")
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `a view's weights equal having taught with these weights`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let exemplars = Exemplar.some(50, using: &random)
    let learner = Learner(exemplars, settings: small(seed))
    let view = learner.view { $0.teacher == "t2" ? 0 : $0.teacher == "t3" ? 5 : $0.weight }
    var reweighed = learner
    for exemplar in exemplars {
      reweighed.reweigh(exemplar.id, exemplar.teacher == "t2" ? 0 : exemplar.teacher == "t3" ? 5 : exemplar.weight)
    }
    for question in questions(&random) {
      let scores = learner.predict(question, in: view).ranked
      #expect(scores == reweighed.predict(question).ranked, "seed \(seed)")
    }
  }

  @Test func `a view made before the learner changed is still right`() {
    var random = SplitMix64(seed: 11)
    var learner = Learner(Exemplar.some(40, using: &random), settings: small(1))
    let view = learner.view { $0.teacher != "t0" }
    let copy = learner
    for exemplar in Exemplar.some(40, from: 40, using: &random) { learner.teach(exemplar) }
    for exemplar in copy.allExemplars.prefix(20) { learner.revert(exemplar.id) }
    let question = "what should my sugar be after a meal"
    #expect(learner.predict(question, in: view) == learner.predict(question, in: learner.view { $0.teacher != "t0" }))
    #expect(copy.predict(question, in: view) == copy.predict(question, in: copy.view { $0.teacher != "t0" }))
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `reweighing and weighing back leaves no trace`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let exemplars = Exemplar.some(40, using: &random)
    let plain = Learner(exemplars, settings: small(seed))
    var learner = plain
    for exemplar in exemplars.shuffled(using: &random) { learner.reweigh(exemplar.id, [0, 0.1, 9].randomElement(using: &random) ?? 0) }
    #expect(learner != plain)
    for exemplar in exemplars.shuffled(using: &random) { learner.reweigh(exemplar.id, exemplar.weight) }
    #expect(learner == plain, "seed \(seed)")
    #expect(same(learner, plain, questions(&random)), "seed \(seed)")
  }

  @Test func `after everything is reverted nothing is left in any index`() {
    var random = SplitMix64(seed: 5)
    let exemplars = Exemplar.some(300, using: &random)
    var learner = Learner(exemplars)
    for exemplar in exemplars { learner.revert(exemplar.id) }
    #expect(learner == Learner())
    #expect(learner.blocks.vocabulary.words.allSatisfy { $0.uses == 0 && $0.grams.isEmpty })
    #expect(learner.blocks.vocabulary.holders.allSatisfy { $0.isEmpty })
    #expect(learner.weights.wordCounts.allSatisfy { $0 == 0 } && learner.weights.meaningCounts.allSatisfy { $0 == 0 })
    #expect(learner.predict("sugar").ranked.isEmpty)
  }
}
