import Foundation
public import Lessons

// Foundation has a unit of its own.
private typealias Unit = Lessons.Unit

/// How names, numbers, days and free text are said.
extension Sayer {
  func say(_ phrase: Phrase, _ terminal: Terminal) -> String? {
    switch terminal {
    case .np, .thing, .substance, .owner, .thingKnown, .nameAny: return phrase.concept.map { general($0) }
    case .thingCertain: return phrase.concept.map { certain($0) }
    case .nps, .names, .kindsCounted, .propertiesCounted: return phrase.concept.map { plural($0) }
    case .concept, .conceptKnown, .kind, .kindGeneric, .property, .propertyAny, .propertyKnown, .propertyAmount, .kindCounted:
      return phrase.concept.map { bare($0) }
    case .kinds, .properties: return phrase.concept.map { plural($0) }
    case .region: return phrase.concept.map { bare($0) }
    case .variable: return phrase.text
    case .audience, .audienceKnown: return phrase.concept.map { plural($0) }
    case .name, .nameShort: return phrase.concept.map { Scanner.looksAbbreviated($0.label) ? $0.label : quoted($0.label) }
    case .quotedName, .qualityQuoted: return phrase.concept.map { quoted($0.label) }
    case .quality, .qualityBare: return phrase.concept.map { isReadableQuality($0) ? $0.label : quoted($0.label) }
    case .verb, .verbMany, .verbBase, .verbRest, .verbNot, .verbManyNot, .verbHas, .verbHave:
      return phrase.concept.flatMap { verb($0.label, terminal) }
    case .quantity: return phrase.quantity.map { Self.say($0) }
    case .unit: return phrase.quantity.map { Self.say(unit: $0.unit) }
    case .quantityPer: return phrase.quantity.map { Self.say(denominator: $0) }
    case .period:
      guard let period = phrase.period, let from = period.from, from == period.until else { return nil }
      return from.spoken
    case .language: return phrase.text.flatMap { Languages.name(of: $0) }
    case .quoted: return phrase.text.map { quoted($0) }
    case .phrase, .rest, .source, .action, .speech, .askingSpeech, .purpose, .imperative: return phrase.text
    case .definiens: return phrase.text.flatMap { Scanner.isDefiniens($0) ? $0 : nil }
    case .questionKind: return phrase.concept?.label
    case .questionKnown: return phrase.concept.flatMap { vocabulary.roles(of: $0).contains(.question) ? $0.label : nil }
    case .its, .theAnswer: return nil
    }
  }

  // MARK: Names

  /// Whether it is said with an article: “is a fruit”, not “is sweet”.
  func isNoun(_ concept: Concept) -> Bool {
    if let role = newRole(of: concept) { return role != .quality }
    let roles = vocabulary.roles(of: concept)
    if roles.contains(.quality) != roles.contains(.kind) { return roles.contains(.kind) }
    return !English.looksAdjectival(concept.label)
  }

  /// Whether “at least three of it” counts, and does not measure.
  func isCounted(_ concept: Concept) -> Bool {
    let roles = vocabulary.roles(of: concept)
    return !roles.isDisjoint(with: [.kind, .thing]) && !roles.contains(.property)
  }

  func general(_ concept: Concept) -> String {
    let label = bare(concept)
    guard !label.hasPrefix("\""), !English.standsAlone(label) else { return label }
    if newRole(of: concept) == .quality || (isKnownQuality(concept)) { return label }
    return "\(English.article(before: label)) \(label)"
  }

  /// “Lisbon”, “the rabbit”; in quotes what would be read as a kind.
  private func certain(_ concept: Concept) -> String {
    let label = bare(concept)
    if label.first?.isUppercase == true { return label }
    let roles = vocabulary.roles(of: concept)
    return roles.contains(.thing) && !roles.contains(.kind) && isReadable(concept) ? "the \(label)" : quoted(concept.label)
  }

  private func isKnownQuality(_ concept: Concept) -> Bool {
    let roles = vocabulary.roles(of: concept)
    return roles.contains(.quality) && !roles.contains(.kind)
  }

  public func plural(_ concept: Concept) -> String {
    let label = bare(concept)
    guard !label.hasPrefix("\"") else { return label }
    let head = label.split(separator: " ").last.map(String.init) ?? label
    guard !label.contains(","), !English.looksPlural(head), head == head.lowercased() else { return label }
    return label.dropLast(head.count) + English.plural(of: head)
  }

  /// The label, in quotes where it would not be read as one name.
  func bare(_ concept: Concept) -> String {
    isReadable(concept) ? concept.label : quoted(concept.label)
  }

