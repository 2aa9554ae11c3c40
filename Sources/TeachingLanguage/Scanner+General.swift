import Lessons
import Understanding

/// A thing in general, with its article or as a pronoun: “a banana”, “rice”, “it”.
extension Scanner {
  mutating func general(at start: Int, _ number: Number, onlyKnown: Bool = false) -> [Item] {
    let word = words[start].normal
    var items: [Item] = []
    let isOne = functionWords.contains(word, in: .itOne) || functionWords.contains(word, in: .personOne)
    if isOne, number != .plural { items = pronoun(at: start) }
    if functionWords.contains(word, in: .itMany), number != .singular { items = pronoun(at: start) }
    let noun = skippingArticle(start)
    // “a” is never before a plural; “the” and nothing may be.
    let hasArticle = noun > start
    let isDefinite = functionWords.contains(word, in: .definite)
    let wanted: Number = hasArticle && !isDefinite ? .singular : number
    guard noun < words.count, !(hasArticle && !isDefinite && number == .plural) else { return items }
    for var item in nouns(at: noun, wanted, as: .thing, onlyKnown: onlyKnown) {
      if number == .singular, !hasArticle, isBeforeNeutral(item) { continue }
      if hasArticle, isDefinite, !morphology.meansAnyWithDefinite { item = item.costing(0.05) }
      items.append(item)
    }
    return items
  }

  /// “Penguins can …”: the verb does not tell that they are many, the noun does.
  private func isBeforeNeutral(_ item: Item) -> Bool {
    item.name?.isNew == true && isCommonPlural(item.end - 1) && item.end < words.count
      && (isWord(item.end, .can) || isWord(item.end, .cannot) || isWord(item.end, .did))
  }

  /// “than a banana”, “than bananas”; but “more sugar than fiber” compares two numbers of one thing.
  mutating func owners(at start: Int) -> [Item] {
    let isSaidAsThing = skippingArticle(start) > start || words[start].written.first?.isUppercase == true
    return general(at: start, .either).filter { item in
      item.name?.role != .property && (item.name?.isNew == false || isSaidAsThing || morphology.looksPlural(words[item.end - 1].normal))
    }
  }

  private static let lessLikelyCost = 0.4

  /// “is led by”, “director”
  private func tellsWhoDoes(_ relation: Concept) -> Bool {
    let last = relation.label.split(separator: " ").last.map(String.init) ?? ""
    return functionWords.contains(last, in: .agent) || !morphology.isVerbal(relation.label)
  }

  /// What “it” may be: any subject of the sentence before.
  func pronoun(at start: Int) -> [Item] {
    guard !isAcronym(start) else { return [] }
    // “The tenant pays the landlord. He is rich.” may be about either.
    var persons: [Concept] = []
    // “Ela” may be a thing as well; only a name with a capital is surely a person's.
    let isPerson = isWord(start, .personOne) && !isWord(start, .itOne)
    if isWord(start, .personOne), let last = context.lastClaim, last.property != .isA, let other = last.value.concept,
      isPerson || other.isNamed
    {
      persons = [other]
    }
    // “Leiria Clinic is led by Ana Sousa. She …” is Ana, rather.
    let isOther = persons.contains { $0.isNamed && $0.label.contains(" ") } && context.lastClaim.map { tellsWhoDoes($0.property) } == true
    return (context.subjects.prefix(3).map { ($0, isOther ? Self.lessLikelyCost : 0.2) } + persons.map { ($0, 0.2) }).map { subject, cost in
      Item(end: start + 1, phrase: .concept(subject), cost: cost, name: (.thing, false))
    }
  }

  /// “Também se chama …”: only where nothing was said before.
  func elided(at start: Int) -> [Item] {
    guard start == 0 else { return [] }
    return context.subjects.prefix(3).map { Item(end: 0, phrase: .concept($0), cost: 0.2, name: (.thing, false)) }
  }
}
