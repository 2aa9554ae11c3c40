import Community
import Testing
import Understanding

@Suite struct TruthInferenceTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the order of answers leaves no trace`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let crowd = RandomCrowd.responses(tasks: 30, workers: 8, classes: 3, using: &random)
    var one = RandomCrowd.inference(crowd.responses, tasks: 30, classes: 3)
    var other = RandomCrowd.inference(crowd.responses.shuffled(using: &random), tasks: 30, classes: 3)
    #expect(one.posteriors() == other.posteriors(), "seed \(seed), before settling")
    one.settle()
    other.settle()
    #expect(one.posteriors() == other.posteriors(), "seed \(seed), settled")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `an answer taken back is as if never given, to the last bit`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let crowd = RandomCrowd.responses(tasks: 30, workers: 8, classes: 3, using: &random)
    var never = RandomCrowd.inference(crowd.responses, tasks: 30, classes: 3)
    never.settle()
    var back = never
    for answer in 0..<3 { back.record(.init(worker: 8, task: Int(seed) % 30, answer: answer)) }
    #expect(back.posteriors() != never.posteriors(), "seed \(seed)")
    back.withdraw(worker: 8, task: Int(seed) % 30)
    #expect(back.posteriors() == never.posteriors(), "seed \(seed)")
    #expect(back.posterior(of: 3) == never.posterior(of: 3), "seed \(seed)")
    back.settle()
    #expect(back.posteriors() == never.posteriors(), "seed \(seed), settled")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `renaming workers moves no posterior`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let crowd = RandomCrowd.responses(tasks: 30, workers: 8, classes: 2, using: &random)
    let names = (0..<8).shuffled(using: &random)
    var one = RandomCrowd.inference(crowd.responses, tasks: 30, classes: 2)
    var other = RandomCrowd.inference(
      crowd.responses.map { .init(worker: names[$0.worker], task: $0.task, answer: $0.answer) }, tasks: 30, classes: 2)
    one.settle()
    other.settle()
    #expect(one.posteriors() == other.posteriors(), "seed \(seed)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `renaming the classes renames the truths`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let crowd = RandomCrowd.responses(tasks: 30, workers: 8, classes: 3, using: &random)
    let names = (0..<3).shuffled(using: &random)
    var one = RandomCrowd.inference(crowd.responses, tasks: 30, classes: 3)
    var other = RandomCrowd.inference(
      crowd.responses.map { response in .init(worker: response.worker, task: response.task, answer: response.answer.map { names[$0] }) },
      tasks: 30, classes: 3)
    one.settle()
    other.settle()
    for (a, b) in zip(one.posteriors(), other.posteriors()) {
      for truth in 0..<3 { #expect(abs(a[truth] - b[names[truth]]) < 1e-6, "seed \(seed)") }
    }
  }

  @Test func `one answer is believed as far as the prior goes`() {
    var inference = TruthInference(classCount: 2, prior: .careful)
    inference.addTask(0)
    #expect(inference.posterior(of: 0) == [0.5, 0.5])
    #expect(inference.answer(to: 0) == nil)
    inference.record(.init(worker: 0, task: 0, answer: 1))
    // By hand: the prior gives the right answer 2.25 of 2.5, so the provisional posterior is 0.9. With it the matrix is
    // (2.25 + 0.9) / (2.5 + 0.9) and (0.25 + 0.1) / (2.5 + 0.1), and the classes, each granted as much as the one task there is, 1.9 and 1.1 of 3.
    let odds = (3.15 / 3.4 * 1.9) / (0.35 / 2.6 * 1.1)
    #expect(abs(inference.posterior(of: 0)[1] - odds / (1 + odds)) < 1e-7)
    #expect(inference.answer(to: 0) == 1)
  }

  @Test func `who misses one class is heard for what their answers mean`() {
    // Five of eight never see class 1; three always do. The majority is wrong on every task of class 1.
    var inference = TruthInference(classCount: 2)
    for task in 0..<60 {
      inference.addTask(task)
      let truth = task % 2
      for worker in 0..<8 {
        let slips = (task * 7 + worker * 11) % 10 == 0
        let sees = worker < 3 ? truth : 0
        inference.record(.init(worker: worker, task: task, answer: slips && worker >= 3 ? truth : sees))
      }
    }
    inference.settle()
    #expect((0..<60).allSatisfy { inference.answer(to: $0) == $0 % 2 })
    #expect(inference.confusion(of: 5)[1][1] < 0.3)
    #expect(inference.confusion(of: 0)[1][1] > 0.9)
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `answers heard one by one come near a full settling`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let crowd = RandomCrowd.responses(tasks: 300, workers: 20, classes: 2, using: &random)
    let shuffled = crowd.responses.shuffled(using: &random)
    var streamed = RandomCrowd.inference(Array(shuffled.prefix(shuffled.count * 9 / 10)), tasks: 300, classes: 2)
    streamed.settle()
    for response in shuffled.suffix(shuffled.count / 10) { streamed.record(response) }
    var whole = RandomCrowd.inference(shuffled, tasks: 300, classes: 2)
    whole.settle()
    let differing = (0..<300).count { streamed.answer(to: $0) != whole.answer(to: $0) }
    #expect(differing <= 3, "seed \(seed)")
  }
}
