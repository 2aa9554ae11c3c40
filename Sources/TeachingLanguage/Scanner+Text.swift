import Lessons
import Understanding

/// Stretches of words that are kept as they are: quotes, sources, advice, definitions, what people ask.
extension Scanner {
  func quoted(at start: Int) -> [Item] {
    guard let text = words[start].quoted, !text.isEmpty else { return [] }
    return [Item(end: start + 1, phrase: .text(text), cost: 0)]
  }

  /// Ends at the sentence's end or before a source in brackets; with `crossesCommas` at any comma besides.
  func freeText(at start: Int, crossesCommas: Bool) -> [Item] {
    guard words[start].kind != .mark || words[start].normal == "\"" else { return [] }
    var items: [Item] = []
    var cost = 0.0
    for end in start + 1..<words.count + 1 {
      let isEnd = end == words.count
      let mark = isEnd ? "" : words[end].normal
      if crossesCommas, mark == ";" || mark == "," {
        items.append(Item(end: end, phrase: .text(sentence.written(start..<end)), cost: cost))
        if mark == ";" { break }
        // What follows “, and” is mostly another thing to do.
        cost += end + 1 < words.count && ["and", "but", "then"].contains(words[end + 1].normal) ? 2.5 : 0.5
      } else if isEnd || (mark == "(" && isSource(end)) {
        items.append(Item(end: end, phrase: .text(sentence.written(start..<end)), cost: cost))
        cost += 2
      }
    }
    return items
  }

  private func isSource(_ bracket: Int) -> Bool {
    bracket + 2 < words.count && isWord(words.count - 1, ")") && ["source", "from", "see"].contains(words[bracket + 1].normal)
  }

  private func isCited(_ position: Int) -> Bool {
    words[position].kind == .number || words[position].quoted != nil || words[position].written.first?.isUppercase == true
  }

  func sources(at start: Int) -> [Item] {
    guard words[start].kind != .mark, !["source", "from", "see"].contains(words[start].normal) else { return [] }
    let end = isWord(words.count - 1, ")") ? words.count - 1 : words.count
    // “(square metres)” is no source; what people cite has a name or a year.
    guard start < end, !isWord(start - 1, "(") || (start..<end).contains(where: isCited) else { return [] }
    return [Item(end: end, phrase: .text(sentence.written(start..<end)), cost: 0)]
  }

  /// “a condition in which …”: an article, a noun and what narrows it down.
  func definientia(at start: Int) -> [Item] {
    freeText(at: start, crossesCommas: false).compactMap { item in
      guard let text = item.phrase.text, Self.isDefiniens(text) else { return nil }
      return item.costing(text.contains("whose") || text.contains(where: \.isNumber) ? 3.5 : 1)
    }
  }

  static let articlesOfDefinition: Set<String> = ["a", "an", "the", "any", "one"]
  static let clausesOfDefinition: Set<String> = ["that", "which", "who", "whose", "where", "when"]
  static let markersOfDefinition: Set<String> = [
    "that", "which", "who", "whose", "where", "when", "in", "with", "of", "for", "from", "caused", "used", "made", "containing", "needed",
    "found",
    "produced", "by", "to",
  ]

  static func isDefiniens(_ text: String) -> Bool { kindLength(of: text) != nil }

  /// How many words there are between the article and what narrows the noun down; nil where it has no such form.
  private static func kindLength(of text: String) -> Int? {
    let parts = text.lowercased().split(separator: " ")
    guard let first = parts.first, articlesOfDefinition.contains(String(first)), parts.count > 3 else { return nil }
    // “a kind of fruit” says only what it is; “a way to ask” is about asking.
    guard !["kind", "type", "sort", "form", "synonym", "way", "name", "word", "acronym", "abbreviation"].contains(parts[1]) else {
      return nil
    }
    // “the capital of Portugal” is one thing and no kind.
    let markers = first == "the" ? clausesOfDefinition : markersOfDefinition
    guard let marker = parts.dropFirst().firstIndex(where: { markers.contains(String($0)) }), marker > 1, marker < parts.count - 1
    else { return nil }
    // “a nutritionist and works in Porto” says two things.
    guard !parts[1..<marker].contains("and"), !parts[1..<marker].contains("but") else { return nil }
    // “a source of fiber if …” is a rule's beginning, “a condition that shows if …” is not.
    let isClause = clausesOfDefinition.contains(String(parts[marker]))
    return isClause || !parts.contains(where: { $0 == "if" || $0 == "unless" }) ? marker - 1 : nil
  }

