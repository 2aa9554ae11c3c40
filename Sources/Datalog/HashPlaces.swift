/// Places of a hash table that hold rows; what a row's hash is, is its owner's business.
///
/// A byte of each hash lies apart from the rows, so that a probe touches a row, which is a cache line far away, only
/// where it is all but sure to be the one.
///
/// Source: Knuth, *The Art of Computer Programming* 3, section 6.4, linear probing; the first place of a hash is its
/// share of the table's length (Lemire, *Fast Random Integer Generation in an Interval*, 2019), so any length will do.
struct HashPlaces: ~Copyable {
  private var rows: Column<FactRow>
  /// A byte of the row's hash, 1...255; 0 where the place is free.
  private var tags: Column<UInt8>
  private var used = 0
  private var usedMax = 0

  init() {
    rows = Column()
    tags = Column()
    resize(64)
  }

  var isFull: Bool { used >= usedMax }
  var byteCount: Int { rows.byteCount + tags.byteCount }

  /// `FactTable.none` where the place is free.
  @inline(__always)
  subscript(_ place: Int) -> FactRow { tags[place] == 0 ? FactTable.none : rows[place] }

  @inline(__always)
  private func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(rows.count)).high) }

  @inline(__always)
  private func tag(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash) | 1 }

  /// The place of the row with this hash that matches, or the free one where it would go.
  @inline(__always)
  func place(_ hash: UInt64, _ matches: (FactRow) -> Bool) -> Int {
    var place = first(hash)
    let tag = tag(hash)
    while tags[place] != 0 {
      if tags[place] == tag && matches(rows[place]) { return place }
      place = place + 1 == rows.count ? 0 : place + 1
    }
    return place
  }

  /// The first free place for this hash.
  @inline(__always)
  func free(_ hash: UInt64) -> Int { place(hash) { _ in false } }

  @inline(__always)
  mutating func take(_ place: Int, _ row: FactRow, _ hash: UInt64) {
    if tags[place] == 0 { used += 1 }
    tags[place] = tag(hash)
    rows[place] = row
  }

  /// Empties the table and makes it longer; its owner puts all rows in again.
  mutating func grow() { resize(rows.count + rows.count / 4 * 3) }

  /// - Precondition: the table is empty.
  mutating func reserve(_ count: Int) {
    precondition(used == 0, "only an empty table is made longer at no cost")
    if count * 8 / 7 > rows.count { resize(count * 8 / 7 + 8) }
  }

  private mutating func resize(_ count: Int) {
    rows = Column(repeating: FactTable.none, count: count)
    tags = Column(repeating: 0, count: count)
    used = 0
    usedMax = count / 8 * 7
  }
}
