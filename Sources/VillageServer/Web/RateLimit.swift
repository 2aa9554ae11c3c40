import Synchronization

/// A bucket of permissions for each key, refilled steadily.
final class RateLimit: Sendable {
  private struct Bucket {
    var left: Double
    var filled: ContinuousClock.Instant
  }

  static let keysMax = 10_000

  private let perSecond: Double
  private let burst: Double
  private let buckets = Mutex<[String: Bucket]>([:])

  init(perSecond: Double, burst: Double) {
    self.perSecond = perSecond
    self.burst = burst
  }

  /// Takes one permission.
  ///
  /// - Returns: 0 where there was one, else the whole seconds until there will be.
  func wait(for key: String, at now: ContinuousClock.Instant) -> Int {
    buckets.withLock { buckets in
      if buckets.count >= Self.keysMax {
        // Full buckets say nothing that a missing one does not.
        buckets = buckets.filter { refilled($0.value, now) < burst }
        if buckets.count >= Self.keysMax { buckets.removeAll() }
      }
      let left = buckets[key].map { refilled($0, now) } ?? burst
      buckets[key] = Bucket(left: max(0, left - 1), filled: now)
      return left >= 1 ? 0 : max(1, Int(((1 - left) / perSecond).rounded(.up)))
    }
  }

  private func refilled(_ bucket: Bucket, _ now: ContinuousClock.Instant) -> Double {
    min(burst, bucket.left + (now - bucket.filled) / .seconds(1) * perSecond)
  }
}
