public import Lessons
public import Reasoning
public import TeachingLanguage
public import Understanding

/// What a mind knows, for the time of one answer: references to parts that the mind owns, cheap to make.
public struct Knowledge: Sendable {
  public let beliefs: Beliefs
  /// Holds the example lessons as exemplars: see ``Understanding/Exemplar/init(_:)``.
  public let learner: Learner
  /// The examples that a point of view shows; nil: made from the beliefs at each question.
  public let learnerView: Learner.View?
  /// When to answer, ask back or say that it was not taught; fitted by the mind.
  public let thresholds: Thresholds
  public let vocabulary: Vocabulary
  public let guidelines: GuidelineBook

  public init(
    beliefs: Beliefs, learner: Learner, learnerView: Learner.View? = nil, thresholds: Thresholds = Thresholds(),
    vocabulary: Vocabulary, guidelines: GuidelineBook
  ) {
    self.beliefs = beliefs
    self.learner = learner
    self.learnerView = learnerView
    self.thresholds = thresholds
    self.vocabulary = vocabulary
    self.guidelines = guidelines
  }
}

extension Exemplar {
  /// An example lesson as the learner takes it; nil for lessons of other kinds.
  public init?(_ standing: StandingLesson) {
    guard case .example(let example) = standing.lesson.teaching else { return nil }
    self.init(
      id: standing.id.rawValue, text: example.utterance, meaning: example.question.key, teacher: standing.author.rawValue,
      weight: standing.weight)
  }
}
