import Mind
import Community
import Dialogue
import Lessons

/// One step of a why, as pages open it; see `Templates/reason.mustache`.
struct ReasonView: Sendable {
  let text: String
  let label: String
  let kind: String
  let by: Person?
  let when: When?
  let source: String?
  let path: String?
  let others: String?
  let open: Bool
  let formula: String?
  let canChallenge: Bool
  let reasons: [ReasonView]
}

extension Scribe {
  func reasons(_ reasons: [Reason]) -> [ReasonView] {
    reasons.enumerated().map { index, reason in self.reason(reason, isOpen: index == 0 && reason.kind != .understood) }
  }

  private func reason(_ reason: Reason, isOpen: Bool) -> ReasonView {
    let record = reason.lesson.flatMap { state.standing.lessons[$0] }
    return ReasonView(
      text: reason.text.plain(naming: viewer.names.name), label: Self.label(reason.kind), kind: Self.look(reason.kind),
      by: reason.author.map(person), when: record.map { viewer.when($0.current.time) }, source: reason.source,
      path: reason.lesson.map(URLPath.lesson), others: nil, open: isOpen && !reason.reasons.isEmpty, formula: reason.formula,
      canChallenge: viewer.canTeach && record != nil && reason.author != viewer.member,
      reasons: reason.reasons.map { self.reason($0, isOpen: false) })
  }

  private static func label(_ kind: Reason.Kind) -> String {
    switch kind {
    case .understood: "What I understood"
    case .taught: "Fact"
    case .rule: "Rule"
    case .arithmetic: "Worked out"
    case .inherited: "By its kind"
    case .notKnown: "Not known to be an exception"
    case .compared: "Compared"
    case .name: "Name"
    case .guideline: "Guideline"
    case .example: "Example"
    }
  }

  private static func look(_ kind: Reason.Kind) -> String {
    switch kind {
    case .understood, .name: "understood"
    case .taught: "fact"
    case .rule, .inherited: "rule"
    case .arithmetic, .compared: "arithmetic"
    case .notKnown: "absence"
    case .guideline: "guideline"
    case .example: "example"
    }
  }
}

extension Reason {
  /// This reason and all beneath it, from the top down.
  var all: [Reason] { [self] + reasons.flatMap(\.all) }
}
