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
        cost += isWord(end + 1, .nextAdvice) ? 2.5 : 0.5
      } else if crossesCommas, isWord(end, .nextAdvice), isWord(end + 1, .adviceVerb) {
        // “Do not give a number and refer them to a doctor”: what follows is to be done.
        items.append(Item(end: end, phrase: .text(sentence.written(start..<end)), cost: cost))
        cost += 2.5
      } else if isEnd || (mark == "(" && isSource(end)) {
        items.append(Item(end: end, phrase: .text(sentence.written(start..<end)), cost: cost))
        cost += 2
      }
    }
    return items
  }

  private func isSource(_ bracket: Int) -> Bool {
    bracket + 2 < words.count && isWord(words.count - 1, ")") && isWord(bracket + 1, .source)
  }

  private func isCited(_ position: Int) -> Bool {
    words[position].kind == .number || words[position].quoted != nil || words[position].written.first?.isUppercase == true
  }

  func sources(at start: Int) -> [Item] {
    guard words[start].kind != .mark, !isWord(start, .source) else { return [] }
    let end = isWord(words.count - 1, ")") ? words.count - 1 : words.count
    // “(square metres)” is no source; what people cite has a name or a year.
    guard start < end, !isWord(start - 1, "(") || (start..<end).contains(where: isCited) else { return [] }
    return [Item(end: end, phrase: .text(sentence.written(start..<end)), cost: 0)]
  }

  /// “a condition in which …”: an article, a noun and what narrows it down.
  private static let namedDefinitionCost = 6.0

  func definientia(at start: Int) -> [Item] {
    freeText(at: start, crossesCommas: false).compactMap { item in
      guard let text = item.phrase.text, grammar.isDefiniens(text) else { return nil }
      if grammar.narrowsByName(text) { return item.costing(Self.namedDefinitionCost) }
      return item.costing(functionWords[.whose].contains(where: text.contains) || text.contains(where: \.isNumber) ? 3.5 : 1)
    }
  }

  /// An indirect question, as it was taught before or in new words.
  mutating func questionKinds(at start: Int) -> [Item] {
    var items: [Item] = []
    var exact: Set<Int> = []
    for match in known(at: start) where match.roles.contains(.question) && match.respellings.isEmpty {
      exact.insert(match.range.upperBound)
      items.append(Item(end: match.range.upperBound, phrase: .concept(match.concept), cost: 0, name: (.question, false)))
    }
    guard isWord(start, .questionWord) else { return items }
    for item in freeText(at: start, crossesCommas: true) + beforeReasons(at: start) where !exact.contains(item.end) && item.end > start + 1
    {
      guard let text = item.phrase.text, let concept = try? Concept(parsing: text) else { continue }
      items.append(
        Item(
          end: item.end, phrase: .concept(concept), cost: Self.newNameCost + item.cost + reasonCost(in: start..<item.end),
          name: (.question, true)))
    }
    return items
  }

  /// “… whether a food is allowed because it …”: what is asked ends where a reason begins.
  private func beforeReasons(at start: Int) -> [Item] {
    words.indices.filter { $0 > start && isWord($0, .reason) }.map { end in
      Item(end: end, phrase: .text(sentence.written(start..<end)), cost: 0)
    }
  }

  /// Nobody asks with a reason within.
  private func reasonCost(in range: Range<Int>) -> Double { range.contains { isWord($0, .because) } ? 3 : 0 }

  func languages(at start: Int) -> [Item] {
    guard let tag = functionWords.languageTag(named: words[start].normal) else { return [] }
    return [Item(end: start + 1, phrase: .text(tag), cost: 0)]
  }
}
