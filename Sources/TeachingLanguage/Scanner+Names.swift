import Lessons
import Understanding

/// Names of things, kinds, qualities and properties: the taught ones first, else what may be a new one.
extension Scanner {
  enum Number { case singular, plural, either }

  static let newNameWordsMax = 5
  static let newNameCost = 1.0
  static let wordCost = 0.4  // for each further word of a new name

  // MARK: Nouns without an article

  mutating func nouns(at start: Int, _ number: Number, as role: Role, onlyKnown: Bool = false) -> [Item] {
    guard start < words.count else { return [] }
    if words[start].normal == "\"" { return quotedNames(at: start, as: role) }
    var items: [Item] = []
    var exact: Set<Int> = []
    for match in known(at: start) {
      guard let fit = cost(of: match, number, as: role) else { continue }
      if match.respellings.isEmpty { exact.insert(match.range.upperBound) }
      let knownRole = match.roles.contains(role) ? role : match.roles.min() ?? role
      items.append(
        Item(
          end: match.range.upperBound, phrase: .concept(match.concept), cost: match.cost + fit, slips: match.respellings,
          name: (knownRole, false)))
    }
    if role == .thing || role == .kind {
      for item in modified(at: start, exact) {
        exact.insert(item.end)
        items.append(item)
      }
    }
    guard !onlyKnown else { return items }
    for end in newNameEnds(at: start) where !exact.contains(end) {
      guard let new = newName(start..<end, number, as: role) else { continue }
      items.append(new)
    }
    if role == .thing {
      items += partNames(at: start, as: role)
      let names = properNames(at: start, as: role).filter { !exact.contains($0.end) }
      // “Leiria Council own the hall”: who are many may go by one name; “Ana and Bruno” are two.
      items +=
        number == .plural
        ? names.filter { name in !(start..<name.end).contains { isWord($0, .and) } }.map { $0.costing(Self.manyCost) } : names
    }
    return items
  }

  private func cost(of match: NameMatch, _ number: Number, as role: Role) -> Double? {
    // A name used only for what people ask, or only as a verb, is no noun.
    guard !match.roles.isSubset(of: [.question, .relation]) || match.roles.isEmpty else { return nil }
    var cost = 0.0
    let label = match.concept.label
    let isNeutral = morphology.standsAlone(label)
    switch number {
    case .singular: if match.isPlural, !isNeutral { cost += 0.3 }
    case .plural: if !match.isPlural, !isNeutral { cost += 0.3 }
    case .either: break
    }
    switch role {
    case .kind: if !match.roles.contains(.kind), match.roles.contains(.quality) { cost += 1 }
    case .property: if !match.roles.contains(.property) { cost += match.roles.contains(.kind) ? 1.2 : 0.4 }
    case .audience:
      guard !match.roles.isSubset(of: [.property]) || match.roles.isEmpty else { return nil }
      if !match.roles.contains(.audience) { cost += 1.5 }
    default: break
    }
    return cost
  }

  /// “a low-GI food” is low-GI, where both words are known: the noun only carries the quality.
  private mutating func modified(at start: Int, _ exact: Set<Int>) -> [Item] {
    var items: [Item] = []
    for quality in known(at: start) where quality.roles.contains(.quality) && quality.respellings.isEmpty {
      for kind in known(at: quality.range.upperBound) where kind.roles.contains(.kind) && kind.respellings.isEmpty {
        guard !exact.contains(kind.range.upperBound) else { continue }
        items.append(Item(end: kind.range.upperBound, phrase: .concept(quality.concept), cost: 0.05, name: (.quality, false)))
      }
    }
    guard morphology.qualityFollows else { return items }
    for kind in known(at: start) where kind.roles.contains(.kind) && kind.respellings.isEmpty {
      for quality in known(at: kind.range.upperBound) where quality.roles.contains(.quality) && quality.respellings.isEmpty {
        guard !exact.contains(quality.range.upperBound) else { continue }
        items.append(Item(end: quality.range.upperBound, phrase: .concept(quality.concept), cost: 0.05, name: (.quality, false)))
      }
    }
    return items
  }

  // MARK: New names

