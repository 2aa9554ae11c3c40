import Mind
public import Community
public import Lessons
public import Reasoning

/// A disagreement as it stands: what clashes, and what people made of it.
public struct DisagreementView: Sendable {
  public let id: ID<Disagreement>
  /// Nil where the lessons no longer clash, as after a settlement.
  public let clash: Clash?
  public let status: DisagreementStatus
  /// The lessons of each side; of the settlement where nothing clashes any more.
  public let sides: [[ID<Lesson>]]
  /// Every settlement so far, oldest first.
  public let settlements: [SettlementRecord]
}

extension VillageService {
  /// Open ones first, then the settled, each by id.
  public func disagreements() -> [DisagreementView] {
    let ids = Set(state.mind.clashes.keys).union(state.standing.settlements.keys)
    let views = ids.sorted().compactMap { disagreement($0) }
    return views.filter { $0.status == .open } + views.filter { $0.status != .open }
  }

  public func disagreement(_ id: ID<Disagreement>) -> DisagreementView? {
    let settlements = state.standing.settlements[id] ?? []
    if let clash = state.mind.clashes[id] {
      return DisagreementView(id: id, clash: clash, status: state.status(of: clash), sides: clash.sides, settlements: settlements)
    }
    guard let last = settlements.last else { return nil }
    return DisagreementView(
      id: id, clash: nil, status: .settled(last), sides: last.settlement.lessons.map { [$0] }, settlements: settlements)
  }
}
