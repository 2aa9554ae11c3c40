import Lessons
import Understanding

extension NewConcept {
  /// Whether the name is of words that were not taken apart; a relation of as many ends with a preposition.
  func isLongDeed(_ morphology: any Morphology) -> Bool {
    guard role == .relation, concept.isLongDeed, let last = concept.label.split(separator: " ").last else { return false }
    return !morphology.isPreposition(String(last))
  }
}

/// What is done to nothing else, and what is done in more words than the grammar can take apart.
extension Scanner {
  private static let deedCost = 1.2
  /// More than whatever takes the words apart.
  private static let longDeedCost = 4.5
  private static let participleCost = 1.5
  private static let longDeedWordCost = 0.1
  /// Words after the verb.
  private static let longDeedWordsMin = 2

  /// “barks”, “flies quickly”; nothing may follow that it could be done to.
  mutating func deeds(at start: Int, _ form: VerbForm) -> [Item] {
    let word = words[start].normal
    let long = longDeeds(at: start, form)
    // “Metformin reduces glucose” does not say that something glucoses.
    guard words[start].kind == .word, !grammar.reserved.contains(word), !isNoun(word), let cost = newVerbCost(at: start, form),
      let deed = morphology.deed(word, form)
    else { return long }
    let hasManner =
      start + 1 < words.count && morphology.isManner(words[start + 1].normal) && !grammar.reserved.contains(words[start + 1].normal)
    let end = hasManner ? start + 2 : start + 1
    guard end == words.count || isWord(end, .deedEnd) else { return long }
    return long + [doing(Concept(deed + (hasManner ? " " + words[end - 1].normal : "")), end, cost: cost + deedCost(of: deed))]
  }

  /// After “is”: “running”, “saving money for a house”.
  mutating func deedsGoingOn(at start: Int) -> [Item] {
    guard words[start].kind == .word, !grammar.reserved.contains(words[start].normal),
      let deed = morphology.third(ofGerund: words[start].normal).flatMap({ morphology.deed($0, .third) }), isFrequent(deed)
    else { return [] }
    let end = start + 1
    let isAlone = end == words.count || isWord(end, .deedEnd)
    return longDeeds(deed, after: start) + (isAlone ? [doing(Concept(deed), end, cost: Self.newVerbCost + deedCost(of: deed))] : [])
  }

  /// “enjoy cooking for their friends”: the words as they are, where the verb is surely one.
  private func longDeeds(at start: Int, _ form: VerbForm) -> [Item] {
    var verb = start
    var manner = ""
    if isMannered(start) {
      verb += 1
      manner = words[start].normal
    }
    guard words[verb].kind == .word, words[verb].written == words[verb].normal, verb + 1 < words.count else { return [] }
    // “Barn swallows build their nests”: the next is the verb.
    if isVerb(verb + 1), !isWord(verb, .helping), verb + 2 < words.count, governs(verb + 2) { return [] }
    // “weighs 60 g” measures, “needs to rest” is what must be.
    if isMeasured(verb + 1) || isWord(verb, .needs) { return [] }
    // “has taken”
    if isWord(verb, .hasOne) || isWord(verb, .hasMany), morphology.isPast(words[verb + 1].normal) || isWord(verb + 1, .perfect) {
      return []
    }
    let word = words[verb].normal
    if let deed = deedOfAnyVerb(word, form), isFrequent(deed) {
      let isOfWho = start > 0 && (isWord(start - 1, .relative) || isWord(start - 1, .that))
      return longDeeds(manner.isEmpty ? deed : morphology.deed(deed, in: manner), after: verb, before: isOfWho ? form : nil)
    }
    // “scored the winning goal”
    guard form != .base, newPastCost(at: verb) != nil, let plain = morphology.plainForm(ofPast: word), morphology.isFrequentVerb(plain)
    else {
      return []
    }
    // “Roads made of concrete …” tells which roads.
    guard verb + 1 < words.count, !isWord(verb + 1, .of), !isWord(verb + 1, .agent) else { return [] }
    let isParticiple = morphology.isPreposition(words[verb + 1].normal)
    return longDeeds(manner.isEmpty ? word : "\(manner) \(word)", after: verb).map { isParticiple ? $0.costing(Self.participleCost) : $0 }
  }

