/// Under which circumstances something holds: a Boolean function of atoms, by number.
///
/// Two functions are equal when their numbers are.
public typealias Presence = UInt32

extension Presence {
  public static let never: Presence = 0
  public static let always: Presence = 1
}

/// Presence conditions, each kept once: reduced ordered binary decision diagrams.
///
/// An atom is something that a point of view decides: whether it sees the waiting lessons of a member, whether it is
/// for an audience, whether its day is on or after a first day. A fact carries the function under which it holds, so that rules
/// are applied once for all points of view: premises are *and*ed, alternatives *or*ed, exceptions *and not*. A point of
/// view then only has to evaluate functions, never rules.
///
/// Sources: Bryant, *Graph-Based Algorithms for Boolean Function Manipulation* (1986), sections 4.1–4.3; Shahin, Chechik,
/// Salay, *Lifting Datalog-Based Analyses to Software Product Lines* (2019), section 4.
struct PresenceTable: ~Copyable {
  struct Node: BitwiseCopyable {
    let atom: UInt32
    /// Where the atom is false, and where it is true.
    let low: Presence
    let high: Presence
  }

  enum Operation: UInt64 { case and = 1, or, andNot }

  struct Known: BitwiseCopyable {
    var key: UInt64 = 0
    var operation: UInt32 = 0
    var result: Presence = 0
  }

  static let presenceMax: Presence = (1 << 29) - 1  // what a row has room for

  private var nodes = Column<Node>()
  /// Numbers of nodes by hash; 0 where free. Half full at most.
  private var places = Column<Presence>(repeating: 0, count: 64)
  /// Results found before: each place keeps the latest.
  private var known = Column<Known>(repeating: Known(), count: 1 << 14)

  init() {
    nodes.append(Node(atom: .max, low: 0, high: 0))
    nodes.append(Node(atom: .max, low: 1, high: 1))
  }

  var count: Int { nodes.count }
  var byteCount: Int { nodes.byteCount + places.byteCount + known.byteCount }

  subscript(_ presence: Presence) -> Node { nodes[presence] }

  /// “Where this atom is true.”
  mutating func atom(_ atom: UInt32) -> Presence { node(Node(atom: atom, low: Presence.never, high: Presence.always)) }

  @inline(__always)
  mutating func and(_ one: Presence, _ other: Presence) -> Presence {
    if one == other || other == Presence.always { return one }
    if one == Presence.always { return other }
    if one == Presence.never || other == Presence.never { return Presence.never }
    return apply(.and, min(one, other), max(one, other))
  }

  @inline(__always)
  mutating func or(_ one: Presence, _ other: Presence) -> Presence {
    if one == other || other == Presence.never { return one }
    if one == Presence.never { return other }
    if one == Presence.always || other == Presence.always { return Presence.always }
    return apply(.or, min(one, other), max(one, other))
  }

  @inline(__always)
  mutating func andNot(_ one: Presence, _ other: Presence) -> Presence {
    if other == Presence.never || one == Presence.never { return one }
    if other == Presence.always || one == other { return Presence.never }
    return apply(.andNot, one, other)
  }

  private mutating func apply(_ operation: Operation, _ one: Presence, _ other: Presence) -> Presence {
    let key = UInt64(one) << 32 | UInt64(other)
    let place = Int((key &* 0x9e37_79b9_7f4a_7c15 &+ operation.rawValue &* 0xbf58_476d_1ce4_e5b9) >> 50)
    let found = known[place]
    if found.key == key && found.operation == UInt32(operation.rawValue) { return found.result }
    let (left, right) = (nodes[one], nodes[other])
    let atom = min(left.atom, right.atom)
    let (lowLeft, highLeft) = left.atom == atom ? (left.low, left.high) : (one, one)
    let (lowRight, highRight) = right.atom == atom ? (right.low, right.high) : (other, other)
    let low = combine(operation, lowLeft, lowRight)
    let high = combine(operation, highLeft, highRight)
    let result = low == high ? low : node(Node(atom: atom, low: low, high: high))
    known[place] = Known(key: key, operation: UInt32(operation.rawValue), result: result)
    return result
  }

  private mutating func combine(_ operation: Operation, _ one: Presence, _ other: Presence) -> Presence {
    switch operation {
    case .and: and(one, other)
    case .or: or(one, other)
    case .andNot: andNot(one, other)
    }
  }

  private mutating func node(_ node: Node) -> Presence {
    if nodes.count * 2 > places.count { growPlaces() }
    var place = self.place(of: node)
    while places[place] != 0 {
      let other = nodes[places[place]]
      if other.atom == node.atom && other.low == node.low && other.high == node.high { return places[place] }
      place = (place + 1) & (places.count - 1)
    }
    let presence = Presence(nodes.count)
    precondition(presence <= Self.presenceMax, "there are too many circumstances to tell apart")
    nodes.append(node)
    places[place] = presence
    return presence
  }

  private func place(of node: Node) -> Int {
    let mixed = (UInt64(node.low) << 32 | UInt64(node.high)) &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(node.atom) &* 0xbf58_476d_1ce4_e5b9
    return Int((mixed ^ (mixed >> 32)) & UInt64(places.count - 1))
  }

  private mutating func growPlaces() {
    places = Column(repeating: 0, count: places.count * 2)
    for presence in 2..<nodes.count {
      var place = self.place(of: nodes[presence])
      while places[place] != 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Presence(presence)
    }
  }
}
