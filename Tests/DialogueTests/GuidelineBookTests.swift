import Dialogue
import Lessons
import Testing

struct GuidelineBookTests {
  private static func lesson(_ number: Int, using random: inout SplitMix64) -> StandingLesson {
    let concepts: [Concept] = ["alcohol", "dose", "whether a food is allowed", "insulin"]
    func concept(_ random: inout SplitMix64) -> Concept { concepts[Int.random(in: 0..<concepts.count, using: &random)] }
    let triggers: [Guideline.Trigger] = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      switch Int.random(in: 0..<3, using: &random) {
      case 0: .topic(concept(&random))
      case 1: .question(concept(&random))
      default: .person(Pattern(.x, "takes", .concept(concept(&random))))
      }
    }
    let guideline = Guideline(when: triggers, advice: [.say("Words \(number).")])
    return StandingLesson(Lesson(id: ID("g\(number)"), .guideline(guideline)), by: "ana", sequence: number)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `accepting guidelines and withdrawing them in any order leaves no trace`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var book = GuidelineBook()
    for number in 0..<5 { book.accept(Self.lesson(number, using: &random)) }
    let before = book
    let more = (5..<12).map { Self.lesson($0, using: &random) }
    for lesson in more { book.accept(lesson) }
    for lesson in more.shuffled(using: &random) { book.withdraw(lesson) }
    #expect(book == before, "seed \(seed)")
  }

  @Test func `a lesson of another kind is none of its business`() {
    var book = GuidelineBook()
    book.accept(StandingLesson(Lesson(id: "l1", .note), by: "ana", sequence: 1))
    #expect(book == GuidelineBook())
    #expect(book.count == 0)
  }

  @Test func `reweighing keeps a guideline and its place`() {
    var random = SplitMix64(seed: 1)
    let one = Self.lesson(1, using: &random)
    var book = GuidelineBook()
    book.accept(one)
    let heavier = StandingLesson(one.lesson, by: one.author, sequence: one.sequence, weight: 3)
    book.reweigh(one, heavier)
    var fresh = GuidelineBook()
    fresh.accept(heavier)
    #expect(book == fresh)
  }
}
