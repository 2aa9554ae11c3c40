import Synchronization
import Testing

@testable import Understanding

struct MissingVectorsTests {
  /// An encoder elsewhere that does not answer at first.
  private final class Elsewhere: SentenceEncoder {
    let identity = "elsewhere"
    let dimensions = 24
    let answers = Mutex(false)

    func vector(of text: String) -> [Float]? {
      guard answers.withLock({ $0 }) else { return nil }
      return (0..<24).map { text.utf8.count % 24 == $0 || $0 == 3 ? 0.5 : 0.1 }
    }
  }

  @Test func `what an encoder did not answer is asked for again, and then nothing is missing`() {
    let late = Elsewhere()
    var learner = Learner(Exemplar.kitchen, settings: .init(encoder: late))
    #expect(learner.lackingVectors.count == Exemplar.kitchen.count)
    #expect(learner.predict("how many carbs").best?.meaning == "carbohydrate")

    late.answers.withLock { $0 = true }
    learner.encodeLacking(limit: 5)
    #expect(learner.lackingVectors.count == Exemplar.kitchen.count - 5)
    learner.encodeLacking()
    let always = Learner(Exemplar.kitchen, settings: .init(encoder: late))
    #expect(learner.lackingVectors.isEmpty)
    #expect(learner.predict("how many carbs") == always.predict("how many carbs"))
  }

  @Test func `without an encoder nothing is missing`() {
    #expect(Learner(Exemplar.kitchen).lackingVectors.isEmpty)
  }
}
