import Lessons
import Understanding

/// Relations that are said as verbs: taught ones, or what may be a new one.
extension Scanner {
  static let newVerbCost = 1.2
  private static let articleCost = 0.6
  private static let gerundCost = 0.4
  private static let lightCost = 0.3

  func relation(_ concept: Concept, _ end: Int, cost: Double = 0, isNew: Bool = false, slips: [Slip] = []) -> Item {
    Item(end: end, phrase: .concept(concept), cost: cost, slips: slips, name: (.relation, isNew))
  }

  mutating func verbs(at start: Int, _ form: VerbForm) -> [Item] {
    let word = words[start].normal
    // “a menos que interajam”
    let wished = start > 0 && isWord(start - 1, .wish) ? morphology.subjunctives(of: word, form) : []
    let labels = wished + morphology.relations(of: word, form).filter { !wished.contains($0) }
    if form != .base, isWord(start, .reflexive), start > 0, start + 1 < words.count {
      return reflexives(morphology.relations(of: words[start + 1].normal, form), at: start + 1)
    }
    // Taught in another language it stays as it is.
    var items = Set(labels + [word]).sorted().flatMap { knownVerbs(at: start, startingWith: $0, original: word) }
    if form != .base, isWord(start, form == .third ? .isOne : .isMany) {
      return items + newParticiples(at: start + 1, after: labels.first ?? "is") + goingOn(at: start + 1)
    }
    if form != .base, isWord(start, form == .third ? .hasOne : .hasMany) { items += perfect(at: start, form) }
    if isWord(start, form == .third ? .hasOne : .hasMany), let third = labels.first { items += light(third, after: start) }
    // “was written by” holds for good; “was part of” need not.
    if form != .base, isWord(start, form == .third ? .wasOne : .wasMany) {
      return datedParticiples(at: start + 1).map { $0.costing(0.8) }
        + verbsAfterIs(at: start + 1, auxiliaries: 1).compactMap { item in
          isLasting(item.phrase.concept) ? item.costing(0.2) : item.phrase.concept.flatMap { past($0, item) }
        }
    }
    // “toma-se” is one word.
    if form != .base, let joint = word.lastIndex(of: "-"), functionWords.contains(String(word[word.index(after: joint)...]), in: .reflexive)
    {
      return items + reflexives(morphology.relations(of: String(word[..<joint]), form), at: start)
    }
    // Who did or can is one or many; the subject tells.
    let isNeutral = form != .base && (isWord(start, .can) || (morphology.isPast(word) && newPastCost(at: start) != nil))
    if isNeutral, form == .third, start > 0, isCommonPlural(start - 1) { return items }
    if isWord(start, .can), form != .base, isBe(start + 1) { return verbsAfterIs(at: start + 2, auxiliaries: 2).compactMap(possibleState) }
    if isWord(start, .can), form != .base, !isWord(start + 1, .not) { return verbs(at: start + 1, .base).compactMap(possible) }
    if isMannered(start) {
      return verbs(at: start + 1, form).compactMap { item in item.phrase.concept.map { renamed(item, "\(word) \($0.label)").costing(0.3) } }
    }
    // “led by Ana” is done to what it is said of.
    let isPlaced = isWord(start, .placedOnce) && isWord(start + 1, .placePreposition)
    let isDoneBy = (isWord(start + 1, .agent) || isPlaced) && (morphology.isParticiple(word) || morphology.isIrregularParticiple(word))
    if form != .base, morphology.isPast(word), !isDoneBy, let cost = newPastCost(at: start) {
      items += newRelations(word, after: start, cost: cost)
    }
    // “needs water”, but not “needs to rest”.
    let mayBeNew = isWord(start, .needs) ? !isWord(start + 1, .toDo) : !grammar.reserved.contains(word)
    guard words[start].kind == .word, mayBeNew, let third = labels.first else { return items }
    guard let cost = wished.isEmpty ? newVerbCost(at: start, form) : Self.newVerbCost else { return items }
    return items + newRelations(third, after: start, cost: cost)
  }

