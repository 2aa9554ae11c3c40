import Community
import Foundation
import Hummingbird
import Interchange
import Lessons
import VillageService

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

extension Exchange {
  func columnsPage(_ job: ImportJob, _ plan: ImportPlan, _ preview: ImportPreview?) async throws -> Response {
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

  static let rejectedMax = 50

  func rejected(_ rows: [TableReading.Rejected], _ job: ImportJob) -> [ImportColumnsPage.Rejected] {
    let byLine = Dictionary(job.text.records.map { ($0.line, $0.fields) }, uniquingKeysWith: { first, _ in first })
    return rows.prefix(Self.rejectedMax).map {
      .init(line: $0.line, reason: $0.reason, text: String((byLine[$0.line] ?? []).joined(separator: "  ").prefix(120)))
    }
  }
}
