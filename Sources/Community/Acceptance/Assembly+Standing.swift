public import Lessons

extension Assembly {
  /// How an item stands, why, and what happens next.
  ///
  /// - Returns: nil for an item that was not proposed, or was withdrawn.
  /// - Complexity: O(opinions on the item).
  public func standing(of item: Int) -> ItemStanding? {
    guard items.indices.contains(item), items[item].isProposed else { return nil }
    let state = items[item]
    let count = count(item, demoting: state.isInForce)
    var missing: [ItemStanding.Missing] = []
    if !state.isInForce {
      missing = self.missing(item, count)
      if isHeldInQuarantine(item) {
        // Where one teacher's word suffices, it is the same one.
        if !hasCamps { missing.removeAll { $0 == .reviews(1) } }
        missing.append(.approvalInQuarantine)
      }
      if let until = state.delayedUntil, until > time { missing.append(.delay(until: until)) }
      if state.openPanel != nil { missing.append(.ruling) }
    }
    return ItemStanding(
      item: item, status: state.status, rule: state.rule, since: state.since, camps: count.camps,
      support: count.support(.endorse, z: policy.boundZ), opposition: count.support(.dispute, z: policy.boundZ), missing: missing,
      flag: flag(of: item), panels: state.panels, isQuarantined: isHeldInQuarantine(item))
  }

  /// Whether an item waits only, or also, because it was put aside.
  public func isSetAside(_ item: Int) -> Bool { items.indices.contains(item) && items[item].isProposed && isHeldInQuarantine(item) }

  private func flag(of item: Int) -> ItemStanding.Flag? {
    if items[item].isInForce {
      let members = flaggedDisputers(of: item)
      return members.isEmpty ? nil : ItemStanding.Flag(members: members, countsAsOne: countsAsOne(item))
    }
    let members = endorsers(of: item).filter(promoters.members.contains).sorted()
    return members.count < 2 ? nil : ItemStanding.Flag(members: members, countsAsOne: false)
  }

  /// What a member holds of an item.
  public func opinion(of member: Int, on item: Int) -> Opinion.Stance? {
    items.indices.contains(item) ? items[item].opinions.first { $0.member == member }?.opinion : nil
  }

  /// Items with a panel that is to rule, ascending.
  public var openPanels: [Int] { items.indices.filter { items[$0].openPanel != nil && items[$0].isProposed } }
}
