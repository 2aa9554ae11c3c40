import Lessons
import Reasoning
import Understanding

/// Tests that ask the same and that no answer can pass together.
///
/// Only what an answer is to begin with excludes anything: an answer may always mention one thing more.
struct TestClashes: ClashFinder {
  fileprivate struct Asked: Hashable {
    let standing: StandingLesson
    let question: String
    let expected: [String]
  }

  private var tests: [String: [ID<Lesson>: Asked]] = [:]

  mutating func accept(_ lesson: StandingLesson) -> Set<ClashPlace> {
    guard let (gist, asked) = Self.read(lesson) else { return [] }
    tests[gist, default: [:]][lesson.id] = asked
    return [.asked(gist)]
  }

  mutating func withdraw(_ lesson: StandingLesson) -> Set<ClashPlace> {
    guard let (gist, _) = Self.read(lesson) else { return [] }
    tests[gist]?[lesson.id] = nil
    if tests[gist]?.isEmpty == true { tests[gist] = nil }
    return [.asked(gist)]
  }

  private static func read(_ lesson: StandingLesson) -> (gist: String, asked: Asked)? {
    guard case .test(let test) = lesson.lesson.teaching, lesson.reach == .everyone, case .says(let words) = test.expectation else {
      return nil
    }
    let expected = Token.tokens(of: words).filter { $0.kind != .mark }.map(\.normal)
    guard !expected.isEmpty else { return nil }
    return (SentenceGist.gist(of: test.question), Asked(standing: lesson, question: test.question, expected: expected))
  }

  func clashes(at place: ClashPlace) -> [Clash] {
    guard case .asked(let gist) = place, let all = tests[gist], all.count > 1 else { return [] }
    let standing = StandingLesson.inForce(all.values.map(\.standing)).compactMap { all[$0.id] }
    let clashing = standing.filter { test in standing.contains { test.excludes($0) } }
    guard let first = clashing.first else { return [] }
    var sides: [(expected: [String], lessons: [ID<Lesson>])] = []
    // The shortest first: “no” takes in “no, it is high”.
    for test in clashing.sorted(by: { ($0.expected.count, $0.standing.id) < ($1.expected.count, $1.standing.id) }) {
      if let side = sides.firstIndex(where: { test.expected.starts(with: $0.expected) }) {
        sides[side].lessons.append(test.standing.id)
      } else {
        sides.append((test.expected, [test.standing.id]))
      }
    }
    guard sides.count > 1 else { return [] }
    let question = Concept("“\(first.question)”")
    return [
      Clash(
        .tests, known: [gist], about: question, "must be answered", asking: .taught(question),
        sides.map { side in
          .init(.value(.text(side.lessons.first.flatMap { all[$0] }?.standing.lesson.expectedWords ?? "")), side.lessons)
        })
    ]
  }
}

extension TestClashes.Asked {
  fileprivate func excludes(_ other: Self) -> Bool {
    standing.lesson.qualifiers.overlaps(other.standing.lesson.qualifiers) && !expected.starts(with: other.expected)
      && !other.expected.starts(with: expected)
  }
}

extension Lesson {
  fileprivate var expectedWords: String? { if case .test(let test) = teaching { test.words } else { nil } }
}

extension StandingLesson {
  /// Those that no later one of the same author, for the same people and times, takes the place of; oldest first.
  static func inForce(_ lessons: some Sequence<StandingLesson>) -> [StandingLesson] {
    let ordered = lessons.sorted { ($0.sequence, $0.id) < ($1.sequence, $1.id) }
    return ordered.enumerated().filter { place, lesson in
      !ordered[(place + 1)...].contains { $0.author == lesson.author && $0.lesson.qualifiers.overlaps(lesson.lesson.qualifiers) }
    }.map(\.element)
  }
}
