extension TruthInference {
  /// What is held of a task, in probability.
  ///
  /// - Returns: `[truth]`, K; sums to 1 up to rounding. Of a task nobody answered, the shares of the classes.
  /// - Complexity: O(d·K).
  public func posterior(of task: Int) -> [Double] {
    if let gold = tasks[task].gold { return (0..<classCount).map { $0 == gold ? 1 : 0 } }
    return Posterior.normalized(
      logarithms(of: task).reduce(into: table.classLogarithms()) { sums, voice in
        for truth in sums.indices { sums[truth] += voice.row[truth] }
      })
  }

  /// What is held of every task: `[task][truth]`, T × K.
  ///
  /// - Complexity: O(R·K).
  public func posteriors() -> [[Double]] {
    let answers = FlatAnswers(tasks, classCount: classCount)
    let flat = answers.posteriors(
      logarithms: logarithms(of: table, columns: answers.columns), classLogarithms: table.classLogarithms(), classCount: classCount)
    let unanswered = Posterior.normalized(table.classLogarithms())
    var all = tasks.map { task in task.gold.map { gold in (0..<classCount).map { $0 == gold ? 1 : 0 } } ?? unanswered }
    for (row, number) in answers.numbers.enumerated() {
      all[number] = (0..<classCount).map { flat[row * classCount + $0].real }
    }
    return all
  }

  /// The likeliest answer to a task, the first of equals; `nil` while nobody answered.
  public func answer(to task: Int) -> Int? {
    guard tasks[task].isAnswered || tasks[task].gold != nil else { return nil }
    return Self.likeliest(posterior(of: task))
  }

  /// The first of the largest.
  public static func likeliest(_ posterior: [Double]) -> Int? {
    posterior.indices.max { posterior[$0] < posterior[$1] || (posterior[$0] == posterior[$1] && $0 > $1) }
  }

  /// How reliable a worker is on a track.
  ///
  /// - Returns: `[truth][answer]`, K × K; each row sums to 1.
  /// - Complexity: O(K²).
  public func confusion(of worker: Int, track: Int = 0) -> [[Double]] {
    let slot = Slot(worker: worker, track: track)
    var (table, number, holder) = (table, slotNumbers[slot] ?? slots.count, worker)
    if number == slots.count {
      if worker >= workerCount { holder = workerCount }
      table.reserve(slots: slots.count + 1, workers: holder + 1)
    }
    let columns = (0..<classCount).map { table.likelihoods(of: $0, slot: number, worker: holder, credential: credentials[slot]) }
    return (0..<classCount).map { truth in columns.map { $0[truth] } }
  }

  struct Evidence {
    let given: Given
    /// `[truth]`: the logarithm of the probability of this answer.
    let row: [FixedPoint]
  }

  /// What each answer on a task says, workers ascending. Those who are unsure say nothing.
  func logarithms(of task: Int) -> [Evidence] {
    tasks[task].given.compactMap { given in
      guard let answer = given.answer else { return nil }
      let row = table.logarithms(
        of: answer, slot: given.slot, worker: given.worker, credential: credentials[slots[given.slot]])
      return Evidence(given: given, row: row)
    }
  }
}
