import Interchange
import Lessons
import Testing

/// A record as a test writes it.
private struct Line: Equatable {
  let line: Int
  let fields: [String]
}

extension DelimitedText {
  fileprivate var lines: [Line] { records.map { Line(line: $0.line, fields: $0.fields) } }
}

private func read(_ text: String) throws -> DelimitedText { try DelimitedText(bytes: Array(text.utf8)) }

@Suite struct DelimitedTextTests {
  @Test func `tabs, commas and semicolons are told apart by the header`() throws {
    #expect(try read("a\tb\n1\t2\n").lines == [.init(line: 2, fields: ["1", "2"])])
    #expect(try read("a,b\n1,2").lines == [.init(line: 2, fields: ["1", "2"])])
    #expect(try read("a;b\r\n1;2\r\n").lines == [.init(line: 2, fields: ["1", "2"])])
  }

  @Test func `quotation marks hold separators, line ends and each other`() throws {
    let table = try read("name,note\n\"rice, white\",\"he said \"\"no\"\"\nand left\"\nbread,x\n")
    #expect(table.lines == [.init(line: 2, fields: ["rice, white", "he said \"no\"\nand left"]), .init(line: 4, fields: ["bread", "x"])])
  }

  @Test func `in tab separated text a quotation mark is itself`() throws {
    #expect(try read("name\tportion\npat\t1\" sq\n").lines == [.init(line: 2, fields: ["pat", "1\" sq"])])
  }

  @Test func `empty lines do not count as records but as lines`() throws {
    #expect(try read("a,b\n\n1,2\n").lines == [.init(line: 3, fields: ["1", "2"])])
  }

  @Test func `what is no table is refused with the place`() {
    #expect(throws: DelimitedText.Failure.empty) { try read("") }
    #expect(throws: DelimitedText.Failure.oneColumn) { try read("only\n1\n") }
    #expect(throws: DelimitedText.Failure.duplicateColumn("A")) { try read("a,A\n1,2\n") }
    #expect(throws: DelimitedText.Failure.blankColumn(2)) { try read("a,\n1,2\n") }
    #expect(throws: DelimitedText.Failure.openQuote(line: 2)) { try read("a,b\n\"1,2\n") }
    #expect(throws: DelimitedText.Failure.binary(line: 2)) { try DelimitedText(bytes: [97, 44, 98, 10, 0]) }
    #expect(throws: DelimitedText.Failure.notUTF8(offset: 4)) { try DelimitedText(bytes: [97, 44, 98, 10, 0xFF]) }
    #expect(throws: DelimitedText.Failure.damagedArchive) { try DelimitedText(bytes: [0x1F, 0x8B, 8, 0, 1, 2, 3]) }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no bytes crash the reader`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
    let alphabet: [UInt8] = [97, 44, 59, 9, 34, 10, 13, 0xC3, 0xA9, 0xFF, 0x1F, 0x8B, 49]
    let bytes = (0..<Int(next() % 200)).map { _ in alphabet[Int(next() % UInt64(alphabet.count))] }
    _ = try? DelimitedText(bytes: bytes)
  }
}

@Suite struct TableReadingTests {
  private let plan = ImportPlan(kind: "food", source: "test", roles: [.subject, .value("protein", .gram)])

  @Test func `odd rows are named with line and reason, the rest goes in`() throws {
    let text = try read("name\tprotein_g\nrice\t2.7\nbread\tmuch\noats\n\t3\nrice\t2.8\nmilk\t\nflour\t1,234.5\n")
    let reading = try TableReading(text, by: plan)
    #expect(reading.rows.map(\.subject) == ["rice", "milk", "flour"])
    #expect(reading.rows.map(\.line) == [2, 7, 8])
    #expect(reading.rejected.map(\.line) == [3, 4, 5, 6])
    #expect(reading.rejected[0].reason == "“much” in column protein_g is not a number")
  }

  @Test func `the header suggests what the columns mean`() throws {
    let plan = ImportPlan(guessing: ["id", "name", "carb_g", "vitamin c (mg/100 g)", "kcal", "glycemic index"], fileName: "foods.tsv")
    #expect(
      plan.roles == [
        .ignored, .subject, .value("carb", .gram), .value("vitamin c", Unit(code: "mg/100 g")), .value("energy", Unit(code: "kcal")),
        .value("glycemic index", .none),
      ])
  }

  @Test func `a plan that names no subject is refused`() throws {
    let text = try read("a\tb\n1\t2\n")
    #expect(throws: TableReading.Failure.noSubject) {
      try TableReading(text, by: ImportPlan(kind: nil, source: "", roles: [.value("p", .none), .ignored]))
    }
  }
}

@Suite struct UnitReadingTests {
  @Test(arguments: [("g", "g"), ("mg / 100 g", "mg/100 g"), ("g per 100g", "g/100 g"), ("mmol/L", "mmol/L"), ("grams", "g"), ("%", "%")])
  func `units are read as people write them`(text: String, code: String) {
    #expect(Unit(parsing: text)?.code == code)
  }

  @Test(arguments: ["", "bananas", "g/0 g", "g/100 g/d", "g/x g"])
  func `what is no unit is none`(text: String) {
    #expect(Unit(parsing: text) == nil)
  }
}
