import Community
import Ledger
public import Lessons

/// An act on its way into the ledger.
struct PendingAct: Sendable {
  let act: Act
  let ground: Ground?
  let author: ID<Member>
  let request: String?
  let draft: LedgerDraft

  /// What it shares with another act, so that the two must not be judged by the same standing.
  var touches: Set<String> {
    guard let request else { return act.touches }
    return act.touches.union(["request \(author.rawValue) \(request)"])
  }
}

/// What a waiting writer is told: its act is written or refused, or it is its turn to write for all.
enum Signal: Sendable {
  case done(Result<Recorded, any Error>)
  case lead
}

/// An act that is in the ledger.
public struct Recorded: Sendable {
  public let entry: Entry
  /// Whether it was there before: the same request, sent again.
  public let isRepeat: Bool
}

/// Acts that wait while others are being written. Whoever writes takes all that can go together: one commit for many
/// acts is what keeps a lesson durable and fast when ten people teach at once.
struct WriteQueue {
  struct Waiting {
    let pending: PendingAct
    let continuation: CheckedContinuation<Signal, Never>
  }

  static let batchMax = 256

  private(set) var waiting: [Waiting] = []
  var isWriting = false

  mutating func add(_ pending: PendingAct, _ continuation: CheckedContinuation<Signal, Never>) {
    waiting.append(Waiting(pending: pending, continuation: continuation))
  }

  mutating func next() -> Waiting? { waiting.isEmpty ? nil : waiting.removeFirst() }

  /// Takes the acts that share nothing with the first or with each other, in their order.
  mutating func takeBatch(with first: PendingAct) -> [Waiting] {
    var touched = first.touches
    var batch: [Waiting] = []
    var rest: [Waiting] = []
    for item in waiting {
      let touches = item.pending.touches
      if batch.count < Self.batchMax - 1, touched.isDisjoint(with: touches) {
        batch.append(item)
      } else {
        rest.append(item)
      }
      touched.formUnion(touches)
    }
    waiting = rest
    return batch
  }
}
