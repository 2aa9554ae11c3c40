/// Which clauses look at which facts.
struct WatchTable: ~Copyable {
  struct Watch: BitwiseCopyable {
    let clause: UInt32
    let plan: UInt32
    let stratum: UInt32
    let isException: Bool
  }

  /// Watches side by side, under a property and a value.
  struct Entry: BitwiseCopyable {
    var key: UInt64 = .max
    var first: UInt32 = 0
    var end: UInt32 = 0
  }

  private static let any = UInt32.max

  private(set) var watches = Column<Watch>()
  /// By property, and by value where the condition names one; a third full at most.
  private var entries: Column<Entry>
  private let shift: UInt64

  init() { self.init([]) }

  /// - Parameter conditions: conditions and exceptions with their watches.
  init(_ conditions: [(atom: Clause.Atom, watch: Watch)]) {
    var grouped: [UInt64: [Watch]] = [:]
    for (atom, watch) in conditions {
      let value: UInt32 = if case .constant(let constant) = atom.value { constant } else { Self.any }
      grouped[Self.key(atom.property, value), default: []].append(watch)
    }
    let bits = max(4, UInt64.bitWidth - (grouped.count * 3).leadingZeroBitCount)
    shift = UInt64(UInt64.bitWidth - bits)
    entries = Column(repeating: Entry(), count: 1 << bits)
    for (key, list) in grouped.sorted(by: { $0.key < $1.key }) {
      let first = watches.count
      for watch in list { watches.append(watch) }
      entries[place(of: key)] = Entry(key: key, first: UInt32(first), end: UInt32(watches.count))
    }
  }

  private static func key(_ property: UInt32, _ value: UInt32) -> UInt64 { UInt64(property) << 32 | UInt64(value) }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    var place = Int(((key ^ (key >> 29)) &* 0x9e37_79b9_7f4a_7c15) >> shift)
    while entries[place].key != key && entries[place].key != .max { place = (place + 1) & (entries.count - 1) }
    return place
  }

  subscript(_ watch: UInt32) -> Watch { watches[watch] }

  /// The watches that a fact may meet: of its very value, and of any value.
  @inline(__always)
  func ranges(_ property: UInt32, _ value: UInt32) -> (Range<Int>, Range<Int>) {
    let (exact, any) = (entries[place(of: Self.key(property, value))], entries[place(of: Self.key(property, Self.any))])
    return (Int(exact.first)..<Int(exact.end), Int(any.first)..<Int(any.end))
  }
}
