import Testing

@testable import Understanding

struct CandidateIndexTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `a question compared with candidates finds a sentence that is taught word for word`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var settings = Learner.Settings.tier(Int(seed % 3))
    settings.exhaustiveMax = 50
    settings.neighbours = 10
    let exemplars = Exemplar.some(300, using: &random)
    let learner = Learner(exemplars, settings: settings)
    for exemplar in exemplars.filter({ $0.text.contains("sugar") }).prefix(5) {
      #expect(learner.predict(exemplar.text).support.contains { $0.exemplar.text == exemplar.text }, "seed \(seed)")
    }
  }

  @Test func `lists are taken whole, rare words first, and only what is in view`() {
    var index = CandidateIndex(centres: [])
    var weights = Weights()
    for slot in 0..<10 {
      // Word 0 stands in all sentences, word 1 in two.
      let words = [Counted(0, count: 3)] + (slot < 2 ? [Counted(1, count: 3)] : [])
      index.insert(words[...], vector: nil, at: slot)
      weights.show(slot, weight: slot == 1 ? 0 : 1, meaning: 0, words: words[...])
    }
    #expect(index.candidates(words: [1, 0], vector: nil, weights: weights, limit: 5) == [0])
    #expect(index.candidates(words: [1, 0], vector: nil, weights: weights, limit: 20) == [0, 2, 3, 4, 5, 6, 7, 8, 9])
    index.remove([Counted(0, count: 3), Counted(1, count: 3)][...], at: 0)
    #expect(index.candidates(words: [1], vector: nil, weights: weights, limit: 5) == [])
  }
}
