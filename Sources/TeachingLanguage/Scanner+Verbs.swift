import Lessons
import Understanding

/// Relations that are said as verbs: taught ones, or what may be a new one.
extension Scanner {
  enum VerbForm { case third, many, base }

  static let newVerbCost = 1.2

  func relation(_ concept: Concept, _ end: Int, cost: Double = 0, isNew: Bool = false, slips: [Slip] = []) -> Item {
    Item(end: end, phrase: .concept(concept), cost: cost, slips: slips, name: (.relation, isNew))
  }

  mutating func verbs(at start: Int, _ form: VerbForm) -> [Item] {
    let word = words[start].normal
    let third = form == .third ? word : English.thirdPerson(of: word)
    var items = knownVerbs(at: start, startingWith: third, original: word)
    if form != .base, word == (form == .third ? "is" : "are") {
      for item in newParticiples(at: start + 1) { items.append(item) }
      return items
    }
    // “was written by” holds for good; “was part of” need not.
    if form != .base, word == (form == .third ? "was" : "were") {
      return verbsAfterIs(at: start + 1, auxiliaries: 1).filter { Self.isLasting($0.phrase.concept) }.map { $0.costing(0.2) }
    }
    // “needs water”, but not “needs to rest”.
    let isNeed = word == "need" || word == "needs"
    guard words[start].kind == .word, isNeed ? !isWord(start + 1, "to") : !grammar.reserved.contains(word) else { return items }
    guard let cost = newVerbCost(at: start, form) else { return items }
    let next = start + 1
    if next < words.count, English.prepositions.contains(words[next].normal) {
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
    return vocabulary.names(at: start, in: words, spellings: spell).compactMap { match in
      guard match.roles.contains(.relation), !match.isPlural else { return nil }
      return relation(match.concept, match.range.upperBound, cost: match.cost, slips: match.respellings)
    }
  }

  private func newVerbCost(at start: Int, _ form: VerbForm) -> Double? {
    let word = words[start].normal
    let isName = vocabulary.knows(word: word) && !vocabulary.names(at: start, in: words, spellings: { [(words[$0].normal, 0)] }).isEmpty
    switch form {
    case .third:
      guard let plain = English.plainForm(of: word), !English.nounsInS.contains(word), !English.looksNominal(plain) else { return nil }
      return Self.newVerbCost + (isName ? 1 : 0)
    case .many, .base:
      // “created” tells of one time in the past.
      guard !word.hasSuffix("ed") || word.hasSuffix("eed") || ["shed", "embed"].contains(word) else { return nil }
      guard !word.hasSuffix("ly") || ["rely", "apply", "supply", "reply", "fly", "imply", "comply", "multiply", "ally"].contains(word)
      else {
        return nil
      }
      guard !English.looksPlural(word), !English.adjectives.contains(word), word.utf8.count > 2 else { return nil }
      return Self.newVerbCost + 0.3 + (isName ? 1 : 0)
    }
  }

  /// “connected to” after “is”.
  func verbsAfterIs(at start: Int, auxiliaries: Int) -> [Item] {
    guard start < words.count else { return [] }
    let length = min(5, words.count - start)
    let auxiliary = Word(kind: .word, normal: "is", written: "is", range: words[start].range, followsSpace: true)
    let tail = [auxiliary] + words[start..<start + length]
    let known = vocabulary.names(at: 0, in: tail) { $0 == 0 ? [("is", 0)] : spellings(at: start + $0 - 1) }
    let items = known.compactMap { match -> Item? in
      guard match.roles.contains(.relation), match.range.upperBound > 1 else { return nil }
      let slips = match.respellings.map { Slip(word: start + $0.word - 1, readAs: $0.readAs, edits: $0.edits) }
      return relation(match.concept, start + match.range.upperBound - 1, cost: match.cost, slips: slips)
    }
    return items + newParticiples(at: start)
  }

  /// Something done by someone: a thing once written by Ana is written by Ana.
  private static func isLasting(_ relation: Concept?) -> Bool {
    let parts = relation?.label.split(separator: " ") ?? []
    guard parts.count == 3 else { return false }
    return parts[2] == "by" || (["born", "built", "founded", "published"].contains(parts[1]) && ["in", "at"].contains(parts[2]))
  }

  private static let places: Set<String> = ["in", "at", "on", "from", "near", "within", "inside", "behind", "beside"]

  static func isParticiple(_ word: String) -> Bool { (word.hasSuffix("ed") || word.hasSuffix("en")) && word.utf8.count > 4 }

  /// “connected to”, “part of”, “made from”
  private func newParticiples(at start: Int) -> [Item] {
    // “is in drawer 2”
    if start + 1 < words.count, Self.places.contains(words[start].normal) {
      return [relation(canonical("is \(words[start].normal)"), start + 1, cost: Self.newVerbCost, isNew: true)]
    }
    guard start + 2 < words.count, words[start].kind == .word, English.prepositions.contains(words[start + 1].normal) else { return [] }
    let word = words[start].normal
    let others: Set<String> = ["part", "close", "next", "open"]
    guard Self.isParticiple(word) || others.contains(word) || English.participles.contains(word) else { return [] }
    return [relation(canonical("is \(word) \(words[start + 1].normal)"), start + 2, cost: Self.newVerbCost, isNew: true)]
  }
}