  static let innerPluralCost = 1.2
  static let connectedCost = 0.3
  private static let placedCost = 1.2
  private static let manyCost = 0.6
  private static let pastInNameCost = 1.5
  private static let pastAloneCost = 3.0
  private static let goingOnInNameCost = 1.2

  func isCommonPlural(_ position: Int) -> Bool {
    let word = words[position]
    return word.kind == .word && (position == 0 || word.written == word.normal) && word.normal.utf8.count > 3
      && morphology.looksPlural(word.normal)
  }

  /// Where a name that begins here could end: after words that are no part of the grammar.
  func newNameEnds(at start: Int) -> [Int] {
    guard isOpen(start) || isHyphenated(start), words[start].kind == .word || isYearOfName(start) else { return [] }
    // “March 9” is a day.
    if month(at: start) != nil, periods(at: start).contains(where: { $0.end > start + 1 }) { return [] }
    // In “1.1 g protein” the g belongs to the number.
    if start > 0, words[start - 1].kind == .number, words[start].normal.utf8.count <= 4,
      let unit = grammar.unitsByName[words[start].normal],
      UnitTable.byCode[unit.code]?.isWord != true
    {
      return []
    }
    var ends: [Int] = []
    var position = start
    var count = 0
    while position < words.count, count < Self.newNameWordsMax {
      if words[position].normal == "'s" {
        // “Crohn's disease”
        guard position > start, words[position - 1].written.first?.isUppercase == true, isOpen(position + 1) else { break }
        position += 1
        continue
      }
      // “farinha de trigo”
      if isNameConnector(position), position > start { position += 1 }
      // “dor no peito”
      if isContractedPlace(position), position > start { position += 2 }
      guard isOpen(position) || isHyphenated(position) else { break }
      position += 1
      count += 1
      if position < words.count, words[position].normal == "-", isJoined(position), isJoined(position + 1),
        isOpen(position + 1) || isHyphenated(position + 1)
      {
        // “lactose-free” is free of lactose.
        if isWord(position + 1, .lacking) { ends.append(position) }
        position += 1
        count -= 1
        continue
      }
      ends.append(position)
      if isWord(position, .of), isWord(position + 1, .nameEnd) { ends.append(position + 2) }
    }
    return ends
  }

  /// “the 2024 guideline”
  private func isYearOfName(_ position: Int) -> Bool {
    guard words[position].kind == .number, position > 0, isWord(position - 1, .definite), words[position].written.count == 4,
      let year = Int(words[position].written), Self.years.contains(year), position + 1 < words.count
    else { return false }
    return words[position + 1].kind == .word && isOpen(position + 1)
  }

  private static let years = 1000...2100

  /// Whether the word joins two nouns in one name; with an article it tells whose something is.
  private func isNameConnector(_ position: Int) -> Bool {
    guard isWord(position, .nameConnector), words[position].contracted == nil, isOpen(position + 1) else { return false }
    return words[position + 1].kind == .word && words[position + 1].written == words[position + 1].normal
  }

  /// “no” of “dor no peito”: where it is belongs to what it is.
  private func isContractedPlace(_ position: Int) -> Bool {
    guard position + 2 < words.count, words[position].contracted != nil, isWord(position, .placePreposition),
      isWord(position + 1, .definite), isOpen(position + 2)
    else { return false }
    return words[position + 2].kind == .word && words[position + 2].written == words[position + 2].normal
  }

  /// Whether the word may be part of a new name.
  private func isOpen(_ position: Int) -> Bool {
    guard position < words.count else { return false }
    let word = words[position]
    switch word.kind {
    case .word:
      // “Ward A”: within a sentence the article has no capital.
      let isLetter =
        position > 0 && word.written.count == 1 && isCapitalised(position) && isCapitalised(position - 1) && word.written != "I"
        && !grammar.reserved.contains(words[position - 1].normal)
      return (!grammar.reserved.contains(word.normal) || isAcronym(position) || isLetter)
        && word.normal.utf8.count <= Concept.labelLengthMax / 2
    case .number: return true
    case .mark: return false
    }
  }

  private var isShouted: Bool {
    words.count { $0.kind == .word } > 2 && words.allSatisfy { $0.kind != .word || $0.written == $0.written.uppercased() }
  }

