public import Lessons

/// A reversal, who decided it, and whether it was taken back.
public struct ReversalRecord: Hashable, Sendable {
  public let reversal: Reversal
  public let author: ID<Member>
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
  /// How many acts it covers.
  public let acts: Int
  public internal(set) var isWithdrawn = false
}

extension Standing {
  /// Whether an act counts no longer because people reverted it.
  public func isReverted(_ entry: Entry) -> Bool {
    reversals.contains { !$0.isWithdrawn && $0.reversal.covers(entry) }
  }

  /// How many acts a reversal would cover.
  public func actCount(of reversal: Reversal) -> Int { log.count { reversal.covers($0) } }

  /// The standing as it is without what the reversals cover: the fold of all other acts, so nothing that followed from
  /// those is left, whatever it was.
  ///
  /// - Complexity: O(entries).
  func refolded() -> Standing {
    var fresh = Standing()
    (fresh.concerned, fresh.concerning, fresh.frozenBallots) = (concerned, concerning, frozenBallots)
    for entry in log where !isReverted(entry) { _ = fresh.fold(entry) }
    fresh.log = log
    fresh.sequence = sequence
    fresh.reversals = reversals
    fresh.struck = lessons.merging(struck) { _, gone in gone }.filter { fresh.lessons[$0.key] == nil }
    return fresh
  }

  mutating func refold() -> [MindDelta] {
    let before = self
    self = refolded()
    let all = Set(before.lessons.keys).union(lessons.keys)
    let changed = all.filter { before.lessons[$0] != lessons[$0] || before.authorWeight(of: $0) != authorWeight(of: $0) }
    let order = changed.sorted { (before.taughtIn($0) ?? taughtIn($0) ?? 0, $0) < (before.taughtIn($1) ?? taughtIn($1) ?? 0, $1) }
    return order.compactMap { MindDelta(from: before.standing($0), to: standing($0), $0) }
  }

  private func taughtIn(_ id: ID<Lesson>) -> Int? { lessons[id]?.taughtIn }

  private func authorWeight(of id: ID<Lesson>) -> Double? {
    lessons[id].map { Self.weight(of: members[$0.author]?.role ?? .newcomer) }
  }
}
