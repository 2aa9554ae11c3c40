import Lessons
import VillageService

/// An act as lists of changes tell it; `words` is a sentence without its subject.
struct ChangeView: Sendable {
  let words: String
  let by: Person
  let when: When
  let path: String
  let fresh: Bool
  let kind: String
}

/// What kinds of act people tell apart, and the acts of each as the ledger names them.
enum ActKind: String, CaseIterable, Sendable {
  case taught, changed, withdrawn, reviewed, said, opined, settled, released, people, seen, counted

  var name: String {
    switch self {
    case .people: "who joined"
    case .opined: "endorsed or disputed"
    case .seen: "looked at"
    case .counted: "changed answers"
    default: rawValue
    }
  }

  var label: String { name.prefix(1).uppercased() + name.dropFirst() }

  /// The acts of this kind as the ledger names them; see `Act.kind`.
  var wireKinds: Set<String> {
    switch self {
    case .taught: ["lessons.taught.v1", "table.taught.v1"]
    case .changed: ["lesson.revised.v1", "lesson.reinstated.v1"]
    case .withdrawn:
      [
        "lesson.retracted.v1", "table.retracted.v1", "contribution.retracted.v1", "comment.withdrawn.v1", "acts.reverted.v1",
        "reversal.withdrawn.v1",
      ]
    case .reviewed: ["lesson.accepted.v1", "lesson.declined.v1"]
    case .said: ["comment.made.v1"]
    case .opined: ["opinion.given.v1"]
    case .seen: ["acts.seen.v1", "acts.unseen.v1"]
    case .counted: ["answers.changed.v1"]
    case .settled:
      [
        "disagreement.settled.v1", "proposal.made.v1", "proposal.withdrawn.v1", "disagreement.reopened.v1", "caution.set.v1",
        "policy.set.v1", "rules.set.v1",
      ]
    case .released: ["release.cut.v1", "release.withdrawn.v1", "public.answered.v1"]
    case .people:
      [
        "village.founded.v1", "member.joined.v1", "role.granted.v1", "group.set.v1", "group.joined.v1", "group.left.v1",
        "ballot.opened.v1", "ballot.withdrawn.v1",
      ]
    }
  }

  static func of(_ act: Act) -> ActKind {
    switch act {
    case .founded, .joined, .roleGranted: .people
    case .taught, .tableTaught: .taught
    case .revised, .reinstated: .changed
    case .retracted, .tableRetracted, .contributionRetracted, .commentWithdrawn: .withdrawn
    case .accepted, .declined: .reviewed
    case .commented: .said
    case .settled, .reopened, .cautionSet, .policySet, .rulesSet: .settled
    case .released, .releaseWithdrawn, .publicAnswered: .released
    case .opined: .opined
    case .seen, .unseen: .seen
    case .answersChanged: .counted
    case .proposed, .proposalWithdrawn: .settled
    case .reverted, .reversalWithdrawn: .withdrawn
    case .groupSet, .groupJoined, .groupLeft, .ballotOpened, .ballotWithdrawn: .people
    }
  }
}

extension Entry {
  /// The page that shows what this act is about.
  var path: String {
    switch act {
    case .founded: "/people"
    case .joined: URLPath.person(author)
    case .roleGranted(let member, _): URLPath.person(member)
    case .taught(let lessons): lessons.first.map { URLPath.lesson($0.id) } ?? "/history"
    case .tableTaught(let table): table.rows.first.map { URLPath.concept($0.subject) } ?? "/knowledge"
    case .tableRetracted: "/history"
    case .contributionRetracted(let member, _): URLPath.person(member)
    case .revised(let lesson, _): URLPath.lesson(lesson.id)
    case .retracted(let id, _), .reinstated(let id), .accepted(let id, _), .declined(let id, _): URLPath.lesson(id)
    case .commented(_, let topic, _): topic.path
    case .opined(let opinion): opinion.on.path
    case .proposed(let proposal): URLPath.disagreement(proposal.disagreement)
    case .proposalWithdrawn: "/history"
    case .reverted(let reversal): reversal.member.map(URLPath.person) ?? "/history"
    case .reversalWithdrawn: "/history"
    case .policySet: "/policy"
    case .rulesSet: "/policy#rules"
    case .ballotOpened(let ballot): URLPath.ballot(ballot.id)
    case .ballotWithdrawn(let id): URLPath.ballot(id)
    case .answersChanged(let influence): influence.lessons.first.map { URLPath.lesson($0.lesson) } ?? "/history"
    case .seen(let acts), .unseen(let acts): acts.first.map(URLPath.act) ?? "/history"
    case .groupSet(let group): URLPath.group(group.name)
    case .groupJoined(_, let group), .groupLeft(_, let group, _): URLPath.group(group)
    case .commentWithdrawn: "/history"
    case .settled(let settlement): URLPath.disagreement(settlement.disagreement)
    case .reopened(let id, _): URLPath.disagreement(id)
    case .cautionSet: "/questions/understanding"
    case .released, .releaseWithdrawn, .publicAnswered: "/releases"
    }
  }
}

extension Topic {
  /// The page on which it is spoken of.
  var path: String {
    switch self {
    case .lesson(let id), .panel(let id): URLPath.lesson(id)
    case .disagreement(let id): URLPath.disagreement(id)
    case .act(let sequence): URLPath.act(sequence)
    case .ballot(let id): URLPath.ballot(id)
    case .comment, .proposal: "/history"
    }
  }
}

extension Viewer {
  func change(_ told: ToldEntry) -> ChangeView {
    ChangeView(
      words: told.words, by: person(told.entry.author), when: when(told.entry.time, .full), path: told.entry.path,
      fresh: isNew(told.entry.sequence, by: told.entry.author), kind: ActKind.of(told.entry.act).rawValue)
  }
}
