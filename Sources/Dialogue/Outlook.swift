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

  func predict(_ text: String) -> Prediction {
    let shown =
      knowledge.learnerView
      ?? knowledge.learner.view { [beliefs, view] exemplar in
        beliefs.lesson(ID(exemplar.id)).map(view.sees) ?? false
      }
    return knowledge.learner.predict(text, in: shown)
  }

  /// A question kind as its teachers spell it; the learner knows only keys.
  func questionKind(of support: Prediction.Support) -> Concept {
    guard case .example(let example) = standing(ID(support.exemplar.id))?.lesson.teaching else { return Concept(support.exemplar.meaning) }
    return example.question
  }
}