  private func isReadable(_ concept: Concept) -> Bool {
    let words = Lexicon.words(of: concept.label)
    guard let first = words.first, let last = words.last, !["a", "an", "the", "it", "they", "this", "these"].contains(first) else {
      return false
    }
    if vocabulary.concept(key: concept.key) != nil {
      return words.contains { !grammar.reserved.contains($0) } && first.first?.isLetter == true
    }
    guard words.count <= Scanner.newNameWordsMax, first.first?.isLetter == true, last.first?.isLetter == true || words.count > 1 else {
      return false
    }
    guard !words.contains(where: grammar.reserved.contains), !English.looksPlural(last) else { return false }
    return concept.label.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
  }

  private func isReadableQuality(_ concept: Concept) -> Bool {
    if vocabulary.concept(key: concept.key) != nil { return isReadable(concept) }
    guard !concept.label.hasSuffix("-free") else { return false }
    if English.phrasalQualities.contains(concept.key) { return true }
    let parts = concept.label.split(separator: " ", maxSplits: 2).map(String.init)
    if parts.count == 3, ["in", "to", "from", "with", "of"].contains(parts[1]), English.looksAdjectival(parts[0]),
      !Scanner.isParticiple(parts[0]),
      parts[0] != "free"
    {
      return isReadable(Concept(parts[2]))
    }
    return isReadable(concept) && (!concept.label.contains(" ") || English.looksAdjectival(concept.label))
  }

  private func quoted(_ text: String) -> String { "\"\(text)\"" }

  // MARK: Verbs

  private func verb(_ label: String, _ terminal: Terminal) -> String? {
    let parts = label.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return nil }
    let rest = parts.count > 1 ? " " + parts[1] : ""
    if label == "has" { return terminal == .verbHas ? "has" : terminal == .verbHave ? "have" : nil }
    let isCopula = first == "is"
    switch terminal {
    case .verb: return label
    case .verbMany: return isCopula ? "are" + rest : English.plainForm(of: first).map { $0 + rest }
    case .verbBase: return isCopula ? nil : English.plainForm(of: first).map { $0 + rest }
    case .verbRest: return isCopula ? String(rest.dropFirst()) : nil
    case .verbNot: return isCopula ? "is not" + rest : nil
    case .verbManyNot: return isCopula ? "are not" + rest : nil
    default: return nil
    }
  }

  // MARK: Numbers

  static func say(_ quantity: Quantity) -> String {
    let number = quantity.amount.plain
    let unit = quantity.unit
    guard unit != .none else { return number }
    let above = unit.numerator
    let below = unit.per.map { denominator in
      wordsByCode[denominator.unit.code] == nil ? "/" + say(denominator: denominator) : " per " + say(denominator: denominator)
    }
    if let sign = signs[above.code] { return sign + number + (below ?? "") }
    return number + joined(above, isOne: quantity.amount == 1) + (below ?? "")
  }

  /// “kilograms”, “mg per day”
  private static func say(unit: Unit) -> String {
    let below = unit.per.map { denominator in
      wordsByCode[denominator.unit.code] == nil ? "/" + say(denominator: denominator) : " per " + say(denominator: denominator)
    }
    let above = joined(unit.numerator, isOne: false)
    return String(above.drop { $0 == " " }) + (below ?? "")
  }

  /// “100 g”, “serving”
  static func say(denominator: Quantity) -> String {
    let isOne = denominator.amount == 1
    let unit = joined(denominator.unit, isOne: isOne)
    return isOne ? String(unit.drop { $0 == " " }) : denominator.amount.plain + unit
  }

  private static func joined(_ unit: Unit, isOne: Bool) -> String {
    if unit == .none { return "" }
    if unit == .percent { return "%" }
    if let words = wordsByCode[unit.code] { return " " + (isOne ? words.one : words.many) }
    if let symbol = symbols[unit.code] { return " " + symbol }
    guard UnitTable.byCode[unit.code] == nil, !isOne else { return " " + unit.code }
    return " " + English.plural(of: unit.code)
  }

  private static let signs = ["EUR": "€", "USD": "$", "GBP": "£"]
  private static let symbols = ["Cel": "°C", "mm[Hg]": "mmHg", "[IU]": "IU", "ug": "µg", "umol": "µmol"]

  /// Units that are said as words.
  private static let wordsByCode: [String: (one: String, many: String)] = {
    var words: [String: (one: String, many: String)] = [
      "d": ("day", "days"), "a": ("year", "years"), "wk": ("week", "weeks"), "mo": ("month", "months"), "h": ("hour", "hours"),
      "min": ("minute", "minutes"), "s": ("second", "seconds"),
    ]
    for row in UnitTable.rows where row.isWord && words[row.code] == nil { words[row.code] = (row.code, English.plural(of: row.code)) }
    return words
  }()
}
