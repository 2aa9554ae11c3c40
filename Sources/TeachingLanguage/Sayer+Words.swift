import Foundation
public import Lessons

// Foundation has a unit of its own.
private typealias Unit = Lessons.Unit

/// How names, numbers, days and free text are said.
extension Sayer {
  func say(_ phrase: Phrase, _ terminal: Terminal) -> [Said]? {
    let isNaming = [.name, .nameShort, .names, .quotedName, .questionKind, .questionKnown].contains(terminal)
    let phrase = isNaming ? phrase : phrase.concept.map { .concept(spoken($0)) } ?? phrase
    switch terminal {
    case .np, .thing, .substance, .owner, .thingKnown, .nameAny: return phrase.concept.map(general)
    case .thingCertain: return phrase.concept.map(certain)
    case .nps, .names, .kindsCounted, .propertiesCounted, .kinds, .kindsPlain, .properties, .audience, .audienceKnown:
      return phrase.concept.map { [Said(plural($0), .name(isPlural: true))] }
    case .concept, .conceptKnown, .kind, .kindGeneric, .property, .propertyAny, .propertyKnown, .propertyAmount, .kindCounted, .region:
      return phrase.concept.map { [Said(bare($0), .name(isPlural: false))] }
    case .quality, .qualityBare: return phrase.concept.map { [Said(isReadableQuality($0) ? $0.label : quoted($0.label), .quality)] }
    case .verb, .verbMany, .verbBase, .verbFirst, .verbRest, .verbTail, .verbParticiple, .verbDated, .verbWhen, .verbNot, .verbManyNot:
      return phrase.concept.flatMap { verb($0.label, terminal) }
    default: return text(of: phrase, terminal).map { [Said($0)] }
    }
  }

  private func text(of phrase: Phrase, _ terminal: Terminal) -> String? {
    switch terminal {
    case .variable, .slot, .phrase, .rest, .source, .action, .speech, .askingSpeech, .purpose, .imperative: phrase.text
    case .name, .nameShort: phrase.concept.map { Scanner.looksAbbreviated($0.label) ? $0.label : quoted($0.label) }
    case .quotedName, .qualityQuoted: phrase.concept.map { quoted($0.label) }
    case .deed: phrase.concept.flatMap { morphology.said(deed: $0.label, .third) }
    case .deedMany: phrase.concept.flatMap { morphology.said(deed: $0.label, .many) }
    case .deedBase: phrase.concept.flatMap { morphology.said(deed: $0.label, .base) }
    case .verbHas, .verbHave:
      phrase.concept.flatMap { $0.key == "has" ? functionWords[terminal == .verbHas ? .hasOne : .hasMany].first : nil }
    case .quantity: phrase.quantity.map { say($0) }
    case .unit: phrase.quantity.map { say(unit: $0.unit) }
    case .quantityPer: phrase.quantity.map(say(denominator:))
    case .period:
      phrase.period.flatMap(say)
    case .date: phrase.period.flatMap { $0.wholeYear == nil ? say($0) : nil }
    case .language: phrase.text.flatMap(functionWords.languageName)
    case .quoted: phrase.text.map(quoted)
    case .definiens: phrase.text.flatMap { grammar.isDefiniens($0) ? $0 : nil }
    case .questionKind: phrase.concept?.label
    case .questionKnown: phrase.concept.flatMap { vocabulary.roles(of: $0).contains(.question) ? $0.label : nil }
    default: nil
    }
  }

  private func say(_ period: Period) -> String? {
    if let day = period.from, day == period.until { return say(day) }
    if let year = period.wholeYear { return "\(year)" }
    return period.wholeMonth.map {
      functionWords.sentence("month", ["month": functionWords[.month][$0.month - 1], "year": "\($0.year)"])
    }
  }

  private func say(_ day: Day) -> String {
    functionWords.sentence(
      "day", ["day": "\(day.day)", "month": functionWords[.month][day.month - 1], "year": "\(day.year)"])
  }

  // MARK: Names

