import Community
import Foundation
import Testing
import Understanding

@Suite struct TruthReasonsTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the weights of all who answered add up to what is held`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let crowd = RandomCrowd.responses(tasks: 20, workers: 6, classes: 4, using: &random)
    var inference = RandomCrowd.inference(crowd.responses, tasks: 20, classes: 4)
    inference.settle()
    for task in 0..<20 {
      guard let reasons = inference.reasons(for: task) else { continue }
      let posterior = inference.posterior(of: task)
      let odds = (reasons.parts.map(\.weight) + [reasons.prior]).reduce(0, +)
      #expect(abs(odds - reasons.total) < 1e-9, "seed \(seed)")
      #expect(reasons.total >= 0 && posterior[reasons.answer] >= posterior[reasons.next], "seed \(seed)")
      let ratio = posterior[reasons.answer] / posterior[reasons.next]
      #expect(abs(log(ratio) - reasons.total) < 1e-6 || reasons.total > 15, "seed \(seed)")
      #expect(reasons.parts.map(\.worker) == crowd.responses.filter { $0.task == task }.map(\.worker).sorted(), "seed \(seed)")
    }
  }

  @Test func `an unsure answer is shown and moves nothing`() {
    var inference = TruthInference(classCount: 2)
    inference.addTask(0)
    inference.record(.init(worker: 0, task: 0, answer: 1))
    let before = inference.posterior(of: 0)
    inference.record(.init(worker: 1, task: 0, answer: nil))
    #expect(inference.posterior(of: 0) == before)
    let parts = inference.reasons(for: 0)?.parts ?? []
    #expect(parts.map(\.answer) == [1, nil])
    #expect(parts.map { $0.weight == 0 } == [false, true])
  }

  @Test func `a credential counts at once and evidence overrides it`() {
    var inference = TruthInference(classCount: 2, prior: .careful)
    inference.addTask(0)
    inference.record(.init(worker: 0, task: 0, answer: 0))
    inference.record(.init(worker: 1, task: 0, answer: 1))
    inference.setCredential(.specialist, of: 1)
    inference.setCredential(.novice, of: 0)
    #expect(inference.answer(to: 0) == 1)
    for task in 1...80 {
      inference.addTask(task, gold: task % 2)
      inference.record(.init(worker: 0, task: task, answer: task % 2))
      inference.record(.init(worker: 1, task: task, answer: task / 2 % 2))
    }
    inference.settle()
    #expect(inference.answer(to: 0) == 0)
  }

  @Test func `what was shown on another track is only a prior`() {
    var inference = TruthInference(classCount: 2)
    for task in 0..<40 {
      inference.addTask(task, track: 0, gold: task % 2)
      inference.record(.init(worker: 0, task: task, answer: task % 2))
    }
    // On track 1 the same person errs three times.
    for task in 40..<43 {
      inference.addTask(task, track: 1, gold: 1)
      inference.record(.init(worker: 0, task: task, answer: 0))
    }
    inference.settle()
    let (first, second) = (inference.confusion(of: 0, track: 0)[1][1], inference.confusion(of: 0, track: 1)[1][1])
    #expect(first > 0.8)
    // By hand: at most 8 responses of the other track, all but right, against 3 errors.
    #expect(abs(second - 8.0 / 11) < 0.02)
  }

  @Test func `a known truth is never overruled`() {
    var inference = TruthInference(classCount: 3)
    inference.addTask(0, gold: 2)
    for worker in 0..<9 { inference.record(.init(worker: worker, task: 0, answer: 1)) }
    inference.settle()
    #expect(inference.posterior(of: 0) == [0, 0, 1])
    #expect(inference.reasons(for: 0) == nil)
  }

  @Test func `accuracy and F1 are those of the textbook`() {
    let truth = ["a": "1", "b": "1", "c": "0", "d": "0"]
    let score = TruthScore(answers: ["a": "1", "b": "0", "c": "0"], truth: truth)
    #expect(score.accuracy == 0.5)
    #expect(abs(score.f1 - 2.0 / 3) < 1e-12)
    let three = TruthScore(answers: ["a": "x", "b": "y", "c": "z"], truth: ["a": "x", "b": "y", "c": "y"])
    #expect(abs(three.f1 - (1 + 2.0 / 3) / 2) < 1e-12)
  }
}
