import Lessons
import Understanding

/// Names with capitals, which may hold words of the grammar: “Port Authority of Leiria”, “200 Rua Nova”, “A.F.C. Porto”.
extension Scanner {
  static let properNameChunksMax = 12
  private static let properWordCost = 0.15
  /// More than a property and its thing: “Ana is the director of Porto Clinic”.
  private static let descriptionCost = 1.4
  private static let descriptionWordsMax = 3
  private static let partCost = 3.6
  private static let placedNameCost = 0.8
  private static let postcodeLengthMin = 4
  private static let joints: Set<String> = ["-", "–", "/", ".", "'", "’", "&", "+"]

  /// What no rule can be about any of: a name with a capital, a quoted one, or “the” and a thing that is no kind.
  mutating func certainThings(at start: Int) -> [Item] {
    if words[start].normal == "\"" { return quotedNames(at: start, as: .thing) }
    guard !isWord(start, .definite) else {
      guard start + 1 < words.count else { return [] }
      // “the Leiria Dales”
      let isCapital = words[start + 1].written.first?.isUppercase == true || words[start + 1].kind == .number
      let described = start > 0 && describedName(start + 1) != nil ? properNames(at: start + 1, as: .thing) : []
      return thingsAfterThe(at: start + 1) + described + (isCapital ? certainThings(at: start + 1) : [])
    }
    guard words[start].written.first?.isUppercase == true || words[start].kind == .number else { return [] }
    return nouns(at: start, .singular, as: .thing).filter { $0.phrase.concept?.label != words[start].normal || $0.name?.isNew == false }
  }

  mutating func thingsAfterThe(at start: Int) -> [Item] {
    known(at: start).compactMap { match in
      guard match.roles.contains(.thing), !match.roles.contains(.kind), !match.isPlural else { return nil }
      return Item(
        end: match.range.upperBound, phrase: .concept(match.concept), cost: match.cost, slips: match.respellings, name: (.thing, false))
    }
  }

  /// New names that begin here and hold a capital in every word but the small ones between.
  func properNames(at start: Int, as role: Role) -> [Item] {
    guard words[start].kind != .mark else { return [] }
    var items: [Item] = []
    var position = start
    var cost = Scanner.newNameCost
    if let name = describedName(start) {
      // “the city of Porto”, “the first floor of Leiria Clinic”
      position = name
      cost += (start == 1 ? Self.descriptionCost * 2 : Self.descriptionCost) + Self.wordCost * Double(name - start - 2)
      // “the language spoken in Portugal” is rather spoken of Portugal.
      if (start..<name).contains(where: { isWord($0, .toldPlace) }) { cost += Self.placedNameCost }
    }
    guard isProper(position), !isMonthOrDay(position) else { return [] }
    let first = position
    // “Located in Texas, …” begins no name.
    if first == 0, morphology.isParticiple(words[0].normal) || isTitleOpening(0) { cost += Self.descriptionCost }
    for count in 0..<Self.properNameChunksMax {
      guard let end = chunkEnd(at: position) else { break }
      position = end
      if count > 0 || end > start + 1, isLikelyName(first..<end), let label = properLabel(start..<end) {
        items.append(Item(end: end, phrase: .concept(label), cost: cost, name: (role, true)))
        // “Porto, Portugal, is …”: a second comma closes what the first opened.
        if label.label.contains(","), end < words.count - 1, words[end].normal == "," {
          items.append(Item(end: end + 1, phrase: .concept(label), cost: cost, name: (role, true)))
        }
      }
      // “the corridor at Leiria clinic”, “the Institute of Health campus”
      let isLong = first > start || (start..<end).contains { isWord($0, .connector) && words[$0].written == words[$0].normal }
      if isLong, isBeforePredicate(end + 1), isPlainNoun(end), let label = properLabel(start..<end + 1) {
        items.append(Item(end: end + 1, phrase: .concept(label), cost: cost + Scanner.wordCost, name: (role, true)))
      }
      // “A.S. Leiria's ground”
      if isWord(end, "'s"), end + 1 < words.count, isPlainNoun(end + 1), (first..<end).contains(where: { words[$0].normal == "." }),
        let owned = properLabel(start..<end + 2)
      {
        items.append(Item(end: end + 2, phrase: .concept(owned), cost: cost + Scanner.wordCost, name: (role, true)))
      }
      // “Mercury (planet)”
      if words[first].kind == .word, isNoGrammarWord(first), let close = bracketEnd(at: end), let told = properLabel(start..<close) {
        items.append(Item(end: close, phrase: .concept(told), cost: cost, name: (role, true)))
      }
      guard let next = nextChunk(after: end) else { break }
      cost += Self.properWordCost + next.cost
      position = next.start
    }
    return items
  }

