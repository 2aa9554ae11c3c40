import Lessons

extension String {
  /// What of a person's own words is said back to them: one line, printable, short.
  static let excerptMax = 200  // characters

  var excerpt: String {
    let visible = String(String.UnicodeScalarView(unicodeScalars.prefix(Self.excerptMax * 8).filter { !$0.isForbiddenInText }))
    let line = visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= Self.excerptMax ? line : line.prefix(Self.excerptMax - 1) + "…"
  }

  /// A sentence as it goes on after other words: “a banana contains gluten” from “A banana contains gluten.”
  ///
  /// - Parameter label: a name that the sentence may begin with and that keeps its capital: “GI”.
  func continued(keeping label: String? = nil) -> String {
    var text = self[...]
    while let last = text.last, ".!?".contains(last) { text = text.dropLast() }
    if let label, text.hasPrefix(label), label.first?.isUppercase == true { return String(text) }
    guard let first = text.first else { return "" }
    // An all-capital first word is a short form: “GI”.
    if text.dropFirst().first?.isUppercase == true { return String(text) }
    return first.lowercased() + text.dropFirst()
  }

  /// Within quotation marks, where the sentence around it goes on.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// Without the marks of a question.
  var unmarked: String { String(drop { $0 == "¿" }.prefix { $0 != "?" }) }

  /// With a capital to begin with.
  var capitalised: String { isEmpty ? "" : prefix(1).uppercased() + dropFirst() }
}

extension [String] {
  /// “a, b and c”.
  func listed(_ conjunction: String = "and") -> String {
    guard let last, count > 1 else { return first ?? "" }
    if contains(where: { $0.contains(",") }) { return "\(dropLast().joined(separator: "; ")); \(conjunction) \(last)" }
    return "\(dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
