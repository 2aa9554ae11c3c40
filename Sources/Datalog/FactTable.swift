/// A row of the table of facts, which a fact keeps for good.
public typealias FactRow = UInt32

/// Facts as rows, each a subject, a property and a value with the presence condition under which it holds.
///
/// A row is 28 bytes side by side, since a join looks at all of them or at none. Rows of one subject and property, and
/// of one property and value, are chained through the rows; three hash tables, at most seven eighths full, lead
/// to the first row of each chain and to the row of a whole fact. No order is kept: what asks for ranges of numbers
/// filters a chain. Rows are never removed: a fact that holds nowhere has the presence `never` and is met by nobody,
/// until it is stated again.
struct FactTable: ~Copyable {
  static let none = FactRow.max

  struct Row: BitwiseCopyable {
    let subject: UInt32
    /// The property, with `denial` added where the fact denies.
    let property: UInt32
    let value: UInt32
    /// With the marks on top.
    fileprivate var state: UInt32
    /// The lesson that states it, or where its support is kept: `Support`'s business.
    var support: UInt32
    fileprivate(set) var nextOfPair: FactRow
    fileprivate(set) var nextOfValue: FactRow

    var presence: Presence {
      @inline(__always) get { state & Row.presenceMask }
    }

    /// Whether a join meets it: it holds somewhere and does not wait for its own turn.
    var isMet: Bool {
      @inline(__always) get { state & Row.presenceMask != 0 && state & Row.pendingBit == 0 }
    }
    /// The same, or it held somewhere before the edit that is being settled.
    var wasMet: Bool {
      @inline(__always) get { state & (Row.presenceMask | Row.leavingBit) != 0 && state & Row.pendingBit == 0 }
    }
    var isPending: Bool { state & Row.pendingBit != 0 }

    /// Whether the stratum being settled changed it.
    var isTouched: Bool { state & Row.touchedBit != 0 }
    var isLeaving: Bool { state & Row.leavingBit != 0 }

    fileprivate static let presenceMask: UInt32 = (1 << 29) - 1
    fileprivate static let touchedBit: UInt32 = 1 << 29
    fileprivate static let leavingBit: UInt32 = 1 << 30
    fileprivate static let pendingBit: UInt32 = 1 << 31
  }

  private(set) var rows = Column<Row>()
  private var facts = HashPlaces()
  private var pairs = HashPlaces()
  private var values = HashPlaces()

  var count: Int { rows.count }
  var byteCount: Int { rows.byteCount + facts.byteCount + pairs.byteCount + values.byteCount }

  @inline(__always)
  subscript(_ row: FactRow) -> Row { rows[row] }

  /// Makes room for so many facts, so that loading them moves nothing.
  mutating func reserve(_ count: Int) {
    rows.reserve(count)
    facts.reserve(count)
  }

  // MARK: Hashes

  @inline(__always)
  private static func mix(_ one: UInt32, _ other: UInt32) -> UInt64 {
    var mixed = (UInt64(one) << 32 | UInt64(other)) &* 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 32)) &* 0xd6e8_feb8_6659_fd93
    return mixed ^ (mixed >> 32)
  }

  @inline(__always)
  private static func mix(_ subject: UInt32, _ property: UInt32, _ value: UInt32) -> UInt64 {
    mix(subject ^ (value &* 0x85eb_ca6b), property ^ (value &* 0xc2b2_ae35) ^ (subject &* 0x27d4_eb2f))
  }

  // MARK: Looking up

  @inline(__always)
  func row(_ subject: UInt32, _ property: UInt32, _ value: UInt32) -> FactRow? {
    let row = facts[factPlace(subject, property, value)]
    return row == Self.none ? nil : row
  }

  /// The first row of a subject and property; `nextOfPair` leads on. `none`: there is no such row.
  @inline(__always)
  func firstRow(_ subject: UInt32, _ property: UInt32) -> FactRow { pairs[pairPlace(subject, property)] }

  /// The first row of a property and value; `nextOfValue` leads on.
  @inline(__always)
  func firstRow(_ property: UInt32, valued value: UInt32) -> FactRow { values[valuePlace(property, value)] }

  @inline(__always)
  private func factPlace(_ subject: UInt32, _ property: UInt32, _ value: UInt32) -> Int {
    facts.place(Self.mix(subject, property, value)) {
      let held = rows[$0]
      return held.subject == subject && held.property == property && held.value == value
    }
  }

  @inline(__always)
  private func pairPlace(_ subject: UInt32, _ property: UInt32) -> Int {
    pairs.place(Self.mix(subject, property)) { rows[$0].subject == subject && rows[$0].property == property }
  }

  @inline(__always)
  private func valuePlace(_ property: UInt32, _ value: UInt32) -> Int {
    values.place(Self.mix(property, value)) { rows[$0].property == property && rows[$0].value == value }
  }

  // MARK: Changing

  /// The row of a fact; a new one holds nowhere.
  mutating func insert(_ subject: UInt32, _ property: UInt32, _ value: UInt32) -> FactRow {
    if facts.isFull { growFacts() }
    let place = factPlace(subject, property, value)
    if facts[place] != Self.none { return facts[place] }
    let row = FactRow(rows.count)
    precondition(row < Self.none, "the table of facts is full")
    facts.take(place, row, Self.mix(subject, property, value))
    if pairs.isFull { growPairs() }
    if values.isFull { growValues() }
    let pair = pairPlace(subject, property)
    let valued = valuePlace(property, value)
    rows.append(
      Row(
        subject: subject, property: property, value: value, state: Presence.never, support: Self.none, nextOfPair: pairs[pair],
        nextOfValue: values[valued]))
    pairs.take(pair, row, Self.mix(subject, property))
    values.take(valued, row, Self.mix(property, value))
    return row
  }

  @inline(__always)
  mutating func setPresence(_ presence: Presence, of row: FactRow) {
    rows[row].state = presence | (rows[row].state & ~Row.presenceMask)
  }

  /// Marks a row that held somewhere before the edit being settled and holds nowhere now.
  mutating func setLeaving(_ isLeaving: Bool, of row: FactRow) {
    if isLeaving { rows[row].state |= Row.leavingBit } else { rows[row].state &= ~Row.leavingBit }
  }

  @inline(__always)
  mutating func setTouched(_ isTouched: Bool, of row: FactRow) {
    if isTouched { rows[row].state |= Row.touchedBit } else { rows[row].state &= ~Row.touchedBit }
  }

  @inline(__always)
  mutating func setPending(_ isPending: Bool, of row: FactRow) {
    if isPending { rows[row].state |= Row.pendingBit } else { rows[row].state &= ~Row.pendingBit }
  }

  @inline(__always)
  mutating func setSupport(_ support: UInt32, of row: FactRow) { rows[row].support = support }

  // MARK: Growing

  private mutating func growFacts() {
    facts.grow()
    for row in 0..<FactRow(rows.count) {
      let hash = Self.mix(rows[row].subject, rows[row].property, rows[row].value)
      facts.take(facts.free(hash), row, hash)
    }
  }

  // Rows go in oldest first, so the newest heads its chain again.

  private mutating func growPairs() {
    pairs.grow()
    for row in 0..<FactRow(rows.count) {
      let (subject, property) = (rows[row].subject, rows[row].property)
      pairs.take(pairPlace(subject, property), row, Self.mix(subject, property))
    }
  }

  private mutating func growValues() {
    values.grow()
    for row in 0..<FactRow(rows.count) {
      let (property, value) = (rows[row].property, rows[row].value)
      values.take(valuePlace(property, value), row, Self.mix(property, value))
    }
  }
}
