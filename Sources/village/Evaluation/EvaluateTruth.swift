import ArgumentParser
import Community
import Foundation

struct EvaluateTruth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "truth",
    abstract: "Infer true answers from what many people answered, and compare them with the known ones.",
    discussion: "A person who answered a task twice is heard with the later answer. A blank answer means unsure.")

  @Option(help: "Tab-separated: task, worker, label; one header line.")
  var responses: String

  @Option(help: "Tab-separated: task, label; one header line.")
  var truth: String

  @Flag(help: "Assume more before anybody has answered, as small villages do.")
  var careful = false

  @Flag(help: "Print one JSON object.")
  var json = false

  private struct Report: Encodable {
    let responses: Int
    let tasks: Int
    let workers: Int
    let classes: Int
    let compared: Int
    let accuracy: Double
    let f1: Double
    let sweeps: Int
    let converged: Bool
    let seconds: Double
    let updateMsP50: Double
    let updateMsP99: Double

    enum CodingKeys: String, CodingKey {
      case responses, tasks, workers, classes, compared, accuracy, f1, sweeps, converged, seconds
      case updateMsP50 = "update_ms_p50"
      case updateMsP99 = "update_ms_p99"
    }
  }

  func run() throws {
    let file = try ResponseFile(responses: responses, truth: truth)
    var inference = TruthInference(classCount: max(2, file.labels.count), prior: careful ? .careful : .standard)
    for task in file.tasks.names.indices { inference.addTask(task) }
    for response in file.responses { inference.record(response) }
    let clock = ContinuousClock()
    let begin = clock.now
    let settled = inference.settle()
    let posteriors = inference.posteriors()
    let batch = begin.duration(to: clock.now)
    let score = TruthScore(answers: file.answers(posteriors), truth: file.truth)
    let updates = updateTimes(file, inference, clock)
    let report = Report(
      responses: file.responses.count, tasks: file.tasks.names.count, workers: file.workers.names.count, classes: file.labels.count,
      compared: score.tasks, accuracy: score.accuracy, f1: score.f1, sweeps: settled.sweeps, converged: settled.converged,
      seconds: batch / .seconds(1), updateMsP50: updates.percentile(0.5), updateMsP99: updates.percentile(0.99))
    if json { return try printJSON(report) }
    print(
      """
      \(report.responses) answers of \(report.workers) people to \(report.tasks) tasks; \(report.compared) tasks have a known truth.
      \(String(format: "%.1f", 100 * score.accuracy)) of 100 answered rightly, F1 \(String(format: "%.3f", score.f1)).
      All at once \(Int(batch / .milliseconds(1))) ms; one more answer \(String(format: "%.3f", report.updateMsP50)) ms, \
      99 of 100 within \(String(format: "%.3f", report.updateMsP99)) ms.
      """)
  }

  /// How long it takes to hear the last tenth of the answers one by one, each with the new belief about its task.
  private func updateTimes(_ file: ResponseFile, _ settled: TruthInference, _ clock: ContinuousClock) -> Durations {
    let last = file.responses.suffix(max(1, file.responses.count / 10))
    var inference = settled
    for response in last { inference.withdraw(worker: response.worker, task: response.task) }
    inference.settle()
    return Durations(
      milliseconds: last.map { response in
        clock.measure {
          inference.record(response)
          _ = inference.posterior(of: response.task)
        } / .milliseconds(1)
      })
  }
}
