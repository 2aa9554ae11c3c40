public import Community
import Lessons
public import Mind

/// What a change of lessons would do to answers: asked of two minds, told as the questions that come out otherwise.
public struct Impact<Answer: Equatable & Sendable>: Sendable {
  public struct Change: Sendable {
    public let question: String
    public let before: Answer
    public let after: Answer
  }

  /// In the order of the questions.
  public let changes: [Change]

  /// - Parameters:
  ///   - deltas: the change, as a mind would apply it.
  ///   - answering: how a mind answers; must be a function of its arguments.
  /// - Complexity: one copy of the mind's changed parts and two answers a question.
  public init(
    of deltas: [MindDelta], on mind: Mind, asking questions: [String], answering: (Mind, String) -> Answer
  ) {
    var changed = mind
    changed.apply(deltas)
    changes = questions.compactMap { question in
      let (before, after) = (answering(mind, question), answering(changed, question))
      return before == after ? nil : Change(question: question, before: before, after: after)
    }
  }
}
