import Foundation

/// Sentences without meanings: tables with a column `sentence` or `explanation`. They count as read or not.
enum PlainSentences {
  static func stories(in data: Data, isTable: Bool, areReasons: Bool = false) -> [ReadingStory] {
    var lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    guard isTable, let header = lines.first?.split(separator: "\t").map(String.init) else { return lines.map { story($0, areReasons) } }
    lines.removeFirst()
    let column = header.firstIndex { $0 == "sentence" || $0 == "explanation" } ?? 0
    return lines.compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      return column < cells.count ? story(String(cells[column]), areReasons) : nil
    }
  }

  private static func story(_ text: String, _ isReason: Bool) -> ReadingStory {
    ReadingStory(sentences: [ReadingCase(text: text, isReason: isReason)])
  }
}
