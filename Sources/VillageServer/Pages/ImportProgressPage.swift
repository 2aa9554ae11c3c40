import Community
import Foundation
import Hummingbird
import Interchange
import Lessons
import VillageService

/// A table on its way in; see `Templates/progress.mustache`.
struct ImportProgressPage: Sendable {
  let upload: ImportColumnsPage.Upload
  let done: String
  let total: String
  let value: Int
  let max: Int
  let left: String?
  let running: Bool
  let finished: Bool
}

/// What became of a table.
struct ImportResultPage: Sendable {
  let upload: ImportColumnsPage.Upload
  let facts: String
  let concepts: String
  let took: String?
  let undo: String?
  let clashes: Link?
  let rejected: [ImportColumnsPage.Rejected]
  let moreRejected: Link?
}

extension Exchange {
  /// The page of an import as far as it is.
  func importPage(_ job: ImportJob) async throws -> Response {
    let viewer = try await teacherViewer()
    switch job.status {
    case .open where !wantsFragment: return try await columnsPage(job, job.plan, nil)
    case .open, .running: break
    case .done, .stopped, .failed: if !wantsFragment { return try await resultPage(job, viewer) }
    }
    var (done, running) = (job.result?.rows ?? 0, false)
    if case .running(let rows) = job.status { (done, running) = (rows, true) }
    let page = ImportProgressPage(
      upload: upload(job), done: Numbers.grouped(done), total: Numbers.grouped(job.total), value: done, max: max(job.total, 1), left: nil,
      running: running, finished: job.result != nil)
    if wantsFragment { return try fragment("progress", page) }
    return try await self.page("import-progress", title: "Bring in a table", page, viewer)
  }

  private func resultPage(_ job: ImportJob, _ viewer: Viewer) async throws -> Response {
    let result = job.result ?? .init()
    let more = job.rejected.count - Self.rejectedMax
    let page = ImportResultPage(
      upload: upload(job), facts: Numbers.grouped(result.claims), concepts: Numbers.grouped(result.rows), took: job.took,
      undo: result.rows > 0 ? "/import/\(job.id)/undo" : nil,
      clashes: result.clashes > 0
        ? Link(path: "/questions", words: Numbers.counted(result.clashes, "open disagreement", "open disagreements")) : nil,
      rejected: rejected(job.rejected, job), moreRejected: more > 0 ? Link(path: "", words: "and \(Numbers.grouped(more)) more") : nil)
    return try await self.page("import-result", title: "Brought in", page, viewer)
  }
}
