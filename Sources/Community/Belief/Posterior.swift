/// Turns sums of log-likelihoods into probabilities.
enum Posterior {
  /// Bayes' rule over K classes.
  ///
  /// Source: Dawid & Skene (1979), equation 2.5 (the E-step).
  ///
  /// - Parameter logarithms: `[truth]`, in nats, up to a shared constant.
  /// - Returns: `[truth]`, sums to 1 up to rounding.
  static func normalized(_ logarithms: [FixedPoint]) -> [Double] {
    var probabilities = Array(repeating: 0.0, count: logarithms.count)
    normalize(logarithms, into: &probabilities)
    return probabilities
  }

  /// The same, into memory that is there already.
  static func normalize(_ logarithms: [FixedPoint], into probabilities: inout [Double]) {
    var largest = logarithms[0]
    for logarithm in logarithms where logarithm > largest { largest = logarithm }
    var sum = 0.0
    for truth in logarithms.indices {
      probabilities[truth] = RealFunctions.exponential((logarithms[truth] - largest).real)
      sum += probabilities[truth]
    }
    for truth in logarithms.indices { probabilities[truth] /= sum }
  }
}
