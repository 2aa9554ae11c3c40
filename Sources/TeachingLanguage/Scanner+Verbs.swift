import Lessons
import Understanding

/// Relations that are said as verbs: taught ones, or what may be a new one.
extension Scanner {
  static let newVerbCost = 1.2

  func relation(_ concept: Concept, _ end: Int, cost: Double = 0, isNew: Bool = false, slips: [Slip] = []) -> Item {
    Item(end: end, phrase: .concept(concept), cost: cost, slips: slips, name: (.relation, isNew))
  }

  mutating func verbs(at start: Int, _ form: VerbForm) -> [Item] {
    let word = words[start].normal
    let labels = morphology.relations(of: word, form)
    var items = labels.flatMap { knownVerbs(at: start, startingWith: $0, original: word) }
    if form != .base, isWord(start, form == .third ? .isOne : .isMany) {
      for item in newParticiples(at: start + 1) { items.append(item) }
      return items
    }
    // “was written by” holds for good; “was part of” need not.
    if form != .base, isWord(start, form == .third ? .wasOne : .wasMany) {
      return verbsAfterIs(at: start + 1, auxiliaries: 1).filter { isLasting($0.phrase.concept) }.map { $0.costing(0.2) }
    }
    // “needs water”, but not “needs to rest”.
    let mayBeNew = isWord(start, .needs) ? !isWord(start + 1, .toDo) : !grammar.reserved.contains(word)
    guard words[start].kind == .word, mayBeNew, let third = labels.first else { return items }
    guard let cost = newVerbCost(at: start, form) else { return items }
    let next = start + 1
    if next < words.count, morphology.isPreposition(words[next].normal) {
      guard next + 1 < words.count else { return items }
      items.append(relation(canonical("\(third) \(words[next].normal)"), next + 1, cost: cost, isNew: true))
    } else {
      items.append(relation(canonical(third), next, cost: cost, isNew: true))
    }
    return items
  }

  private func canonical(_ label: String) -> Concept {
    let concept = Concept(label)
    return vocabulary.concept(key: concept.key) ?? concept
  }

  /// Names are taught in the third person, so other forms are looked up as that.
  private func knownVerbs(at start: Int, startingWith third: String, original: String) -> [Item] {
    let spell: (Int) -> [(word: String, slips: Int)] = { position in
      guard position == start else { return spellings(at: position) }
      return third == original ? spellings(at: position) : [(third, 0)]
    }
    return vocabulary.names(at: start, in: words, morphology, spellings: spell).compactMap { match in
      guard match.roles.contains(.relation), !match.isPlural else { return nil }
      return relation(match.concept, match.range.upperBound, cost: match.cost, slips: match.respellings)
    }
  }

  private func newVerbCost(at start: Int, _ form: VerbForm) -> Double? {
    let word = words[start].normal
    let isName =
      vocabulary.knows(word: word) && !vocabulary.names(at: start, in: words, morphology, spellings: { [(words[$0].normal, 0)] }).isEmpty
    return morphology.newVerbCost(word, form).map { Self.newVerbCost + $0 + (isName ? 1 : 0) }
  }

  /// “connected to” after “is”.
  func verbsAfterIs(at start: Int, auxiliaries: Int) -> [Item] {
    guard start < words.count else { return [] }
    let length = min(5, words.count - start)
    let auxiliary = Word(kind: .word, normal: "is", written: "is", range: words[start].range, followsSpace: true)
    let tail = [auxiliary] + words[start..<start + length]
    let known = vocabulary.names(at: 0, in: tail, morphology) { $0 == 0 ? [("is", 0)] : spellings(at: start + $0 - 1) }
    let items = known.compactMap { match -> Item? in
      guard match.roles.contains(.relation), match.range.upperBound > 1 else { return nil }
      let slips = match.respellings.map { Slip(word: start + $0.word - 1, readAs: $0.readAs, edits: $0.edits) }
      return relation(match.concept, start + match.range.upperBound - 1, cost: match.cost, slips: slips)
    }
    return items + newParticiples(at: start)
  }

  /// Something done by someone: a thing once written by Ana is written by Ana.
  private func isLasting(_ relation: Concept?) -> Bool {
    let parts = relation?.label.split(separator: " ").map(String.init) ?? []
    guard parts.count == 3 else { return false }
    return functionWords.contains(parts[2], in: .agent)
      || (functionWords.contains(parts[1], in: .lasting) && functionWords.contains(parts[2], in: .lastingPlace))
  }

  /// “connected to”, “part of”, “made from”
  private func newParticiples(at start: Int) -> [Item] {
    // “is in drawer 2”
    if start + 1 < words.count, isWord(start, .placePreposition) {
      return [relation(canonical("is \(words[start].normal)"), start + 1, cost: Self.newVerbCost, isNew: true)]
    }
    guard start + 2 < words.count, words[start].kind == .word, morphology.isPreposition(words[start + 1].normal) else { return [] }
    let word = words[start].normal
    guard morphology.isParticiple(word) || isWord(start, .relational) || morphology.isIrregularParticiple(word) else { return [] }
    return [relation(canonical("is \(word) \(words[start + 1].normal)"), start + 2, cost: Self.newVerbCost, isNew: true)]
  }
}
