public import Lessons

/// The procedures that stand, found by what they are for. A value with exact steps, like ``GuidelineBook``.
public struct ProcedureBook: Hashable, Sendable {
  private var shelves: [String: [ID<Lesson>: StandingLesson]] = [:]

  public init() {}

  public mutating func accept(_ standing: StandingLesson) {
    guard case .procedure(let procedure) = standing.lesson.teaching else { return }
    shelves[Phrase.goal(procedure.goal), default: [:]][standing.id] = standing
  }

  public mutating func withdraw(_ standing: StandingLesson) {
    guard case .procedure(let procedure) = standing.lesson.teaching else { return }
    let key = Phrase.goal(procedure.goal)
    shelves[key]?[standing.id] = nil
    if shelves[key]?.isEmpty == true { shelves[key] = nil }
  }

  /// The latest that this point of view sees.
  func named(_ goal: String, from view: PointOfView) -> StandingLesson? {
    shelves[Phrase.goal(goal)]?.values.filter(view.sees).max { ($0.sequence, $0.id) < ($1.sequence, $1.id) }
  }
}
