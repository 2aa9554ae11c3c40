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

/// What a column is said to mean, in words from outside.
struct ImportColumn: Codable, Sendable {
  let role: String
  let property: String?
  let unit: String?

  init(role: String, property: String?, unit: String?) {
    self.role = role
    self.property = property
    self.unit = unit
  }

  init(_ role: ImportPlan.Role) {
    switch role {
    case .subject: self.init(role: "subject", property: nil, unit: nil)
    case .value(let property, let unit): self.init(role: "value", property: property.label, unit: unit == .none ? nil : unit.code)
    case .ignored: self.init(role: "ignored", property: nil, unit: nil)
    }
  }

  func role(header: String) throws -> ImportPlan.Role {
    switch role {
    case "subject": return .subject
    case "ignored": return .ignored
    case "value":
      let unitWords = unit.flatMap(CheckedText.trimmed)
      guard let parsed = unitWords.map({ Unit(parsing: $0) }) ?? Unit.none else {
        throw Problem.invalid("the unit of \(header)", "is no unit that I know; write for example g/100 g, or leave it out")
      }
      return .value(try Concept(parsing: property.flatMap(CheckedText.trimmed) ?? header), parsed)
    default: throw Problem.invalid("the role of \(header)", "is none of: subject, value, ignored")
    }
  }
}

/// The columns of a table and what they mean.
struct ImportColumnsPage: Sendable {
  struct Upload: Sendable {
    let id: String
    let path: String
    let name: String
    let rows: String
  }

  struct Column: Sendable {
    let index: Int
    let header: String
    let sample: String
    let roles: [Alternative]
    let property: String?
    let unit: String?
  }

  struct RowRead: Sendable {
    let row: Int
    let sentences: [String]
  }

  struct Totals: Sendable {
    let facts: String
    let concepts: String
  }

  struct Clashes: Sendable {
    struct Example: Sendable {
      let mine: String
      let theirs: String
      let by: Person
    }

    let words: String
    let examples: [Example]
  }

  struct Unreadable: Sendable {
    let words: String
    let rows: [Rejected]
  }

  struct Rejected: Sendable {
    let line: Int
    let reason: String
    let text: String
  }

  let upload: Upload
  let kind: String?
  let source: String?
  let per: String?
  let columns: [Column]
  let sentences: [RowRead]
  let totals: Totals?
  let clashes: Clashes?
  let unreadable: Unreadable?
  let ready: Bool
}

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

  fileprivate func importPage(_ job: ImportJob) async throws -> Response {
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

  fileprivate func upload(_ job: ImportJob) -> ImportColumnsPage.Upload {
    .init(id: job.id, path: "/import/\(job.id)", name: job.fileName, rows: Numbers.grouped(job.text.records.count))
  }

  fileprivate func columnsPage(_ job: ImportJob, _ plan: ImportPlan, _ preview: ImportPreview?) async throws -> Response {
    let columns = zip(job.text.header, plan.roles).enumerated().map { index, column -> ImportColumnsPage.Column in
      let described = ImportColumn(column.1)
      let roles = [("value", "a figure or fact"), ("subject", "the name"), ("ignored", "left out")]
      return .init(
        index: index, header: column.0,
        sample: job.text.records.first.flatMap { $0.fields.indices.contains(index) ? $0.fields[index] : nil } ?? "",
        roles: roles.map { Alternative(value: $0.0 == "subject" ? "name" : $0.0, name: $0.1, selected: $0.0 == described.role) },
        property: described.property, unit: described.unit)
    }
    let firstLine = job.text.records.first?.line ?? 2
    let page = ImportColumnsPage(
      upload: upload(job), kind: plan.kind?.label, source: plan.source, per: nil, columns: columns,
      sentences: preview.map { [.init(row: firstLine, sentences: $0.sentences)] } ?? [],
      totals: preview.map { .init(facts: Numbers.grouped($0.claims), concepts: Numbers.grouped($0.rows)) },
      clashes: preview.flatMap { preview in
        preview.clashes == 0
          ? nil
          : .init(
            words:
              "\(Numbers.grouped(preview.clashes)) of these differ from what is known. Nothing is overwritten: each becomes an open disagreement.",
            examples: [])
      },
      unreadable: preview.flatMap { preview in
        preview.rejected.isEmpty
          ? nil
          : .init(
            words: "\(Numbers.counted(preview.rejected.count, "row", "rows")) cannot be read and will be left out.",
            rows: rejected(preview.rejected, job))
      }, ready: preview.map { $0.rows > 0 } ?? false)
    return try await self.page("import-columns", title: "Bring in a table", page)
  }

  private static let rejectedMax = 50

  private func rejected(_ rows: [TableReading.Rejected], _ job: ImportJob) -> [ImportColumnsPage.Rejected] {
    let byLine = Dictionary(job.text.records.map { ($0.line, $0.fields) }, uniquingKeysWith: { first, _ in first })
    return rows.prefix(Self.rejectedMax).map {
      .init(line: $0.line, reason: $0.reason, text: String((byLine[$0.line] ?? []).joined(separator: "  ").prefix(120)))
    }
  }

  fileprivate func resultPage(_ job: ImportJob, _ viewer: Viewer) async throws -> Response {
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