  /// The “half” of “half-life” is no number.
  private func isHyphenated(_ position: Int) -> Bool {
    position + 2 < words.count && words[position].kind == .word && words[position + 1].normal == "-" && isJoined(position + 1)
      && isJoined(position + 2) && words[position + 2].kind == .word && !grammar.reserved.contains(words[position + 2].normal)
  }

  private func isJoined(_ position: Int) -> Bool { position < words.count && !words[position].followsSpace }

  private mutating func newName(_ range: Range<Int>, _ number: Number, as role: Role) -> Item? {
    let last = words[range.upperBound - 1]
    guard last.kind == .word || range.count > 1, !morphology.endsNoName(last.normal), !isPerfect(range), !isOnlyOne(range) else {
      return nil
    }
    // “vessels carry blood” is no name, nor is “quickly”.
    guard !range.dropLast().contains(where: { isCommonPlural($0) && morphology.isFrequentVerb(words[$0 + 1].normal) }),
      range.count > 1 || !morphology.isManner(last.normal) || last.written != last.normal
    else { return nil }
    // “manages Leiria Clinic” tells what somebody does.
    if role == .thing, range.count > 1, isVerbBeforeName(range.lowerBound) { return nil }
    // “the phone number 262 555 010” has a number, and is no name of one.
    if role == .thing, range.count > 1, words[range.upperBound - 1].written.contains(where: \.isNumber),
      isWord(range.upperBound - 2, .codeNoun)
    {
      return nil
    }
    // “won 30 prizes” counts something.
    if range.count > 2, words[range.upperBound - 2].kind == .number, morphology.looksPlural(last.normal) { return nil }
    // “Stephen Reis is …” is no “stephen Rei”.
    if range.lowerBound == 0, range.count > 1, role == .thing, range.allSatisfy(isWrittenAsName), !vocabulary.knows(word: last.normal) {
      return nil
    }
    var cost = Self.newNameCost + Self.wordCost * Double(range.count { words[$0].kind != .mark } - 1)
    // “Windows” within a sentence is a name.
    let isName =
      range.lowerBound > 0 && last.written.first?.isUppercase == true && number == .either && !isWord(range.upperBound - 1, .weekday)
    // “the Baduy people” are one group.
    let isGroup = range.count > 1 && isWord(range.upperBound - 1, .groupNoun) && isCapitalised(range.upperBound - 2) && range.upperBound > 2
    let singular = isName || isGroup ? nil : morphology.singular(ofName: words[range].map(\.normal))
    // “yellow and apples red”
    if role == .kind, number == .plural, singular == nil, !morphology.bendsEveryWord, range.dropLast().contains(where: isCommonPlural) {
      return nil
    }
    var isSingularised = false
    switch number {
    case .singular: if singular != nil { cost += role == .kind ? 0.8 : role == .thing ? 2.2 : 0.2 }
    case .plural:
      isSingularised = true
      if singular == nil { cost += role == .kind ? 3 : morphology.standsAlone(last.normal) ? 0.4 : 0.8 }
    // “The Portland Whigs” are called so.
    case .either: isSingularised = !(range.lowerBound > 0 && range.count > 1 && range.allSatisfy(isCapitalised))
    }
    // “… is United States” says no kind.
    if role == .kind, range.count > 1, range.allSatisfy(isTitled) { cost += 1.5 }
    if role == .kind, range.count == 1, morphology.looksAdjectival(last.normal) { cost += 1 }
    if role == .audience { cost += 1 }
    // “a dish found in Porto” is no “dish found” of Porto, nor a “dish found” that is in Porto.
    if role == .property || role == .kind, range.count > 1,
      morphology.isParticiple(last.normal) || morphology.isIrregularParticiple(last.normal)
    {
      cost += Self.goingOnInNameCost
    }
    // “de Sousa” is nothing that things have.
    if role == .property, range.contains(where: isTitled) { cost += 1 }
    // “vessels carry blood” is no name: but for the last word, few names hold a plural.
    if !morphology.bendsEveryWord, range.dropLast().contains(where: isCommonPlural) { cost += Self.innerPluralCost }
    if range.contains(where: { isWord($0, .nameConnector) }) { cost += Self.connectedCost }
    if range.contains(where: { words[$0].contracted != nil }) { cost += Self.placedCost }
    // “Stuart Parker played …” is no name, and what “was started” is no thing.
    if role == .thing, last.written == last.normal, holdsPast(range) { cost += range.count > 1 ? Self.pastInNameCost : Self.pastAloneCost }
    // “Is the patient taking insulin?” asks of no “patient taking”.
    if role == .thing, sentence.isQuestion, range.count > 1, gerundVerb(at: range.upperBound - 1) != nil { cost += Self.goingOnInNameCost }
    // “… and lowers blood sugar” tells what is done.
    if role == .thing, range.count > 1, isWord(range.lowerBound - 1, .and), isVerb(range.lowerBound),
      morphology.looksPlural(words[range.lowerBound].normal)
    {
      cost += Self.pastInNameCost
    }
    // “nasal” alone is of another word.
    if role == .thing, range.count == 1, morphology.looksAdjectival(last.normal), last.written == last.normal || range.lowerBound == 0 {
      cost += 0.6
    }
    guard let label = labelOnce(of: range, bent: isSingularised ? singular : nil) else { return nil }
    return Item(end: range.upperBound, phrase: .concept(label), cost: cost, name: (role, true))
  }

