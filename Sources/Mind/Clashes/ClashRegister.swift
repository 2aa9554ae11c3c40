import Lessons
import Reasoning

/// The clashes that stand, by the places where they were found. Two names of one thing are two places that find the
/// same clash: it stands while any of them finds it.
struct ClashRegister: Hashable, Sendable {
  private(set) var clashes: [ID<Disagreement>: Clash] = [:]
  private var byPlace: [ClashPlace: Set<ID<Disagreement>>] = [:]
  private var finders: [ID<Disagreement>: Int] = [:]

  /// Replaces what was found at some places by what is found now.
  ///
  /// - Returns: the clashes that appeared or are others now, sorted.
  mutating func replace(_ found: [ClashPlace: [Clash]]) -> [ID<Disagreement>] {
    var before: [ID<Disagreement>: Clash] = [:]
    for place in found.keys {
      for id in byPlace.removeValue(forKey: place) ?? [] {
        before[id] = clashes[id]
        release(id)
      }
    }
    var changed: Set<ID<Disagreement>> = []
    for (place, present) in found.sorted(by: { $0.key < $1.key }) where !present.isEmpty {
      for clash in present {
        clashes[clash.id] = clash
        if before[clash.id] != clash { changed.insert(clash.id) }
      }
      let ids = Set(present.map(\.id))
      for id in ids { finders[id, default: 0] += 1 }
      byPlace[place] = ids
    }
    for id in before.keys where finders[id] == nil { clashes[id] = nil }
    return changed.sorted()
  }

  private mutating func release(_ id: ID<Disagreement>) {
    let left = (finders[id] ?? 1) - 1
    finders[id] = left == 0 ? nil : left
  }
}
