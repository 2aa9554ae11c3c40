import Lessons
import Understanding

/// Where something holds, and letters that stand for any thing.
extension Scanner {
  private static let lateCost = 1.0
  /// “is grown in Brazil” is rather a relation.
  private static let boundCost = 2.5

  mutating func regions(at start: Int) -> [Item] {
    let noun = start + (isWord(start, .definite) ? 1 : 0)
    guard noun < words.count, month(at: noun) == nil, languages(at: noun).isEmpty else { return [] }
    guard let cost = regionCost(before: start - 1) else { return [] }
    return nouns(at: noun, .singular, as: .thing).compactMap { item in
      guard let concept = item.phrase.concept, concept.label.first?.isUppercase == true || words[noun].quoted != nil else { return nil }
      let roles = vocabulary.roles(of: concept)
      guard roles.isEmpty || roles.contains(.thing) else { return nil }
      guard words[noun].quoted == nil else { return item.costing(cost) }
      // “Lisbon and Porto” are two.
      guard !(noun..<item.end).contains(where: { isWord($0, .and) }) else { return nil }
      // “802 in the Museum of Modern Art” tells where, but not where it holds.
      if start > 1, !(noun..<item.end).allSatisfy(isCapital) { return nil }
      return item.costing(cost)
    }
  }

  /// What it costs to take “in …” for where a lesson holds; nil where it belongs to the words before it: “Potter County in Texas”.
  private func regionCost(before preposition: Int) -> Double? {
    guard preposition > 0 else { return 0 }
    let last = preposition - (words[preposition - 1].normal == "," ? 2 : 1)
    guard last >= 0 else { return nil }
    let word = words[last]
    if word.kind != .word || grammar.unitsByName[word.normal] != nil { return Self.lateCost }
    let isKnown = vocabulary.knows(word: word.normal) || morphology.bases(of: word.normal).contains { vocabulary.knows(word: $0.form) }
    guard !isCapital(last), isKnown else {
      return isOpening(last) ? 0 : nil
    }
    let isBound =
      morphology.isParticiple(word.normal) || morphology.isIrregularParticiple(word.normal) || morphology.looksAdjectival(word.normal)
    return isBound ? Self.boundCost : Self.lateCost
  }

  /// “Probably, in Brazil, …”, “I think that in Brazil …”
  private func isOpening(_ last: Int) -> Bool {
    (isWord(last + 1, ",") || isWord(last, .that)) && isWord(0, .opening)
  }

  private func isCapital(_ position: Int) -> Bool { words[position].written.first?.isUppercase == true }

  func variables(at start: Int) -> [Item] {
    let word = words[start]
    guard word.kind == .word, word.written.count == 1, word.written != "I", word.written.first?.isUppercase == true,
      vocabulary.concept(key: word.normal) == nil
    else { return [] }
    return [Item(end: start + 1, phrase: .text(word.written), cost: 0)]
  }

  /// “X”, or a kind with a number: “food2” is the second food named.
  func slots(at start: Int) -> [Item] {
    let word = words[start]
    guard word.kind == .word, vocabulary.concept(key: word.normal) == nil else { return [] }
    let isLetter = word.written.count == 1 && word.written != "I" && word.written.first?.isUppercase == true
    let kind = word.written.prefix(while: \.isLetter)
    let isNumbered = kind.count > 2 && kind.count < word.written.count && word.written.dropFirst(kind.count).allSatisfy(\.isNumber)
    return isLetter || isNumbered ? [Item(end: start + 1, phrase: .text(word.written), cost: 0)] : []
  }
}
