/// A text and the intent that it is said to have.
public struct LabelledText: Hashable, Sendable {
  public let text: String
  public let intent: String

  public init(text: String, intent: String) {
    self.text = text
    self.intent = intent
  }

  /// A line that was not read.
  public struct BadLine: Hashable, Sendable {
    public enum Reason: Hashable, Sendable { case noTab, severalTabs, noText, noIntent }

    /// From 1.
    public let number: Int
    public let reason: Reason
  }

  /// Reads lines of text, tab, intent, without quoting: a quotation mark is a character like any other. White space at
  /// either end of a field, a byte order mark, and empty lines are nobody's meaning and are left out.
  ///
  /// - Complexity: O(length).
  public static func parse(tsv: String) -> (rows: [LabelledText], badLines: [BadLine]) {
    var rows: [LabelledText] = []
    var badLines: [BadLine] = []
    // By scalars: a carriage return and a line feed are one Character, which would hide the line's end.
    let lines = tsv.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, scalars) in lines.enumerated() {
      let line = scalars.filter { $0 != "\r" && $0 != "\u{FEFF}" }
      if line.allSatisfy(\.properties.isWhitespace), !line.contains("\t") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { trimmed($0) }
      let reason: BadLine.Reason? =
        switch fields.count {
        case 1: .noTab
        case 2: fields[0].isEmpty ? .noText : fields[1].isEmpty ? .noIntent : nil
        default: .severalTabs
        }
      if let reason {
        badLines.append(BadLine(number: index + 1, reason: reason))
      } else {
        rows.append(LabelledText(text: fields[0], intent: fields[1]))
      }
    }
    return (rows, badLines)
  }

  private static func trimmed(_ field: some BidirectionalCollection<Unicode.Scalar>) -> String {
    var field = field[...]
    while field.first?.properties.isWhitespace == true { field.removeFirst() }
    while field.last?.properties.isWhitespace == true { field.removeLast() }
    var text = ""
    text.unicodeScalars.append(contentsOf: field)
    return text
  }
}
