extension TruthInference {
  /// How a settling ended.
  public struct Settled: Hashable, Sendable {
    public let sweeps: Int
    /// Whether no posterior still moved by more than the tolerance.
    public let converged: Bool
  }

  /// Estimates all matrices and truths anew: expectation maximisation from the shares of the answers.
  ///
  /// Source: Dawid & Skene (1979), section 2, with Dirichlet pseudo-counts (maximum a posteriori).
  ///
  /// - Parameters:
  ///   - sweepsMax: passes over all responses at most.
  ///   - tolerance: in probability.
  /// - Complexity: O(sweeps · R·K + S·K²), S the workers' tracks.
  @discardableResult
  public mutating func settle(sweepsMax: Int = 100, tolerance: Double = 1e-4) -> Settled {
    let k = classCount
    let answers = FlatAnswers(tasks, classCount: classCount)
    var posteriors = answers.shares(classCount: k)
    for (row, gold) in answers.gold { Self.fix(gold, in: &posteriors, row: row, classCount: k) }
    var table = answers.table(of: posteriors, slots: slots, workers: workerCount, classCount: k, prior: prior)
    var (logarithms, classLogarithms) = (self.logarithms(of: table, columns: answers.columns), table.classLogarithms())
    var sweeps = 0
    var moved = Double.infinity
    while sweeps < sweepsMax, moved > tolerance {
      let next = answers.posteriors(logarithms: logarithms, classLogarithms: classLogarithms, classCount: k)
      let largest = zip(next, posteriors).reduce(FixedPoint(0)) { max($0, abs($1.0 - $1.1)) }
      (moved, posteriors, sweeps) = (largest.real, next, sweeps + 1)
      table = answers.table(of: posteriors, slots: slots, workers: workerCount, classCount: k, prior: prior)
      (logarithms, classLogarithms) = (self.logarithms(of: table, columns: answers.columns), table.classLogarithms())
    }
    (epochLogarithms, epochClassLogarithms) = (self.logarithms(of: table, columns: 0..<slots.count * k), classLogarithms)
    provisional = Array(repeating: 0, count: tasks.count * k)
    posteriors = answers.posteriors(logarithms: logarithms, classLogarithms: classLogarithms, classCount: k)
    for (row, number) in answers.numbers.enumerated() {
      for truth in 0..<k { provisional[number * k + truth] = posteriors[row * k + truth] }
    }
    self.table = answers.table(of: posteriors, slots: slots, workers: workerCount, classCount: k, prior: prior)
    return Settled(sweeps: sweeps, converged: moved <= tolerance)
  }

  /// Logarithms of the matrices, `[slot][answer][truth]`; zero outside of `columns`.
  ///
  /// - Parameter columns: slot · K + answer of those that are asked for.
  func logarithms(of table: ConfusionTable, columns: some Sequence<Int>) -> [FixedPoint] {
    var all = Array(repeating: FixedPoint(0), count: slots.count * classCount * classCount)
    for column in columns {
      let slot = slots[column / classCount]
      let logarithms = table.logarithms(
        of: column % classCount, slot: column / classCount, worker: slot.worker, credential: credentials[slot])
      for truth in 0..<classCount { all[column * classCount + truth] = logarithms[truth] }
    }
    return all
  }

  static func fix(_ gold: Int, in posteriors: inout [FixedPoint], row: Int, classCount: Int) {
    for truth in 0..<classCount { posteriors[row * classCount + truth] = truth == gold ? .one : 0 }
  }
}
