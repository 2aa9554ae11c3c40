/// The confusion matrices of all workers, a track of each, as sums of fixed-point posteriors.
///
/// Source: Dawid & Skene (1979), Applied Statistics 28(1), section 2, equations 2.3 and 2.4 (the M-step), with
/// pseudo-counts. A matrix is laid out `[answer][truth]`: what one response touches lies together.
struct ConfusionTable: Hashable, Sendable {
  let classCount: Int
  let prior: ConfusionPrior
  /// `[slot][answer][truth]`, S × K × K. A slot is a worker on a track.
  private(set) var counts: [FixedPoint] = []
  /// `[worker][answer][truth]`, W × K × K: the sums of a worker's slots.
  private(set) var totals: [FixedPoint] = []
  /// `[truth]`: tasks that have a response.
  private(set) var classes: [FixedPoint]
  private(set) var taskCount = 0

  init(classCount: Int, prior: ConfusionPrior) {
    (self.classCount, self.prior) = (classCount, prior)
    classes = Array(repeating: 0, count: classCount)
  }

  private var matrixSize: Int { classCount * classCount }

  mutating func reserve(slots: Int, workers: Int) {
    counts.append(contentsOf: repeatElement(0, count: max(0, slots * matrixSize - counts.count)))
    totals.append(contentsOf: repeatElement(0, count: max(0, workers * matrixSize - totals.count)))
  }

  /// Adds a response's share of each truth, or takes it away.
  ///
  /// - Complexity: O(K).
  mutating func add(_ posterior: ArraySlice<FixedPoint>, answer: Int, slot: Int, worker: Int, sign: FixedPoint) {
    let own = slot * matrixSize + answer * classCount
    let all = worker * matrixSize + answer * classCount
    for (truth, share) in posterior.enumerated() {
      counts[own + truth] += sign * share
      totals[all + truth] += sign * share
    }
  }

  mutating func addTask(_ posterior: ArraySlice<FixedPoint>, sign: FixedPoint) {
    for (truth, share) in posterior.enumerated() { classes[truth] += sign * share }
    taskCount += Int(sign)
  }

  /// Pseudo-counts of one row of the matrix: of the right answer, and of each other.
  private func base(_ credential: Credential?) -> (right: Double, wrong: Double) {
    guard let credential else { return (prior.spread + prior.agreement, prior.spread) }
    let right = credential.responses * credential.accuracy
    return (right, (credential.responses - right) / Double(classCount - 1))
  }

  /// The shares of answers expected of a worker when `truth` holds.
  ///
  /// Other tracks are taken into the prior with the weight of at most `prior.transfer` responses.
  ///
  /// - Returns: `[answer]`, sums to 1.
  /// - Complexity: O(K).
  func row(truth: Int, slot: Int, worker: Int, credential: Credential?) -> [Double] {
    let base = base(credential)
    let baseSum = base.right + base.wrong * Double(classCount - 1)
    var own: [Double] = []
    var parent: [Double] = []
    for answer in 0..<classCount {
      let cell = answer * classCount + truth
      let seen = counts[slot * matrixSize + cell]
      own.append(seen.real)
      parent.append((answer == truth ? base.right : base.wrong) + (totals[worker * matrixSize + cell] - seen).real)
    }
    let parentSum = parent.reduce(0, +)
    let scale = min(1, max(prior.transfer, baseSum) / parentSum)
    let sum = own.reduce(0, +) + scale * parentSum
    return (0..<classCount).map { (own[$0] + scale * parent[$0]) / sum }
  }

  /// The logarithms of the same, as `[answer][truth]`.
  func logarithms(slot: Int, worker: Int, credential: Credential?) -> [FixedPoint] {
    var table = Array(repeating: FixedPoint(0), count: matrixSize)
    for truth in 0..<classCount {
      let row = row(truth: truth, slot: slot, worker: worker, credential: credential)
      for answer in 0..<classCount { table[answer * classCount + truth] = FixedPoint(parts: RealFunctions.logarithm(row[answer])) }
    }
    return table
  }

  /// What a worker says of whom nothing is known, as `[answer][truth]`.
  func unknownLogarithms() -> [FixedPoint] {
    let base = base(nil)
    let sum = base.right + base.wrong * Double(classCount - 1)
    let right = FixedPoint(parts: RealFunctions.logarithm(base.right / sum))
    let wrong = FixedPoint(parts: RealFunctions.logarithm(base.wrong / sum))
    return (0..<matrixSize).map { $0 / classCount == $0 % classCount ? right : wrong }
  }

  /// The logarithm of each class's share of the tasks, `[truth]`.
  func classLogarithms() -> [FixedPoint] {
    let sum = Double(taskCount) + prior.perClass * Double(classCount)
    return classes.map { FixedPoint(parts: RealFunctions.logarithm(max(0, $0.real) + prior.perClass) - RealFunctions.logarithm(sum)) }
  }
}
