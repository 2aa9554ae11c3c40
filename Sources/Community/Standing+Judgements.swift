public import Lessons

/// How a member judged what later proved right or wrong, on one topic and in one kind of teaching.
public struct Judgements: Hashable, Sendable {
  public let topic: Concept?
  public let kind: TeachingKind
  public let reasons: Competence.Reasons
}

extension Standing {
  /// Where there is evidence of a member's judgement, the most of it first.
  ///
  /// - Complexity: O(topics that came before the assembly · kinds).
  public func judgements(of member: ID<Member>) -> [Judgements] {
    guard let number = deliberation.memberNumbers[member] else { return [] }
    let topics = deliberation.topicNumbers.sorted { $0.value < $1.value }.map { (topic: Optional($0.key), number: $0.value) } + [(nil, 0)]
    return topics.flatMap { topic, id in
      TeachingKind.allCases.compactMap { kind -> Judgements? in
        let reasons = deliberation.assembly.competence.reasons(of: number, topic: id, kind: kind)
        return reasons.hits + reasons.misses > 0 ? Judgements(topic: topic, kind: kind, reasons: reasons) : nil
      }
    }.sorted { $0.reasons.hits + $0.reasons.misses > $1.reasons.hits + $1.reasons.misses }
  }
}
