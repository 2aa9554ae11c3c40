/// Why one argument outweighs another: the first that tells them apart decides, from the top.
///
/// An author's own later word, and an exception that a rule names, silence an argument before it is weighed.
public enum Rung: String, Hashable, Sendable, Codable, CaseIterable {
  /// The community settled that it goes first.
  case precedence
  /// It is taught of the thing itself, not of a kind.
  case ownLesson
  /// A rule without exceptions against what has some.
  case strict
  /// It is about a kind below the other one's.
  case narrowerKind
  /// It asks for more, and for all that the other one asks for.
  case narrowerConditions
  /// It is meant for these people.
  case audience
  /// It is meant for this place.
  case region
  /// It is how those teach it as whom one looks.
  case ownPeople
  /// Its teacher is sure.
  case surer
}