  /// Whether it is said with an article: “is a fruit”, not “is sweet”.
  func isNoun(_ concept: Concept) -> Bool {
    if let role = newRole(of: concept) { return role != .quality }
    let roles = vocabulary.roles(of: concept)
    if roles.contains(.quality) != roles.contains(.kind) { return roles.contains(.kind) }
    return !AnyLanguage.looksAdjectival(concept.label)
  }

  /// Whether “at least three of it” counts, and does not measure.
  func isCounted(_ concept: Concept) -> Bool {
    let roles = vocabulary.roles(of: concept)
    return !roles.isDisjoint(with: [.kind, .thing]) && !roles.contains(.property)
  }

  func general(_ concept: Concept) -> [Said] {
    let label = bare(concept)
    guard !label.hasPrefix("\"") else { return [Said(label)] }
    if newRole(of: concept) == .quality || isKnownQuality(concept) { return [Said(label, .name(isPlural: false))] }
    return morphology.general(label)
  }

  /// “Lisbon”, “the rabbit”; in quotes what would be read as a kind.
  private func certain(_ concept: Concept) -> [Said] {
    let label = bare(concept)
    if label.first?.isUppercase == true { return [Said(label)] }
    let roles = vocabulary.roles(of: concept)
    guard roles.contains(.thing), !roles.contains(.kind), isReadable(concept), let article = functionWords[.definite].first else {
      return [Said(quoted(concept.label))]
    }
    return [Said(article, .word), Said(label, .name(isPlural: false))]
  }

  private func isKnownQuality(_ concept: Concept) -> Bool {
    let roles = vocabulary.roles(of: concept)
    return roles.contains(.quality) && !roles.contains(.kind)
  }

  public func plural(_ concept: Concept) -> String {
    let label = bare(concept)
    guard !label.hasPrefix("\"") else { return label }
    return morphology.plural(ofName: label) ?? label
  }

  /// The label, in quotes where it would not be read as one name.
  func bare(_ concept: Concept) -> String {
    isReadable(concept) ? concept.label : quoted(concept.label)
  }

  private func isReadable(_ concept: Concept) -> Bool {
    let words = Lexicon.words(of: concept.label)
    guard let first = words.first, let last = words.last, !isArticleOrPronoun(first) else { return false }
    if vocabulary.concept(key: concept.key) != nil {
      return words.contains { !grammar.reserved.contains($0) } && first.first?.isLetter == true
    }
    let outer = words.enumerated().filter { !functionWords.contains($1, in: .nameConnector) || $0 == 0 || $0 == words.count - 1 }.map(
      \.element)
    guard words.count <= Scanner.newNameWordsMax, first.first?.isLetter == true, last.first?.isLetter == true || words.count > 1 else {
      return false
    }
    guard !outer.contains(where: grammar.reserved.contains), morphology.singular(ofName: words) == nil else { return false }
    return concept.label.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
  }

  private func isArticleOrPronoun(_ word: String) -> Bool {
    [FunctionWords.List.indefinite, .definite, .itOne, .itMany].contains { functionWords.contains(word, in: $0) }
  }

