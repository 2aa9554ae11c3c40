import Foundation

/// How acts are written in the ledger: a kind with its version, and a JSON object.
///
/// The kinds and keys are written by hand and never derived from Swift names, because every act ever written
/// must stay readable. A change of meaning gets a new version beside the old one.
extension Act {
  public enum WireError: Error, Equatable {
    case unknownKind(String)
    case unreadable(kind: String, reason: String)
  }

  public var kind: String {
    switch self {
    case .founded: "village.founded.v1"
    case .joined: "member.joined.v1"
    case .roleGranted: "role.granted.v1"
    case .taught: "lessons.taught.v1"
    case .tableTaught: "table.taught.v1"
    case .tableRetracted: "table.retracted.v1"
    case .revised: "lesson.revised.v1"
    case .retracted: "lesson.retracted.v1"
    case .contributionRetracted: "contribution.retracted.v1"
    case .reinstated: "lesson.reinstated.v1"
    case .accepted: "lesson.accepted.v1"
    case .declined: "lesson.declined.v1"
    case .commented: "comment.made.v1"
    case .commentWithdrawn: "comment.withdrawn.v1"
    case .settled: "disagreement.settled.v1"
    case .reopened: "disagreement.reopened.v1"
    case .cautionSet: "caution.set.v1"
    case .released: "release.cut.v1"
    case .releaseWithdrawn: "release.withdrawn.v1"
    case .publicAnswered: "public.answered.v1"
    case .opined: "opinion.given.v1"
    case .proposed: "proposal.made.v1"
    case .proposalWithdrawn: "proposal.withdrawn.v1"
    case .reverted: "acts.reverted.v1"
    case .reversalWithdrawn: "reversal.withdrawn.v1"
    case .groupSet: "group.set.v1"
    case .groupJoined: "group.joined.v1"
    case .groupLeft: "group.left.v1"
    case .policySet: "policy.set.v1"
    case .rulesSet: "rules.set.v1"
    case .answersChanged: "answers.changed.v1"
    case .seen: "acts.seen.v1"
    case .unseen: "acts.unseen.v1"
    case .ballotOpened: "ballot.opened.v1"
    case .ballotWithdrawn: "ballot.withdrawn.v1"
    }
  }

