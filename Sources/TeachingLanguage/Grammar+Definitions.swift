/// What a definition looks like: “a condition in which …”.
extension Grammar {
  func isDefiniens(_ text: String) -> Bool { kindLength(of: text) != nil }

  /// How many words there are between the article and what narrows the noun down; nil where it has no such form.
  private func kindLength(of text: String) -> Int? {
    let parts = text.lowercased().split(separator: " ").map(String.init)
    guard let first = parts.first, functionWords.contains(first, in: .definitionArticle), parts.count > 3 else { return nil }
    // “a kind of fruit” says only what it is; “a way to ask” is about asking.
    guard !functionWords.contains(parts[1], in: .definitionNot) else { return nil }
    // “the capital of Portugal” is one thing and no kind.
    let isClause: (String) -> Bool = { functionWords.contains($0, in: .definitionClause) }
    let isMarker: (String) -> Bool = {
      functionWords.contains(first, in: .definite) ? isClause($0) : functionWords.contains($0, in: .definitionMarker)
    }
    guard let marker = parts.dropFirst().firstIndex(where: isMarker), marker > 1, marker < parts.count - 1 else { return nil }
    // “a nutritionist and works in Porto” says two things.
    guard !parts[1..<marker].contains(where: { functionWords.contains($0, in: .and) }) else { return nil }
    // “a source of fiber if …” is a rule's beginning, “a condition that shows if …” is not.
    return isClause(parts[marker]) || !parts.contains(where: { functionWords.contains($0, in: .condition) }) ? marker - 1 : nil
  }

  /// Whether what narrows it down is something certain: “a city in Portugal” says where that is, and defines nothing.
  func narrowsByName(_ definiens: String) -> Bool {
    guard let length = kindLength(of: definiens) else { return false }
    return definiens.split(separator: " ").dropFirst(length + 1).contains { $0.first?.isUppercase == true || $0.first?.isNumber == true }
  }

  /// The kind that a definition names: condition.
  func kind(ofDefiniens text: String) -> String? {
    guard let length = kindLength(of: text), length <= Scanner.newNameWordsMax else { return nil }
    let parts = text.split(separator: " ")[1...length]
    guard parts.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }) else { return nil }
    return parts.joined(separator: " ")
  }
}
