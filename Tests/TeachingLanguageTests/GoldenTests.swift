import Foundation
import Testing
import TeachingLanguage

@Suite struct GoldenTests {
  @Test func `every sentence of the golden table means what it says there`() throws {
    let village = try Village.load()
    var count = 0
    for line in try Village.golden("readings.tsv").split(separator: "\n") where !line.hasPrefix("#") {
      let columns = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 2 else {
        Issue.record("no tab in “\(line)”")
        continue
      }
      let read = village.read(columns[0]).map(Notation.text).joined(separator: "\t")
      #expect(read == columns[1], "\(columns[0])")
      count += 1
    }
    #expect(count >= 300)
  }

  /// The examples are the lines of the document's tables: `| form | example | meaning |`.
  @Test func `every example of the document reads as it says`() throws {
    let village = try Village.load()
    let document = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/teaching-language.md")
    var count = 0
    for line in try String(contentsOf: document, encoding: .utf8).split(separator: "\n") where line.hasPrefix("| ") {
      let cells = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 5 else { continue }
      let meaning = village.read(cells[1]).flatMap { $0.readings.prefix(1) }.map { Notation.text($0.meaning) }.joined(separator: "; ")
      #expect(meaning == cells[3], "\(cells[1])")
      count += 1
    }
    #expect(count >= 30)
  }
}
