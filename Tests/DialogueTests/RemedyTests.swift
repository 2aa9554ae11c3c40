import Dialogue
import Foundation
import Lessons
import TeachingLanguage
import Testing

/// “That's wrong” ends in a sentence that the teaching box understands.
struct RemedyTests {
  private static func village() throws -> TaughtVillage {
    var village = try TaughtVillage()
    village.teach("A cake is a food. A banana is a food. The glycemic index of a cake is 76. The glycemic index of a banana is 51.")
    village.teach("A food is allowed if its glycemic index is below 55.")
    village.teach(#"When people ask "can I have cake?", they are asking whether a food is allowed."#)
    village.teach(#"When people ask "how fast does cake raise my sugar?", they are asking the glycemic index of a food."#)
    return village
  }

  private func remedies(_ village: TaughtVillage, for question: String) -> [Remedy] {
    let view = PointOfView(member: "ana")
    return village.responder.remedies(for: village.ask(question, from: view), to: question, knowing: village.knowledge, from: view)
  }

  private func lessons(_ village: TaughtVillage, _ text: String) -> [Teaching] {
    guard case .lesson(let taught)? = village.reader.read(text, vocabulary: village.vocabulary).first?.readings.first?.meaning else {
      return []
    }
    return taught.map(\.teaching)
  }

  @Test func `each fact an answer rests on can be put right`() throws {
    let village = try Self.village()
    let facts = remedies(village, for: "What is the glycemic index of a cake?").filter { $0.kind == .fact }
    #expect(facts.map(\.sentence) == ["The glycemic index of a cake is 76."])
    let form = try #require(facts.first?.form)
    #expect(lessons(village, form + "70.") == [.claim(Claim("cake", "glycemic index", .quantity(Quantity(70))))])
  }

  @Test func `what was meant can be taught as an example`() throws {
    let village = try Self.village()
    let question = "can I have a banana?"
    #expect(village.ask(question).understood.question == "whether a food is allowed")
    let meant = try #require(remedies(village, for: question).first { $0.kind == .understanding })
    #expect(meant.choices.map(\.label) == ["the glycemic index of a food"])
    let sentence = try #require(meant.choices.first?.text)
    #expect(lessons(village, sentence) == [.example(Example("can I have a banana?", asks: "the glycemic index of a food"))])
  }

  @Test func `a taught correction of the understanding changes the answer at once`() throws {
    var village = try Self.village()
    let question = "can I have a banana?"
    #expect(village.ask(question).said.hasPrefix("Yes"))
    let sentence = try #require(remedies(village, for: question).first { $0.kind == .understanding }?.choices.first?.text)
    #expect(village.teach(sentence).isEmpty)
    #expect(village.ask(question).said == "The glycemic index of a banana is 51.")
  }

  @Test func `how it is said can be put in other words`() throws {
    let village = try Self.village()
    let wording = try #require(remedies(village, for: "can I have a banana?").first { $0.kind == .wording })
    let taught = lessons(village, wording.form + #"A small one is fine.""#)
    #expect(taught == [.guideline(Guideline(when: [.question("whether a food is allowed")], advice: [.say("A small one is fine.")]))])
  }
}
