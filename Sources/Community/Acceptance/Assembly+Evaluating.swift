import Lessons

extension Assembly {
  /// Brings an item's status up to date with the voices there are.
  mutating func evaluate(_ item: Int, salt: UInt64) {
    guard items.indices.contains(item), items[item].isProposed, !items[item].isRuledOut else { return }
    // A teacher's own word stands only as long as nobody has to approve of it.
    if items[item].rule == .teacher, items[item].isInForce, isHeldInQuarantine(item) { return settle(item, .waiting, by: .review) }
    if items[item].isInForce { reconsider(item, salt: salt) } else { consider(item, salt: salt) }
  }

  /// An item that is not in force: accepted when nothing is missing, rejected when every camp rejects it.
  private mutating func consider(_ item: Int, salt: UInt64) {
    guard items[item].openPanel == nil else { return }
    let count = count(item, demoting: false)
    if teacherStandsAlone(item) { return settle(item, .accepted, by: .teacher) }
    guard missing(item, count).isEmpty else {
      items[item].delayedUntil = nil
      let isRejected =
        hasCamps && count.support(.dispute, z: policy.boundZ) >= policy.supportMin
        && count.camps.allSatisfy { $0.voices >= policy.voicesPerCampMin }
        && count.camps.reduce(0, { $0 + $1.voices }) >= policy.voicesMin
      return settle(item, isRejected ? .rejected : .waiting, by: hasCamps ? .camps : .review)
    }
    guard !isHeldInQuarantine(item), !isDelayed(item), !policy.acceptancePaused else { return settle(item, .waiting, by: items[item].rule) }
    if leansOnFlagged(item) { return callPanel(on: item, .promoted, salt: salt) }
    if hasCamps, items[item].opinions.count > policy.opinionsMax { return callPanel(on: item, .late, salt: salt) }
    settle(item, .accepted, by: hasCamps ? .camps : .review)
  }

  /// An item in force: disputes contest it and call a panel; only the panel takes it away.
  private mutating func reconsider(_ item: Int, salt: UInt64) {
    if items[item].rule == .teacher, !missing(item, count(item, demoting: false)).isEmpty, !disputers(of: item).isEmpty, !hasCamps {
      settle(item, .contested, by: .teacher)
      if callsSmallPanel(item) { callPanel(on: item, .disputed, salt: salt) }
      return
    }
    let flagged = flaggedDisputers(of: item)
    let count = count(item, demoting: true, joined: countsAsOne(item) ? (silencers.members, .dispute) : nil)
    let isDisputed = isContested(count)
    let isLeaning = items[item].rule == .camps && leansOnFlagged(item)
    settle(item, isDisputed || isLeaning || !flagged.isEmpty || looksDisputed(item) ? .contested : .accepted, by: items[item].rule)
    if isLeaning {
      callPanel(on: item, .promoted, salt: salt)
    } else if isDisputed, hasCamps || callsSmallPanel(item) {
      callPanel(on: item, .disputed, salt: salt)
    } else if !flagged.isEmpty, countsAsOne(item) {
      callPanel(on: item, .flagged, salt: salt)
    }
  }

  private func isContested(_ count: Count) -> Bool {
    guard hasCamps else { return count.camps[0].disputingVoices >= 1 }
    return count.camps.contains { camp in
      camp.disputingVoices >= policy.contestVoicesMin && camp.lowerBound(.dispute, z: policy.boundZ) >= policy.contestShareMin
    }
  }

  /// Whether the disputes of experienced members alone, one by one and of whatever camp, earn the label. It costs nobody
  /// anything, so it is shown more readily than a panel is called.
  private func looksDisputed(_ item: Int) -> Bool {
    guard hasCamps else { return false }
    let (author, opinions) = (items[item].proposal?.author, items[item].opinions)
    let heard = opinions.filter { $0.member != author && !members[$0.member].isBanned && isExperienced($0.member) }
    let disputes = Double(heard.count { $0.opinion == .dispute })
    return disputes >= policy.contestVoicesMin
      && Proportion.lowerBound(disputes, of: Double(heard.count), z: policy.boundZ) >= policy.contestShareMin
  }

  private func callsSmallPanel(_ item: Int) -> Bool {
    disputers(of: item).count { members[$0].isTeacher || isExperienced($0) } >= policy.disputesForPanelMin
  }

  private func teacherStandsAlone(_ item: Int) -> Bool {
    guard !policy.teachersNeedReview, !hasCamps, let proposal = items[item].proposal, proposal.consequence == .ordinary else {
      return false
    }
    return members[proposal.author].isTeacher && disputers(of: item).isEmpty && !isHeldInQuarantine(item)
  }

  /// Whether an item was put aside and nobody who could has approved of it since.
  func isHeldInQuarantine(_ item: Int) -> Bool {
    guard items[item].isQuarantined, let author = items[item].proposal?.author else { return false }
    return !endorsers(of: item).contains { canApprove($0, author) }
  }

  /// Whether a member's approval lets through what of an author's was put aside: that of an experienced member of the other
  /// camp, or, where the author's is not known, of any teacher but those who brought in each other.
  func canApprove(_ member: Int, _ author: Int) -> Bool {
    guard member != author, !members[member].isBanned else { return false }
    guard let own = camp(of: author) else { return members[member].isTeacher && !isRelated(member, author) }
    return camp(of: member) == 1 - own && isExperienced(member)
  }

  /// Whether acceptance waits because opinions came in a rush; begins the wait.
  private mutating func isDelayed(_ item: Int) -> Bool {
    if let until = items[item].delayedUntil, until > time { return true }
    guard hasCamps else { return false }
    let hour = 60 * Self.minuteMilliseconds
    let recent = items[item].opinions.count { $0.time > time - hour }
    let hoursBefore = max(0, Double(time - hour - items[item].proposed) / Double(hour))
    let before = Double(items[item].opinions.count - recent)
    let mean = max(policy.burstFloorPerHour, hoursBefore > 0 ? before / max(1, hoursBefore) : 0)
    guard BurstTest.isBurst(recent, mean: mean) else { return false }
    let until = time + Int64(policy.burstDelayMinutes) * Self.minuteMilliseconds
    items[item].delayedUntil = until
    due.append(Due(time: until, item: item))
    return true
  }

  mutating func settle(_ item: Int, _ status: ItemStanding.Status, by rule: ItemStanding.Rule) {
    let before = items[item].status
    guard before != status else { return }
    (items[item].status, items[item].since, items[item].rule) = (status, time, rule)
    noteSettled(item)
    if before == .waiting, status == .accepted || status == .rejected { prove(item, isRight: status == .accepted) }
    if items[item].isInForce != (before == .accepted || before == .contested) { watchAnew(item) }
  }

  /// Judgements given before it was known how the item would stand proved right or wrong.
  private mutating func prove(_ item: Int, isRight: Bool) {
    guard let proposal = items[item].proposal else { return }
    competence.record(isRight, by: proposal.author, topic: proposal.topic, kind: proposal.kind)
    for held in items[item].opinions where held.isValid && held.opinion != .unsure && held.member != proposal.author {
      competence.record((held.opinion == .endorse) == isRight, by: held.member, topic: proposal.topic, kind: proposal.kind)
    }
  }
}
