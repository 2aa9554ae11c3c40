public import Lessons
import Reasoning
import Understanding

/// Cases of all kinds of contradiction, and for each kind some that only look like it; the same seed makes the same.
///
/// They are made, not collected: they tell whether what is meant to be found is found, not how often people contradict each
/// other. Some are harder than what is looked for: a slip of the keys, another order of words.
public struct ContradictionCorpus: Sendable {
  public let cases: [ContradictionCase]

  /// - Parameters:
  ///   - eachKind: how many contradictions of each kind, and about as many that look like them.
  ///   - taken: how many cases of another corpus are to share no name with these.
  public init(seed: UInt64, eachKind: Int, after taken: Int = 0) {
    var maker = CaseMaker(random: SeededGenerator(seed: seed), after: taken)
    for _ in 0..<eachKind {
      maker.makeFacts()
      maker.makeRules()
      maker.makeSentences()
      maker.makeProcedures()
      maker.makeDefinitions()
      maker.makeTests()
    }
    cases = maker.cases
  }

  /// All lessons, in an order that looks random.
  public func lessons(seed: UInt64) -> [StandingLesson] {
    var random = SeededGenerator(seed: seed)
    return cases.flatMap(\.lessons).shuffled(using: &random)
  }
}

/// Makes one case after another.
struct CaseMaker {
  private(set) var cases: [ContradictionCase] = []
  var random: SeededGenerator
  private var lessonCount = 0
  private let taken: Int

  init(random: SeededGenerator, after taken: Int) {
    self.random = random
    self.taken = taken
  }

  /// Names for the next case.
  var names: CaseNames { CaseNames(number: taken + cases.count) }

  /// One or the other, by lot.
  mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }

  mutating func clash(_ kind: Clash.Kind, _ sort: String, _ taught: [(Teaching, Qualifiers)]) { add(kind, kind, sort, taught) }

  mutating func innocent(_ kind: Clash.Kind, _ sort: String, _ taught: [(Teaching, Qualifiers)], by authors: [ID<Member>]? = nil) {
    add(nil, kind, sort, taught, by: authors)
  }

  private mutating func add(
    _ kind: Clash.Kind?, _ resembles: Clash.Kind, _ sort: String, _ taught: [(Teaching, Qualifiers)], by authors: [ID<Member>]? = nil
  ) {
    let lessons = taught.enumerated().map { place, taught -> StandingLesson in
      lessonCount += 1
      let lesson = Lesson(id: ID("c\(lessonCount)"), taught.0, taught.1)
      return StandingLesson(lesson, by: authors?[place] ?? ID("teacher \(place)"), sequence: lessonCount)
    }
    cases.append(ContradictionCase(kind: kind, resembles: resembles, sort: sort, lessons: lessons))
  }
}
