import Lessons
import Understanding

/// Things that are counted, and what is measured: “three vegetables”, “3 g of protein”.
extension Scanner {
  private static let propertyCost = 0.5

  /// Properties after an amount. After a bare number a known kind is counted, and no property of what contains it.
  mutating func amountsOf(at start: Int) -> [Item] {
    // “three vegetables”, “three or more vegetables”
    let isBare = start > 0 && (!numbers(at: start - 1).isEmpty || isWord(start - 1, .bound))
    return nouns(at: start, .either, as: .property).compactMap { item in
      guard isBare else { return item }
      // A new word in the plural is rather something that is counted.
      if isNewPlural(item) { return item.costing(Self.propertyCost) }
      return item.phrase.concept.map(isCounted) ?? false ? nil : item
    }
  }

  mutating func counted(at start: Int, _ number: Number) -> [Item] {
    nouns(at: start, number, as: .kind).compactMap { item in
      if number == .plural, isNewPlural(item) { return item }
      guard item.slips.isEmpty, let concept = item.phrase.concept else { return nil }
      if isCounted(concept) { return item }
      // What is both may be meant either way.
      return vocabulary.roles(of: concept).isSuperset(of: [.kind, .property]) ? item.costing(Self.propertyCost) : nil
    }
  }

  mutating func countedProperties(at start: Int) -> [Item] {
    nouns(at: start, .plural, as: .property, onlyKnown: true).filter { item in
      let isPlural = item.end > start && morphology.looksPlural(words[item.end - 1].normal)
      return item.name?.role == .property && item.slips.isEmpty && isPlural && !morphology.isMeasured(words[item.end - 1].normal)
    }
  }

  private func isNewPlural(_ item: Item) -> Bool {
    guard let concept = item.phrase.concept, vocabulary.roles(of: concept).isEmpty, item.slips.isEmpty else { return false }
    let last = words[item.end - 1].normal
    return morphology.looksPlural(last) && !morphology.isMeasured(last)
  }

  private func isCounted(_ concept: Concept) -> Bool {
    let roles = vocabulary.roles(of: concept)
    return !roles.isDisjoint(with: [.kind, .thing]) && !roles.contains(.property)
  }
}
