public import Community
import Dialogue
public import Mind
public import Understanding

extension Examiner {
  /// The tests that a change of lessons would turn: those that pass would fail, and the other way round.
  ///
  /// - Parameters:
  ///   - results: of the tests to ask, as they are now.
  ///   - deltas: the change, as a mind would apply it.
  /// - Returns: the results as they would be, those that fail first.
  /// - Complexity: one copy of the mind's changed parts and one answer a test.
  public func turned(
    by deltas: [MindDelta], on mind: Mind, from results: [TestResult], thresholds: Thresholds = Thresholds()
  ) -> [TestResult] {
    guard !results.isEmpty else { return [] }
    var changed = mind
    changed.apply(deltas)
    let knowledge = changed.knowledge(for: nil, thresholds: thresholds)
    return results.compactMap { before in
      let after = result(of: before.test, before.lesson, knowing: knowledge)
      return after.passes == before.passes ? nil : after
    }.sorted { $0.passes != $1.passes ? !$0.passes : $0.lesson < $1.lesson }
  }
}
