import Mind
import Ledger
import Community
import Lessons

/// A member as the pages about people show them.
struct MemberView: Sendable {
  let id: String
  let name: String
  let initials: String
  let hue: String
  let path: String?
  let role: String
  let groups: [String]
  let about: String?
  let taught: String?
  let standing: String
  let accepted: String?
  let isMe: Bool
  let canErase: Bool
  let roles: [Alternative]
  let canChangeRole: Bool
  let canAct: Bool
  let canRevertAll: Bool
}

/// How much a member taught and how much of it stands.
struct Contribution: Sendable {
  let taught: Int
  let standing: Int
  let accepted: Int
  let declined: Int
}

extension Scribe {
  /// Oldest member first.
  func members() -> [MemberView] {
    state.standing.members.sorted { ($0.value.joined, $0.key) < ($1.value.joined, $1.key) }.map { member($0.key, $0.value) }
  }

  func contribution(_ record: MemberRecord) -> Contribution {
    let lessons = record.lessons.compactMap { state.standing.lessons[$0] }
    return Contribution(
      taught: lessons.count, standing: lessons.count { $0.isStanding },
      accepted: lessons.count { $0.status == .accepted }, declined: lessons.count { $0.status == .declined })
  }

  /// Whether a role is the members' to end by a vote, and not this viewer's.
  private func membersDecide(on id: ID<Member>, _ record: MemberRecord) -> Bool {
    guard record.role == .founder, let mine = viewer.member else { return false }
    return (try? state.standing.validate(.roleGranted(to: id, .teacher), by: mine)) == nil
  }

  func member(_ id: ID<Member>, _ record: MemberRecord) -> MemberView {
    let person = person(id)
    let contribution = contribution(record)
    let isMe = id == viewer.member
    let reviewed = contribution.accepted + contribution.declined
    let share = reviewed == 0 ? 0 : contribution.accepted * 100 / reviewed
    return MemberView(
      id: person.id, name: person.name, initials: person.initials, hue: person.hue, path: person.path, role: record.role.rawValue,
      groups: record.groups.sorted(), about: viewer.names.account(id)?.credentials,
      taught: contribution.taught == 0 ? nil : Numbers.grouped(contribution.taught), standing: Numbers.grouped(contribution.standing),
      accepted: reviewed == 0 ? nil : share == 100 ? "all accepted" : "\(share) of 100 accepted", isMe: isMe,
      canErase: viewer.isFounder && !isMe && person.path != nil,
      roles: Role.allCases.reversed().map { Alternative(value: $0.rawValue, name: $0.rawValue, selected: $0 == record.role) },
      canChangeRole: viewer.isFounder && !isMe && !membersDecide(on: id, record), canAct: viewer.isFounder && !isMe,
      canRevertAll: viewer.isFounder && contribution.standing > 0)
  }
}
