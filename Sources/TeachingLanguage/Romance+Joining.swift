/// Puts a sentence together: small words agree with their noun, qualities with what the sentence is about.
extension Romance {
  func join(_ pieces: [Said]) -> String {
    let subject = subject(of: pieces)
    var words: [(text: String, isWord: Bool)] = []
    for (index, piece) in pieces.enumerated() {
      switch piece.kind {
      case .word:
        let isFeminine = noun(after: index, in: pieces).map { self.isFeminine(name: $0) } ?? false
        let pair = isFeminine ? agreeing.first { $0.masculine == piece.text } : nil
        words.append((article(pair?.feminine ?? piece.text, before: index + 1 < pieces.count ? pieces[index + 1].text : ""), true))
      case .quality:
        let bent = subject.map { agreeing(piece.text, isFeminine: isFeminine(name: $0.name), isPlural: $0.isPlural) }
        words.append((bent ?? piece.text, false))
      case .name, .other: words.append((piece.text, false))
      }
    }
    return contracted(words).reduce(into: "") { text, word in
      let isGlued = [",", ".", ";", ":", "?", ")"].contains(word) || text.hasSuffix("(") || text.isEmpty
      text += (isGlued ? "" : " ") + word
    }
  }

  /// The noun that an article belongs to: the next, with nothing but other small words that agree between.
  private func noun(after index: Int, in pieces: [Said]) -> String? {
    for piece in pieces[(index + 1)...] {
      switch piece.kind {
      case .name: return piece.text
      case .word where agreeing.contains(where: { $0.masculine == piece.text }): continue
      default: return nil
      }
    }
    return nil
  }

  /// The first name that is not within what comes before the sentence's first comma, as “para adultos,”.
  private func subject(of pieces: [Said]) -> (name: String, isPlural: Bool)? {
    var start = pieces.startIndex
    if let first = pieces.first, first.kind == .word, isPreposition(first.text), let comma = pieces.firstIndex(where: { $0.text == "," }) {
      start = comma
    }
    for piece in pieces[start...] {
      if case .name(let isPlural) = piece.kind { return (piece.text, isPlural) }
    }
    return nil
  }

  func isFeminine(name: String) -> Bool {
    guard let head = name.split(separator: " ").first.map(String.init) else { return false }
    return isFeminine(noun: singulars(of: head).first ?? head)
  }

  /// “de” and “o” are “do”.
  private func contracted(_ words: [(text: String, isWord: Bool)]) -> [String] {
    var joined: [String] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      // “interage com”: the preposition may be the last word of a verb.
      let start = word.isWord ? "" : word.text.lastIndex(of: " ").map { String(word.text[...$0]) } ?? ""
      if index + 1 < words.count, words[index + 1].isWord,
        let one = contraction(String(word.text.dropFirst(start.count)), words[index + 1].text)
      {
        joined.append(start + one)
        index += 2
      } else {
        joined.append(word.text)
        index += 1
      }
    }
    return joined
  }

  private func contraction(_ first: String, _ second: String) -> String? {
    contractions.filter { $0.value == [first, second] }.map(\.key).min()
  }
}
