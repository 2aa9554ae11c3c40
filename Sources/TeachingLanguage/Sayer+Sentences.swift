public import Lessons

/// Sentences that are no teaching: what the person is told, in the language of the grammar's file.
extension Sayer {
  /// - Parameters:
  ///   - key: “not.taught.value”; see `sentence` in the grammars.
  ///   - subject: a thing in general, with its article; `property`: by its name.
  ///   - texts: what stands for `{word}`.
  public func sentence(
    _ key: String, subject: Concept? = nil, property: Concept? = nil, _ texts: [String: String] = [:]
  ) -> String {
    let words = (functionWords.sentences[key] ?? "").split(separator: " ").map(String.init)
    return morphology.join(words.flatMap { pieces(of: $0, subject, property, texts) })
  }

  /// A sentence as it stands in the grammar's file, with texts for `{word}`; nothing in it is bent.
  public func line(_ key: String, _ parts: [String: String] = [:]) -> String { functionWords.sentence(key, parts) }

  /// A relation as it is said of one thing: “contém”, “interage com”.
  public func third(of relation: Concept) -> String {
    if relation == .contains { return line("contains") }
    return say(.concept(relation), .verb).map(morphology.join) ?? relation.label
  }

  /// A mark after what is put in stands for itself: “{subject}.”
  private func pieces(of word: String, _ subject: Concept?, _ property: Concept?, _ texts: [String: String]) -> [Said] {
    guard word.first == "{", let close = word.firstIndex(of: "}") else { return [Said(word, .word)] }
    let key = String(word[word.index(after: word.startIndex)..<close])
    let mark = word[word.index(after: close)...]
    let inside: [Said] =
      switch key {
      case "subject": subject.map { general(spoken($0)) } ?? []
      case "property": property.map { [Said(spoken($0).label, .name(isPlural: false))] } ?? []
      default: [Said(texts[key] ?? "")]
      }
    return inside + (mark.isEmpty ? [] : [Said(String(mark), .word)])
  }
}
