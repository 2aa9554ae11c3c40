import Hummingbird
import Interchange
import Lessons
import VillageService

/// Bringing in tables.
enum ImportsAPI {
  private struct Plan: Decodable {
    let kind: Text?
    let source: Text
    let columns: [ImportColumn]
  }

  struct ColumnDocument: Encodable {
    let header: String
    let sample: String
    let role: String
    let property: String?
    let unit: String?
  }

  struct RejectedDocument: Encodable {
    let line: Int
    let reason: String

    init(_ rejected: TableReading.Rejected) {
      line = rejected.line
      reason = rejected.reason
    }
  }

  struct ResultDocument: Encodable {
    let rows: Int
    let claims: Int
    let clashes: Int
  }

  struct ImportDocument: Encodable {
    let id: String
    let name: String
    let status: String
    let kind: String?
    let source: String
    let columns: [ColumnDocument]
    let rows: Int
    let done: Int
    let total: Int
    let rejected: [RejectedDocument]
    let result: ResultDocument?
    let message: String?
  }

  struct PreviewDocument: Encodable {
    let sentences: [String]
    let rows: Int
    let claims: Int
    let clashes: Int
    let rejected: [RejectedDocument]
  }

  private static let rejectedMax = 1_000
  private static let bodyTypes = ["text/csv", "text/tab-separated-values", "application/gzip", "application/octet-stream"]

  static func addRoutes(to routes: Routes) {
    routes.post("/api/v1/imports", for: .members, upload)
    routes.get("/api/v1/imports/{id}", for: .members) { exchange in try exchange.json(document(try await exchange.ownImport())) }
    routes.put("/api/v1/imports/{id}/plan", for: .members) { exchange in
      let job = try await exchange.ownImport()
      let plan = try await plan(exchange, for: job)
      let preview = try await exchange.site.service.previewImport(job.id, plan)
      return try exchange.json(
        PreviewDocument(
          sentences: preview.sentences, rows: preview.rows, claims: preview.claims, clashes: preview.clashes,
          rejected: preview.rejected.prefix(rejectedMax).map(RejectedDocument.init)))
    }
    routes.post("/api/v1/imports/{id}/start", for: .members) { exchange in
      let job = try await exchange.ownImport()
      try await exchange.site.service.startImport(job.id, job.plan)
      return try exchange.json(document(try await exchange.ownImport()), status: .accepted)
    }
    routes.post("/api/v1/imports/{id}/stop", for: .members) { exchange in
      let job = try await exchange.ownImport()
      await exchange.site.service.stopImport(job.id)
      return try exchange.json(document(try await exchange.ownImport()), status: .accepted)
    }
  }

  private static func upload(_ exchange: Exchange) async throws -> Response {
    _ = try await exchange.teacherViewer()
    let limit = exchange.site.configuration.importBytesMax
    let (bytes, name): ([UInt8], String)
    switch exchange.bodyType {
    case "multipart/form-data":
      let form = try Form(multipart: try await exchange.body(upTo: limit), contentType: exchange.request.headers[.contentType] ?? "")
      guard let file = form.files["file"] else { throw Problem.missing("file") }
      (bytes, name) = (file.bytes, file.name)
    case let type where bodyTypes.contains(type):
      (bytes, name) = (try await exchange.body(upTo: limit), try exchange.query().optional("name", charactersMax: 200) ?? "table")
    default:
      throw Problem.wrongType(allowed: ["multipart/form-data"] + bodyTypes)
    }
    let job = try await exchange.prepareImport(bytes, name: name)
    return try exchange.json(document(job), status: .created, headers: [.location: "/api/v1/imports/\(job.id)"])
  }

  private static func plan(_ exchange: Exchange, for job: ImportJob) async throws -> ImportPlan {
    let given = try await exchange.json(Plan.self)
    guard given.columns.count == job.text.header.count else {
      throw Problem.invalid("columns", "has \(given.columns.count) entries; the table has \(job.text.header.count) columns")
    }
    return ImportPlan(
      kind: try given.kind.map { try Concept(parsing: $0.text) }, source: given.source.text,
      roles: try zip(given.columns, job.text.header).map { try $0.role(header: $1) })
  }

  private static func document(_ job: ImportJob) -> ImportDocument {
    var (status, done, result, message): (String, Int, ImportJob.Result?, String?) = ("open", 0, nil, nil)
    switch job.status {
    case .open: break
    case .running(let rows): (status, done) = ("running", rows)
    case .done(let end): (status, done, result) = ("done", end.rows, end)
    case .stopped(let end): (status, done, result) = ("stopped", end.rows, end)
    case .failed(let why, let end): (status, done, result, message) = ("failed", end.rows, end, why)
    }
    let columns = zip(job.text.header, job.plan.roles).enumerated().map { index, column in
      let described = ImportColumn(column.1)
      let sample = job.text.records.first.flatMap { $0.fields.indices.contains(index) ? $0.fields[index] : nil } ?? ""
      return ColumnDocument(header: column.0, sample: sample, role: described.role, property: described.property, unit: described.unit)
    }
    return ImportDocument(
      id: job.id, name: job.fileName, status: status, kind: job.plan.kind?.label, source: job.plan.source, columns: columns,
      rows: job.text.records.count, done: done, total: job.total, rejected: job.rejected.prefix(rejectedMax).map(RejectedDocument.init),
      result: result.map { ResultDocument(rows: $0.rows, claims: $0.claims, clashes: $0.clashes) }, message: message)
  }
}
