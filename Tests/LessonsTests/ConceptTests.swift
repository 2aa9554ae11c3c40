import Lessons
import Testing

@Suite struct ConceptTests {
  @Test func `two spellings of one label are one concept`() {
    #expect(Concept("Lisbon") == Concept("lisbon"))
    #expect(Concept("GI").key == "gi")
  }

  @Test func `white space around and within a label does not count`() throws {
    #expect(try Concept(parsing: "  white \n rice ").label == "white rice")
  }

  @Test(arguments: ["", "   ", "\n\t"])
  func `a label needs a letter`(text: String) {
    #expect(throws: LabelError.blank) { try Concept(parsing: text) }
  }

  @Test(arguments: ["rice\u{0}", "rice\u{202E}ecir", "\u{FEFF}rice", "ri\u{7}ce"])
  func `a label that would deceive its reader is refused`(text: String) {
    #expect(throws: LabelError.unprintable) { try Concept(parsing: text) }
  }

  @Test func `a label has a limit, and the error says how long it was`() {
    #expect(throws: LabelError.tooLong(length: 201)) { try Concept(parsing: String(repeating: "x", count: 201)) }
  }

  @Test func `composed and decomposed letters are one`() throws {
    #expect(try Concept(parsing: "pla\u{0301}tano") == Concept(parsing: "plátano"))
  }
}

@Suite struct DayTests {
  @Test func `a day reads as it is written`() {
    #expect(Day(iso: "2024-02-29")?.iso == "2024-02-29")
  }

  @Test(arguments: ["2023-02-29", "2024-13-01", "2024-00-10", "24-01-01", "2024-1-1", "2024-01-01T00:00", ""])
  func `what is no day is none`(text: String) {
    #expect(Day(iso: text) == nil)
  }
}

@Suite struct QualifiersTests {
  private let day = Day(iso: "2023-01-01")

  @Test func `scopes of different audiences do not overlap`() {
    #expect(!Qualifiers(audience: "child").overlaps(Qualifiers(audience: "adult")))
    #expect(!Qualifiers(audience: "child").overlaps(.none))
    #expect(Qualifiers(audience: "child").overlaps(Qualifiers(audience: "child")))
  }

  @Test func `one that ended before the other began does not overlap it`() {
    let until = Qualifiers(until: Day(iso: "2022-12-31"))
    let from = Qualifiers(from: day)
    #expect(!until.overlaps(from) && !from.overlaps(until))
    #expect(from.overlaps(.none))
  }

  @Test func `a lesson holds from its first day to its last`() {
    let qualifiers = Qualifiers(from: day, until: Day(iso: "2023-12-31"))
    #expect(qualifiers.holds(on: Day(iso: "2023-12-31")))
    #expect(!qualifiers.holds(on: Day(iso: "2024-01-01")))
    #expect(qualifiers.holds(on: nil))
  }
}
