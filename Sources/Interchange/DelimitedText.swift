public import Lessons

/// A table as text: a header and records, each with the line it begins on.
///
/// Comma and semicolon separated text is read as RFC 4180 says, quotes included; tab separated text has no quoting at
/// all. We read it ourselves because a library that throws at the first odd row cannot say which line was odd and go on.
public struct DelimitedText: Sendable {
  public struct Record: Sendable, Equatable {
    /// From 1, as an editor counts.
    public let line: Int
    public let fields: [String]
  }

  public enum Failure: Error, Equatable {
    case empty
    case notUTF8(offset: Int)
    case binary(line: Int)
    case oneColumn
    case duplicateColumn(String)
    case blankColumn(Int)
    case openQuote(line: Int)
    case damagedArchive
    case tooLarge(limit: Int)
  }

  public let separator: Character
  public let header: [String]
  public let records: [Record]

  public static let sizeBytesMax = 64 << 20

  /// Reads a file's bytes; gzip is opened first.
  public init(bytes: [UInt8]) throws(Failure) {
    var bytes = bytes
    if Gzip.isGzip(bytes) {
      do { bytes = try Gzip.inflate(bytes, sizeBytesMax: Self.sizeBytesMax) } catch .tooLarge(let limit) {
        throw .tooLarge(limit: limit)
      } catch { throw .damagedArchive }
    }
    guard bytes.count <= Self.sizeBytesMax else { throw .tooLarge(limit: Self.sizeBytesMax) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let zero = bytes.firstIndex(of: 0) { throw .binary(line: bytes[..<zero].count { $0 == 0x0A } + 1) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(offset: Self.firstBadByte(bytes)) }
    let firstLine = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    guard !firstLine.isEmpty else { throw .empty }
    let separators: [UInt8] = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
    guard let best = separators.max(by: { a, b in firstLine.count { $0 == a } < firstLine.count { $0 == b } }),
      firstLine.contains(best)
    else { throw .oneColumn }
    separator = Character(Unicode.Scalar(best))
    let all = try best == UInt8(ascii: "\t") ? Self.splitTabs(text) : Self.splitQuoted(text, best)
    guard let first = all.first else { throw .empty }
    header = first.fields.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    if let blank = header.firstIndex(of: "") { throw .blankColumn(blank + 1) }
    var seen: Set<String> = []
    for name in header where !seen.insert(name.lowercased()).inserted { throw .duplicateColumn(name) }
    records = Array(all.dropFirst())
  }

  private static func firstBadByte(_ bytes: [UInt8]) -> Int {
    let valid = String(decoding: bytes, as: UTF8.self).utf8
    return zip(bytes, valid).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? bytes.count
  }

  private static func splitTabs(_ text: String) -> [Record] {
    var records: [Record] = []
    var line = 0
    for row in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      line += 1
      let row = row.last == 0x0D ? row.dropLast() : row
      if row.isEmpty { continue }
      let fields = row.split(separator: 0x09, omittingEmptySubsequences: false).map { String($0) ?? "" }
      records.append(Record(line: line, fields: fields))
    }
    return records
  }

  private static func splitQuoted(_ text: String, _ separator: UInt8) throws(Failure) -> [Record] {
    var records: [Record] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var line = 1
    var startLine = 1
    var quoteLine: Int?
    var afterQuote = false
    func take() {
      fields.append(String(decoding: field, as: UTF8.self))
      field = []
      afterQuote = false
    }
    func end() {
      take()
      if fields != [""] { records.append(Record(line: startLine, fields: fields)) }
      fields = []
    }
    for byte in text.utf8 {
      if quoteLine != nil {
        if byte == UInt8(ascii: "\"") {
          quoteLine = nil
          afterQuote = true
        } else {
          if byte == 0x0A { line += 1 }
          field.append(byte)
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where afterQuote:
        field.append(byte)
        quoteLine = line
        afterQuote = false
      case UInt8(ascii: "\"") where field.isEmpty: quoteLine = line
      case separator: take()
      case 0x0D: break
      case 0x0A:
        end()
        line += 1
        startLine = line
      default: field.append(byte)
      }
    }
    if let quoteLine { throw .openQuote(line: quoteLine) }
    if !field.isEmpty || !fields.isEmpty || afterQuote { end() }
    return records
  }
}

extension DelimitedText.Failure: UserReadable {
  public var message: String {
    switch self {
    case .empty: "The file has no header line."
    case .notUTF8(let offset): "The file is not UTF-8 text; byte \(offset) is the first that is not."
    case .binary(let line): "Line \(line) has a zero byte: this is no text file."
    case .oneColumn: "The header has only one column."
    case .duplicateColumn(let name): "Two columns are called “\(name)”."
    case .blankColumn(let number): "Column \(number) has no name in the header."
    case .openQuote(let line): "The quotation mark on line \(line) is never closed."
    case .damagedArchive: "The compressed file is damaged."
    case .tooLarge(let limit): "The file is larger than \(limit >> 20) MB."
    }
  }

  public var hint: String {
    switch self {
    case .notUTF8: "Save it as “CSV UTF-8” and try again."
    case .binary: "Export the sheet as CSV or as tab-separated text."
    case .tooLarge: "Split it and import the parts one after the other."
    default: "The first line names the columns, separated by tabs, commas or semicolons, each name once. Nothing was imported."
    }
  }
}
