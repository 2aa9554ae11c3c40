import Lessons
import Understanding

/// What things are, said without an article: low-GI, fried, rich in potassium.
extension Scanner {
  /// “Ana Sousa” and “NASA” are names where “Portuguese” may be a quality.
  private static let namedCost = 1.0

  mutating func qualities(at start: Int, isBare: Bool) -> [Item] {
    if words[start].normal == "\"" { return quotedNames(at: start, as: .quality) }
    var items: [Item] = []
    var exact: Set<Int> = []
    for match in known(at: start) where !match.roles.isSubset(of: [.question, .relation]) || match.roles.isEmpty {
      let isQuality = match.roles.contains(.quality)
      if isBare, !isQuality { continue }
      if match.respellings.isEmpty { exact.insert(match.range.upperBound) }
      let cost = isQuality ? 0 : match.isPlural ? 3 : 0.8
      items.append(
        Item(
          end: match.range.upperBound, phrase: .concept(match.concept), cost: match.cost + cost, slips: match.respellings,
          name: (isQuality ? .quality : match.roles.min() ?? .quality, false)))
    }
    for end in newNameEnds(at: start) where !exact.contains(end) {
      guard let cost = newQualityCost(start..<end, isBare: isBare), let label = qualityLabel(start..<end) else { continue }
      items.append(Item(end: end, phrase: .concept(label), cost: cost, name: (.quality, true)))
    }
    // “is mean”: a word of the grammar, and here none.
    if !isBare, grammar.reserved.contains(words[start].normal), morphology.isAdjective(words[start].normal), exact.isEmpty,
      let label = label(of: start..<start + 1)
    {
      items.append(Item(end: start + 1, phrase: .concept(label), cost: Self.newNameCost, name: (.quality, true)))
    }
    if isWord(start, .nameConnector) { items += connected(at: start) }
    return isBare ? items : items + prepositional(at: start) + phrasal(at: start)
  }

  /// “rich in fiber”, which can follow its noun.
  mutating func qualitiesWith(at start: Int) -> [Item] {
    let known = known(at: start).filter { $0.roles.contains(.quality) && $0.range.count > 1 && $0.respellings.isEmpty }
    return known.map { Item(end: $0.range.upperBound, phrase: .concept($0.concept), cost: $0.cost, name: (.quality, false)) }
      + prepositional(at: start)
  }

  /// “at risk”, “at risk of hypoglycemia”, “out of order”
  private mutating func phrasal(at start: Int) -> [Item] {
    var items: [Item] = []
    for length in 2...3 where start + length <= words.count {
      let text = (start..<start + length).map { words[$0].normal }.joined(separator: " ")
      guard morphology.isPhrasal(text) else { continue }
      items.append(quality(text, to: start + length, cost: 0.3))
      guard isWord(start + length, "of") || isWord(start + length, "with"), start + length + 1 < words.count else { continue }
      let preposition = words[start + length].normal
      items += general(at: start + length + 1, .either).compactMap { object in
        object.phrase.concept.map { quality("\(text) \(preposition) \($0.label)", to: object.end, cost: 0.3 + object.cost) }
      }
    }
    return items
  }

  private func quality(_ label: String, to end: Int, cost: Double) -> Item {
    let concept = Concept(label)
    let known = vocabulary.concept(key: concept.key)
    return Item(end: end, phrase: .concept(known ?? concept), cost: cost, name: (.quality, known == nil))
  }

  /// “de sangue quente”
  private func connected(at start: Int) -> [Item] {
    guard words[start].contracted == nil, start + 1 < words.count else { return [] }
    return newNameEnds(at: start + 1).compactMap { end in
      guard let name = label(of: start + 1..<end), let concept = try? Concept(parsing: "\(words[start].normal) \(name)") else { return nil }
      let cost = Self.newNameCost + Self.wordCost * Double(end - start - 1)
      return Item(end: end, phrase: .concept(vocabulary.concept(key: concept.key) ?? concept), cost: cost, name: (.quality, true))
    }
  }

  private func qualityLabel(_ range: Range<Int>) -> Concept? {
    label(of: range, bent: morphology.quality(ofName: words[range].map(\.normal)))
  }

  private func newQualityCost(_ range: Range<Int>, isBare: Bool) -> Double? {
    let text = range.map { (words[$0].followsSpace && $0 > range.lowerBound ? " " : "") + words[$0].normal }.joined()
    // “gluten-free” says that something is lacking.
    guard !text.hasSuffix("-free") else { return nil }
    // “está tomando insulina” says what goes on.
    if range.count > 1, morphology.third(ofGerund: words[range.lowerBound].normal) != nil, !isWord(range.lowerBound, .describing) {
      return nil
    }
    // “… is Porto” says no quality.
    if range.lowerBound > 0, words[range.lowerBound].written.first?.isUppercase == true, !isBare {
      return Self.newNameCost + 2 + (range.count > 1 || isAcronym(range.lowerBound) ? Self.namedCost : 0)
    }
    let looksRight = morphology.looksAdjectival(text)
    let spaces = text.count { $0 == " " }
    if isBare, !looksRight { return nil }
    // “served hot”
    let isDone =
      range.count == 2 && morphology.isParticiple(words[range.lowerBound].normal)
      && morphology.isAdjective(words[range.upperBound - 1].normal)
    if spaces > 0 { return looksRight || isDone ? Self.newNameCost + 0.3 : nil }
    if looksRight { return Self.newNameCost }
    return Self.newNameCost + (morphology.looksPlural(text) ? 3 : 0.5)
  }

  /// “rich in potassium”, “allergic to nuts”
  private mutating func prepositional(at start: Int) -> [Item] {
    guard start + 2 < words.count, words[start].kind == .word, !grammar.reserved.contains(words[start].normal),
      isWord(start + 1, .qualityPreposition), morphology.looksAdjectival(words[start].normal),
      !morphology.isParticiple(words[start].normal), !isWord(start, .lacking), !isWord(start, .relational)
    else { return [] }
    return general(at: start + 2, .either).compactMap { object in
      guard let name = object.phrase.concept?.label, let head = qualityLabel(start..<start + 1)?.label,
        let concept = try? Concept(parsing: "\(head) \(words[start + 1].normal) \(name)")
      else { return nil }
      let known = vocabulary.concept(key: concept.key)
      return Item(
        end: object.end, phrase: .concept(known ?? concept), cost: object.cost + (known == nil ? 0.4 : 0), slips: object.slips,
        name: (.quality, known == nil))
    }
  }
}
