import Testing
import Understanding

struct WordVectorsTests {
  private func table(identity: String = "t") throws -> WordVectors {
    let pieces = try WordPieces(lines: ["[UNK]", "[CLS]", "[SEP]", "blue", "##berry", "berry"])
    return WordVectors(
      identity: identity, dimensions: 2, pieces: pieces, rows: [9, 9, 0, 0, 0, 0, 1, -2, 3, 4, 127, -127],
      weights: [7, 0, 0, 10, 100, 4095])
  }

  @Test func `a word's vector is the sum of its pieces' rows times their weights`() throws {
    let table = try table()
    #expect(table.vector(of: "blue") == [10, -20])
    #expect(table.vector(of: "blueberry") == [310, 380])
    #expect(table.vector(of: "Berry") == [520_065, -520_065])
    #expect(table.dimensions == 2)
  }

  @Test func `an unknown word has no direction`() throws {
    let table = try table()
    #expect(table.vector(of: "xyz") == [0, 0])
    #expect(table.vector(of: "") == [0, 0])
    #expect(table.vector(of: "blue-xyz") == table.vector(of: "blue"))
  }

  @Test func `tables are equal by identity`() throws {
    #expect(try table() == table())
    #expect(try table() != table(identity: "u"))
  }
}
