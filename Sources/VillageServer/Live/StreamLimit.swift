import Synchronization

/// How many live streams are open, of each caller and in all.
final class StreamLimit: Sendable {
  private let perCaller: Int
  private let inAll: Int
  private let open = Mutex<[String: Int]>([:])

  init(perCaller: Int, inAll: Int) {
    self.perCaller = perCaller
    self.inAll = inAll
  }

  /// Whether one more may be opened; if so, it counts until `close`.
  func open(_ caller: String) -> Bool {
    open.withLock { open in
      guard open[caller, default: 0] < perCaller, open.values.reduce(0, +) < inAll else { return false }
      open[caller, default: 0] += 1
      return true
    }
  }

  func close(_ caller: String) {
    open.withLock { open in
      let left = open[caller, default: 1] - 1
      open[caller] = left > 0 ? left : nil
    }
  }
}
