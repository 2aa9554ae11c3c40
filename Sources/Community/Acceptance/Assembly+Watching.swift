import Lessons

extension Assembly {
  /// Hears an opinion for signs of coordination.
  mutating func watch(_ opinion: Opinion.Stance?, by member: Int, on item: Int) {
    let agrees = opinion == .endorse ? true : opinion == .dispute ? false : nil
    let camp = camp(of: member)
    if items[item].isInForce {
      begin(&silencing, item, without: member)
      silencing.observe(agrees, by: member, on: item, camp: camp)
      silencers.update(silencing)
    }
    if !items[item].isInForce { begin(&promoting, item, without: member) }
    if promoting.isFrozen(item) {
      promoting.observe(agrees, by: member, on: item, camp: camp)
      promoters.update(promoting)
    }
  }

  /// An item that came into force, or ceased to be, is foretold anew from all opinions there are.
  mutating func watchAnew(_ item: Int) {
    if items[item].isInForce { begin(&silencing, item, without: nil) }
  }

  private func begin(_ joins: inout CoSurprise, _ item: Int, without member: Int?) {
    guard !joins.isFrozen(item) else { return }
    let author = items[item].proposal?.author
    var (agrees, votes, total) = ([0.0, 0, 0], [0.0, 0, 0], 0)
    for held in items[item].opinions where held.opinion != .unsure && held.member != author && held.member != member {
      let camp = camp(of: held.member) ?? 2
      votes[camp] += 1
      total += 1
      if held.opinion == .endorse { agrees[camp] += 1 }
    }
    if total >= CoSurprise.votesMin { joins.freeze(item, agrees: agrees, votes: votes) }
  }

  /// Who disputes an item and votes alike more than chance allows; fewer than two are not worth a word.
  func flaggedDisputers(of item: Int) -> [Int] {
    let flagged = disputers(of: item).filter(silencers.members.contains).sorted()
    return flagged.count >= 2 ? flagged : []
  }

  /// Whether an item has the support it needs only by members who vote alike more than chance allows: their endorsements
  /// taken as one voice, something is missing.
  func leansOnFlagged(_ item: Int) -> Bool {
    guard hasCamps, !promoters.members.isEmpty else { return false }
    let endorsers = endorsers(of: item)
    let flagged = endorsers.count(where: promoters.members.contains)
    guard flagged >= CoSurprise.coreMin, 5 * flagged >= endorsers.count else { return false }
    return !missing(item, count(item, demoting: false, joined: (promoters.members, .endorse))).isEmpty
  }

  /// Whether flagged members' disputes of an item count as one voice: until a panel has ruled.
  func countsAsOne(_ item: Int) -> Bool {
    !items[item].panels.contains { $0.ruling != nil && $0.ruling != .lapsed } && !silencers.members.isEmpty
  }

  /// The groups whose members vote alike more than chance allows: in disputing what is accepted, and in endorsing what is
  /// not.
  public var coordinated: (silencing: [[Int]], promoting: [[Int]]) { (silencers.groups, promoters.groups) }

  /// Hears, once an item, how others judged it, one of another camp than the author's among them.
  mutating func judgeAuthor(of item: Int) {
    guard !items[item].isJudged, let author = items[item].proposal?.author else { return }
    let own = camp(of: author)
    let judges = items[item].opinions.filter { $0.member != author && $0.opinion != .unsure && !isRelated($0.member, author) }
    guard judges.count >= DriftDetector.judgesMin, own == nil || judges.contains(where: { camp(of: $0.member) != own })
    else { return }
    items[item].isJudged = true
    members[author].drift.record(isDisputed: 2 * judges.count { $0.opinion == .dispute } > judges.count, at: time)
  }

  /// When it was noticed that what a member proposes has turned bad, in milliseconds since 1970. What they propose from
  /// then on waits for another camp.
  public func driftAlarm(of member: Int) -> Int64? { members.indices.contains(member) ? members[member].drift.alarm : nil }
}
