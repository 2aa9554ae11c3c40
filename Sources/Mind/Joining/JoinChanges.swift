import Community
import Lessons

/// What one side decided since the two parted.
struct JoinChanges: Sendable {
  /// For each place, the last entry that decides it and still counts.
  private(set) var last: [JoinPlace: Entry] = [:]
  /// What each entry decides, by its number.
  private(set) var places: [Int: [JoinPlace]] = [:]

  /// - Parameters:
  ///   - entries: the whole ledger of that side.
  ///   - others: entries that it took from the other side, which are not its own decisions.
  init(of entries: [Entry], after common: Int, without others: Set<Int> = []) {
    var standing = Standing()
    for entry in entries {
      let decided = JoinPlace.decided(by: entry, in: standing)
      if !decided.isEmpty { places[entry.sequence] = decided }
      _ = standing.apply(entry)
    }
    for entry in entries where entry.sequence > common && !others.contains(entry.sequence) {
      switch entry.act {
      case .reverted(let reversal):
        // Who takes an act back decides anew what it had decided.
        note(entries.filter { $0.sequence < entry.sequence && reversal.covers($0) }, by: entry)
      case .reversalWithdrawn(let id, _):
        guard let reversal = standing.reversals.first(where: { $0.reversal.id == id })?.reversal else { continue }
        note(entries.filter { $0.sequence < entry.sequence && reversal.covers($0) }, by: entry)
      default:
        if !standing.isReverted(entry) { note([entry], by: entry) }
      }
    }
  }

  private mutating func note(_ decisive: [Entry], by entry: Entry) {
    for decisive in decisive {
      for place in places[decisive.sequence] ?? [] { last[place] = entry }
    }
  }
}
