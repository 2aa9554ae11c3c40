import Understanding

/// A word as the grammar sees it: a token, or half of one where two words were contracted (“what's”, “don't”).
struct Word: Hashable {
  let kind: Token.Kind
  /// Lower case, NFC.
  let normal: String
  let written: String
  /// UTF-8 offsets into the whole text.
  let range: Range<Int>
  let followsSpace: Bool
  /// What stands between quotation marks: one word to the grammar, however long.
  var quoted: String?
  /// Of the first of two that are written as one: “do”, whose other half is the next word.
  var contracted: String?

  /// - Parameter language: splits contractions; without one, as in a name, a word stays whole.
  static func words(from token: Token, in text: Substring.UTF8View, base: Int, _ language: (any Morphology)?) -> [Word] {
    let written = slice(text, token.range.lowerBound - base..<token.range.upperBound - base)
    let whole = Word(kind: token.kind, normal: token.normal, written: written, range: token.range, followsSpace: token.followsSpace)
    guard token.kind == .word else { return [whole] }
    guard let parts = language?.expansion(of: token.normal) else { return possessive(whole) }
    return parts.enumerated().map { index, part in
      var word = Word(kind: .word, normal: part, written: part, range: token.range, followsSpace: index > 0 || token.followsSpace)
      if index == 0, parts.count == 2 { word.contracted = token.normal }
      return word
    }
  }

  /// “banana's” is “banana” and “'s”.
  private static func possessive(_ word: Word) -> [Word] {
    guard word.normal.hasSuffix("'s"), word.written.utf8.count > 2 else { return [word] }
    // The apostrophe may be one byte or three; the s is one.
    let owner = String(word.written.dropLast(2))
    let middle = word.range.lowerBound + owner.utf8.count
    return [
      Word(
        kind: .word, normal: String(word.normal.dropLast(2)), written: owner, range: word.range.lowerBound..<middle,
        followsSpace: word.followsSpace),
      Word(kind: .word, normal: "'s", written: "'s", range: middle..<word.range.upperBound, followsSpace: false),
    ]
  }
}

/// The text between two UTF-8 offsets; broken scalars at the ends are replaced.
func slice(_ text: Substring.UTF8View, _ range: Range<Int>) -> String {
  let start = text.index(text.startIndex, offsetBy: range.lowerBound)
  return String(decoding: text[start..<text.index(start, offsetBy: range.count)], as: UTF8.self)
}
