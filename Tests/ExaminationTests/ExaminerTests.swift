import Community
import Dialogue
import Examination
import Foundation
import Lessons
import Mind
import TeachingLanguage
import Testing

@Suite struct ExaminerTests {
  private let examiner: Examiner
  private let responder: Responder

  init() throws {
    responder = Responder(grammar: try Grammar.english())
    examiner = Examiner(responder: responder)
  }

  private func lesson(_ id: ID<Lesson>, _ teaching: Teaching) -> MindDelta {
    .accept(StandingLesson(Lesson(id: id, teaching), by: "ana", sequence: 1))
  }

  private func village(_ tests: TestCase...) -> Mind {
    var mind = Mind()
    mind.apply([lesson("l1", .claim(Claim("banana", .isA, .concept("fruit"))))])
    mind.apply([lesson("l2", .claim(Claim("banana", "glycemic index", .quantity(Quantity(51)))))])
    for (number, test) in tests.enumerated() { mind.apply([lesson(ID("t\(number)"), .test(test))]) }
    return mind
  }

  private func passes(_ test: TestCase) -> Bool? { examiner.results(of: village(test)).first?.passes }

  @Test func `an answer passes when it begins with the expected words, whatever their case and marks`() {
    #expect(passes(TestCase("Is a banana a fruit?", .says("YES!"))) == true)
    #expect(passes(TestCase("Is a banana a fruit?", .says("no"))) == false)
    #expect(passes(TestCase("Is a banana a fruit?", .says("ye"))) == false)
  }

  @Test func `an answer passes when it mentions what it must`() {
    #expect(passes(TestCase("What is the glycemic index of a banana?", .mentions("is 51"))) == true)
    #expect(passes(TestCase("What is the glycemic index of a banana?", .mentions("5"))) == false)
    #expect(passes(TestCase("What is the glycemic index of a banana?", .mentions("?"))) == false)
  }

  @Test(arguments: ["What is the glycemic index of a banana?", "Is a banana a fruit?", "What is the glycemic index of a mango?"])
  func `an answer kept as a test passes, also once it is said as a sentence and read again`(question: String) throws {
    let mind = village()
    let answer = responder.respond(to: question, in: Conversation(), knowing: mind.knowledge(for: nil), from: .community).answer
    let test = answer.test(of: question)
    let grammar = try Grammar.english()
    let sentence = Sayer(grammar: grammar).say(.test(test))
    let read = Reader(grammar: grammar).read(sentence, vocabulary: mind.vocabulary(for: nil), context: ReadingContext())
    guard case .lesson(let taught)? = read.first?.readings.first?.meaning else {
      Issue.record("not read: \(sentence)")
      return
    }
    #expect(taught.map(\.teaching) == [.test(test)])
    #expect(passes(test) == true)
  }

  @Test func `a lesson that changes a tested answer makes the test fail, and taking it back makes it pass`() {
    var mind = village(TestCase("What is the glycemic index of a banana?", .mentions("51")))
    #expect(examiner.results(of: mind).map(\.passes) == [true])
    mind.apply([.withdraw("l2")])
    #expect(examiner.results(of: mind).map(\.passes) == [false])
    mind.apply([lesson("l2", .claim(Claim("banana", "glycemic index", .quantity(Quantity(51)))))])
    #expect(examiner.results(of: mind).map(\.passes) == [true])
  }

  @Test func `what fails is told first`() {
    let mind = village(TestCase("Is a banana a fruit?", .says("yes")), TestCase("Is a banana a fruit?", .says("no")))
    #expect(examiner.results(of: mind).map(\.lesson) == ["t1", "t0"])
  }

  @Test func `a withdrawn test is asked no more`() {
    var mind = village(TestCase("Is a banana a fruit?", .says("no")))
    mind.apply([.withdraw("t0")])
    #expect(examiner.results(of: mind).isEmpty)
    #expect(mind == village())
  }
}
