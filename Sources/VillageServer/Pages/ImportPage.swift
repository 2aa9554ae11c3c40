import Community
import Foundation
import Hummingbird
import Interchange
import Lessons
import VillageService

/// Bringing in a table: choose the file, say what its columns mean, watch it go in.
struct ImportPage: Sendable {
  struct Upload: Sendable {
    let name: String
    let path: String
    let words: String
    let when: When?

    init(_ job: ImportJob, _ viewer: Viewer) {
      name = job.fileName
      path = "/import/\(job.id)"
      words = job.words
      when = job.started.map { viewer.when($0) }
    }
  }

  let uploads: [Upload]
  let limit: String

  static func addRoutes(to routes: Routes) {
    routes.get("/import", for: .members) { exchange in
      let viewer = try await exchange.teacherViewer()
      let jobs = await exchange.site.service.importJobs(of: try exchange.member())
      let page = ImportPage(
        uploads: jobs.map { Upload($0, viewer) }, limit: "\(exchange.site.configuration.importBytesMax >> 20) MB")
      return try await exchange.page("import", title: "Bring in a table", page, viewer)
    }
    routes.post("/import") { exchange in
      let form = try await exchange.form(upTo: exchange.site.configuration.importBytesMax)
      guard let file = form.files["file"], !file.bytes.isEmpty else { throw Problem.missing("file") }
      let job = try await exchange.prepareImport(file.bytes, name: file.name)
      return exchange.redirect(to: "/import/\(job.id)")
    }
    routes.get("/import/{id}", for: .members) { exchange in try await exchange.importPage(try await exchange.ownImport()) }
    routes.post("/import/{id}/columns", describe)
    routes.post("/import/{id}/stop") { exchange in
      _ = try await exchange.form()
      let job = try await exchange.ownImport()
      await exchange.site.service.stopImport(job.id)
      return exchange.redirect(to: "/import/\(job.id)")
    }
    routes.post("/import/{id}/undo") { exchange in
      let form = try await exchange.form()
      let job = try await exchange.ownImport()
      _ = try await exchange.record(.tableRetracted(job.table, reason: "the whole table was taken back"), form)
      return exchange.redirect(to: "/history", Flash("The whole table was taken back."))
    }
  }

  private static func describe(_ exchange: Exchange) async throws -> Response {
    let form = try await exchange.form()
    let job = try await exchange.ownImport()
    let plan = try plan(form, for: job)
    if form.raw("act") == "start" {
      try await exchange.site.service.startImport(job.id, plan)
      return exchange.redirect(to: "/import/\(job.id)")
    }
    let preview = try await exchange.site.service.previewImport(job.id, plan)
    return try await exchange.columnsPage(job, plan, preview)
  }

  private static func plan(_ form: Form, for job: ImportJob) throws -> ImportPlan {
    let kind = try form.optional("kind", charactersMax: 200)
    let roles = try job.text.header.enumerated().map { index, header -> ImportPlan.Role in
      let role = try form.optional("role-\(index)") ?? "ignored"
      return try ImportColumn(
        role: role == "name" ? "subject" : role, property: try form.optional("property-\(index)", charactersMax: 200),
        unit: try form.optional("unit-\(index)", charactersMax: 60)
      ).role(header: header)
    }
    return ImportPlan(
      kind: try kind.map { try Concept(parsing: $0) }, source: try form.optional("source", charactersMax: 400) ?? job.fileName, roles: roles
    )
  }
}

extension ImportJob {
  /// How far it is, in a few words.
  var words: String {
    switch status {
    case .open: "not begun"
    case .running(let done): "\(Numbers.grouped(done)) of \(Numbers.counted(total, "row", "rows"))"
    case .done(let result): "done: \(Numbers.counted(result.rows, "row", "rows")), \(Numbers.counted(result.claims, "fact", "facts"))"
    case .stopped(let result): "stopped after \(Numbers.counted(result.rows, "row", "rows"))"
    case .failed(let message, _): "failed: \(message)"
    }
  }

  var result: Result? {
    switch status {
    case .open, .running: nil
    case .done(let result), .stopped(let result), .failed(_, let result): result
    }
  }

  /// “6.2 seconds”
  var took: String? {
    guard let started, let ended else { return nil }
    let tenths = max(1, Int((ended.timeIntervalSince(started) * 10).rounded()))
    return "\(tenths / 10).\(tenths % 10) seconds"
  }
}

extension Exchange {
  func teacherViewer() async throws -> Viewer {
    let viewer = try await memberViewer()
    guard viewer.isTeacher else { throw Problem(Refusal.needsRole(.teacher)) }
    return viewer
  }

  func prepareImport(_ bytes: [UInt8], name: String) async throws -> ImportJob {
    let member = try member()
    let plain = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "table"
    let checked = try CheckedText.check(plain, "the file's name", charactersMax: 200)
    return try await site.service.prepareImport(bytes, fileName: checked, by: member)
  }

  /// The import that the path names, if the caller began it.
  func ownImport() async throws -> ImportJob {
    let member = try member()
    guard let job = await site.service.importJob(try parameter("id")), job.member == member else { throw Problem.notFound }
    return job
  }

  func upload(_ job: ImportJob) -> ImportColumnsPage.Upload {
    .init(id: job.id, path: "/import/\(job.id)", name: job.fileName, rows: Numbers.grouped(job.text.records.count))
  }
}
