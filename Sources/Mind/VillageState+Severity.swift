public import Community
public import Lessons
public import Reasoning

extension VillageState {
  /// How much it matters that a disagreement is settled.
  ///
  /// - Parameter times: how many recent answers it touched.
  public func severity(of clash: Clash, times: Int = 0) -> Severity {
    let authors = clash.sides.map { side in Set(side.compactMap { standing.lessons[$0]?.author }) }
    return Severity(
      times: times, consequence: isGrave(clash) ? .harm : clash.kind.consequence,
      imbalance: Severity.imbalance(of: authors.map { $0.compactMap(standing.camp) }))
  }

  /// Clashes in the order in which people should look at them: the most severe first; where nobody asked, by what is at
  /// stake; then by id, so that the order is one on every server.
  public func ordered(_ clashes: [Clash], times: [ID<Disagreement>: Int] = [:]) -> [Clash] {
    clashes.map { ($0, severity(of: $0, times: times[$0.id] ?? 0)) }.sorted { one, other in
      let (mine, theirs) = (one.1, other.1)
      if mine.value != theirs.value { return mine.value > theirs.value }
      if mine.consequence != theirs.consequence { return mine.consequence > theirs.consequence }
      if mine.imbalance != theirs.imbalance { return mine.imbalance > theirs.imbalance }
      return one.0.id < other.0.id
    }.map(\.0)
  }

  /// Whether a guideline says what to do where the disputed thing comes up, and that is to warn or to send to somebody.
  private func isGrave(_ clash: Clash) -> Bool {
    let concepts = [clash.subject] + (clash.value?.concept.map { [$0] } ?? [])
    return concepts.contains { concept in
      mind.beliefs.lessons(mentioning: concept, in: .community).contains { standing in
        guard case .guideline(let guideline) = standing.lesson.teaching else { return false }
        return guideline.when.contains(.topic(concept)) && guideline.advice.contains(where: \.isGrave)
      }
    }
  }
}

extension Guideline.Advice {
  fileprivate var isGrave: Bool {
    switch self {
    case .warn, .refer: true
    case .say, .avoid, .other: false
    }
  }
}
