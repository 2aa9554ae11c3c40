import Understanding

/// What people say about the conversation itself, in any of the languages.
///
/// Few and fixed: everything else that people say is taught.
enum Phrase {
  /// The words of a sentence without marks, in normal form: how phrases are compared.
  static func words(of text: String) -> [String] {
    Token.tokens(of: text).filter { $0.kind != .mark }.map(\.normal)
  }

  /// “Why?”, “Who says so?”
  static func asksWhy(_ text: String) -> Bool {
    let words = words(of: text)
    return PhraseBook.all.contains { $0.asksWhy(words) }
  }

  /// “That is wrong.”, with nothing said in its place.
  static func saysWrong(_ text: String) -> Bool {
    let words = words(of: text)
    return PhraseBook.all.contains { $0.saysWrong(words) }
  }

  /// The language that such words are of; nil where it is none of them, or of several.
  static func language(of text: String) -> String? {
    let words = words(of: text)
    let books = PhraseBook.all.filter { $0.asksWhy(words) || $0.saysWrong(words) }
    return books.count == 1 ? books[0].language : nil
  }

  /// What follows “and”, “what about” and the like: the last question over again, of this.
  static func followUp(_ text: String) -> String? {
    // “¿Y el arroz?” begins with a mark.
    let tokens = Array(Token.tokens(of: text).drop { $0.kind == .mark })
    let normals = tokens.map(\.normal)
    for opening in PhraseBook.all.flatMap(\.followUps)
    where normals.count > opening.count && normals.starts(with: opening) {
      let start = tokens[opening.count].range.lowerBound
      return String(decoding: text.utf8.dropFirst(start), as: UTF8.self)
    }
    return nil
  }

  static func isFiller(_ word: String) -> Bool { PhraseBook.all.contains { $0.fillers.contains(word) } }
  static func pointsBack(_ word: String) -> Bool { PhraseBook.all.contains { $0.pointers.contains(word) } }

  /// “2”, “the second one”, “the second”: which of the choices offered, from 0.
  static func choice(_ text: String) -> Int? {
    var words = words(of: text)
    if let first = words.first, words.count > 1, ["the", "o", "a", "el", "la"].contains(first) { words.removeFirst() }
    if words.last == "one", words.count > 1 { words.removeLast() }
    guard words.count == 1, let word = words.first else { return nil }
    return PhraseBook.all.lazy.compactMap { book in book.ordinals.firstIndex { $0.contains(word) } }.first
  }
}
