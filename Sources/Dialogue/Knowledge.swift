public import Lessons
public import Reasoning
public import TeachingLanguage
public import Understanding

/// What a mind knows, for the time of one answer: references to parts that the mind owns, cheap to make.
public struct Knowledge: Sendable {
  public let beliefs: Beliefs
  /// Holds the example lessons as exemplars: see ``Understanding/Exemplar/init(_:)``.
  public let learner: Learner
  /// Example lessons that not every point of view sees; see ``Lessons/StandingLesson/isLimited``.
  public let limitedExamples: Set<ID<Lesson>>
  /// When to answer, ask back or say that it was not taught; the community's, or fitted to what is taught.
  public let thresholds: Thresholds
  public let vocabulary: Vocabulary
  public let guidelines: GuidelineBook
  public let labellings: LabellingBook
  public let procedures: ProcedureBook

  public init(
    beliefs: Beliefs, learner: Learner, limitedExamples: Set<ID<Lesson>> = [], thresholds: Thresholds = Thresholds(),
    vocabulary: Vocabulary, guidelines: GuidelineBook, labellings: LabellingBook = LabellingBook(),
    procedures: ProcedureBook = ProcedureBook()
  ) {
    self.beliefs = beliefs
    self.learner = learner
    self.limitedExamples = limitedExamples
    self.thresholds = thresholds
    self.vocabulary = vocabulary
    self.guidelines = guidelines
    self.labellings = labellings
    self.procedures = procedures
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
