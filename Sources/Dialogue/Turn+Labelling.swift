import Lessons
import Reasoning
import TeachingLanguage
import Understanding

/// What taught reasons tell of a question: “it is about sugar if it contains "cake"”.
extension Turn {
  func votes() -> [LabellingBook.Vote] {
    guard !outlook.knowledge.labellings.isEmpty else { return [] }
    let mentions = mentions(in: text).map { MarkedText.Mention(range: $0.range, concepts: outlook.topics(around: $0.concept)) }
    return outlook.knowledge.labellings.votes(on: MarkedText(text, mentions: mentions), from: outlook.view)
  }

  /// The topics that reasons tell and nothing that the question names does.
  func topicsTold(besides concepts: [Concept]) -> [(topic: Concept, lesson: StandingLesson)] {
    let votes = votes()
    let denied = Set(votes.filter(\.isNegated).map(\.label))
    return votes.reduce(into: []) { told, vote in
      guard !vote.isNegated, !denied.contains(vote.label), !vote.label.isAsked, !concepts.contains(vote.label),
        !told.contains(where: { $0.topic == vote.label })
      else { return }
      told.append((vote.label, vote.lesson))
    }
  }
}

extension Heard {
  /// A reason is a strong vote: one question kind that reasons tell, and none denies, is what is asked, however unlike the
  /// taught sentences it is. What they deny is not asked, however like. Of topics they only tell that it is about them.
  func voted(_ votes: [LabellingBook.Vote]) -> Heard {
    let denied = Set(votes.filter(\.isNegated).map(\.label.key))
    let deciding = votes.filter { !$0.isNegated && $0.label.isAsked && !denied.contains($0.label.key) }
    let told = deciding.map(\.label).reduce(into: [Concept]()) { if !$0.contains($1) { $0.append($1) } }
    guard told.isEmpty else {
      let lessons = deciding.map(\.lesson)
      return Heard(
        prediction: prediction, outcome: told.count == 1 ? .answer(told[0].key) : .ask(told.map(\.key)), text: text, standIn: nil,
        told: told, because: lessons)
    }
    guard !denied.isEmpty else { return self }
    return Heard(prediction: prediction, outcome: outcome.without(denied), text: text, standIn: standIn)
  }
}

extension Outcome {
  fileprivate func without(_ denied: Set<String>) -> Outcome {
    switch self {
    case .answer(let meaning): return denied.contains(meaning) ? .notTaught : self
    case .ask(let meanings):
      let left = meanings.filter { !denied.contains($0) }
      return left.isEmpty ? .notTaught : .ask(left)
    case .notTaught: return self
    }
  }
}
