public import Community
import Foundation
import Ledger
public import Lessons
import Mind
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
  /// How many answers of the last thirty days drew on its lessons.
  public var answersTouched = 0
}

extension VillageService {
  /// Open ones first, those that matter most before the rest; then the settled, by id.
  public func disagreements() async throws -> [DisagreementView] {
    let times = try await answersTouched()
    let open = state.ordered(state.openClashes(), times: times).map(\.id)
    let rest = Set(state.mind.clashes.keys).union(state.standing.settlements.keys).subtracting(open).sorted()
    return (open + rest).compactMap { id in
      var view = disagreement(id)
      view?.answersTouched = times[id] ?? 0
      return view
    }
  }

  /// How many answers of the last thirty days drew on lessons of each disagreement; of very many, the latest.
  public func answersTouched() async throws -> [ID<Disagreement>: Int] {
    guard !state.mind.clashes.isEmpty else { return [:] }
    let month = clock().addingTimeInterval(-30 * 86_400)
    let answers = try await people.lessonsDrawnOn(since: month, limit: Self.answersLookedAt)
    var disputed: [String: [ID<Disagreement>]] = [:]
    for clash in state.mind.clashes.values { for lesson in clash.lessons { disputed[lesson.rawValue, default: []].append(clash.id) } }
    var times: [ID<Disagreement>: Int] = [:]
    for lessons in answers { for id in Set(lessons.flatMap { disputed[$0] ?? [] }) { times[id, default: 0] += 1 } }
    return times
  }

  private static let answersLookedAt = 2_000

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
