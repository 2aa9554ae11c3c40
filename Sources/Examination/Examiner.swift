public import Dialogue
public import Lessons
public import Mind
public import Understanding

/// What became of one test.
public struct TestResult: Hashable, Sendable {
  public let lesson: ID<Lesson>
  public let test: TestCase
  /// What the assistant says now, without the names of members.
  public let said: String
  public let passes: Bool
  /// How sure it says to be; nil where the answer is no single conclusion.
  public var sureness: Certainty?
  /// What the answer rests on.
  public var cited: [ID<Lesson>] = []
}

/// Asks the taught tests of a mind, each in a conversation of its own, as the public would.
public struct Examiner: Sendable {
  let responder: Responder

  public init(responder: Responder) { self.responder = responder }

  /// Every test of the mind, those that fail first, then by lesson.
  ///
  /// - Parameter tests: what to ask, where not the mind's own tests.
  /// - Complexity: one answer a test.
  public func results(
    of mind: Mind, asked tests: [ID<Lesson>: TestCase]? = nil, from view: PointOfView = .community, thresholds: Thresholds = Thresholds()
  ) -> [TestResult] {
    let knowledge = mind.knowledge(for: view.member, thresholds: thresholds)
    return (tests ?? mind.tests).map { lesson, test in result(of: test, lesson, knowing: knowledge, from: view) }
      .sorted { $0.passes != $1.passes ? !$0.passes : $0.lesson < $1.lesson }
  }

  /// One test, whether or not the mind holds it.
  public func result(
    of test: TestCase, _ lesson: ID<Lesson>, knowing knowledge: Knowledge, from view: PointOfView = .community
  ) -> TestResult {
    let answer = responder.respond(to: test.question, in: Conversation(), knowing: knowledge, from: view).answer
    let said = answer.wordsForTests
    return TestResult(
      lesson: lesson, test: test, said: said, passes: test.isPassed(by: said), sureness: answer.sureness, cited: answer.lessons)
  }
}

extension Answer {
  /// All that is said, members being “a member”: names can be erased, and a test must not keep them.
  public var wordsForTests: String {
    ([self] + further).map { $0.text.plain(naming: { _ in "a member" }) }.joined(separator: " ")
  }

  public var mayBeTested: Bool { kind.isTestable && !wordsForTests.isEmpty }

  /// The test that this answer passes, kept as it was given. Quotation marks go, for a test can be said as a sentence.
  public func test(of question: String) -> TestCase {
    TestCase(question.withoutQuotationMarks, .says(wordsForTests.withoutQuotationMarks))
  }
}

extension Answer.Kind {
  /// Whether an answer of this kind says something of the domain that can be held to.
  var isTestable: Bool {
    switch self {
    case .answered, .opinionsDiffer, .notTaught, .guided: true
    case .askBack, .lesson, .correction, .courtesy: false
    }
  }
}

extension TestCase {
  /// Case, marks and spaces do not count.
  func isPassed(by answer: String) -> Bool {
    let (expected, said) = (Self.words(words), Self.words(answer))
    switch expectation {
    case .says: return !expected.isEmpty && said.starts(with: expected)
    case .mentions: return !expected.isEmpty && said.indices.contains { said[$0...].starts(with: expected) }
    }
  }

  private static func words(_ text: String) -> [String] { Token.tokens(of: text).filter { $0.kind != .mark }.map(\.normal) }
}

extension String {
  fileprivate var withoutQuotationMarks: String { filter { $0 != "\"" && $0 != "“" && $0 != "”" } }
}
