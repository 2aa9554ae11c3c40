import Dialogue
import Foundation
import Lessons
import Testing

struct AnswerCodingTests {
  @Test func `an answer is written with its reasons and reads as itself`() throws {
    var answer = Answer(
      .opinionsDiffer, [.text("Opinions differ: "), .member("ana"), .text(" says 89 (source: "), .source("Atkinson 2021"), .text(").")],
      understood: Understood(
        .examples, paraphrase: "What is the glycemic index of white rice?",
        mentions: [.init(written: "rice", concept: "white rice", range: 0..<4)], repairs: [.init(written: "riec", read: "rice")],
        question: "the glycemic index of a food", nearest: [.init(sentence: "gi of rice?", question: "the GI of a food", lesson: "l9")],
        certainty: Certainty(share: 0.83)),
      asked: .value(of: "white rice", property: "glycemic index"))
    let leaf = Reason(
      .taught, [.text("The glycemic index of white rice is 89.")], lesson: "l1", author: "ana", sequence: 4, source: "Atkinson 2021")
    answer.because = [Reason(.arithmetic, [.text("28.2 g × 1.5 = 42.3 g")], formula: "28.2 g × 1.5 = 42.3 g", reasons: [leaf])]
    answer.others = [leaf]
    answer.items = [.init(name: "white rice", concept: "white rice")]
    answer.advice = [Advice(.warn, [.text("Be careful.")], reason: leaf)]
    answer.options = [Option("brown rice", sending: "What is the glycemic index of brown rice?")]
    answer.raisedHand = "What is the GI of jackfruit?"
    answer.proposal = Proposal(words: "It is 89.", steps: [.init(.teach, "It is 89.", teaching: .note, lesson: "l1")])
    answer.further = [Answer(.courtesy, [.text("You are welcome.")], understood: Understood(.conversation))]
    let read = try JSONDecoder().decode(Answer.self, from: JSONEncoder().encode(answer))
    #expect(read == answer)
    #expect(read.lessons == ["l1", "l9"])
  }

  @Test func `a conversation is kept as it was`() throws {
    var conversation = Conversation()
    conversation.note(taught: ["l1", "l2"], claiming: Claim("banana", "glycemic index", .quantity(Quantity(51))))
    #expect(try JSONDecoder().decode(Conversation.self, from: JSONEncoder().encode(conversation)) == conversation)
    #expect(conversation.lastLessons == ["l1", "l2"])
  }

  @Test(arguments: [
    (0.83, "fairly sure, 83 of 100"), (1.0, "quite sure, 99 of 100"), (-0.2, "unsure, 0 of 100"), (0.5, "not very sure, 50 of 100"),
  ])
  func `how sure it is comes in words with the figure`(_ share: Double, _ words: String) {
    #expect(Certainty(share: share).description == words)
  }
}
