import Dialogue
import Examination
import Lessons
import Reasoning
import TeachingLanguage
import VillageService

/// What is held otherwise with a lesson than without it.
struct EffectsDocument: Encodable, Sendable {
  struct Group: Encodable, Sendable {
    /// begins, ends, becomesContested or isSettled
    let turn: String
    /// The conclusion, said of the first of the things.
    let sentence: String
    let count: Int
    let things: [String]
  }

  let conclusions: [Group]
  let examined: Int
  let unexamined: Int
}

/// What teaching a sentence would do.
struct ForesightDocument: Encodable, Sendable {
  struct TestDocument: Encodable, Sendable {
    let lesson: String
    let question: String
    let passes: Bool
    let said: String
  }

  let effects: EffectsDocument
  let tests: [TestDocument]
  /// Taught sentences that would no longer be understood.
  let mistaken: [String]
}

extension Scribe {
  private static let thingsNamedMax = 100

  func document(_ effects: Effects) -> EffectsDocument {
    EffectsDocument(
      conclusions: effects.groups.map { group in
        .init(
          turn: "\(group.turn)", sentence: sayer.say(group.example), count: group.subjects.count,
          things: group.subjects.prefix(Self.thingsNamedMax).map(\.label))
      }, examined: effects.examined, unexamined: effects.unexamined)
  }

  func document(_ foresight: Foresight) -> ForesightDocument {
    ForesightDocument(
      effects: document(foresight.effects),
      tests: foresight.tests.map { .init(lesson: $0.lesson.rawValue, question: $0.test.question, passes: $0.passes, said: $0.said) },
      mistaken: foresight.harm.map(\.sentence))
  }
}
