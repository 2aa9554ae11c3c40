/// Whether opinions on an item come in a rush.
///
/// Source: the tail of the Poisson distribution; twitter/communitynotes waits 30 to 180 minutes after a change of status
/// for the same reason.
public enum BurstTest {
  /// A rush is what chance brings less often than this.
  public static let tailMax = 1e-4

  /// The chance of at least `count` events where `mean` are expected.
  ///
  /// - Precondition: `mean` > 0.
  /// - Complexity: O(count).
  public static func tail(_ count: Int, mean: Double) -> Double {
    precondition(mean > 0, "something is expected")
    guard count > 0 else { return 1 }
    guard mean < 700 else { return Double(count) > mean + 6 * mean.squareRoot() ? 0 : 1 }
    var term = RealFunctions.exponential(-mean)
    var below = term
    for k in 1..<max(1, count) {
      term *= mean / Double(k)
      below += term
    }
    return max(0, 1 - below)
  }

  public static func isBurst(_ count: Int, mean: Double) -> Bool { tail(count, mean: mean) < tailMax }
}
