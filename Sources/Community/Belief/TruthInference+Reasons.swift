extension TruthInference {
  /// Why the likeliest answer is held rather than the next: numbers that add up.
  public struct Reasons: Hashable, Sendable {
    /// One worker's part.
    public struct Part: Hashable, Sendable {
      public let worker: Int
      /// `nil` when unsure.
      public let answer: Int?
      /// How much this response speaks for the likeliest answer and against the next, in nats; negative when it speaks
      /// against, 0 when unsure.
      public let weight: Double
      /// The probability that the worker answers rightly when the likeliest answer holds.
      public let reliability: Double
    }

    /// The likeliest answer.
    public let answer: Int
    /// The next likeliest.
    public let next: Int
    /// What the shares of the classes alone say for it, in nats.
    public let prior: Double
    /// Everyone who responded, by worker.
    public let parts: [Part]
    /// `prior` and all weights together: the logarithm of how many times likelier the answer is than the next.
    public var total: Double { parts.reduce(prior) { $0 + $1.weight } }
  }

  /// Opens a number to its reasons; `nil` while nobody answered, or where the answer was known beforehand.
  ///
  /// - Complexity: O(d·K).
  public func reasons(for task: Int) -> Reasons? {
    guard tasks[task].isAnswered, tasks[task].gold == nil else { return nil }
    var posterior = posterior(of: task)
    guard let answer = Self.likeliest(posterior) else { return nil }
    posterior[answer] = -1
    guard let next = Self.likeliest(posterior) else { return nil }
    let rows = Dictionary(uniqueKeysWithValues: logarithms(of: task).map { ($0.given.worker, $0.row) })
    let shares = table.classLogarithms()
    let parts = tasks[task].given.map { given in
      let weight = rows[given.worker].map { ($0[answer] - $0[next]).real } ?? 0
      let right = table.likelihoods(
        of: answer, slot: given.slot, worker: given.worker, credential: credentials[slots[given.slot]])
      return Reasons.Part(worker: given.worker, answer: given.answer, weight: weight, reliability: right[answer])
    }
    return Reasons(answer: answer, next: next, prior: (shares[answer] - shares[next]).real, parts: parts)
  }
}
