/// A point of view over facts: which atoms are true. Making one computes nothing; what holds is found when looked at.
///
/// - Complexity: to make, O(a) in the number of atoms; to ask, O(1) for a presence condition seen before, else O(d) in
///   the atoms that it depends on.
public struct Context: ~Copyable {
  private let truths: [Bool]
  /// By presence: 0 not looked at, 1 false, 2 true.
  private var known = Column<UInt8>()

  /// - Parameter truths: by atom; atoms beyond are false.
  public init(_ truths: [Bool]) { self.truths = truths }

  @inline(__always)
  mutating func holds(_ presence: Presence, _ table: borrowing PresenceTable) -> Bool {
    if presence < 2 { return presence == Presence.always }
    if Int(presence) < known.count, known[presence] != 0 { return known[presence] == 2 }
    return evaluate(presence, table)
  }

  private mutating func evaluate(_ presence: Presence, _ table: borrowing PresenceTable) -> Bool {
    var current = presence
    while current >= 2 {
      let node = table[current]
      current = Int(node.atom) < truths.count && truths[Int(node.atom)] ? node.high : node.low
    }
    while known.count <= Int(presence) { known.append(0) }
    known[presence] = current == Presence.always ? 2 : 1
    return current == Presence.always
  }
}