  /// “se toma con agua”, “toma-se com água”: done to its subject, with what the preposition tells.
  private func reflexives(_ labels: [String], at verb: Int) -> [Item] {
    labels.compactMap(morphology.reflexive).flatMap { label -> [Item] in
      let known = knownVerbs(at: verb, startingWith: label, original: words[verb].normal)
      guard verb + 1 < words.count, morphology.isPreposition(words[verb + 1].normal) else { return known }
      return known + newRelations(label, after: verb, cost: Self.newVerbCost)
    }
  }

  /// “is taking metformin” is “takes metformin”; “is running” has no object and is a deed.
  func goingOn(at start: Int) -> [Item] {
    if start + 1 < words.count, isMannered(start) {
      let manner = words[start].normal
      return goingOn(at: start + 1).compactMap { item in item.phrase.concept.map { renamed(item, "\(manner) \($0.label)") } }
    }
    if isGoingTo(start), start + 2 < words.count {
      return newRelations(words[start + 1].normal, after: start + 1, cost: Self.newVerbCost + Self.gerundCost)
    }
    guard let third = gerundVerb(at: start), start + 1 == words.count || !isWord(start + 1, .deedEnd) else { return [] }
    return newRelations(third, after: start, cost: Self.newVerbCost + Self.gerundCost)
  }

  /// “está a tomar”
  private func isGoingTo(_ start: Int) -> Bool {
    isWord(start, .goingTo) && start + 1 < words.count && morphology.isFrequentVerb(words[start + 1].normal)
  }

  /// The verb of what goes on from there.
  func verbGoingOn(at start: Int) -> String? { isGoingTo(start) ? words[start + 1].normal : gerundVerb(at: start) }

  /// What the word tells as going on, if it is of a verb that surely is one: “taking”.
  func gerundVerb(at position: Int) -> String? {
    guard position < words.count, words[position].kind == .word, !grammar.reserved.contains(words[position].normal),
      let third = morphology.third(ofGerund: words[position].normal), let plain = morphology.said(third, .base),
      morphology.isFrequentVerb(plain)
    else { return nil }
    // “All mammals are living beings” tells what they are.
    let next = position + 1
    let isBeforeNoun = next < words.count && words[next].kind == .word && !grammar.reserved.contains(words[next].normal)
    return isBeforeNoun && isWord(position, .describing) ? nil : third
  }

  /// “has an effect on”, “plays a role in”: the noun tells what the verb leaves open.
  private func light(_ third: String, after start: Int) -> [Item] {
    guard isWord(start + 1, .indefinite) else { return [] }
    // “plays an important role in”
    let noun = words[min(start + 2, words.count)...].prefix(Self.lightWordsMax).prefix { word in
      word.kind == .word && word.written == word.normal && !grammar.reserved.contains(word.normal)
    }
    let preposition = noun.endIndex
    guard !noun.isEmpty, preposition + 1 < words.count, morphology.isPreposition(words[preposition].normal), !isWord(preposition, .of),
      !isWord(preposition, .role)
    else { return [] }
    let label = ([third] + words[start + 1...preposition].map(\.normal)).joined(separator: " ")
    return [newRelation(label, preposition + 1, Self.newVerbCost + Self.lightCost * Double(noun.count))]
  }

  private static let lightWordsMax = 2

  private func isPlainWord(_ position: Int) -> Bool { !grammar.reserved.contains(words[position].normal) }

