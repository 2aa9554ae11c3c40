public import Foundation

/// Some rows of a table, taught as lessons: one claim a cell, one kind a row, one source for all.
///
/// A table is many lessons in one act, because a hundred thousand acts would say no more than eighty-five.
public struct Table: Hashable, Sendable, Codable {
  public struct Column: Hashable, Sendable, Codable {
    public let property: Concept
    public let unit: Unit

    public init(_ property: Concept, _ unit: Unit) {
      self.property = property
      self.unit = unit
    }

    private enum CodingKeys: String, CodingKey { case property, unit }
  }

  public struct Row: Hashable, Sendable {
    /// The line in the file, from 1.
    public let line: Int
    public let subject: Concept
    /// As many as there are columns; nil: the cell was empty, so nothing is known.
    public let amounts: [Decimal?]

    public init(line: Int, subject: Concept, amounts: [Decimal?]) {
      self.line = line
      self.subject = subject
      self.amounts = amounts
    }
  }

  /// The file's id, shared by all its parts: what the ids of its lessons begin with; at most 8 bytes.
  public let id: ID<Table>
  /// What every row is: a food.
  public let kind: Concept?
  public let columns: [Column]
  public let rows: [Row]
  public let source: String

  public init(id: ID<Table>, kind: Concept?, columns: [Column], rows: [Row], source: String) {
    self.id = id
    self.kind = kind
    self.columns = columns
    self.rows = rows
    self.source = source
  }

  /// Every lesson of every row, in order; the same ids on every server.
  public func lessons() -> [Lesson] {
    let qualifiers = Qualifiers(source: source)
    var lessons: [Lesson] = []
    lessons.reserveCapacity(rows.count * (columns.count + 1))
    for row in rows {
      if let kind {
        lessons.append(Lesson(id: lessonID(row.line, "k"), .claim(Claim(row.subject, .isA, .concept(kind))), qualifiers))
      }
      for (index, (column, amount)) in zip(columns, row.amounts).enumerated() {
        guard let amount else { continue }
        let claim = Claim(row.subject, column.property, .quantity(Quantity(amount, column.unit)))
        lessons.append(Lesson(id: lessonID(row.line, String(index)), .claim(claim), qualifiers))
      }
    }
    return lessons
  }

  private func lessonID(_ line: Int, _ cell: String) -> ID<Lesson> { ID("\(id.rawValue).\(line).\(cell)") }

  private enum CodingKeys: String, CodingKey { case id, kind, columns, rows, source }
}

extension Table.Row: Codable {
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    let line = try container.decode(Int.self)
    let subject = try container.decode(Concept.self)
    var amounts: [Decimal?] = []
    while !container.isAtEnd {
      let text = try container.decode(String.self)
      if text.isEmpty {
        amounts.append(nil)
      } else if let amount = Decimal(plain: text) {
        amounts.append(amount)
      } else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "line \(line): “\(text)” is no plain decimal number")
      }
    }
    self.init(line: line, subject: subject, amounts: amounts)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(line)
    try container.encode(subject)
    for amount in amounts { try container.encode(amount?.plain ?? "") }
  }
}