  /// The payload as JSON with sorted keys, so that equal acts are equal bytes.
  ///
  /// - Parameter ground: what the act rests on, where it takes that.
  public func payload(on ground: Ground? = nil) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(Payload(act: self, ground: takesGround ? ground : nil)), as: UTF8.self)
  }

  public init(kind: String, payload: String) throws(WireError) {
    guard let read = Self.readers[kind] else { throw .unknownKind(kind) }
    do {
      self = try read(JSONDecoder(), Data(payload.utf8))
    } catch {
      throw .unreadable(kind: kind, reason: String(describing: error))
    }
  }

  private typealias Reader = @Sendable (JSONDecoder, Data) throws -> Act

  private static let readers: [String: Reader] = [
    "village.founded.v1": { .founded(name: try $0.decode(Wire.Founded.self, from: $1).name) },
    "member.joined.v1": {
      let wire = try $0.decode(Wire.Joined.self, from: $1)
      return .joined(role: wire.role, group: wire.group, invitedBy: wire.invitedBy)
    },
    "role.granted.v1": {
      let wire = try $0.decode(Wire.RoleGranted.self, from: $1)
      return .roleGranted(to: wire.member, wire.role)
    },
    "lessons.taught.v1": { .taught(try $0.decode(Wire.Taught.self, from: $1).lessons) },
    "table.taught.v1": { .tableTaught(try $0.decode(Table.self, from: $1)) },
    "table.retracted.v1": {
      let wire = try $0.decode(Wire.TableRetracted.self, from: $1)
      return .tableRetracted(wire.table, reason: wire.reason)
    },
    "contribution.retracted.v1": {
      let wire = try $0.decode(Wire.ContributionRetracted.self, from: $1)
      return .contributionRetracted(of: wire.member, reason: wire.reason)
    },
    "lesson.revised.v1": {
      let wire = try $0.decode(Wire.Revised.self, from: $1)
      return .revised(wire.lesson, after: wire.after)
    },
    "lesson.retracted.v1": {
      let wire = try $0.decode(Wire.About.self, from: $1)
      return .retracted(wire.lesson, reason: wire.reason ?? "")
    },
    "lesson.reinstated.v1": { .reinstated(try $0.decode(Wire.About.self, from: $1).lesson) },
    "lesson.accepted.v1": {
      let wire = try $0.decode(Wire.About.self, from: $1)
      return .accepted(wire.lesson, reason: wire.reason ?? "")
    },
    "lesson.declined.v1": {
      let wire = try $0.decode(Wire.About.self, from: $1)
      return .declined(wire.lesson, reason: wire.reason ?? "")
    },
    "comment.made.v1": {
      let wire = try $0.decode(Wire.Commented.self, from: $1)
      return .commented(wire.id, on: wire.on, text: wire.text)
    },
    "comment.withdrawn.v1": { .commentWithdrawn(try $0.decode(Wire.CommentWithdrawn.self, from: $1).comment) },
    "disagreement.settled.v1": { .settled(try $0.decode(Settlement.self, from: $1)) },
    "disagreement.reopened.v1": {
      let wire = try $0.decode(Wire.Reopened.self, from: $1)
      return .reopened(wire.disagreement, reason: wire.reason)
    },
    "caution.set.v1": {
      let wire = try $0.decode(Wire.CautionSet.self, from: $1)
      return .cautionSet(wire.caution, reason: wire.reason)
    },
    "release.cut.v1": { .released(try $0.decode(Release.self, from: $1)) },
    "release.withdrawn.v1": {
      let wire = try $0.decode(Wire.ReleaseWithdrawn.self, from: $1)
      return .releaseWithdrawn(wire.release, reason: wire.reason)
    },
    "public.answered.v1": {
      let wire = try $0.decode(Wire.PublicAnswered.self, from: $1)
      return .publicAnswered(from: wire.release, reason: wire.reason)
    },
    "opinion.given.v1": {
      let wire = try $0.decode(Wire.Opined.self, from: $1)
      return .opined(Opinion(wire.stance, on: wire.on, reason: wire.reason))
    },
    "proposal.made.v1": { .proposed(try $0.decode(Proposal.self, from: $1)) },
    "proposal.withdrawn.v1": { .proposalWithdrawn(try $0.decode(Wire.ProposalWithdrawn.self, from: $1).proposal) },
    "acts.reverted.v1": { .reverted(try $0.decode(Reversal.self, from: $1)) },
    "reversal.withdrawn.v1": {
      let wire = try $0.decode(Wire.ReversalWithdrawn.self, from: $1)
      return .reversalWithdrawn(wire.reversal, reason: wire.reason)
    },
    "group.set.v1": { .groupSet(try $0.decode(Group.self, from: $1)) },
    "group.joined.v1": {
      let wire = try $0.decode(Wire.GroupMember.self, from: $1)
      return .groupJoined(wire.member, group: wire.group)
    },
    "group.left.v1": {
      let wire = try $0.decode(Wire.GroupMember.self, from: $1)
      return .groupLeft(wire.member, group: wire.group, reason: wire.reason ?? "")
    },
    "policy.set.v1": {
      let wire = try $0.decode(Wire.PolicySet.self, from: $1)
      return .policySet(wire.numbers, reason: wire.reason)
    },
    "rules.set.v1": {
      let wire = try $0.decode(Wire.RulesSet.self, from: $1)
      return .rulesSet(wire.rules, reason: wire.reason)
    },
    "answers.changed.v1": { .answersChanged(try $0.decode(Influence.self, from: $1)) },
    "acts.seen.v1": { .seen(try $0.decode(Wire.Seen.self, from: $1).acts) },
    "acts.unseen.v1": { .unseen(try $0.decode(Wire.Seen.self, from: $1).acts) },
    "ballot.opened.v1": { .ballotOpened(try $0.decode(Ballot.self, from: $1)) },
    "ballot.withdrawn.v1": { .ballotWithdrawn(try $0.decode(Wire.BallotWithdrawn.self, from: $1).ballot) },
  ]

  private struct Payload: Encodable {
    let act: Act
    let ground: Ground?

    func encode(to encoder: any Encoder) throws {
      try encodeAct(to: encoder)
      if ground != nil { try Grounded(ground: ground).encode(to: encoder) }
    }

    private func encodeAct(to encoder: any Encoder) throws {
      switch act {
      case .founded(let name): try Wire.Founded(name: name).encode(to: encoder)
      case .joined(let role, let group, let invitedBy): try Wire.Joined(role: role, group: group, invitedBy: invitedBy).encode(to: encoder)
      case .roleGranted(let member, let role): try Wire.RoleGranted(member: member, role: role).encode(to: encoder)
      case .taught(let lessons): try Wire.Taught(lessons: lessons).encode(to: encoder)
      case .tableTaught(let table): try table.encode(to: encoder)
      case .tableRetracted(let table, let reason): try Wire.TableRetracted(table: table, reason: reason).encode(to: encoder)
      case .contributionRetracted(let member, let reason):
        try Wire.ContributionRetracted(member: member, reason: reason).encode(to: encoder)
      case .revised(let lesson, let after): try Wire.Revised(lesson: lesson, after: after).encode(to: encoder)
      case .retracted(let lesson, let reason): try Wire.About(lesson: lesson, reason: reason).encode(to: encoder)
      case .reinstated(let lesson): try Wire.About(lesson: lesson, reason: nil).encode(to: encoder)
      case .accepted(let lesson, let reason): try Wire.About(lesson: lesson, reason: reason).encode(to: encoder)
      case .declined(let lesson, let reason): try Wire.About(lesson: lesson, reason: reason).encode(to: encoder)
      case .commented(let id, let topic, let text): try Wire.Commented(id: id, on: topic, text: text).encode(to: encoder)
      case .commentWithdrawn(let comment): try Wire.CommentWithdrawn(comment: comment).encode(to: encoder)
      case .settled(let settlement): try settlement.encode(to: encoder)
      case .reopened(let disagreement, let reason): try Wire.Reopened(disagreement: disagreement, reason: reason).encode(to: encoder)
      case .cautionSet(let caution, let reason): try Wire.CautionSet(caution: caution, reason: reason).encode(to: encoder)
      case .released(let release): try release.encode(to: encoder)
      case .releaseWithdrawn(let name, let reason): try Wire.ReleaseWithdrawn(release: name, reason: reason).encode(to: encoder)
      case .publicAnswered(let name, let reason): try Wire.PublicAnswered(release: name, reason: reason).encode(to: encoder)
      case .opined(let opinion): try Wire.Opined(on: opinion.on, stance: opinion.stance, reason: opinion.reason).encode(to: encoder)
      case .proposed(let proposal): try proposal.encode(to: encoder)
      case .proposalWithdrawn(let id): try Wire.ProposalWithdrawn(proposal: id).encode(to: encoder)
      case .reverted(let reversal): try reversal.encode(to: encoder)
      case .reversalWithdrawn(let id, let reason): try Wire.ReversalWithdrawn(reversal: id, reason: reason).encode(to: encoder)
      case .groupSet(let group): try group.encode(to: encoder)
      case .groupJoined(let member, let group): try Wire.GroupMember(member: member, group: group, reason: nil).encode(to: encoder)
      case .groupLeft(let member, let group, let reason):
        try Wire.GroupMember(member: member, group: group, reason: reason).encode(to: encoder)
      case .policySet(let numbers, let reason): try Wire.PolicySet(numbers: numbers, reason: reason).encode(to: encoder)
      case .seen(let acts), .unseen(let acts): try Wire.Seen(acts: acts).encode(to: encoder)
      case .ballotOpened(let ballot): try ballot.encode(to: encoder)
      case .ballotWithdrawn(let id): try Wire.BallotWithdrawn(ballot: id).encode(to: encoder)
      case .answersChanged(let influence): try influence.encode(to: encoder)
      case .rulesSet(let rules, let reason): try Wire.RulesSet(rules: rules, reason: reason).encode(to: encoder)
      }
    }
  }

  private enum Wire {
    struct Founded: Codable { let name: String }
    struct Joined: Codable { let role: Role, group: String?, invitedBy: ID<Member>? }
    struct RoleGranted: Codable { let member: ID<Member>, role: Role }
    struct Taught: Codable { let lessons: [Lesson] }
    struct TableRetracted: Codable { let table: ID<Table>, reason: String }
    struct ContributionRetracted: Codable { let member: ID<Member>, reason: String }
    struct Revised: Codable { let lesson: Lesson, after: Int }
    struct About: Codable { let lesson: ID<Lesson>, reason: String? }
    struct Commented: Codable { let id: ID<Comment>, on: Topic, text: String }
    struct CommentWithdrawn: Codable { let comment: ID<Comment> }
    struct Reopened: Codable { let disagreement: ID<Disagreement>, reason: String }
    struct CautionSet: Codable { let caution: Caution?, reason: String }
    struct ReleaseWithdrawn: Codable { let release: String, reason: String }
    struct PublicAnswered: Codable { let release: String?, reason: String }
    struct Opined: Codable { let on: Topic, stance: Opinion.Stance?, reason: String }
    struct ProposalWithdrawn: Codable { let proposal: ID<Proposal> }
    struct ReversalWithdrawn: Codable { let reversal: ID<Reversal>, reason: String }
    struct PolicySet: Codable { let numbers: [String: Double], reason: String }
    struct Seen: Codable { let acts: [Int] }
    struct BallotWithdrawn: Codable { let ballot: ID<Ballot> }
    struct RulesSet: Codable { let rules: [VillageRule], reason: String }
    struct GroupMember: Codable { let member: ID<Member>, group: String, reason: String? }
  }
}