  /// Whether it ends with a verb, past or going on, that a name with a capital, or “was”, goes before.
  private func holdsPast(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    guard morphology.isPast(words[last].normal) || morphology.isParticiple(words[last].normal) || gerundVerb(at: last) != nil else {
      return false
    }
    // “Is Ana taking metformin?”
    if range.count > 1, gerundVerb(at: last) != nil { return range.dropLast().allSatisfy(isCapitalised) }
    if range.count == 1 { return isWord(last - 1, .wasOne) || isWord(last - 1, .wasMany) }
    // “Ana gave” is no name: the form is a verb's alone.
    let isVerbAlone = !morphology.isParticiple(words[last].normal) && !morphology.isIrregularParticiple(words[last].normal)
    if range.count == 2, isVerbAlone, morphology.plainForm(ofPast: words[last].normal).map(morphology.isFrequentVerb) == true {
      return isCapitalised(range.lowerBound)
    }
    return range.count > 2 && range.dropLast().allSatisfy(isCapitalised)
  }

  private func isVerbBeforeName(_ position: Int) -> Bool {
    let word = words[position]
    guard position > 0, word.written == word.normal, isCapitalised(position + 1), !vocabulary.knows(word: word.normal) else { return false }
    return morphology.deed(word.normal, .third).map(isFrequent) == true && morphology.isFrequentVerb(word.normal)
  }

  func isCapitalised(_ position: Int) -> Bool { position < words.count && words[position].written.first?.isUppercase == true }

  /// “has taken metformin” tells what happened, and of nothing that is called so.
  private func isPerfect(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    guard before >= 0, isWord(before, .hasOne) || isWord(before, .hasMany) else { return false }
    // “has managed Leiria Clinic”
    let first = words[range.lowerBound]
    let isDone = first.written == first.normal && morphology.isParticiple(first.normal) && range.count > 1
    return isWord(range.lowerBound, .perfect) || isDone && isCapitalised(range.lowerBound + 1)
  }

  /// “a single price”, but “its single dose”
  private func isOnlyOne(_ range: Range<Int>) -> Bool {
    isWord(range.lowerBound, .single) && range.lowerBound > 0 && isWord(range.lowerBound - 1, .indefinite)
  }

  /// A capital and small letters, within the sentence.
  private func isTitled(_ position: Int) -> Bool {
    position > 0 && isCapitalised(position) && words[position].written.dropFirst().contains(where: \.isLowercase)
  }

  /// A capital and small letters, or a number beside such words.
  private func isWrittenAsName(_ position: Int) -> Bool {
    let word = words[position]
    return word.kind == .word && isCapitalised(position) && word.written.dropFirst().contains(where: \.isLowercase)
      && !grammar.reserved.contains(word.normal)
  }