  /// “Have lunch at noon” has a verb, too, that is otherwise a word of the grammar.
  private func deedOfAnyVerb(_ word: String, _ form: VerbForm) -> String? {
    let isHaving = form == .third ? functionWords.contains(word, in: .hasOne) : functionWords.contains(word, in: .hasMany)
    return isHaving || !grammar.reserved.contains(word) ? morphology.deed(word, form) : nil
  }

  /// - Parameter main: the form of the verb that the sentence goes on with: “people who walk every day sleep well”.
  private func longDeeds(_ verb: String, after start: Int, before main: VerbForm? = nil) -> [Item] {
    var items: [Item] = []
    var position = start + 1
    var joints = 0
    while position < words.count, mayBeInside(position) {
      if isWord(position, .and) || isWord(position, .or) { joints += 1 }
      position += 1
      let length = position - start - 1
      guard length >= Self.longDeedWordsMin, position == words.count || isWord(position, .deedEnd) || mayBeMain(position, main),
        mayEnd(position - 1)
      else { continue }
      let cost = Self.longDeedCost + Self.longDeedWordCost * Double(length) + Double(joints)
      guard let deed = try? Concept(parsing: verb + " " + sentence.written(start + 1..<position)) else { break }
      items.append(doing(deed, position, cost: cost))
    }
    return items
  }

  /// “60 g”, but not “60 nurses” or “52 minutes in space”
  private func isMeasured(_ position: Int) -> Bool {
    guard words[position].kind == .number else { return false }
    return position + 1 >= words.count || position + 2 >= words.count && grammar.unitsByName[words[position + 1].normal] != nil
  }

  func isVerb(_ position: Int) -> Bool {
    guard !grammar.reserved.contains(words[position].normal), words[position].written == words[position].normal else { return false }
    return [.third, .many].contains { morphology.deed(words[position].normal, $0).map(isFrequent) == true }
  }

  /// Whether something begins here that is done to: “their nests”, “light”.
  private func governs(_ position: Int) -> Bool {
    [.definite, .indefinite, .owner].contains { isWord(position, $0) }
      || words[position].kind == .word && !grammar.reserved.contains(words[position].normal)
  }

  private func mayBeMain(_ position: Int, _ form: VerbForm?) -> Bool {
    guard let form, words[position].written == words[position].normal, !isWord(position - 1, .toDo) else { return false }
    if isWord(position, .finiteVerb) || isWord(position, .cannot) || isWord(position, .can) { return true }
    return morphology.deed(words[position].normal, form).map(isFrequent) == true && !grammar.reserved.contains(words[position].normal)
  }

  private func mayBeInside(_ position: Int) -> Bool {
    let word = words[position]
    switch word.kind {
    case .word:
      // “friends who are at home”
      let isOfRelative = isWord(position - 1, .relative) && isWord(position, .smallVerb)
      return word.quoted == nil && (!grammar.reserved.contains(word.normal) || isWord(position, .deedInner) || isOfRelative)
    case .number: return true
    case .mark: return ["-", "'", "’", "'s"].contains(word.normal)
    }
  }

  /// No name and no deed ends with “to” or “the”.
  private func mayEnd(_ position: Int) -> Bool {
    let word = words[position]
    return word.kind != .mark && !isWord(position, .definite) && !isWord(position, .indefinite) && !isWord(position, .and)
      && !isWord(position, .or) && !isWord(position, .toDo) && !morphology.isPreposition(word.normal)
  }

  private func doing(_ concept: Concept, _ end: Int, cost: Double) -> Item {
    let known = vocabulary.concept(key: concept.key)
    return relation(known ?? concept, end, cost: known == nil ? cost : 0, isNew: known == nil)
  }

  /// That something does what few things are said to do is rather misread.
  private func deedCost(of deed: String) -> Double { Self.deedCost + (isFrequent(deed) ? 0 : 1.5) }

  func isFrequent(_ deed: String) -> Bool { morphology.isFrequentVerb(morphology.said(deed: deed, .base) ?? deed) }

  private func isNoun(_ word: String) -> Bool {
    let singular = morphology.singulars(of: word).first ?? word
    return [word, singular].contains { form in
      vocabulary.concept(key: form).map { vocabulary.roles(of: $0) != [.relation] } ?? false
    }
  }
}
