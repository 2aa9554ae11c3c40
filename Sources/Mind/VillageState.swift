public import Community
public import Lessons
public import Reasoning
public import Understanding

/// A village at one moment: who is who, what stands, and what the assistant makes of it. The fold of the ledger.
public struct VillageState: Equatable, Sendable {
  public private(set) var standing = Standing()
  public private(set) var mind: Mind
  /// What the assistant knew at each release that is kept, by the release's name. A copy shares what did not change since.
  public private(set) var minds: [String: Mind] = [:]

  public init(understanding: Learner.Settings = Learner.Settings()) {
    mind = Mind(understanding: understanding)
  }

  public init(replaying entries: some Sequence<Entry>, understanding: Learner.Settings = Learner.Settings()) {
    self.init(understanding: understanding)
    for entry in entries { fold(entry) }
  }

  /// Folds one entry; never refuses.
  ///
  /// - Returns: the disagreements that appeared or changed.
  @discardableResult
  public mutating func fold(_ entry: Entry) -> [ID<Disagreement>] {
    switch entry.act {
    case .released(let release): minds[release.name] = mind
    case .releaseWithdrawn(let name, _): minds[name] = nil
    default: break
    }
    return mind.apply(standing.apply(entry))
  }

  /// The mind that is asked from a point of view; nil where it names a release that is not kept.
  public func mind(asked view: PointOfView) -> Mind? {
    guard let release = view.release else { return mind }
    return minds[release]
  }

  /// How a clash stands among people.
  public func status(of clash: Clash) -> DisagreementStatus { standing.status(of: clash.id, between: clash.lessons) }

  /// The disagreements that wait for people, in the order of their ids.
  public func openClashes() -> [Clash] {
    mind.clashes.values.filter { status(of: $0) == .open }.sorted { $0.id < $1.id }
  }
}
