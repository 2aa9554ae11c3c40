import Lessons
import Understanding

/// What was once, what can be, and in what manner.
extension Scanner {
  private static let pastCost = 0.6
  private static let listedCost = 1.5

  /// A manner before a verb: “regularly drinks”.
  func isMannered(_ start: Int) -> Bool {
    words[start].kind == .word && morphology.isManner(words[start].normal) && !grammar.reserved.contains(words[start].normal)
      && start + 1 < words.count
  }

  /// The same relation under a longer label, new unless that was taught.
  func renamed(_ item: Item, _ label: String) -> Item {
    let concept = Concept(label)
    let known = vocabulary.concept(key: concept.key)
    return relation(
      known ?? concept, item.end, cost: known == nil ? max(item.cost, Self.newVerbCost) : item.cost, isNew: known == nil, slips: item.slips)
  }

  /// “was awarded by”, where “is awarded by” would say that it still is.
  func past(_ concept: Concept, _ item: Item) -> Item? {
    guard let was = functionWords[.wasOne].first, let now = morphology.copulas.first(where: { concept.label.hasPrefix($0 + " ") }) else {
      return nil
    }
    return renamed(item, was + concept.label.dropFirst(now.count)).costing(0.2)
  }

  /// “can treat”
  func possible(_ item: Item) -> Item? {
    guard let base = item.phrase.concept.flatMap({ morphology.verbPhrase($0.label)?.base }), let can = functionWords[.can].first else {
      return nil
    }
    return renamed(item, "\(can) \(base)")
  }

  /// The plain form of “is”.
  func isBe(_ position: Int) -> Bool {
    position < words.count && functionWords[.isOne].first.map { morphology.relations(of: words[position].normal, .base) == [$0] } == true
  }

  /// “can be found in”
  func possibleState(_ item: Item) -> Item? {
    guard let state = item.phrase.concept.flatMap({ morphology.verbPhrase($0.label)?.afterIs }), let can = functionWords[.can].first,
      let be = functionWords[.plainVerb].first
    else { return nil }
    return renamed(item, "\(can) \(be) \(state)")
  }

  /// “has won” is “won”, “has been part of” is “was part of”.
  func perfect(at start: Int, _ form: VerbForm) -> [Item] {
    guard start + 2 < words.count else { return [] }
    if isWord(start + 1, .been) {
      return verbsAfterIs(at: start + 2, auxiliaries: 2).compactMap { item in item.phrase.concept.flatMap { past($0, item) } }
    }
    guard morphology.isPast(words[start + 1].normal), let cost = newPastCost(at: start + 1) else { return [] }
    let word = words[start + 1].normal
    let isGoverning = start + 3 < words.count && morphology.isPreposition(words[start + 2].normal)
    let label = isGoverning ? "\(word) \(words[start + 2].normal)" : word
    return [renamed(relation(Concept(label), isGoverning ? start + 3 : start + 2, cost: cost, isNew: true), label)]
  }

  /// What it costs to take a word for a verb in the past.
  func newPastCost(at start: Int) -> Double? {
    let word = words[start].normal
    guard words[start].kind == .word, start > 0, !grammar.reserved.contains(word), morphology.pastLabel(word) != nil,
      words[start].written == word
    else {
      return nil
    }
    // “cereals and fortified pasta” lists things.
    let isListed = isWord(start - 1, .and) || words[start - 1].normal == ","
    return Self.newVerbCost + Self.pastCost + (isListed ? Self.listedCost : 0)
  }

  /// “is not part of”, “can not treat”, “did not create”
  mutating func deniedVerbs(at start: Int, _ copula: FunctionWords.List, _ past: FunctionWords.List) -> [Item] {
    if isWord(start, .cannot) { return start + 1 < words.count ? verbs(at: start + 1, .base).compactMap(possible) : [] }
    guard isWord(start + 1, .not), start + 2 < words.count else { return [] }
    if isWord(start, copula) { return verbsAfterIs(at: start + 2, auxiliaries: 2) }
    if isWord(start, past) {
      return verbsAfterIs(at: start + 2, auxiliaries: 2).compactMap { item in item.phrase.concept.flatMap { self.past($0, item) } }
    }
    if isWord(start, .can) { return verbs(at: start + 2, .base).compactMap(possible) }
    guard isWord(start, .did) else { return [] }
    return verbs(at: start + 2, .base).compactMap { item in
      item.phrase.concept.flatMap { morphology.verbPhrase($0.label)?.base }.flatMap(morphology.past).map { renamed(item, $0) }
    }
  }

  /// “a novel by Ana”, “a food found in Porto”: what it is besides, said without “is”. “Of” tells what something has.
  mutating func tails(at start: Int) -> [Item] {
    guard isWord(start, .nounTail) || (!isWord(start, .placePreposition) && !grammar.reserved.contains(words[start].normal)) else {
      return []
    }
    guard isWord(start, .nounTail) else { return participles(at: start) }
    guard start + 1 < words.count, let copula = functionWords[.isOne].first else { return [] }
    let item = relation(Concept("\(copula) \(words[start].normal)"), start + 1, cost: Self.newVerbCost, isNew: true)
    return [renamed(item, "\(copula) \(words[start].normal)")]
  }

  /// “found in”; “belonging to” is what belongs to something.
  func participles(at start: Int) -> [Item] {
    guard !isWord(start, .placePreposition) else { return [] }
    guard words[start].kind == .word, start + 1 < words.count, !grammar.reserved.contains(words[start].normal),
      let third = morphology.third(ofGerund: words[start].normal)
    else { return verbsAfterIs(at: start, auxiliaries: 0) }
    let isGoverning = start + 2 < words.count && morphology.isPreposition(words[start + 1].normal)
    let label = isGoverning ? "\(third) \(words[start + 1].normal)" : third
    return [renamed(relation(Concept(label), isGoverning ? start + 2 : start + 1, cost: Self.newVerbCost, isNew: true), label)]
  }

  // MARK: When

  /// “was completed”, “died”: what a time follows.
  func datedVerbs(at start: Int) -> [Item] {
    if isWord(start, .wasOne) || isWord(start, .wasMany) { return datedParticiples(at: start + 1) }
    // “first opened on 3 May”
    if isWord(start, .first), start + 1 < words.count {
      return datedVerbs(at: start + 1).compactMap { verb in
        verb.phrase.concept.map { renamed(verb, "\(words[start].normal) \($0.label)") }
      }
    }
    guard let cost = newPastCost(at: start), start + 1 < words.count, let label = morphology.pastLabel(words[start].normal) else {
      return []
    }
    return [renamed(relation(Concept(label), start + 1, cost: cost, isNew: true), label)]
  }

  /// “completed”, for “was completed”
  func datedParticiples(at start: Int) -> [Item] {
    // “was first aired”
    let verb = start + (isWord(start, .first) || (start < words.count && isMannered(start)) ? 1 : 0)
    guard verb < words.count, words[verb].kind == .word, let was = functionWords[.wasOne].first else { return [] }
    let word = words[verb].normal
    guard morphology.isParticiple(word) || morphology.isIrregularParticiple(word) else { return [] }
    let label = (words[start..<verb].map(\.normal) + morphology.quality(ofName: [word])).joined(separator: " ")
    return [renamed(relation(Concept(label), verb + 1, cost: Self.newVerbCost, isNew: true), "\(was) \(label)")]
  }
}