  /// “interacts with”: the preposition belongs to the verb.
  private func newRelations(_ verb: String, after start: Int, cost: Double) -> [Item] {
    let next = start + 1
    // “takes place in”
    if isWord(next, .idiom), next + 2 < words.count, morphology.isPreposition(words[next + 1].normal) {
      return [newRelation("\(verb) \(words[next].normal) \(words[next + 1].normal)", next + 2, cost)]
    }
    guard next < words.count, morphology.isPreposition(words[next].normal) else {
      return [newRelation(verb, next, cost)] + (grammar.language == "en" ? light(verb, after: start) : [])
    }
    // “the city that Ana comes from”
    guard next + 1 < words.count else { return [newRelation("\(verb) \(words[next].normal)", next + 1, cost)] }
    // “likes to eat”: what it is done to is of the second verb.
    if let end = secondVerbEnd(at: next) {
      return [newRelation("\(verb) \(words[next..<end].map(\.normal).joined(separator: " "))", end, cost)]
    }
    let governed = "\(verb) \(words[next].normal)"
    // “trata a diabetes”: an article, as often as not.
    guard isWord(next, .definite), words[next].contracted == nil else { return [newRelation(governed, next + 1, cost)] }
    return [newRelation(governed, next + 1, cost + Self.articleCost), newRelation(verb, next, cost)]
  }

  /// “to eat”, “to look for” before something.
  private func secondVerbEnd(at start: Int) -> Int? {
    guard isWord(start, .toDo), start + 2 < words.count, morphology.isFrequentVerb(words[start + 1].normal) else { return nil }
    guard morphology.isPreposition(words[start + 2].normal), start + 3 < words.count else {
      return words[start + 2].kind == .mark || isWord(start + 2, .and) ? nil : start + 2
    }
    return start + 3
  }

  /// “before meals”, but not “before 2020” or “before 8”
  private func isOrdering(_ position: Int) -> Bool {
    position + 1 < words.count && isWord(position, .orderPreposition) && words[position + 1].kind == .word
      && periods(at: position + 1).isEmpty
  }

