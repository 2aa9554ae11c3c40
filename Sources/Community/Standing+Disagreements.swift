public import Lessons

/// Where a disagreement stands: found by the machine, settled by people.
public enum DisagreementStatus: Hashable, Sendable {
  case open
  case settled(SettlementRecord)
}

extension Standing {
  /// How the clash of these lessons stands. A lesson that was not on the table when it was settled opens it again;
  /// the same clash is never asked twice.
  public func status(of id: ID<Disagreement>, between lessons: some Sequence<ID<Lesson>>) -> DisagreementStatus {
    guard let last = settlements[id]?.last, last.reopened == nil else { return .open }
    let covered = Set(last.settlement.lessons)
    return lessons.allSatisfy(covered.contains) ? .settled(last) : .open
  }
}