  /// The same words are looked at as a thing, as a kind and as a property.
  private mutating func labelOnce(of range: Range<Int>, bent: [String]?) -> Concept? {
    let key = LabelKey(range: range, isBent: bent != nil)
    if let known = labels[key] { return known }
    let label = label(of: range, bent: bent)
    labels[key] = .some(label)
    return label
  }

  /// The words as a name: lower case unless the writer clearly meant capitals.
  ///
  /// - Parameter bent: the words in the form in which names are kept.
  func label(of range: Range<Int>, bent: [String]? = nil) -> Concept? {
    let isShouted = words.count { $0.kind == .word } > 2 && words.allSatisfy { $0.kind != .word || $0.written == $0.written.uppercased() }
    var label = ""
    for index in range {
      let word = words[index]
      // “no” is two words in one, and stays one.
      if index > range.lowerBound, words[index - 1].contracted != nil, words[index - 1].range == word.range { continue }
      if index > range.lowerBound, word.followsSpace { label += " " }
      if let whole = word.contracted, index + 1 < range.upperBound {
        label += whole
        continue
      }
      var text = word.written
      let isCapitalised = text.first?.isUppercase == true && !text.dropFirst().contains(where: \.isUppercase)
      // “Lisbon is the capital of …”: only a name begins so.
      let owner = range.dropFirst().first { words[$0].normal == "'s" }
      let isOwner = index == range.lowerBound && owner.map { end in (index..<end).allSatisfy(self.isCapitalised) } == true
      let isName = isOwner || (index == 0 && (sentence.beginsWithName || range.count == 1 && isNamedFirst))
      if isShouted || (isCapitalised && ((index == 0 && !isName) || text.count == 1 && !isAfterCapital(index))) { text = text.lowercased() }
      if let word = bent?[index - range.lowerBound], word != words[index].normal { text = Self.recased(word, like: text) }
      label += text
    }
    guard let concept = try? Concept(parsing: label) else { return nil }
    return vocabulary.concept(key: concept.key) ?? concept
  }

  /// The A of “Ward A”
  private func isAfterCapital(_ position: Int) -> Bool {
    position > 1 && isCapitalised(position - 1) && words[position - 1].written.count > 1
  }

  /// The words as a name; as they are written where each has a capital.
  func nameWritten(at range: Range<Int>) -> Concept? {
    // “síndrome do ovário” has two words in one.
    let isJoined = range.lowerBound > 0 && range.contains { words[$0].contracted != nil }
    guard range.count > 1, isJoined || range.allSatisfy(isCapitalised), let concept = try? Concept(parsing: sentence.written(range)) else {
      return label(of: range)
    }
    return vocabulary.concept(key: concept.key) ?? concept
  }

  /// “Lisbon is the … of …”
  private var isNamedFirst: Bool {
    words.count > 5 && isWord(1, .isOne) && isWord(2, .definite) && words.indices.dropFirst(3).contains { isWord($0, .of) }
  }

  private static func recased(_ singular: String, like text: String) -> String {
    let shared = zip(text, singular).prefix { $0.lowercased() == $1.lowercased() }.count
    return String(text.prefix(shared) + singular.dropFirst(shared))
  }

  /// Text in quotes names a thing exactly as written.
  func quotedNames(at start: Int, as role: Role) -> [Item] {
    quoted(at: start).compactMap { item in
      guard let text = item.phrase.text, let concept = try? Concept(parsing: text) else { return nil }
      let known = vocabulary.concept(key: concept.key)
      // “X clocks in at Y” is a sentence with something left open, and no name.
      let isOpen = known == nil && Phrasing(text, means: text).slots.count > 0 && text.split(separator: " ").count > 2
      return Item(
        end: item.end, phrase: .concept(known ?? concept), cost: isOpen ? 3 : known == nil ? 0.5 : 0.1, name: (role, known == nil))
    }
  }

  /// The name that a naming adds: as written, with or without quotes and article.
  mutating func otherNames(at start: Int, _ number: Number) -> [Item] {
    let noun = skippingArticle(start)
    return nouns(at: noun, number, as: .thing)
  }
}

extension Item {
  func costing(_ more: Double) -> Item {
    Item(end: end, phrase: phrase, cost: cost + more, children: children, slips: slips, name: name)
  }
}
