import Lessons
import TeachingLanguage

/// Sentences that one teacher writes one after the other: what one names, the next may use.
struct ReadingStory {
  var sentences: [ReadingCase]
  /// Sentences taught before, not counted.
  var taught: [String] = []
}

/// A sentence, and what it must be read as where that is known.
struct ReadingCase {
  enum Expectation: Hashable {
    /// One of these, in the notation of `Notation`; case does not count.
    case meaning([String])
    /// Claims between these names, whatever the relation and its direction.
    case links([Link])
    /// A choice or a note: nobody can know what is meant.
    case ask
    /// Either: asked, or one of these.
    case askOr([String])
  }

  /// Two names that a sentence brings together, as they compare.
  struct Link: Hashable {
    let one: LooseName
    let other: LooseName
    /// What the first is said to be or have of the second; nil where any will do.
    var relation: LooseName?
  }

  let text: String
  var expectation: Expectation?
  /// What the figures are also given for by itself: “2 facts”.
  var group: String?
  /// Whether it is no sentence of its own but why a text is about something.
  var isReason = false
}
