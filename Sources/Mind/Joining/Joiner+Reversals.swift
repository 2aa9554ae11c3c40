import Community
import Lessons

extension Joiner {
  /// Reverts here what the fork reverted, and nothing that was done here: a stretch of the fork is other stretches here.
  mutating func revert(_ reversal: Reversal, _ entry: Entry) -> JoinOutcome {
    let covered = input.fork.filter { $0.sequence < entry.sequence && reversal.covers($0) }.map(\.sequence)
    let wanted = covered.flatMap { number -> [Int] in
      if number <= input.common { return [number] }
      return written[number] ?? input.counterparts[number] ?? []
    }
    guard !wanted.isEmpty else { return .setAside("nothing of what it takes back came here") }
    var acts: [Act] = []
    for stretch in stretches(wanted, of: reversal.member) {
      let id = reversal.id.free { id in
        state.standing.reversals.contains { $0.reversal.id == id } || acts.contains { $0.isReversal(id) }
      }
      acts.append(.reverted(Reversal(id, of: reversal.member, stretch, reason: reversal.reason)))
    }
    for act in acts {
      do { try state.standing.validate(act, by: entry.author) } catch { return .setAside(error.message) }
    }
    take(acts, entry)
    let ids = acts.compactMap { act in if case .reverted(let reversal) = act { reversal.id } else { nil } }
    if ids != [reversal.id] { translation.reversals[reversal.id] = ids }
    return acts.count == 1 && wanted.count == covered.count ? .taken : .adapted("it covers \(wanted.count) acts here, of \(covered.count)")
  }

  mutating func withdraw(_ id: ID<Reversal>, _ reason: String, _ entry: Entry) -> JoinOutcome {
    let acts = (translation.reversals[id] ?? [id]).map { Act.reversalWithdrawn($0, reason: reason) }
    let standing = state.standing
    if acts.allSatisfy({ act in standing.reversals.contains { $0.isWithdrawn && act.isReversal($0.reversal.id) } }) {
      return .same(as: nil)
    }
    for act in acts {
      do { try state.standing.validate(act, by: entry.author) } catch { return .setAside(error.message) }
    }
    take(acts, entry)
    return .taken
  }

  /// Which entries here come from each of the fork's in this join.
  private var written: [Int: [Int]] { Dictionary(grouping: entries, by: \.source).mapValues { $0.map(\.entry.sequence) } }

  /// The fewest stretches that cover these and, of acts that can be reverted, no others.
  private func stretches(_ wanted: [Int], of member: ID<Member>?) -> [ClosedRange<Int>] {
    let sorted = Set(wanted).sorted()
    guard let first = sorted.first, let last = sorted.last else { return [] }
    let all = Reversal("", of: member, first...last, reason: "")
    let set = Set(sorted)
    var stretches: [ClosedRange<Int>] = []
    var open: ClosedRange<Int>?
    for entry in input.here + entries.map(\.entry) where all.covers(entry) {
      if set.contains(entry.sequence) {
        open = (open?.lowerBound ?? entry.sequence)...entry.sequence
      } else if let stretch = open {
        stretches.append(stretch)
        open = nil
      }
    }
    return stretches + (open.map { [$0] } ?? [])
  }
}

extension Act {
  fileprivate func isReversal(_ id: ID<Reversal>) -> Bool {
    switch self {
    case .reverted(let reversal): reversal.id == id
    case .reversalWithdrawn(let reversal, _): reversal == id
    default: false
    }
  }
}
