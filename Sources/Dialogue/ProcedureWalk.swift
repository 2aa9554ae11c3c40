import Lessons

/// Where a conversation stands in a procedure, and in those that led to it.
///
/// Each reply takes it one step on, so it ends with the person's patience at the latest; how deep procedures call each
/// other is bounded.
public struct ProcedureWalk: Hashable, Sendable, Codable {
  public static let depthMax = 8

  struct Place: Hashable, Codable {
    let lesson: ID<Lesson>
    /// From 1; the step that was said last.
    var step: Int
    /// How often each repetition was gone through, by its step.
    var rounds: [Int: Int] = [:]
    /// Within a repetition: the last step of it, and the step that repeats it.
    var round: Round?
  }

  struct Round: Hashable, Codable {
    let last: Int
    let step: Int
  }

  /// The outermost first; never empty.
  private(set) var places: [Place]

  init(_ lesson: ID<Lesson>) { places = [Place(lesson: lesson, step: 1)] }

  var place: Place { places[places.count - 1] }

  /// Leaves a repetition that it goes through.
  mutating func go(to step: Int) {
    places[places.count - 1].step = step
    places[places.count - 1].round = nil
  }

  /// To the step after the present one; after the last step of a repetition to what repeats it.
  mutating func goOn() {
    if let round = place.round, round.last == place.step { go(to: round.step) } else { places[places.count - 1].step += 1 }
  }

  /// Counts one more round of the repetition at the present step.
  mutating func goRound(from first: Int, through last: Int) {
    let step = place.step
    places[places.count - 1].rounds[step, default: 0] += 1
    go(to: first)
    places[places.count - 1].round = Round(last: last, step: step)
  }

  /// How often the present repetition was gone through.
  var rounds: Int { place.rounds[place.step] ?? 0 }

  /// - Returns: false where too many procedures call each other.
  mutating func enter(_ lesson: ID<Lesson>) -> Bool {
    guard places.count < Self.depthMax else { return false }
    places.append(Place(lesson: lesson, step: 1))
    return true
  }

  /// Back to the step after the one that called this procedure; nil where none did.
  mutating func leave() -> Bool {
    guard places.count > 1 else { return false }
    places.removeLast()
    goOn()
    return true
  }

  private enum CodingKeys: String, CodingKey { case places }
}