  /// Where the name begins after “the” and a few words of what it has; at a sentence's start that is rather what a thing has:
  /// “the capital of Portugal”.
  private func describedName(_ start: Int) -> Int? {
    guard start > 0, isWord(start - 1, .definite) else { return nil }
    var position = start
    // “the 2nd runway at Leiria Airport”
    if words[position].kind == .number, isWord(position + 1, .ordinal) { position += 2 }
    if isWord(position, .orderWord) || isWord(position, .first) { position += 1 }
    while position < words.count, position < start + Self.descriptionWordsMax, isPlainNoun(position) { position += 1 }
    // “the runway at Leiria Airport”
    let isJoint = [.of, .atPlace, .toldPlace].contains { isWord(position, $0) }
    // “the building of the Leiria Clinic”
    let name = position + (isWord(position + 1, .definite) ? 2 : 1)
    return position > start && isJoint && isProper(name) ? name : nil
  }

  /// “the door of the clinic”: a part named by its whole, before what is said of it.
  func partNames(at start: Int, as role: Role) -> [Item] {
    guard start > 0, isWord(start - 1, .definite) else { return [] }
    let part = plainNounsEnd(at: start)
    guard part > start, isWord(part, .of), isWord(part + 1, .definite) else { return [] }
    let whole = plainNounsEnd(at: part + 2)
    guard whole > part + 2, isBeforePredicate(whole), let label = properLabel(start..<whole) else { return [] }
    // Mostly it is what the whole has: “the capital of the country”.
    let cost = Scanner.newNameCost + Self.partCost + Self.wordCost * Double(whole - start - 3)
    return [Item(end: whole, phrase: .concept(label), cost: cost, name: (role, true))]
  }

  private func plainNounsEnd(at start: Int) -> Int {
    words[min(start, words.count)...].indices.prefix(Self.descriptionWordsMax).first { !isPlainNoun($0) }
      ?? min(start + Self.descriptionWordsMax, words.count)
  }

  private func isBeforePredicate(_ position: Int) -> Bool {
    position < words.count && [.isOne, .wasOne, .hasOne].contains { isWord(position, $0) }
  }

  private func isPlainNoun(_ position: Int) -> Bool {
    guard position < words.count else { return false }
    let word = words[position]
    return word.kind == .word && word.written == word.normal && !grammar.reserved.contains(word.normal)
  }

  /// Where a bracket of one to three words ends.
  private func bracketEnd(at open: Int) -> Int? {
    guard isWord(open, "("), open + 2 < words.count, !isWord(open + 1, .source) else { return nil }
    for close in open + 2..<min(open + 5, words.count) where words[close].normal == ")" { return close + 1 }
    return nil
  }

  /// A capital or a digit. The first word of a sentence has a capital in any case.
  private func isProper(_ position: Int) -> Bool {
    guard position < words.count, words[position].kind != .mark, let first = words[position].written.first else { return false }
    return first.isUppercase || first.isNumber
  }

  /// “May” and “Monday” belong to times.
  private func isMonthOrDay(_ position: Int) -> Bool { !periods(at: position).isEmpty && words[position].kind == .word }

  /// At a sentence's start only a second capital tells; a number needs a name beside it.
  private func isLikelyName(_ range: Range<Int>) -> Bool {
    // “3000 EUR”
    if range.count == 2, words[range.lowerBound].kind == .number, isUnit(range.lowerBound + 1) { return false }
    let joints = range.count { words[$0].kind == .mark && words[$0].normal != "," }
    let isWhole = range.dropFirst().allSatisfy { !words[$0].followsSpace }
    if isWhole, joints > 1 || (joints == 1 && words[range.lowerBound].kind == .number && isCode(range.lowerBound)) { return true }
    // “5th of May, 1968”
    guard !range.contains(where: { month(at: $0) != nil }) || !range.contains(where: { words[$0].kind == .number }) else { return false }
    let capitals = range.filter { words[$0].written.first?.isUppercase == true && words[$0].kind == .word }
    guard !capitals.isEmpty || range.contains(where: { words[$0].normal == "/" }) else { return false }
    if range.lowerBound == 0, words[0].kind == .word { return capitals.count > 1 && (isNoGrammarWord(0) || isTitleOpening(0)) }
    return isNoGrammarWord(range.lowerBound) || isTitleOpening(range.lowerBound)
  }

  /// The A of “A.F.C. Porto” is no article.
  private func isNoGrammarWord(_ position: Int) -> Bool {
    !grammar.reserved.contains(words[position].normal) || isInitial(position) || isAcronym(position)
  }

  /// “Above the Sea”: within a sentence only a name has such a capital; where it begins, two capitals tell.
  private func isTitleOpening(_ position: Int) -> Bool {
    guard morphology.isPreposition(words[position].normal) || isWord(position, .titleOpening),
      words[position].written != words[position].normal, position + 1 < words.count
    else { return isNumberOfName(position) }
    // “In the Clinic …” begins no title as often as one.
    guard position == 0 else { return isWord(position + 1, .definite) || isProper(position + 1) }
    return isWord(0, .titleOpening) && isWord(1, .definite) && isProper(2)
  }

  /// “Four Seasons Hotel”
  private func isNumberOfName(_ position: Int) -> Bool {
    functionWords.few[words[position].normal] != nil && words[position].written != words[position].normal && isProper(position + 1)
      && words[position + 1].kind == .word && (position > 0 || isProper(position + 2))
  }

