public import Lessons

extension Standing {
  /// Whom an act by someone else concerned: whose lesson it declined or took back, whose standing it changed.
  public func concerned(by entry: Entry) -> ID<Member>? {
    let member: ID<Member>? =
      switch entry.act {
      case .retracted(let id, _), .accepted(let id, _), .declined(let id, _): (lessons[id] ?? struck[id])?.author
      case .roleGranted(let member, _), .contributionRetracted(let member, _), .groupLeft(let member, _, _): member
      case .reverted(let reversal): reversal.member
      case .commentWithdrawn(let id): comments[id]?.author
      default: nil
      }
    return member == entry.author ? nil : member
  }

  /// The acts about someone that they dispute and that still count, oldest first: each asks the founders to look again.
  public func appeals() -> [Entry] {
    opinions.compactMap { topic, held -> Entry? in
      guard case .act(let sequence) = topic, log.indices.contains(sequence - 1) else { return nil }
      let entry = log[sequence - 1]
      guard let member = concerned(by: entry), held[member]?.stance == .dispute, !isReverted(entry) else { return nil }
      let answered = held.contains {
        $0.key != member && $0.key != entry.author && role(of: $0.key) == .founder && $0.value.stance != .unsure
      }
      return answered ? nil : entry
    }.sorted { $0.sequence < $1.sequence }
  }
}
