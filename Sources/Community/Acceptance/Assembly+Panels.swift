import Lessons

extension Assembly {
  /// Calls a panel on an item, unless one is open, one has ruled lately, or there were enough this year.
  mutating func callPanel(on item: Int, _ cause: Panel.Cause, salt: UInt64) {
    guard items[item].openPanel == nil, mayCallPanel(on: item) else { return }
    let candidates = candidates(for: item, cause)
    let seats = Sortition.seatCount(candidates: candidates.count, full: policy.panelSeats)
    guard seats > 0 else { return }
    let number = items[item].panels.count
    let drawn = Sortition.draw(
      candidates, seats: seats, seed: seed ^ salt ^ (UInt64(item) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(number + 1) << 56))
    let deadline = time + Int64(policy.panelDays) * Self.dayMilliseconds
    items[item].panels.append(
      Panel(
        number: number, cause: cause, called: time, deadline: deadline, seats: drawn.map(\.member), camps: drawn.map(\.camp),
        votes: drawn.map { _ in nil }, ruling: nil, ruled: nil))
    due.append(Due(time: deadline, item: item))
  }

  private func mayCallPanel(on item: Int) -> Bool {
    let panels = items[item].panels
    if let last = panels.last?.ruled, time - last < Int64(policy.panelGapDays) * Self.dayMilliseconds { return false }
    return panels.count { time - $0.called < 365 * Self.dayMilliseconds } < policy.panelsPerYearMax
  }

  /// Experienced members who were heard of in the last year, but for the author and whoever vouched for the other; in a
  /// small village teachers, too. Who is flagged in the case does not judge it, unless their camp would have no seat.
  private func candidates(for item: Int, _ cause: Panel.Cause) -> [Sortition.Candidate] {
    guard let author = items[item].proposal?.author else { return [] }
    let spoken = Set(items[item].opinions.map(\.member))
    let flagged = cause == .promoted ? promoters.members : silencers.members
    let able = members.indices.filter { member in
      member != author && !members[member].isBanned && !isDormant(member) && !isRelated(member, author)
        && (isExperienced(member) || (!hasCamps && members[member].isTeacher))
    }
    let free = able.filter { !flagged.contains($0) }
    let lost = hasCamps ? (0...1).filter { camp in !free.contains { self.camp(of: $0) == camp } } : []
    return able.filter { !flagged.contains($0) || self.camp(of: $0).map(lost.contains) == true }.map { member in
      Sortition.Candidate(
        member: member, camp: belonging(of: member) > 0 ? self.camp(of: member) : nil, tree: members[member].tree,
        isSpare: spoken.contains(member) || members[member].joined > items[item].proposed)
    }
  }

  mutating func hearPanel(_ opinion: Opinion.Stance, by member: Int, on item: Int, salt: UInt64) {
    guard items.indices.contains(item), let panel = items[item].openPanel,
      let seat = items[item].panels[panel].seats.firstIndex(of: member), !members[member].isBanned
    else { return }
    wake(member)
    items[item].panels[panel].votes[seat] = opinion
    closePanel(of: item, salt: salt)
  }

  /// Lets the open panel rule if its votes suffice or its time is over.
  mutating func closePanel(of item: Int, salt: UInt64) {
    guard let panel = items[item].openPanel, let ruling = items[item].panels[panel].outcome(policy, at: time) else { return }
    items[item].panels[panel].ruling = ruling
    items[item].panels[panel].ruled = time
    let mustAccept = items[item].panels[panel].mustAccept
    switch ruling {
    case .rejects:
      if items[item].isInForce, let author = items[item].proposal?.author { lose(0.1, author) }
      settle(item, .rejected, by: .panel)
      items[item].isRuledOut = true
    case .accepts where mustAccept:
      settle(item, .accepted, by: .panel)
      items[item].rule = .panel
    case .accepts, .lapsed:
      evaluate(item, salt: salt)
    }
  }
}
