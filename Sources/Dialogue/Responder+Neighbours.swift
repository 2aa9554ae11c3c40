public import Lessons
import Understanding

extension Responder {
  private static let neighboursMax = 3

  /// Sentences taught for other questions that an example is close to, or that it would now be taken for: what its teacher
  /// should see before saving.
  public func neighbours(
    of example: Example, knowing knowledge: Knowledge, from view: PointOfView
  ) -> [Understood.Neighbour] {
    let outlook = outlook(knowing: knowledge, from: view, in: Conversation())
    let check = knowledge.learner.check(ifTaught: Exemplar(new: example), thresholds: knowledge.thresholds, in: outlook.examples)
    let close = check.nearDuplicates.map(\.exemplar) + check.collisions.map(\.exemplar)
    var found: [Understood.Neighbour] = []
    for exemplar in close where exemplar.meaning != example.question.key && found.count < Self.neighboursMax {
      guard let neighbour = outlook.neighbour(exemplar), !found.contains(neighbour) else { continue }
      found.append(neighbour)
    }
    return found
  }

  /// Taught sentences that are understood now and would no longer be, were an example taught.
  ///
  /// - Complexity: two questions for each of the sentences most like it.
  public func harm(
    of example: Example, knowing knowledge: Knowledge, from view: PointOfView, limit: Int = 8
  ) -> [Understood.Neighbour] {
    let outlook = outlook(knowing: knowledge, from: view, in: Conversation())
    return knowledge.learner.flips(ifTaught: Exemplar(new: example), limit: limit, in: outlook.examples).flips
      .filter(\.isHarm).compactMap(\.exemplar).compactMap(outlook.neighbour)
  }
}

extension Exemplar {
  /// An example that is not taught yet.
  fileprivate init(new example: Example) {
    self.init(id: "new", text: example.utterance, meaning: example.question.key)
  }
}

extension Outlook {
  fileprivate func neighbour(_ exemplar: Exemplar) -> Understood.Neighbour? {
    guard let standing = standing(ID(exemplar.id)), case .example(let example) = standing.lesson.teaching else { return nil }
    return .init(sentence: exemplar.text.excerpt, question: example.question, lesson: standing.id)
  }
}
