import Lessons

/// The check that every text from outside passes at the door.
enum CheckedText {
  static let charactersMax = 10_000

  /// - Returns: the text with one kind of line break.
  /// - Throws: a problem where it is too long, or holds characters that cannot be seen and could deceive a reader.
  static func check(_ text: String, _ field: String, charactersMax: Int = charactersMax) throws(Problem) -> String {
    // Counted as JSON Schema counts, in code points; each has at least one byte, which bounds cheaply.
    if text.utf8.count > charactersMax, text.unicodeScalars.count > charactersMax {
      throw .invalid(field, "is longer than \(charactersMax) characters")
    }
    for scalar in text.unicodeScalars where scalar.isForbiddenInText {
      let code = String(scalar.value, radix: 16, uppercase: true)
      throw .invalid(
        field, "has a character that cannot be shown (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))")
    }
    return text.contains("\r") ? text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") : text
  }

  /// The text without blanks around it; nil where nothing is left.
  static func trimmed(_ text: String) -> String? {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return nil }
    return String(scalars[first...last])
  }
}
