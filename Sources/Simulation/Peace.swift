import Community
/// How a made-up village does while nobody attacks it.
public struct Peace: Hashable, Sendable {
  /// The share of the good items that were accepted within fifteen opinions, of those that got so many.
  public let recall: Double
  /// The share of the bad items ever accepted, and of the partisan ones.
  public let badAccepted: Double
  public let partisanAccepted: Double
  /// The share of good items that are contested in the end.
  public let contested: Double
  /// Panels an item proposed.
  public let panelsPerItem: Double
  public let hasCamps: Bool

  public static let opinionsMax = 15

  public init(_ size: SimulatedVillage.Size = .init(), seed: UInt64) {
    var village = SimulatedVillage(size, seed: seed)
    let prepared = village.prepare(accounts: 0, target: .good, accepted: true, targets: 0)
    for ask in prepared.rest { village.answer(ask) }
    village.pass(days: 10)
    func share(_ kind: SimulatedVillage.Kind, _ holds: (Int) -> Bool) -> Double {
      let items = prepared.items.filter { village.items[$0].kind == kind }
      return Double(items.count(where: holds)) / Double(max(1, items.count))
    }
    let asked = prepared.items.filter { village.items[$0].kind == .good && village.opinionCounts[$0, default: 0] >= Self.opinionsMax }
    let soon = asked.count { village.acceptedAfter[$0].map { $0 <= Self.opinionsMax } ?? false }
    recall = Double(soon) / Double(max(1, asked.count))
    badAccepted = share(.bad) { village.acceptedAfter[$0] != nil }
    partisanAccepted = share(.partisan) { village.acceptedAfter[$0] != nil }
    contested = share(.good) { village.assembly.standing(of: $0)?.status == .contested }
    let panels = prepared.items.reduce(0) { $0 + (village.assembly.standing(of: $1)?.panels.count ?? 0) }
    panelsPerItem = Double(panels) / Double(max(1, prepared.items.count))
    hasCamps = village.assembly.hasCamps
  }
}
