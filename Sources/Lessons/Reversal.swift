/// Acts that count no longer, with all that followed from them: of one member, of a stretch of the ledger, or both.
///
/// What the village makes of the rest is what it would be if they had never been done.
public struct Reversal: Hashable, Sendable, Codable {
  public let id: ID<Reversal>
  /// Whose acts; nil: everyone's.
  public let member: ID<Member>?
  /// The first and last entry of the stretch.
  public let first: Int
  public let last: Int
  public let reason: String

  public init(_ id: ID<Reversal>, of member: ID<Member>?, _ entries: ClosedRange<Int>, reason: String) {
    self.id = id
    self.member = member
    first = entries.lowerBound
    last = entries.upperBound
    self.reason = reason
  }

  /// Whether an entry is among those that count no longer. Who founded or joined stays, and so do releases, which are
  /// kept as they were cut, and other reversals, which are taken back one by one. Nor do votes on founders go: who could be
  /// recalled could revert them; and what was counted of answers is the server's, for whom it holds back could revert it.
  public func covers(_ entry: Entry) -> Bool {
    guard first <= entry.sequence, entry.sequence <= last, member == nil || member == entry.author else { return false }
    switch entry.act {
    case .founded, .joined, .released, .releaseWithdrawn, .publicAnswered, .reverted, .reversalWithdrawn, .ballotOpened, .ballotWithdrawn,
      .answersChanged:
      return false
    case .opined(let opinion):
      if case .ballot = opinion.on { return false }
      return true
    default: return true
    }
  }
}
