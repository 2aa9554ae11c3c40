extension Assembly {
  static let minuteMilliseconds: Int64 = 60_000
  static let dayMilliseconds: Int64 = 86_400_000

  mutating func reserve(_ member: Int) {
    precondition(member >= 0, "members are numbered from 0")
    while members.count <= member {
      var state = MemberState()
      (state.tree, state.joined, state.lastActive) = (members.count, time, time)
      members.append(state)
    }
  }

  mutating func join(_ member: Int, _ joining: AssemblyEvent.Joining) {
    reserve(member)
    if let sponsor = joining.sponsor { reserve(sponsor) }
    members[member].joined = time
    members[member].lastActive = time
    members[member].isTeacher = joining.isTeacher
    members[member].group = joining.group
    competence.declare(joining.credential, by: member)
    // A chain of sponsors ends at a founder: who is above already cannot be let in by who is below.
    var above = joining.sponsor
    var chain = 0
    while let one = above, one != member, chain <= members.count { (above, chain) = (members[one].sponsor, chain + 1) }
    guard above == nil, let sponsor = joining.sponsor else { return }
    members[member].sponsor = sponsor
    members[member].tree = members[sponsor].sponsor == nil ? member : members[sponsor].tree
    members[member].trust = members[sponsor].trust
  }

  /// Sends somebody away; who vouched for them shares the loss, and who vouched for those, theirs.
  mutating func ban(_ member: Int) {
    reserve(member)
    guard !members[member].isBanned else { return }
    members[member].isBanned = true
    lose(1, member)
  }

  mutating func lose(_ amount: Double, _ member: Int) {
    var (loss, next) = (amount, Optional(member))
    while let one = next, loss > 0.01 {
      members[one].losses += loss
      (loss, next) = (loss * policy.sponsorShare, members[one].sponsor)
    }
  }

  /// Hears from somebody: after a long silence they begin as a newcomer.
  mutating func wake(_ member: Int) {
    if isDormant(member) { members[member].validVotes = 0 }
    members[member].lastActive = time
  }

  func isDormant(_ member: Int) -> Bool {
    time - members[member].lastActive > Int64(policy.dormantDays) * Self.dayMilliseconds
  }

  /// Valid opinions that count, 0 for who was silent too long.
  public func validVotes(of member: Int) -> Int {
    members.indices.contains(member) && !isDormant(member) ? members[member].validVotes : 0
  }

  func isExperienced(_ member: Int) -> Bool { validVotes(of: member) >= policy.demotionVotesMin }

  /// What a member lost: their own losses and the shares of those they vouched for.
  public func losses(of member: Int) -> Double { members.indices.contains(member) ? members[member].losses : 0 }

  /// How much a member's opinion weighs, 0...1: 1 − e^(−valid votes / 10), times what trust and losses leave of it.
  ///
  /// - Parameter demoting: whether it is about taking away what is accepted: newcomers have no voice in that.
  public func voice(of member: Int, demoting: Bool = false) -> Double {
    guard members.indices.contains(member), !members[member].isBanned else { return 0 }
    let valid = validVotes(of: member)
    if demoting, valid < policy.demotionVotesMin { return 0 }
    let ramp = 1 - RealFunctions.exponential(-Double(valid) / policy.rampVotes)
    return ramp * max(policy.trustFloor, members[member].trust) / (1 + members[member].losses)
  }

  /// The camp a member stands in, 0 on the negative side of the factor and 1 on the positive; nil as long as too little is
  /// known of them, or where camps do not count.
  public func camp(of member: Int) -> Int? {
    guard hasCamps, bridging.voteCount(ofMember: member) >= policy.votesForSideMin else { return nil }
    return bridging.factor(ofMember: member) < 0 ? 0 : 1
  }

  /// How far a member belongs to that camp, 0...1: who stands in the middle speaks for neither.
  func belonging(of member: Int) -> Double {
    let distance = abs(bridging.factor(ofMember: member)) / factorScale
    return min(1, max(0, distance - policy.middleShare) / (1 - policy.middleShare))
  }

  func isRelated(_ a: Int, _ b: Int) -> Bool { members[a].sponsor == b || members[b].sponsor == a }

  /// Estimates the camps anew, and all that rests on them.
  mutating func estimateCamps(salt: UInt64) {
    nextEstimation = max(bridging.voteCount + 50, bridging.voteCount / 8 * 9)
    bridging.refit(warm: true)
    let known = members.indices.filter { bridging.voteCount(ofMember: $0) >= policy.votesForSideMin }
    let enough = known.count >= policy.membersForCampsMin
    // Once camps count, they go on counting until they foretell half as much: nobody may switch them off by a few votes.
    if !hasCamps || bridging.voteCount >= nextExplaining {
      hasCamps = enough && bridging.explainedByFactor() >= policy.explainedMin * (hasCamps ? 0.5 : 1)
      nextExplaining = bridging.voteCount / 2 * 3
    }
    let strength = known.reduce(0.0) { $0 + abs(bridging.factor(ofMember: $1)) }
    factorScale = known.isEmpty || strength == 0 ? 1 : strength / Double(known.count)
    let trust = TrustFlow.influence(members.map(\.sponsor))
    for member in members.indices { members[member].trust = trust[member] }
    for item in items.indices where !items[item].opinions.isEmpty { evaluate(item, salt: salt) }
  }
}
