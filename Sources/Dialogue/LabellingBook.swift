public import Lessons
import Understanding

/// The labelling functions that stand. A value with exact steps, like ``GuidelineBook``.
public struct LabellingBook: Hashable, Sendable {
  /// What one of them says of a question.
  struct Vote {
    let label: Concept
    let isNegated: Bool
    let lesson: StandingLesson
  }

  private var lessons: [ID<Lesson>: StandingLesson] = [:]

  public init() {}

  public var isEmpty: Bool { lessons.isEmpty }

  public mutating func accept(_ standing: StandingLesson) {
    if case .labelling = standing.lesson.teaching { lessons[standing.id] = standing }
  }

  public mutating func withdraw(_ standing: StandingLesson) { lessons[standing.id] = nil }

  /// Oldest first.
  func votes(on text: MarkedText, from view: PointOfView) -> [Vote] {
    lessons.values.filter(view.sees).compactMap { standing -> Vote? in
      guard case .labelling(let function) = standing.lesson.teaching, function.condition.holds(of: text) else { return nil }
      return Vote(label: function.label, isNegated: function.isNegated, lesson: standing)
    }
    .sorted { ($0.lesson.sequence, $0.lesson.id) < ($1.lesson.sequence, $1.lesson.id) }
  }
}
