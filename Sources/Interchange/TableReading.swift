import FoundationEssentials
public import Lessons

/// The rows of a table as they will be taught, and those that could not be read.
public struct TableReading: Sendable {
  public struct Rejected: Hashable, Sendable, Codable {
    public let line: Int
    public let reason: String
  }

  public let columns: [Table.Column]
  public let rows: [Table.Row]
  public let rejected: [Rejected]

  public enum Failure: Error, Equatable {
    case noSubject
    case severalSubjects
    case noValues
    case wrongNumberOfRoles(expected: Int, actual: Int)
  }

  /// Reads every record by the plan; one that cannot be read is rejected with its line and the reason, the rest go on.
  public init(_ text: DelimitedText, by plan: ImportPlan) throws(Failure) {
    guard plan.roles.count == text.header.count else {
      throw .wrongNumberOfRoles(expected: text.header.count, actual: plan.roles.count)
    }
    let subjects = plan.roles.indices.filter { plan.roles[$0] == .subject }
    guard let subject = subjects.first else { throw .noSubject }
    guard subjects.count == 1 else { throw .severalSubjects }
    var columns: [Table.Column] = []
    var positions: [Int] = []
    for (index, role) in plan.roles.enumerated() {
      guard case .value(let property, let unit) = role else { continue }
      columns.append(Table.Column(property, unit))
      positions.append(index)
    }
    guard !columns.isEmpty || plan.kind != nil else { throw .noValues }
    self.columns = columns
    var rows: [Table.Row] = []
    rows.reserveCapacity(text.records.count)
    var rejected: [Rejected] = []
    var firstLines: [Concept: Int] = [:]
    for record in text.records {
      do throws(Odd) {
        let row = try Self.row(record, text.header, subject, positions)
        if let first = firstLines[row.subject] { throw Odd(reason: "“\(row.subject.label)” is on line \(first) already") }
        firstLines[row.subject] = record.line
        rows.append(row)
      } catch {
        rejected.append(Rejected(line: record.line, reason: error.reason))
      }
    }
    self.rows = rows
    self.rejected = rejected
  }

  private struct Odd: Error { let reason: String }

  private static func row(_ record: DelimitedText.Record, _ header: [String], _ subject: Int, _ positions: [Int]) throws(Odd) -> Table.Row {
    guard record.fields.count == header.count else {
      throw Odd(reason: "it has \(record.fields.count) fields and the header has \(header.count)")
    }
    let concept: Concept
    do { concept = try Concept(parsing: record.fields[subject]) } catch { throw Odd(reason: "\(header[subject]): \(error.message)") }
    var amounts: [Decimal?] = []
    amounts.reserveCapacity(positions.count)
    for position in positions {
      let written = record.fields[position].trimmed
      if written.isEmpty {
        amounts.append(nil)
      } else if let amount = Decimal(plain: written) ?? Decimal(grouped: written) {
        amounts.append(amount)
      } else {
        throw Odd(reason: "“\(written.prefix(40))” in column \(header[position]) is not a number")
      }
    }
    return Table.Row(line: record.line, subject: concept, amounts: amounts)
  }
}

extension Decimal {
  /// Reads `1,234.5`, with its commas in the right places.
  fileprivate init?(grouped text: String) {
    let whole = text.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
    self.init(plain: text.replacing(",", with: ""))
  }
}

extension TableReading.Failure: UserReadable {
  public var message: String {
    switch self {
    case .noSubject: "No column says what each row is about."
    case .severalSubjects: "More than one column is said to be what the rows are about."
    case .noValues: "No column holds a value to teach."
    case .wrongNumberOfRoles(let expected, let actual): "The table has \(expected) columns; \(actual) were described."
    }
  }

  public var hint: String { "Choose one column for the names, and for each other column a property with its unit, or leave it out." }
}
