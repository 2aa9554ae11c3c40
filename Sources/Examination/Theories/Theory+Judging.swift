internal import Lessons
internal import Reasoning

/// What the village's reasoning makes of a theory.
public struct TheoryFinding: Hashable, Sendable {
  public let answer: Theory.Answer
  public let proofsChecked: Int
  public let proofsValid: Int
  /// How many rules deep the best proof is; nil where there is none.
  public let depth: Int?
}

extension Theory {
  /// Teaches the theory to an empty village, lesson by lesson, judges the statement and checks every proof given.
  public func judge() -> TheoryFinding {
    let teachings = facts.compactMap(\.claim).map(Teaching.claim) + rules.map { Teaching.rule($0.rule) }
    let lessons = teachings.enumerated().map { place, teaching in
      StandingLesson(Lesson(id: ID("l\(place)"), teaching), by: "teacher", sequence: place + 1)
    }
    var beliefs = Beliefs()
    for lesson in lessons { beliefs.accept(lesson) }
    guard let claim = statement.claim else {
      return TheoryFinding(answer: .unknown, proofsChecked: 0, proofsValid: 0, depth: nil)
    }
    let verdict = beliefs.judge(claim, in: .community)
    let checker = ProofChecker(lessons, .community)
    let proofs = verdict.yes + verdict.no
    return TheoryFinding(
      answer: answer(verdict.outcome, claim), proofsChecked: proofs.count, proofsValid: proofs.count { checker.fault(in: $0) == nil },
      depth: proofs.first?.depth)
  }

  /// Where the world is closed, two ways of reasoning must agree; where they do not, the question counts as unknown.
  private func answer(_ outcome: Verdict.Outcome, _ claim: Claim) -> Answer {
    if world == .closed, let follows = follows() {
      let isHeld = outcome == (claim.isNegated ? .no : .yes)
      guard follows == isHeld else { return .unknown }
    }
    return switch (outcome, world) {
    case (.yes, _): .yes
    case (.no, _): .no
    case (_, .open): .unknown
    case (_, .closed): claim.isNegated ? .yes : .no
    }
  }
}

extension Proof {
  /// How many rules deep it is.
  fileprivate var depth: Int {
    let below = premises.map(\.depth).max() ?? 0
    if case .rule = reason { return below + 1 }
    return below
  }
}
