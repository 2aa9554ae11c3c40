import Lessons
import Reasoning
import Understanding

/// Which sentences were taught for which question, so that one taught for two is noticed.
struct ExampleBook: Hashable, Sendable {
  /// Normalised sentence → lessons that everyone's view holds → the question each says it asks.
  private var questions: [String: [ID<Lesson>: Concept]] = [:]

  /// - Returns: the normalised sentence, under which clashes are looked up.
  mutating func accept(_ lesson: StandingLesson, _ example: Example) -> String {
    let key = Self.normal(example.utterance)
    if lesson.reach == .everyone { questions[key, default: [:]][lesson.id] = example.question }
    return key
  }

  mutating func withdraw(_ lesson: StandingLesson, _ example: Example) -> String {
    let key = Self.normal(example.utterance)
    questions[key]?[lesson.id] = nil
    if questions[key]?.isEmpty == true { questions[key] = nil }
    return key
  }

  /// The words alone: case, marks and spaces do not make another sentence.
  private static func normal(_ utterance: String) -> String {
    Token.tokens(of: utterance).filter { $0.kind != .mark }.map(\.normal).joined(separator: " ")
  }

  /// Where clashes over a sentence are kept; no concept of anybody's has quotation marks around it.
  static func subject(_ utterance: String) -> Concept { Concept("“\(utterance)”") }

  func clash(over utterance: String) -> Clash? { Self.clash(over: utterance, questions[utterance] ?? [:]) }

  func clash(ifTaught lesson: StandingLesson, _ example: Example) -> Clash? {
    let key = Self.normal(example.utterance)
    var taught = questions[key] ?? [:]
    taught[lesson.id] = example.question
    guard let clash = Self.clash(over: key, taught) else { return nil }
    return clash
  }

  private static func clash(over utterance: String, _ taught: [ID<Lesson>: Concept]) -> Clash? {
    let meanings = Dictionary(grouping: taught.keys) { taught[$0] ?? "" }
    return meanings.count > 1 ? Clash(over: subject(utterance), meanings: meanings) : nil
  }
}
