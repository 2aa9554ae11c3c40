import Lessons
import Understanding

/// What things are, said without an article: low-GI, fried, rich in potassium.
extension Scanner {
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
      guard let cost = newQualityCost(start..<end, isBare: isBare), let label = label(of: start..<end) else { continue }
      items.append(Item(end: end, phrase: .concept(label), cost: cost, name: (.quality, true)))
    }
    // “is mean”: a word of the grammar, and here none.
    if !isBare, grammar.reserved.contains(words[start].normal), morphology.isAdjective(words[start].normal), exact.isEmpty,
      let label = label(of: start..<start + 1)
    {
      items.append(Item(end: start + 1, phrase: .concept(label), cost: Self.newNameCost, name: (.quality, true)))
    }
    return isBare ? items : items + prepositional(at: start)
  }

  private func newQualityCost(_ range: Range<Int>, isBare: Bool) -> Double? {
    let text = range.map { (words[$0].followsSpace && $0 > range.lowerBound ? " " : "") + words[$0].normal }.joined()
    // “gluten-free” says that something is lacking.
    guard !text.hasSuffix("-free") else { return nil }
    // “… is Porto” says no quality.
    if range.lowerBound > 0, words[range.lowerBound].written.first?.isUppercase == true, !isBare { return Self.newNameCost + 2 }
    let looksRight = morphology.looksAdjectival(text)
    let spaces = text.count { $0 == " " }
    if isBare, !looksRight { return nil }
    if spaces > 0 { return looksRight ? Self.newNameCost + 0.3 : nil }
    if looksRight { return Self.newNameCost }
    return Self.newNameCost + (morphology.looksPlural(text) ? 3 : 0.5)
  }

  /// “rich in potassium”, “allergic to nuts”
  private mutating func prepositional(at start: Int) -> [Item] {
    guard start + 2 < words.count, words[start].kind == .word, !grammar.reserved.contains(words[start].normal),
      isWord(start + 1, .qualityPreposition), morphology.looksAdjectival(words[start].normal),
      !morphology.isParticiple(words[start].normal), !isWord(start, .lacking)
    else { return [] }
    return general(at: start + 2, .either).compactMap { object in
      guard let name = object.phrase.concept?.label, let head = label(of: start..<start + 1)?.label,
        let concept = try? Concept(parsing: "\(head) \(words[start + 1].normal) \(name)")
      else { return nil }
      let known = vocabulary.concept(key: concept.key)
      return Item(
        end: object.end, phrase: .concept(known ?? concept), cost: object.cost + (known == nil ? 0.4 : 0), slips: object.slips,
        name: (.quality, known == nil))
    }
  }
}
