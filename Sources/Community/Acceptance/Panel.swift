public import Lessons

/// Members drawn by lot who judge one item.
public struct Panel: Hashable, Sendable {
  public enum Cause: String, Hashable, Sendable {
    /// Enough voices dispute an accepted item.
    case disputed
    /// Members who vote alike more than chance allows dispute an accepted item.
    case flagged
    /// An item is, or would be, accepted only by members who vote alike more than chance allows: the panel must accept it.
    case promoted
    /// So many opinions left an item open that more of them must not tip it: the panel must accept it.
    case late
  }

  public enum Ruling: String, Hashable, Sendable {
    case accepts
    case rejects
    /// Too few voted in time: all stays as it was.
    case lapsed
  }

  /// From 0, for each item.
  public let number: Int
  public let cause: Cause
  /// Milliseconds since 1970.
  public let called: Int64
  public let deadline: Int64
  /// Who was drawn, in the order of the draw.
  public let seats: [Int]
  /// `[seat]`: the camp it was drawn from, nil where there are none.
  public let camps: [Int?]
  /// `[seat]`.
  public internal(set) var votes: [Opinion.Stance?]
  public internal(set) var ruling: Ruling?
  public internal(set) var ruled: Int64?

  /// Whether the panel must accept the item for it to be in force, rather than reject it to end that.
  public var mustAccept: Bool { cause == .promoted || cause == .late }

  public var castCount: Int { votes.count { $0 != nil } }
  public func count(of opinion: Opinion.Stance) -> Int { votes.count { $0 == opinion } }

  /// Seats that must reject an accepted item, or accept one that is proposed.
  public func needed(share: Double) -> Int { max(1, Int((share * Double(seats.count) - 1e-9).rounded(.up))) }

  /// What follows from the votes there are; nil while it is open.
  ///
  /// A panel on an accepted item rejects it by the share of the policy. One on an item that was promoted accepts it by that share
  /// of all votes and of each camp's, so that no camp is outvoted by other seats.
  func outcome(_ policy: AcceptancePolicy, at time: Int64) -> Ruling? {
    let needed = needed(share: policy.panelShareMin)
    let (cast, open) = (castCount, seats.count - castCount)
    let isOver = time >= deadline
    if isOver, Double(cast) < policy.panelQuorum * Double(seats.count) { return .lapsed }
    let share = { (count: Int) in Double(count) + 1e-9 >= policy.panelShareMin * Double(cast) }
    if mustAccept {
      let accepts = count(of: .endorse)
      if accepts + open < needed { return .rejects }
      guard open == 0 || isOver else { return nil }
      return share(accepts) && everyCampAccepts(policy.panelShareMin) ? .accepts : .rejects
    }
    let rejects = count(of: .dispute)
    if rejects >= needed { return .rejects }
    if rejects + open < needed { return .accepts }
    return isOver ? (share(rejects) ? .rejects : .accepts) : nil
  }

  private func everyCampAccepts(_ share: Double) -> Bool {
    (0...1).allSatisfy { camp in
      let own = seats.indices.filter { camps[$0] == camp && votes[$0] != nil }
      return own.isEmpty || Double(own.count { votes[$0] == .endorse }) + 1e-9 >= share * Double(own.count)
    }
  }
}
