public import Lessons
import Understanding

extension Responder {
  private static let neighboursMax = 3
  private static let likenessMin = 0.8

  /// Sentences taught for other questions that an example is close to, or that it would now be taken for: what its teacher
  /// should see before saving.
  public func neighbours(
    of example: Example, knowing knowledge: Knowledge, from view: PointOfView
  ) -> [Understood.Neighbour] {
    let outlook = outlook(knowing: knowledge, from: view, in: Conversation())
    let (learner, seen) = (knowledge.learner, outlook.examples)
    var close = learner.nearDuplicates(of: example.utterance, similarityMin: Self.likenessMin, in: seen).map(\.exemplar)
    let prediction = learner.predict(example.utterance, in: seen)
    if case .answer(let meaning) = outlook.outcome(of: prediction), meaning != example.question.key {
      close += prediction.support(for: meaning).filter { $0.share > 0 }.map(\.exemplar)
    }
    var found: [Understood.Neighbour] = []
    for exemplar in close where exemplar.meaning != example.question.key && found.count < Self.neighboursMax {
      guard let neighbour = outlook.neighbour(exemplar), !found.contains(neighbour) else { continue }
      found.append(neighbour)
    }
    return found
  }
}

extension Outlook {
  fileprivate func neighbour(_ exemplar: Exemplar) -> Understood.Neighbour? {
    guard let standing = standing(ID(exemplar.id)), case .example(let example) = standing.lesson.teaching else { return nil }
    return .init(sentence: exemplar.text.excerpt, question: example.question, lesson: standing.id)
  }
}
