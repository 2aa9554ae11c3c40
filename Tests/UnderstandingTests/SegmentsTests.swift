import Testing

@testable import Understanding

struct SegmentsTests {
  private let learner = Learner(Exemplar.kitchen)

  @Test func `two questions in one message are two`() {
    let message = "Can I eat cake, and how many carbs are in a banana?"
    let segments = learner.segments(of: message)
    #expect(segments.map(\.prediction.best?.meaning) == ["isAllowed", "carbohydrate"])
    #expect(segments.allSatisfy { String(decoding: Array(message.utf8)[$0.range], as: UTF8.self) == $0.text })
  }

  @Test(arguments: [
    "how many carbs are in bread and butter", "I feel shaky and sweaty", "Hello there. Can I eat cake?", "", "and", "may I eat rice",
  ])
  func `what is said in one breath is one`(message: String) {
    let segments = learner.segments(of: message)
    #expect(segments.count == 1 && segments.first?.text == message)
    #expect(segments.first?.prediction == learner.predict(message))
  }

  @Test func `a message is cut at ends of sentences, joints and questions after commas`() {
    func parts(_ text: String) -> [String] {
      Segmentation(text, joints: CommonWords.englishJoints, questionWords: CommonWords.englishQuestionWords).parts.map {
        String(decoding: Array(text.utf8)[$0], as: UTF8.self)
      }
    }
    #expect(parts("Hi! it is 4.5 km. ok, what now") == ["Hi!", "it is 4.5 km.", "ok", "what now"])
    #expect(parts("red, green and blue") == ["red, green", "blue"])
    #expect(parts("and , ?") == [])
  }
}
