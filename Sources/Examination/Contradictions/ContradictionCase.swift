public import Lessons
public import Reasoning

/// A few lessons that contradict each other in one known way, or only look as if they did.
public struct ContradictionCase: Sendable {
  /// How they contradict each other; nil where they do not.
  public let kind: Clash.Kind?
  /// The kind that an innocent case looks like, or its own.
  public let resembles: Clash.Kind
  /// What sort of case it is: “unit conversion”.
  public let sort: String
  public let lessons: [StandingLesson]

  public var ids: Set<ID<Lesson>> { Set(lessons.map(\.id)) }
}

/// Names that no two cases share, so that cases in one village have nothing to do with each other.
struct CaseNames {
  let number: Int

  /// A word of its own for the case and place: “bavo”, “tire”.
  subscript(_ place: Int) -> String {
    var rest = number * 8 + place + 1
    var word = ""
    while rest > 0 || word.count < 4 {
      word += Self.syllables[rest % Self.syllables.count]
      rest /= Self.syllables.count
    }
    return word + "n"
  }

  func concept(_ place: Int) -> Concept { Concept(self[place]) }

  private static let syllables = ["ba", "ke", "di", "mo", "lu", "ra", "ve", "ti", "po", "nu", "ga", "fe", "zi", "jo", "hu"]
}
