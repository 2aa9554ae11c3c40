/// What a walk along the whole chain found.
public struct LedgerVerification: Hashable, Sendable {
  /// The first entry that does not hold, and why.
  public struct Break: Hashable, Sendable {
    public let sequence: Int
    public let reason: String

    public init(sequence: Int, reason: String) {
      self.sequence = sequence
      self.reason = reason
    }
  }

  /// The last entry up to which everything holds. A ledger whose last entries were cut off is whole in itself: compare
  /// this with a head noted earlier.
  public let head: LedgerHead
  /// Nil when the chain is whole.
  public let firstBreak: Break?

  public init(head: LedgerHead, firstBreak: Break?) {
    self.head = head
    self.firstBreak = firstBreak
  }

  public var isWhole: Bool { firstBreak == nil }
}

extension Ledger {
  /// The walk by pages; an adapter rarely needs its own.
  public func verify() async throws(LedgerError) -> LedgerVerification {
    var head = LedgerHead.empty
    var limit = 1000
    while true {
      let page: [LedgerEntry]
      do {
        page = try await entries(after: head.sequence, limit: limit)
      } catch .corrupt(let sequence, _) where sequence > head.sequence + 1 {
        limit = sequence - head.sequence - 1  // an entry before the unreadable one may have been altered
        continue
      } catch .corrupt(let sequence, let reason) {
        return LedgerVerification(head: head, firstBreak: .init(sequence: sequence, reason: reason))
      }
      guard !page.isEmpty else { return LedgerVerification(head: head, firstBreak: nil) }
      for entry in page {
        if let reason = entry.reasonItCannotFollow(head) {
          return LedgerVerification(head: head, firstBreak: .init(sequence: head.sequence + 1, reason: reason))
        }
        head = LedgerHead(entry)
      }
    }
  }
}

extension LedgerEntry {
  fileprivate func reasonItCannotFollow(_ head: LedgerHead) -> String? {
    if sequence != head.sequence + 1 { return "the entry is missing" }
    if previous != head.hash { return "the entry does not name the hash of the entry before it" }
    if hash != computedHash { return "the entry does not match its hash" }
    return nil
  }
}
