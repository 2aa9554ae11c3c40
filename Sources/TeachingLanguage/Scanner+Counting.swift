import Lessons
import Understanding

/// Things that are counted, and what is measured: “three vegetables”, “3 g of protein”.
extension Scanner {
  private static let propertyCost = 0.5
  private static let boundWords: Set<String> = ["more", "less", "fewer", "above", "below"]

  /// Properties after an amount. After a bare number a known kind is counted, and no property of what contains it.
  mutating func amountsOf(at start: Int) -> [Item] {
    // “three vegetables”, “three or more vegetables”
    let isBare = start > 0 && (!numbers(at: start - 1).isEmpty || Self.boundWords.contains(words[start - 1].normal))
    return nouns(at: start, .either, as: .property).filter { item in
      !isBare || !(item.phrase.concept.map(isCounted) ?? false)
    }
  }

  mutating func counted(at start: Int, _ number: Number) -> [Item] {
    nouns(at: start, number, as: .kind, onlyKnown: true).compactMap { item in
      guard item.slips.isEmpty, let concept = item.phrase.concept else { return nil }
      if isCounted(concept) { return item }
      // What is both may be meant either way.
      return vocabulary.roles(of: concept).isSuperset(of: [.kind, .property]) ? item.costing(Self.propertyCost) : nil
    }
  }

  mutating func countedProperties(at start: Int) -> [Item] {
    nouns(at: start, .plural, as: .property, onlyKnown: true).filter { item in
      let isPlural = item.end > start && English.looksPlural(words[item.end - 1].normal)
      return item.name?.role == .property && item.slips.isEmpty && isPlural && !English.nounsMeasured.contains(words[item.end - 1].normal)
    }
  }

  private func isCounted(_ concept: Concept) -> Bool {
    let roles = vocabulary.roles(of: concept)
    return !roles.isDisjoint(with: [.kind, .thing]) && !roles.contains(.property)
  }
}
