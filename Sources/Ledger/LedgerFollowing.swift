import Synchronization

/// Tells followers in this process that entries were appended, so that none of them has to wait for its next poll.
final class LedgerSignal: Sendable {
  private struct State {
    var sequence = 0
    var nextWaiter = 0
    var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())

  /// Call it after the commit, never before.
  func announce(_ sequence: Int) {
    let waiters = state.withLock { state in
      state.sequence = max(state.sequence, sequence)
      defer { state.waiters = [:] }
      return state.waiters
    }
    for waiter in waiters.values { waiter.resume() }
  }

  /// Returns when an entry beyond `sequence` was announced, when the interval is over, or when the task is cancelled.
  func wait(past sequence: Int, atMost interval: Duration?) async {
    guard let interval else { return await wait(past: sequence) }
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.wait(past: sequence) }
      group.addTask { try? await Task.sleep(for: interval) }  // cancelled is as good as slept
      await group.next()
      group.cancelAll()
    }
  }

  private func wait(past sequence: Int) async {
    let id = state.withLock { state in
      state.nextWaiter += 1
      return state.nextWaiter
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let goOn = state.withLock { state in
          // The handler below may have run before this: then nobody would ever wake the waiter.
          guard state.sequence <= sequence, !Task.isCancelled else { return true }
          state.waiters[id] = continuation
          return false
        }
        if goOn { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
    }
  }
}

/// One follower's place in a ledger.
actor LedgerCursor {
  private static let pageLength = 256

  private let ledger: any Ledger
  private let signal: LedgerSignal
  private let pollInterval: Duration?
  private var page: ArraySlice<LedgerEntry> = []
  private var sequence: Int

  init(_ ledger: any Ledger, after sequence: Int, signal: LedgerSignal, pollInterval: Duration?) {
    self.ledger = ledger
    self.sequence = sequence
    self.signal = signal
    self.pollInterval = pollInterval
  }

  /// Nil only when the task was cancelled.
  func next() async throws -> LedgerEntry? {
    while !Task.isCancelled {
      if let entry = page.popFirst() {
        sequence = entry.sequence
        return entry
      }
      page = try await ledger.entries(after: sequence, limit: Self.pageLength)[...]
      if page.isEmpty { await signal.wait(past: sequence, atMost: pollInterval) }
    }
    return nil
  }

  nonisolated var stream: AsyncThrowingStream<LedgerEntry, any Error> {
    AsyncThrowingStream { try await self.next() }
  }
}
