/// How well answers agree with the truth.
public struct TruthScore: Hashable, Sendable {
  /// Tasks with a known truth.
  public let tasks: Int
  /// The share of them answered rightly; a task without an answer counts as wrong.
  public let accuracy: Double
  /// The harmonic mean of precision and recall: of the last label in order (`1` of `0` and `1`) when there are two, and
  /// otherwise the mean over all labels that occur in the truth.
  public let f1: Double

  /// - Precondition: `truth` is not empty.
  public init(answers: [String: String], truth: [String: String]) {
    precondition(!truth.isEmpty, "there is something to compare with")
    tasks = truth.count
    accuracy = Double(truth.count { answers[$0.key] == $0.value }) / Double(truth.count)
    let labels = Set(truth.values).union(answers.values).sorted()
    let measured = labels.count == 2 ? Array(labels.suffix(1)) : Set(truth.values).sorted()
    let scores = measured.map { label in
      let both = truth.count { $0.value == label && answers[$0.key] == label }
      let said = truth.count { answers[$0.key] == label }
      let held = truth.count { $0.value == label }
      return said + held == 0 ? 0 : 2 * Double(both) / Double(said + held)
    }
    f1 = scores.reduce(0, +) / Double(scores.count)
  }
}