  private func isReadableQuality(_ concept: Concept) -> Bool {
    if vocabulary.concept(key: concept.key) != nil { return isReadable(concept) }
    let words = concept.label.split(separator: " ").map(String.init)
    guard morphology.quality(ofName: words) == words else { return false }
    guard !concept.label.hasSuffix("-free") else { return false }
    if morphology.isPhrasal(concept.key) { return true }
    let parts = concept.label.split(separator: " ", maxSplits: 2).map(String.init)
    if parts.count == 3, functionWords.contains(parts[1], in: .qualityPreposition), morphology.looksAdjectival(parts[0]),
      !morphology.isParticiple(parts[0]), !functionWords.contains(parts[0], in: .lacking)
    {
      return isReadable(Concept(parts[2]))
    }
    return isReadable(concept) && (!concept.label.contains(" ") || morphology.looksAdjectival(concept.label))
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  // MARK: Verbs

  /// What follows “is” agrees as qualities do: “é tratada com”.
  private func verb(_ label: String, _ terminal: Terminal) -> [Said]? {
    if let phrase = morphology.verbPhrase(label), let said = said(phrase, label, terminal) { return [Said(said)] }
    let parts = label.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = parts.first, label != "has" else { return nil }
    let isCopula = morphology.copulas.contains(first) || first == functionWords[.wasOne].first
    let rest = parts.dropFirst().map { Said($0, isCopula ? .quality : .other) }
    func negated(_ list: FunctionWords.List) -> [Said]? {
      guard isCopula, let copula = functionWords[list].first, let not = functionWords[.not].first else { return nil }
      return [Said(copula), Said(not)] + rest
    }
    switch terminal {
    case .verb: return morphology.said(first, .third).map { [Said($0)] + rest }
    case .verbMany: return morphology.said(first, .many).map { [Said($0)] + rest }
    // After “has to” nothing tells a bent participle from another word.
    case .verbBase: return morphology.said(first, .base).map { [Said($0)] + parts.dropFirst().map { Said($0) } }
    case .verbFirst: return morphology.said(first, .first).map { [Said($0)] + rest }
    case .verbDated where morphology.tellsPast(label): return [Said(first)] + rest
    case .verbRest: return isCopula ? rest : nil
    case .verbNot: return negated(.isOne)
    case .verbManyNot: return negated(.isMany)
    default: return nil
    }
  }

  private func said(_ phrase: VerbPhrase, _ label: String, _ terminal: Terminal) -> String? {
    switch terminal {
    case .verb, .verbDated: label
    case .verbMany: phrase.many
    case .verbBase: phrase.base
    case .verbRest: phrase.afterIs
    case .verbWhen: phrase.kind == .copulaPast ? label.split(separator: " ", maxSplits: 1).last.map(String.init) : nil
    case .verbNot: phrase.denied(ofMany: false)
    case .verbManyNot: phrase.denied(ofMany: true)
    default: nil
    }
  }

  // MARK: Numbers

  func say(_ quantity: Quantity) -> String {
    if let day = quantity.day { return say(day) }
    let number = morphology.say(quantity.amount)
    let unit = quantity.unit
    guard unit != .none else { return number }
    let above = unit.numerator
    let below = unit.per.map { denominator in
      let per = isSaidInWords(denominator.unit) ? functionWords[.per].first.map { " \($0) " } : nil
      return (per ?? "/") + say(denominator: denominator)
    }
    if let sign = Self.signs[above.code] { return (morphology.signsFollow ? "\(number) \(sign)" : sign + number) + (below ?? "") }
    return number + joined(above, isOne: quantity.amount == 1) + (below ?? "")
  }

  /// “kilograms”, “mg per day”
  private func say(unit: Unit) -> String {
    let below = unit.per.map { denominator in
      let per = isSaidInWords(denominator.unit) ? functionWords[.per].first.map { " \($0) " } : nil
      return (per ?? "/") + say(denominator: denominator)
    }
    return joined(unit.numerator, isOne: false).drop { $0 == " " } + (below ?? "")
  }

  /// “100 g”, “serving”
  func say(denominator: Quantity) -> String {
    let isOne = denominator.amount == 1
    let unit = joined(denominator.unit, isOne: isOne)
    return isOne ? String(unit.drop { $0 == " " }) : morphology.say(denominator.amount) + unit
  }

  private func isSaidInWords(_ unit: Unit) -> Bool { grammar.unitWordsByCode[unit.code]?.isSaid == true }

  private func joined(_ unit: Unit, isOne: Bool) -> String {
    if unit == .none { return "" }
    if unit == .percent { return "%" }
    if let words = grammar.unitWordsByCode[unit.code], words.isSaid { return " " + (isOne ? words.one : words.many) }
    if let symbol = Self.symbols[unit.code] { return " " + symbol }
    guard UnitTable.byCode[unit.code] == nil, !isOne else { return " " + unit.code }
    return " " + morphology.plural(of: unit.code)
  }

  private static let signs = ["EUR": "€", "USD": "$", "GBP": "£"]
  private static let symbols = ["Cel": "°C", "mm[Hg]": "mmHg", "[IU]": "IU", "ug": "µg", "umol": "µmol"]
}
