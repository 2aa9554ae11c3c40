import Lessons

/// What the fork's author would say here of what they had done there, since it is not done here.
struct JoinRemark {
  let text: String

  init(_ act: Act, why: String, saying: (Lesson) -> String) {
    text = "In the fork that joined us I \(Self.deed(act, saying)) \(Self.sentence(why)) It is for us to decide now."
  }

  private static func deed(_ act: Act, _ saying: (Lesson) -> String) -> String {
    switch act {
    case .revised(let lesson, _): "let this lesson say: “\(said(lesson, saying))”."
    case .retracted(_, let reason): "took this lesson back\(because(reason))"
    case .reinstated: "put this lesson back."
    case .accepted(_, let reason): "accepted this lesson\(because(reason))"
    case .declined(_, let reason): "declined this lesson\(because(reason))"
    case .settled(let settlement): "settled this: \(outcome(settlement.outcome))\(because(settlement.reason))\(dissent(settlement.dissent))"
    case .reopened(_, let reason): "opened this again\(because(reason))"
    case .proposed(let proposal): "proposed to settle this: \(outcome(proposal.outcome))\(because(proposal.reason))"
    case .roleGranted(let member, let role): "made \(member) a \(role.rawValue)."
    case .policySet(let numbers, let reason):
      "set "
        + numbers.sorted { $0.key < $1.key }.map { "\($0.key) to \(number($0.value))" }.joined(separator: ", ") + because(reason)
    case .rulesSet(let rules, let reason):
      "set the village’s rules to \(rules.map { "“\($0.name)”" }.joined(separator: ", "))\(because(reason))"
    case .cautionSet(let caution, let reason):
      (caution.map { "had the assistant \($0.surenessMin) in 100 sure and \($0.leadMin) ahead" }
        ?? "let the assistant find out how sure to be") + because(reason)
    case .publicAnswered(let release, let reason):
      "let the public be answered from \(release.map { "“\($0)”" } ?? "the village as it stands")\(because(reason))"
    case .groupSet(let group):
      "set the group “\(group.name)”: “\(group.charter)”, about \(group.topics.map(\.label).joined(separator: ", "))"
        + (group.isGate ? ", with a gate" : "") + "."
    case .groupJoined(let member, let group): "took \(member) into the \(group)."
    case .groupLeft(let member, let group, let reason): "let \(member) go from the \(group)\(because(reason))"
    default: "did this: \(act.kind) \((try? act.payload()) ?? "")."
    }
  }

  private static func outcome(_ outcome: Settlement.Outcome) -> String {
    func list(_ ids: [ID<Lesson>]) -> String { ids.map(\.rawValue).joined(separator: " and ") }
    return switch outcome {
    case .holds(let ids): "\(list(ids)) holds"
    case .precedes(let ids): "\(list(ids)) goes first"
    case .scoped(let scopes): "\(list(scopes.map(\.lesson))) holds within limits"
    case .pointsOfView: "all stay, as points of view"
    case .merged(let id): "\(id) says what all meant"
    case .withdrawn: "none holds"
    }
  }

  private static func said(_ lesson: Lesson, _ saying: (Lesson) -> String) -> String {
    let words = saying(lesson)
    // A lesson nobody typed and nothing can say is written out as the ledger would hold it.
    return words.isEmpty ? (try? Act.taught([lesson]).payload()) ?? "" : words
  }

  private static func number(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? String(value) }
  private static func because(_ reason: String) -> String { reason.isEmpty ? "." : ", because: “\(reason)”." }
  private static func dissent(_ words: String) -> String { words.isEmpty ? "" : " Others saw it otherwise: “\(words)”." }

  private static func sentence(_ why: String) -> String {
    let capital = why.prefix(1).uppercased() + why.dropFirst()
    return capital.hasSuffix(".") ? capital : capital + "."
  }
}

extension Act {
  /// Why it was done, where it says so.
  var reason: String {
    switch self {
    case .contributionRetracted(_, let reason), .tableRetracted(_, let reason), .retracted(_, let reason): reason
    default: ""
    }
  }
}
