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
  /// The same over all answers: `[slot][truth]` and `[worker][truth]`.
  private(set) var rowCounts: [FixedPoint] = []
  private(set) var rowTotals: [FixedPoint] = []
  /// `[worker]`: how many responses there are.
  private var responses: [Int] = []
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
    responses.append(contentsOf: repeatElement(0, count: max(0, workers - responses.count)))
    rowCounts.append(contentsOf: repeatElement(0, count: max(0, slots * classCount - rowCounts.count)))
    rowTotals.append(contentsOf: repeatElement(0, count: max(0, workers * classCount - rowTotals.count)))
  }

  /// Adds a response's share of each truth, or takes it away.
  ///
  /// - Complexity: O(K).
  mutating func add(_ posterior: ArraySlice<FixedPoint>, answer: Int, slot: Int, worker: Int, sign: FixedPoint) {
    let own = slot * matrixSize + answer * classCount
    let all = worker * matrixSize + answer * classCount
    responses[worker] += Int(sign)
    var truth = 0
    for share in posterior {
      counts[own + truth] += sign * share
      totals[all + truth] += sign * share
      rowCounts[slot * classCount + truth] += sign * share
      rowTotals[worker * classCount + truth] += sign * share
      truth += 1
    }
  }

  mutating func addTask(_ posterior: ArraySlice<FixedPoint>, sign: FixedPoint) {
    for (truth, share) in posterior.enumerated() { classes[truth] += sign * share }
    taskCount += Int(sign)
  }

  /// How likely a worker gives an answer, for each truth: one column of the confusion matrix.
  ///
  /// Other tracks are taken into the prior with the weight of at most `prior.transfer` responses.
  ///
  /// - Returns: `[truth]`.
  /// - Complexity: O(K).
  func likelihoods(of answer: Int, slot: Int, worker: Int, credential: Credential?) -> [Double] {
    let base = prior.row(classCount: classCount, credential: credential, responses: responses[worker])
    return (0..<classCount).map { truth in
      let own = counts[slot * matrixSize + answer * classCount + truth]
      let ownRow = rowCounts[slot * classCount + truth]
      let elsewhere = (totals[worker * matrixSize + answer * classCount + truth] - own).real
      let elsewhereRow = (rowTotals[worker * classCount + truth] - ownRow).real
      let parentRow = base.sum + elsewhereRow
      let scale = min(1, max(prior.transfer, base.sum) / parentRow)
      let parent = (answer == truth ? base.right : base.wrong) + elsewhere
      return (own.real + scale * parent) / (ownRow.real + scale * parentRow)
    }
  }

  /// The logarithms of the same.
  func logarithms(of answer: Int, slot: Int, worker: Int, credential: Credential?) -> [FixedPoint] {
    likelihoods(of: answer, slot: slot, worker: worker, credential: credential)
      .map { FixedPoint(parts: RealFunctions.logarithm($0)) }
  }

  /// What a worker says of whom nothing is known, as `[answer][truth]`.
  func unknownLogarithms() -> [FixedPoint] {
    let base = prior.row(classCount: classCount, credential: nil, responses: 0)
    let right = FixedPoint(parts: RealFunctions.logarithm(base.right / base.sum))
    let wrong = FixedPoint(parts: RealFunctions.logarithm(base.wrong / base.sum))
    return (0..<matrixSize).map { $0 / classCount == $0 % classCount ? right : wrong }
  }

  /// The logarithm of each class's share of the tasks, `[truth]`.
  ///
  /// What is assumed never outweighs what there is: with few tasks a class, less than `prior.perClass` is granted.
  func classLogarithms() -> [FixedPoint] {
    let granted = min(prior.perClass, Double(taskCount + 1) / Double(classCount))
    let sum = Double(taskCount) + granted * Double(classCount)
    return classes.map { FixedPoint(parts: RealFunctions.logarithm((max(0, $0.real) + granted) / sum)) }
  }
}
