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
  /// Open ones first, those that matter most before the rest; then the settled, by id.
  ///
  /// - Parameter times: how many recent answers each touched, where that is known.
  public func disagreements(touching times: [ID<Disagreement>: Int] = [:]) -> [DisagreementView] {
    let open = state.ordered(state.openClashes(), times: times).compactMap { disagreement($0.id) }
    let rest = Set(state.mind.clashes.keys).union(state.standing.settlements.keys).subtracting(open.map(\.id))
    return open + rest.sorted().compactMap { disagreement($0) }
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
