import Synchronization

/// How many live streams are open, of each caller and in all.
final class StreamLimit: Sendable {
  /// One open stream; it counts for as long as somebody holds this.
  final class Place: Sendable {
    private let limit: StreamLimit
    private let caller: String

    fileprivate init(_ limit: StreamLimit, _ caller: String) {
      self.limit = limit
      self.caller = caller
    }

    deinit { limit.leave(caller) }
  }

  private let perCaller: Int
  private let inAll: Int
  private let open = Mutex<(byCaller: [String: Int], all: Int)>(([:], 0))

  init(perCaller: Int, inAll: Int) {
    self.perCaller = perCaller
    self.inAll = inAll
  }

  /// A place for one more stream; nil where there are too many.
  func enter(_ caller: String) -> Place? {
    let isFree = open.withLock { open in
      guard open.byCaller[caller, default: 0] < perCaller, open.all < inAll else { return false }
      open.byCaller[caller, default: 0] += 1
      open.all += 1
      return true
    }
    return isFree ? Place(self, caller) : nil
  }

  private func leave(_ caller: String) {
    open.withLock { open in
      open.all -= 1
      let left = open.byCaller[caller, default: 1] - 1
      open.byCaller[caller] = left > 0 ? left : nil
    }
  }
}