  /// The kind that a definition names: condition.
  static func kind(ofDefiniens text: String) -> String? {
    guard let length = kindLength(of: text), length <= newNameWordsMax else { return nil }
    let parts = text.split(separator: " ")[1...length]
    guard parts.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }) else { return nil }
    return parts.joined(separator: " ")
  }

  private static let questionWords: Set<String> = [
    "whether", "what", "which", "how", "who", "where", "when", "why", "if", "the",
  ]

  /// An indirect question, as it was taught before or in new words.
  mutating func questionKinds(at start: Int) -> [Item] {
    var items: [Item] = []
    var exact: Set<Int> = []
    for match in known(at: start) where match.roles.contains(.question) && match.respellings.isEmpty {
      exact.insert(match.range.upperBound)
      items.append(Item(end: match.range.upperBound, phrase: .concept(match.concept), cost: 0, name: (.question, false)))
    }
    guard Self.questionWords.contains(words[start].normal) else { return items }
    for item in freeText(at: start, crossesCommas: true) where !exact.contains(item.end) && item.end > start + 1 {
      guard let text = item.phrase.text, let concept = try? Concept(parsing: text) else { continue }
      items.append(
        Item(end: item.end, phrase: .concept(concept), cost: Self.newNameCost + item.cost, name: (.question, true)))
    }
    return items
  }

  func languages(at start: Int) -> [Item] {
    guard let tag = Languages.tag(named: words[start].normal) else { return [] }
    return [Item(end: start + 1, phrase: .text(tag), cost: 0)]
  }
}

/// Names of languages in English, with their IETF tags (RFC 5646).
enum Languages {
  static let names: [(tag: String, name: String)] = [
    ("ar", "Arabic"), ("bg", "Bulgarian"), ("bn", "Bengali"), ("ca", "Catalan"), ("cs", "Czech"), ("cy", "Welsh"), ("da", "Danish"),
    ("de", "German"), ("el", "Greek"), ("en", "English"), ("es", "Spanish"), ("et", "Estonian"), ("eu", "Basque"), ("fa", "Persian"),
    ("fi", "Finnish"), ("fr", "French"), ("ga", "Irish"), ("gl", "Galician"), ("he", "Hebrew"), ("hi", "Hindi"), ("hr", "Croatian"),
    ("hu", "Hungarian"), ("id", "Indonesian"), ("is", "Icelandic"), ("it", "Italian"), ("ja", "Japanese"), ("ko", "Korean"),
    ("la", "Latin"),
    ("lt", "Lithuanian"), ("lv", "Latvian"), ("nl", "Dutch"), ("no", "Norwegian"), ("pl", "Polish"), ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"), ("sk", "Slovak"), ("sl", "Slovenian"), ("sr", "Serbian"), ("sv", "Swedish"), ("sw", "Swahili"), ("ta", "Tamil"),
    ("th", "Thai"), ("tl", "Tagalog"), ("tr", "Turkish"), ("uk", "Ukrainian"), ("ur", "Urdu"), ("vi", "Vietnamese"), ("zh", "Chinese"),
  ]

  static func tag(named name: String) -> String? { names.first { $0.name.lowercased() == name }?.tag }
  static func name(of tag: String) -> String? { names.first { $0.tag == tag }?.name }
}
