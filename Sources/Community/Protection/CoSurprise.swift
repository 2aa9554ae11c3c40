/// Who surprises in the same way, more often than chance allows.
///
/// An item's votes so far foretell the later ones, camp by camp. A vote's surprise is how far it misses what was foretold,
/// in standard deviations. Two members who surprise the same way on the same items, again and again, vote by agreement;
/// two who merely share their views do not surprise. The sum Z over a pair's common items has mean 0 and variance 1 where
/// they vote independently.
///
/// It cannot tell a brigade from a sect that turns out in full strength: both vote by agreement. Hence it only ever calls a
/// panel. One or two common items are too few for it, whatever the number of votes.
///
/// Co-voting tests on plain agreement (a Poisson tail of same-way votes) flag up to 31 % of honest participants of real
/// conversations, because most people agree on most things; that is why surprise is measured and not agreement.
///
/// - Complexity: `observe` O(later votes on the item).
public struct CoSurprise: Hashable, Sendable {
  /// Votes before an item's later votes are foretold.
  public static let votesMin = 10
  /// Common items before a pair is judged.
  public static let commonMin = 2
  /// Z above which a pair is joined.
  public static let edgeMin = 5.0
  /// Later votes an item that pairs are made of; more add nothing but time.
  public static let laterMax = 400

  struct Later: Hashable, Sendable {
    let member: Int
    let surprise: Double
  }

  struct Frozen: Hashable, Sendable {
    /// Foretold shares of agreement: of the first camp, the second, and of who has no side.
    let shares: [Double]
    var later: [Later] = []
  }

  struct Pair: Hashable, Sendable {
    var sum = 0.0
    var common = 0

    var isEdge: Bool { common >= CoSurprise.commonMin && sum > CoSurprise.edgeMin * Double(common).squareRoot() }
  }

  private(set) var frozen: [Frozen?] = []
  private var pairs: [UInt64: Pair] = [:]
  /// `[member]`: whom they are joined with.
  private(set) var neighbours: [Set<Int>] = []
  private(set) var edgeCount = 0

  public init() {}

  /// Whether later votes on an item are watched.
  public func isFrozen(_ item: Int) -> Bool { frozen.indices.contains(item) && frozen[item] != nil }

  /// Foretells later votes on an item from those there are.
  ///
  /// - Parameters:
  ///   - agrees: `[camp]`: of the first camp, the second, and of who has no side.
  ///   - votes: `[camp]`: all votes but the unsure ones.
  public mutating func freeze(_ item: Int, agrees: [Double], votes: [Double]) {
    frozen.append(contentsOf: repeatElement(nil, count: max(0, item + 1 - frozen.count)))
    thaw(item)
    let pool = (agrees.reduce(0, +) + 1) / (votes.reduce(0, +) + 2)
    let shares = (0..<3).map { camp in
      let share = camp == 2 ? pool : (agrees[camp] + 3 * pool) / (votes[camp] + 3)
      return min(0.95, max(0.05, share))
    }
    frozen[item] = Frozen(shares: shares)
  }

  /// Foretells nothing on an item any more, and forgets its later votes.
  public mutating func thaw(_ item: Int) {
    guard isFrozen(item), let later = frozen[item]?.later else { return }
    for one in later { forget(one.member, on: item) }
    frozen[item] = nil
  }

  /// Hears a later vote, in place of the member's earlier one if that was later, too; does nothing where nothing is
  /// foretold.
  ///
  /// - Parameters:
  ///   - agrees: nil takes the vote back, as does being unsure.
  ///   - camp: 0, 1, or nil.
  public mutating func observe(_ agrees: Bool?, by member: Int, on item: Int, camp: Int?) {
    guard isFrozen(item) else { return }
    forget(member, on: item)
    guard let agrees, let share = frozen[item]?.shares[camp ?? 2], let later = frozen[item]?.later, later.count < Self.laterMax
    else { return }
    let surprise = ((agrees ? 1 : 0) - share) / (share * (1 - share)).squareRoot()
    for other in later { change(member, other.member, by: surprise * other.surprise, common: 1) }
    frozen[item]?.later.append(Later(member: member, surprise: surprise))
  }

  /// Z of two members; 0 below two common items.
  public func z(_ a: Int, _ b: Int) -> Double {
    guard let pair = pairs[Self.key(a, b)], pair.common >= Self.commonMin else { return 0 }
    return pair.sum / Double(pair.common).squareRoot()
  }

  private mutating func forget(_ member: Int, on item: Int) {
    guard let place = frozen[item]?.later.firstIndex(where: { $0.member == member }), let gone = frozen[item]?.later.remove(at: place)
    else { return }
    for other in frozen[item]?.later ?? [] { change(member, other.member, by: -gone.surprise * other.surprise, common: -1) }
  }

  private mutating func change(_ a: Int, _ b: Int, by amount: Double, common: Int) {
    let key = Self.key(a, b)
    var pair = pairs[key] ?? Pair()
    let before = pair.isEdge
    pair.sum += amount
    pair.common += common
    pairs[key] = pair.common == 0 ? nil : pair
    guard pair.isEdge != before else { return }
    neighbours.append(contentsOf: repeatElement([], count: max(0, max(a, b) + 1 - neighbours.count)))
    if pair.isEdge {
      neighbours[a].insert(b)
      neighbours[b].insert(a)
    } else {
      neighbours[a].remove(b)
      neighbours[b].remove(a)
    }
    edgeCount += pair.isEdge ? 1 : -1
  }

  private static func key(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }
}
