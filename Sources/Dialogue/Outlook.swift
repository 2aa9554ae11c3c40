import Lessons
import Reasoning
import TeachingLanguage
import Understanding

/// Knowledge seen from one point of view, with a voice: what the parts of an answer are made with.
struct Outlook {
  let knowledge: Knowledge
  let view: PointOfView
  let reader: Reader
  let sayer: Sayer

  var beliefs: Beliefs { knowledge.beliefs }
  var vocabulary: Vocabulary { knowledge.vocabulary }

  /// What is said of the conversation and of what was taught, in the language of the question.
  func line(_ key: String, _ parts: [String: String] = [:]) -> String { sayer.line(key, parts) }

  /// “quite sure, 93 of 100”
  func say(_ certainty: Certainty) -> String {
    line("so.sure", ["words": line(certainty.key), "count": "\(certainty.hundredths)"])
  }

  func standing(_ id: ID<Lesson>) -> StandingLesson? { beliefs.lesson(id) }

  func isKnown(_ concept: Concept) -> Bool { beliefs.isKnown(concept, in: view) }

  func values(of subject: Concept, property: Concept) -> [HeldValue] { beliefs.values(of: subject, property: property, in: view) }

  /// A concept under each of its names.
  func names(of concept: Concept) -> Set<Concept> { Set(beliefs.names(of: concept, in: view)).union([concept]) }

  /// A concept and the kinds it belongs to, each under all its names: what a guideline on a topic listens to.
  func topics(around concept: Concept) -> Set<Concept> {
    var topics = names(of: concept)
    for kind in beliefs.kinds(of: concept, in: view) { topics.formUnion(names(of: kind.concept)) }
    return topics
  }

  /// Whether the one is the other, under whatever name, or of its kind.
  func isOne(_ concept: Concept, of kind: Concept) -> Bool { concept == kind || topics(around: concept).contains(kind) }

  /// The examples that this point of view sees; nil: all.
  var examples: Learner.View? {
    let hidden = knowledge.limitedExamples.union(view.disputed).filter { standing($0).map(view.sees) != true }
    return hidden.isEmpty ? nil : knowledge.learner.view(hiding: hidden.map(\.rawValue))
  }

  func predict(_ text: String) -> Prediction { knowledge.learner.predict(text, in: examples) }

  func outcome(of prediction: Prediction) -> Outcome {
    knowledge.thresholds.outcome(of: prediction)
  }

  /// How sure a prediction is: half of what tells it from other meanings at the point where it would rather say that it
  /// was not taught, all of it where the sentence is a taught one.
  func certainty(of prediction: Prediction) -> Certainty {
    let least = knowledge.thresholds.confidenceMin
    let above = max(0, prediction.confidence - least) / max(1 - least, 0.01)
    return Certainty(share: (prediction.best?.probability ?? 0) * (0.5 + min(above, 1) / 2))
  }

  /// How sure what was taught makes a conclusion.
  func sureness(of proofs: [Proof]) -> Certainty { Certainty(share: beliefs.sureness(of: proofs)) }

  /// “Probably”, where a lesson that the best proof rests on was a guess.
  func hedge(_ proofs: [Proof]) -> String? {
    proofs.first.flatMap(beliefs.leastSureness).map { line($0 < Self.probable ? "perhaps" : "probably") }
  }

  /// Hundredths from which on something is rather so than not.
  private static let probable = 60

  /// A question kind as its teachers spell it; the learner knows only keys.
  func questionKind(of support: Prediction.Support) -> Concept {
    guard case .example(let example) = standing(ID(support.exemplar.id))?.lesson.teaching else { return Concept(support.exemplar.meaning) }
    return example.question
  }
}