  /// “US” is not “us”, unless all is in capitals.
  func isAcronym(_ position: Int) -> Bool {
    let written = words[position].written
    return written.count > 1 && written.allSatisfy { $0.isUppercase && $0.isLetter }
      && words.contains { $0.written.first?.isLowercase == true && $0.kind == .word }
  }

  func isInitial(_ position: Int) -> Bool {
    words[position].written.count == 1 && position + 1 < words.count && words[position + 1].normal == "."
      && !words[position + 1].followsSpace
  }

  /// The end of what is written without a space: “Sines–Leiria”, “F.C.”, “7A/3B”.
  private func chunkEnd(at start: Int) -> Int? {
    guard isProper(start) else { return nil }
    var end = start + 1
    // “Mr. Silva”
    if isShortened(end) { end += 2 }
    var hasPoint = false
    while end < words.count, !words[end].followsSpace, words[end].normal != "'s" {
      // “Miners' Memorial”
      if words[end].normal == "'" || words[end].normal == "’", words[end - 1].normal.hasSuffix("s"), isProper(end + 1) {
        return end + 1
      }
      if words[end].kind == .mark {
        guard Self.joints.contains(words[end].normal) else { break }
        let isInside = end + 1 < words.count && words[end + 1].kind != .mark && !words[end + 1].followsSpace
        if isShortened(end) {
          end += 2
          continue
        }
        guard isInside || (words[end].normal == "." && (hasPoint || words[end - 1].written.count == 1)) else { break }
        hasPoint = hasPoint || words[end].normal == "."
      }
      end += 1
    }
    return end
  }

  /// The point of “St. Mary” and “Acta Math. Leiria”: it ends no sentence, so it belongs to the word before.
  private func isShortened(_ point: Int) -> Bool {
    isWord(point, ".") && !words[point].followsSpace && isProper(point + 1) && words[point + 1].followsSpace
  }

  /// Where the name goes on, over small words or a comma.
  private func nextChunk(after end: Int) -> (start: Int, cost: Double)? {
    var position = end
    var cost = 0.0
    // “King's Cross”, but mostly an owner.
    if isWord(position, "'s"), isProper(position + 1) { return (position + 1, 0.9) }
    // “Wolf Hill: The Return”
    if position < words.count, words[position].normal == ":", isProper(position + 1), words[position + 1].kind == .word {
      return (position + 1, 0.9)
    }
    if position < words.count, words[position].normal == "," {
      guard position + 1 < words.count, words[position + 1].kind == .word else { return nil }
      // “German, French and Italian” are three.
      if let next = chunkEnd(at: position + 1), isWord(next, "and") || isWord(next, "or") { return nil }
      position += 1
      cost = 0.6
    }
    // “…, Leiria – 24000”: the code of a place, where it ends an address.
    if position == end, position + 1 < words.count, ["-", "–"].contains(words[position].normal), words[position].followsSpace,
      words[position + 1].written.utf8.count >= Self.postcodeLengthMin, words[position + 1].written.allSatisfy(\.isNumber)
    {
      return (position + 1, cost)
    }
    // “the Algarve region of Portugal”
    if isRegionOf(position) { return (position + 2, Self.descriptionCost) }
    let isAfterComma = position > end
    var connectors = 0
    while position < words.count, connectors < 3, !isProper(position) {
      // “Porto, in Portugal” tells where Porto is.
      guard isWord(position, .connector), !(isAfterComma && isWord(position, .looseConnector)) else { return nil }
      // “Ana and Bob” are two.
      cost += isWord(position, .and) || words[position].normal == "&" ? 1.3 : 0.1
      // “Ana in Porto” may be a name, but seldom is.
      if isWord(position, .looseConnector) { cost += 0.8 }
      position += 1
      connectors += 1
    }
    guard position < words.count, isProper(position) else { return nil }
    // “GI of 51” is a value and no name, “802 in the Museum” a number in a place.
    guard connectors > 0 else { return (position, cost) }
    // “Leiria Clinic at 5 Rua Nova”
    let isSubject = !(0..<end).contains { place in [.isOne, .isMany, .wasOne, .wasMany].contains { isWord(place, $0) } }
    let isAddress = isSubject && isWord(position - 1, .atPlace) && isProper(position + 1) && words[position + 1].kind == .word
    return words[end - 1].kind == .word && (isCapitalised(position) || isAddress) ? (position, cost) : nil
  }

  /// A common word between the name of a part and that of the whole.
  private func isRegionOf(_ position: Int) -> Bool {
    position > 1 && isWord(position - 2, .definite) && isWord(position + 1, .of) && isProper(position + 2)
      && words[position].kind == .word && words[position].written == words[position].normal
      && !grammar.reserved.contains(words[position].normal)
  }

  private func properLabel(_ range: Range<Int>) -> Concept? {
    guard let concept = try? Concept(parsing: sentence.written(range)) else { return nil }
    return vocabulary.concept(key: concept.key) ?? concept
  }
}
