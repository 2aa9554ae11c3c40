/// Shares of few votes, with what is not known about them.
public enum Proportion {
  /// The two-sided 80 % quantile of the normal distribution: either bound errs once in ten.
  public static let z90 = 1.281_551_565_544_6

  /// Bounds of a share: the true one is above the lower bound, and below the upper, nine times in ten each.
  ///
  /// Source: Wilson (1927), Journal of the American Statistical Association 22, pages 209–212; Brown, Cai & DasGupta
  /// (2001), Statistical Science 16(2), section 3.1.1.
  ///
  /// - Returns: 0...1 when nobody voted.
  public static func bounds(_ successes: Int, of trials: Int, z: Double = z90) -> ClosedRange<Double> {
    guard trials > 0 else { return 0...1 }
    let n = Double(trials)
    let share = Double(successes) / n
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let reach = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, middle - reach)...min(1, middle + reach)
  }

  /// How far a share is above one half, in standard deviations, with one success more in one trial more.
  ///
  /// Source: compdemocracy/polis, `math/src/polismath/math/stats.clj` (`prop-test`), formula only.
  public static func aboveHalf(_ successes: Int, of trials: Int) -> Double {
    2 * Double(trials + 1).squareRoot() * (Double(successes + 1) / Double(trials + 1) - 0.5)
  }

  /// How far one share is above another, in standard deviations, with one success more in one trial more on both sides.
  ///
  /// Source: compdemocracy/polis, `stats.clj` (`two-prop-test`), formula only.
  ///
  /// - Returns: 0 when both shares are 0 or both 1.
  public static func difference(_ successes: Int, of trials: Int, from others: Int, of otherTrials: Int) -> Double {
    let (n1, n2) = (Double(trials + 1), Double(otherTrials + 1))
    let (p1, p2) = (Double(successes + 1) / n1, Double(others + 1) / n2)
    let pooled = Double(successes + others + 2) / (n1 + n2)
    guard pooled > 0, pooled < 1 else { return 0 }
    return (p1 - p2) / (pooled * (1 - pooled) * (1 / n1 + 1 / n2)).squareRoot()
  }
}

extension Proportion {
  /// The lower of `bounds`, for voices that need not be whole.
  ///
  /// - Returns: 0 where nobody was heard.
  static func lowerBound(_ successes: Double, of trials: Double, z: Double) -> Double {
    guard trials > 0 else { return 0 }
    let share = successes / trials
    let middle = (share + z * z / (2 * trials)) / (1 + z * z / trials)
    let reach = z / (1 + z * z / trials) * max(0, share * (1 - share) / trials + z * z / (4 * trials * trials)).squareRoot()
    return max(0, middle - reach)
  }
}
