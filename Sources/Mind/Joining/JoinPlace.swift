import Community
import Lessons

/// What an act decides: where both sides decided the same since they parted, neither may silently win.
enum JoinPlace: Hashable, Sendable {
  /// What a lesson says.
  case wording(ID<Lesson>)
  /// Whether it stands.
  case fate(ID<Lesson>)
  case settlement(ID<Disagreement>)
  case role(ID<Member>)
  case membership(ID<Member>, String)
  case group(String)
  /// One number of the policy.
  case policy(String)
  case caution
  case rules
  case publicAnswers
  /// What a member thinks of something: theirs alone to say.
  case opinion(Topic, ID<Member>)

  /// What an entry decides, in a village that stands so just before it.
  static func decided(by entry: Entry, in standing: Standing) -> [JoinPlace] {
    switch entry.act {
    case .revised(let lesson, _): [.wording(lesson.id)]
    case .retracted(let id, _), .reinstated(let id), .accepted(let id, _), .declined(let id, _): [.fate(id)]
    case .contributionRetracted, .tableRetracted: lessonsTakenBack(by: entry.act, in: standing).map { .fate($0) }
    case .settled(let settlement): [.settlement(settlement.disagreement)]
    case .reopened(let id, _): [.settlement(id)]
    case .roleGranted(let member, _): [.role(member)]
    case .groupSet(let group): [.group(group.name)]
    case .groupJoined(let member, let group), .groupLeft(let member, let group, _): [.membership(member, group)]
    case .policySet(let numbers, _): numbers.keys.sorted().map { .policy($0) }
    case .cautionSet: [.caution]
    case .rulesSet: [.rules]
    case .publicAnswered: [.publicAnswers]
    case .opined(let opinion): [.opinion(opinion.on, entry.author)]
    default: []
    }
  }

  /// What a decision must not be carried over to, where it changed on the other side: a review judges the words it saw.
  static func presumed(by act: Act) -> [JoinPlace] {
    switch act {
    case .revised(let lesson, _): [.fate(lesson.id)]
    case .retracted(let id, _), .reinstated(let id), .accepted(let id, _), .declined(let id, _): [.wording(id)]
    case .settled(let settlement): settlement.lessons.flatMap { [.wording($0), .fate($0)] }
    default: []
    }
  }

  /// The standing lessons that an act takes back without naming them.
  static func lessonsTakenBack(by act: Act, in standing: Standing) -> [ID<Lesson>] {
    let ids: [ID<Lesson>] =
      switch act {
      case .contributionRetracted(let member, _): standing.members[member]?.lessons ?? []
      case .tableRetracted(let table, _): standing.tables[table] ?? []
      default: []
      }
    return ids.filter { standing.lessons[$0]?.isStanding == true }
  }
}
