import ArgumentParser
import Community
import Foundation

/// Answers of a crowd and the known truths, numbered.
struct ResponseFile {
  private(set) var tasks = NameNumbers()
  private(set) var workers = NameNumbers()
  private(set) var labels: [String] = []
  private(set) var responses: [TruthInference.Response] = []
  private(set) var truth: [String: String] = [:]

  init(responses path: String, truth truthPath: String) throws {
    let rows = try Columns.rows(ofFile: path, named: [["task", "question", "item"], ["worker", "rater", "member"], ["label", "answer"]])
    let known = try Columns.rows(ofFile: truthPath, named: [["task", "question", "item"], ["label", "truth", "answer"]])
    guard !rows.isEmpty else { throw ValidationError("“\(path)” holds no answer.\nWrite a task, a worker and a label on each line.") }
    guard !known.isEmpty else { throw ValidationError("“\(truthPath)” holds no truth.\nWrite a task and its label on each line.") }
    labels = Set(rows.map { $0[2] }).subtracting([""]).sorted()
    let labelNumbers = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    for row in rows {
      let task = tasks.number(of: row[0])
      let worker = workers.number(of: row[1])
      responses.append(TruthInference.Response(worker: worker, task: task, answer: labelNumbers[row[2]]))
    }
    for row in known { truth[row[0]] = row[1] }
  }

  /// The likeliest label of each task.
  func answers(_ posteriors: [[Double]]) -> [String: String] {
    var answers: [String: String] = [:]
    for (task, posterior) in zip(tasks.names, posteriors) {
      if let likeliest = TruthInference.likeliest(posterior), labels.indices.contains(likeliest) { answers[task] = labels[likeliest] }
    }
    return answers
  }
}
