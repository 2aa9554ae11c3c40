import Lessons

/// What an assembly knows of a member.
struct MemberState: Hashable, Sendable {
  var joined: Int64 = 0
  var sponsor: Int?
  var group: Int?
  var isTeacher = false
  var isBanned = false
  var lastActive: Int64 = 0
  var validVotes = 0
  /// Losses of standing, the member's own and the shares of those they vouched for.
  var losses = 0.0
  /// Trust from the founders, 0...1, as of the last estimation.
  var trust = 1.0
  /// The first member below a founder on the way up: one branch, one seat.
  var tree = 0
  var drift = DriftDetector()
}

/// What an assembly knows of an item.
struct ItemState: Hashable, Sendable {
  struct Held: Hashable, Sendable {
    let member: Int
    var opinion: Opinion.Stance
    /// Milliseconds since 1970.
    var time: Int64
    /// Whether it was given before it was known how the item would stand.
    var isValid: Bool
  }

  var proposal: AssemblyEvent.Proposal?
  var proposed: Int64 = 0
  /// In the order in which members first spoke.
  var opinions: [Held] = []
  var status = ItemStanding.Status.waiting
  var rule = ItemStanding.Rule.review
  var since: Int64 = 0
  var isWithdrawn = false
  var isQuarantined = false
  /// Rejected by a panel: opinions alone do not bring it back.
  var isRuledOut = false
  /// Whose disputes veto no more.
  var resolved: [Int] = []
  /// Acceptance waits until then: opinions came in a rush.
  var delayedUntil: Int64?
  var panels: [Panel] = []
  /// Whether others have judged it for the author's drift.
  var isJudged = false

  var isProposed: Bool { proposal != nil && !isWithdrawn }
  var isInForce: Bool { status == .accepted || status == .contested }
  var openPanel: Int? { panels.last?.ruling == nil ? panels.indices.last : nil }

  /// - Returns: the opinion before.
  mutating func set(_ opinion: Opinion.Stance?, of member: Int, at time: Int64) -> Opinion.Stance? {
    guard let place = opinions.firstIndex(where: { $0.member == member }) else {
      if let opinion { opinions.append(Held(member: member, opinion: opinion, time: time, isValid: status == .waiting)) }
      return nil
    }
    let before = opinions[place].opinion
    if let opinion {
      opinions[place].opinion = opinion
      opinions[place].time = time
    } else {
      opinions.remove(at: place)
    }
    return before
  }
}

/// Who votes alike more than chance allows, kept until the joins have changed enough.
struct FlaggedMembers: Hashable, Sendable {
  private(set) var members: Set<Int> = []
  private(set) var groups: [[Int]] = []
  private var edgeCount = 0

  mutating func update(_ joins: CoSurprise) {
    let change = abs(joins.edgeCount - edgeCount)
    guard change > 0, change * 50 >= edgeCount else { return }
    edgeCount = joins.edgeCount
    groups = edgeCount < 10 ? [] : joins.groups()
    members = Set(groups.joined())
  }
}
