/// All answers in one piece, task after task: what a sweep runs over.
struct FlatAnswers: Sendable {
  /// `[row]`: the tasks that have an answer.
  private(set) var numbers: [Int] = []
  private(set) var gold: [(row: Int, answer: Int)] = []
  /// `[row]`: where the task's answers begin; one more at the end.
  private var starts: [Int] = [0]
  private var answers: [Int] = []
  private var slots: [Int] = []
  /// Slot · K + answer of each pair that occurs, ascending.
  let columns: [Int]

  init(_ tasks: [TruthInference.Task], classCount k: Int) {
    for (number, task) in tasks.enumerated() where task.isAnswered {
      if let known = task.gold { gold.append((numbers.count, known)) }
      numbers.append(number)
      for given in task.given {
        guard let answer = given.answer else { continue }
        answers.append(answer)
        slots.append(given.slot)
      }
      starts.append(answers.count)
    }
    columns = Set(zip(slots, answers).map { $0 * k + $1 }).sorted()
  }

  /// Each answer's share of a task's answers, `[row][truth]`.
  func shares(classCount k: Int) -> [FixedPoint] {
    var shares = Array(repeating: FixedPoint(0), count: numbers.count * k)
    for row in numbers.indices {
      let range = starts[row]..<starts[row + 1]
      for at in range { shares[row * k + answers[at]] += 1 }
      for truth in 0..<k { shares[row * k + truth] = shares[row * k + truth] * .one / FixedPoint(range.count) }
    }
    return shares
  }

  /// The E-step, `[row][truth]`.
  func posteriors(logarithms: [FixedPoint], classLogarithms: [FixedPoint], classCount k: Int) -> [FixedPoint] {
    var posteriors: [FixedPoint] = []
    posteriors.reserveCapacity(numbers.count * k)
    var sums = classLogarithms
    var probabilities = Array(repeating: 0.0, count: k)
    for row in numbers.indices {
      for truth in 0..<k { sums[truth] = classLogarithms[truth] }
      for at in starts[row]..<starts[row + 1] {
        let matrix = (slots[at] * k + answers[at]) * k
        for truth in 0..<k { sums[truth] += logarithms[matrix + truth] }
      }
      Posterior.normalize(sums, into: &probabilities)
      for probability in probabilities { posteriors.append(FixedPoint(parts: probability)) }
    }
    for (row, gold) in gold { TruthInference.fix(gold, in: &posteriors, row: row, classCount: k) }
    return posteriors
  }

  /// The M-step.
  func table(
    of posteriors: [FixedPoint], slots workerOf: [TruthInference.Slot], workers: Int, classCount k: Int, prior: ConfusionPrior
  ) -> ConfusionTable {
    var table = ConfusionTable(classCount: k, prior: prior)
    table.reserve(slots: workerOf.count, workers: workers)
    for row in numbers.indices {
      let posterior = posteriors[row * k..<(row + 1) * k]
      for at in starts[row]..<starts[row + 1] {
        table.add(posterior, answer: answers[at], slot: slots[at], worker: workerOf[slots[at]].worker, sign: 1)
      }
      table.addTask(posterior, sign: 1)
    }
    return table
  }
}