  private func newRelation(_ label: String, _ end: Int, _ cost: Double) -> Item {
    let concept = Concept(label)
    guard let known = vocabulary.concept(key: concept.key), vocabulary.roles(of: known).contains(.relation) else {
      return relation(concept, end, cost: cost, isNew: true)
    }
    return relation(known, end)
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

  func newVerbCost(at start: Int, _ form: VerbForm) -> Double? {
    let word = words[start].normal
    // “spent 52 minutes in space”
    if start > 0, words[start - 1].kind == .number {
      // “employs 60 nurses”, but “Apollo 11 carries”
      let isOfName = start > 1 && words[start - 2].written.first?.isUppercase == true
      if !isOfName || grammar.unitsByName[word] != nil { return nil }
    }
    // “Ana Sousa nasceu”: a capital within a sentence is of a name, unless the verb is a common one.
    if start > 0, words[start].written.first?.isUppercase == true, morphology.newVerbCost(word, form) ?? 0 > 1 { return nil }
    let isName =
      vocabulary.knows(word: word) && !vocabulary.names(at: start, in: words, morphology, spellings: { [(words[$0].normal, 0)] }).isEmpty
    return morphology.newVerbCost(word, form).map { Self.newVerbCost + $0 + (isName ? 1 : 0) }
  }

  /// “connected to” after “is”.
  func verbsAfterIs(at start: Int, auxiliaries: Int) -> [Item] {
    guard start < words.count else { return [] }
    let length = min(5, words.count - start)
    let copula = copula(before: start)
    let auxiliary = Word(kind: .word, normal: copula, written: copula, range: words[start].range, followsSpace: true)
    let tail = [auxiliary] + words[start..<start + length]
    let known = vocabulary.names(at: 0, in: tail, morphology) { $0 == 0 ? [(copula, 0)] : spellings(at: start + $0 - 1) }
    let items = known.compactMap { match -> Item? in
      guard match.roles.contains(.relation), match.range.upperBound > 1 else { return nil }
      let slips = match.respellings.map { Slip(word: start + $0.word - 1, readAs: $0.readAs, edits: $0.edits) }
      return relation(match.concept, start + match.range.upperBound - 1, cost: match.cost, slips: slips)
    }
    return items + newParticiples(at: start, after: copula)
  }

  /// What labels begin with where that form of “is” was said.
  private func copula(before start: Int) -> String {
    let isSaid = start > 0 && (isWord(start - 1, .isOne) || isWord(start - 1, .isMany))
    let form: VerbForm = isSaid && isWord(start - 1, .isMany) ? .many : .third
    let word = isSaid ? words[start - 1].normal : functionWords[.isOne].first ?? "is"
    return grammar.language == "en" ? "is" : morphology.relations(of: word, form).first ?? "is"
  }

  /// Something done by someone: a thing once written by Ana is written by Ana.
  private func isLasting(_ relation: Concept?) -> Bool {
    let parts = relation?.label.split(separator: " ").map(String.init) ?? []
    guard parts.count == 3 else { return false }
    return functionWords.contains(parts[2], in: .agent)
      || (functionWords.contains(parts[1], in: .lasting) && functionWords.contains(parts[2], in: .lastingPlace))
  }

  /// “was awarded the prize”: of what one gives, the one who gets it can be told first.
  private func given(at start: Int, after copula: String) -> Item? {
    guard start + 2 < words.count, isWord(start, .givenTo), isWord(start + 1, .definite) || isWord(start + 1, .indefinite) else {
      return nil
    }
    return relation(canonical("\(copula) \(words[start].normal)"), start + 1, cost: Self.newVerbCost, isNew: true)
  }

  /// “connected to”, “part of”, “made from”
  private func newParticiples(at start: Int, after copula: String) -> [Item] {
    // “is in drawer 2”
    if start + 1 < words.count, isWord(start, .placePreposition) {
      return [relation(canonical("\(copula) \(words[start].normal)"), start + 1, cost: Self.newVerbCost, isNew: true)]
    }
    if let given = given(at: start, after: copula) { return [given] }
    // “is with Leiria Clinic”
    if isWord(start, .having), start > 0, isWord(start - 1, .isOne) || isWord(start - 1, .isMany),
      isCapitalised(isWord(start + 1, .definite) ? start + 2 : start + 1)
    {
      return [relation(canonical("\(copula) \(words[start].normal)"), start + 1, cost: Self.newVerbCost, isNew: true)]
    }
    // “está cerrada los lunes”
    if start + 2 < words.count, isWord(start + 1, .definite), isWord(start + 2, .weekday), let on = functionWords[.placePreposition].first,
      case let state = morphology.quality(ofName: [words[start].normal])[0],
      morphology.isParticiple(state) || morphology.isIrregularParticiple(state)
    {
      return [relation(canonical("\(copula) \(state) \(on)"), start + 1, cost: Self.newVerbCost, isNew: true)]
    }
    // “is to the south of Porto”
    if start + 4 < words.count, isWord(start, .toDo), isWord(start + 1, .definite), isWord(start + 2, .relational), isWord(start + 3, .of) {
      let side = "\(words[start + 2].normal) \(words[start + 3].normal)"
      return [relation(canonical("\(copula) \(side)"), start + 4, cost: Self.newVerbCost, isNew: true)]
    }
    guard start + 2 < words.count, words[start].kind == .word, !isWord(start + 1, .role),
      morphology.isPreposition(words[start + 1].normal) || isOrdering(start + 1)
    else { return [] }
    let word = words[start].normal
    let base = morphology.quality(ofName: [word])[0]
    guard morphology.isParticiple(word) || isWord(start, .relational) || morphology.isIrregularParticiple(base) else { return [] }
    if !grammar.reserved.contains(word), let end = secondVerbEnd(at: start + 1) {
      let label = words[start..<end].map(\.normal).joined(separator: " ")
      return [relation(canonical("\(copula) \(label)"), end, cost: Self.newVerbCost, isNew: true)]
    }
    return [relation(canonical("\(copula) \(base) \(words[start + 1].normal)"), start + 2, cost: Self.newVerbCost, isNew: true)]
  }
}
