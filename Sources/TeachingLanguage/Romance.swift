import Foundation
import Lessons

/// What Portuguese and Spanish share: words agree in gender and number, small words are contracted, accents may be left out
/// in a hurry, and a comma stands before decimals.
///
/// A relation's label begins with the infinitive: “interagir com”, “ser tratado com”. Of a third person alone nobody can
/// tell a verb from a noun: “a causa”, “causa”.
protocol Romance: Morphology {
  var verbs: RomanceVerbs { get }
  var past: RomancePast { get }
  /// “foi”, “foram”
  var pastCopula: (one: String, many: String) { get }
  /// “do” is “de” and “o”.
  var contractions: [String: [String]] { get }
  /// Nouns by words whose gender their ending does not tell.
  func isFeminine(noun: String) -> Bool
  /// How a quality ends that tells where something is from: “português”.
  var origin: String { get }
  /// Feminines by masculines, and the other way round, that go by no rule.
  var irregularFeminines: [String: String] { get }
  var irregularMasculines: [String: String] { get }
  /// What qualities in -o end in.
  var endingsInO: [String] { get }
  /// Of the third persons in the plural of verbs in -ar.
  var pluralEnding: String { get }
  var prepositions: Set<String> { get }
  /// Qualities in the masculine singular, whatever their ending.
  var qualities: Set<String> { get }
  var qualityEndings: [String] { get }
  /// Nouns that end like qualities, and infinitives' look-alikes.
  var nouns: Set<String> { get }
  /// “se”, “qual”: what begins an indirect question.
  var questionWords: Set<String> { get }
  /// Between an infinitive and the word that tells that it is done to its subject: “tomar-se”.
  var reflexiveJoint: String { get }
  /// “muito”, “pouco”.
  var intensifiers: Set<String> { get }
  /// The article as it sounds before that word: “el agua”.
  func article(_ article: String, before noun: String) -> String
}

extension Romance {
  var ignoresAccents: Bool { true }
  var bendsEveryWord: Bool { true }
  var qualityFollows: Bool { true }
  var hasDecimalComma: Bool { true }
  var signsFollow: Bool { true }
  var meansAnyWithDefinite: Bool { true }

  func article(_ article: String, before noun: String) -> String { article }
  func isAsked(_ label: String) -> Bool {
    label.lowercased().split(separator: " ").first.map { questionWords.contains(String($0)) } ?? false
  }
  func expansion(of word: String) -> [String]? { contractions[word] }
  func isIrregularParticiple(_ word: String) -> Bool { false }
  func isMeasured(_ noun: String) -> Bool { ["caloria", "quilocaloria", "kilocaloría", "caloría", "grama", "gramo"].contains(noun) }

  /// The masculine of a feminine quality in the singular, or the word itself.
  func masculine(of quality: String) -> String {
    if let irregular = irregularMasculines[quality] { return irregular }
    if quality.hasSuffix("esa"), quality.count > 4 { return quality.dropLast(3) + origin }
    if quality.hasSuffix("dora") { return String(quality.dropLast()) }
    guard quality.hasSuffix("a"), quality.count > 3 else { return quality }
    let masculine = String(quality.dropLast()) + "o"
    if isIrregularParticiple(masculine) { return masculine }
    let isKnown = qualities.contains(masculine) || (!nouns.contains(quality) && endingsInO.contains(where: masculine.hasSuffix))
    return isKnown ? masculine : quality
  }

  func feminine(of quality: String) -> String {
    if let irregular = irregularFeminines[quality] { return irregular }
    if quality.hasSuffix(origin) { return quality.dropLast(2) + "esa" }
    if quality.hasSuffix("dor") { return quality + "a" }
    return quality.hasSuffix("o") ? quality.dropLast() + "a" : quality
  }

  // MARK: Nouns

  /// A plural is no label, so one that cannot be turned back is not used.
  func plural(ofName label: String) -> String? {
    let words = label.split(separator: " ").map(String.init)
    guard !label.contains(","), let first = words.first, first == first.lowercased(), !looksPlural(first) else { return nil }
    let end = words.firstIndex { isPreposition($0) || contractions[$0] != nil } ?? words.count
    let bent = words[..<end].map { $0.last?.isLetter == true && $0 == $0.lowercased() ? plural(of: $0) : $0 } + words[end...]
    return singular(ofName: bent) == words ? bent.joined(separator: " ") : nil
  }

  /// “índices glicémicos”, “dores de cabeça”
  func singular(ofName words: [String]) -> [String]? {
    let end = words.firstIndex { isPreposition($0) || contractions[$0] != nil } ?? words.count
    guard end > 0, let head = singulars(of: words[0]).first else { return nil }
    return [head] + words[1..<end].map { singulars(of: $0).first ?? $0 } + words[end...]
  }

  func bases(of word: String) -> [(form: String, isPlural: Bool)] {
    var bases: [(form: String, isPlural: Bool)] = []
    func add(_ form: String, _ isPlural: Bool) {
      if form != word, !bases.contains(where: { $0.form == form }) { bases.append((form, isPlural)) }
    }
    let singulars = singulars(of: word)
    for form in singulars { add(form, true) }
    for form in singulars { add(masculine(of: form), true) }
    add(masculine(of: word), false)
    return bases
  }

  func standsAlone(_ label: String) -> Bool {
    label.contains(",") || label.contains(where: \.isNumber) || label.split(separator: " ").first?.contains(where: \.isUppercase) != false
  }

  func general(_ label: String) -> [Said] {
    let name = Said(label, .name(isPlural: false))
    guard !standsAlone(label), let article = agreeing.first else { return [name] }
    return [Said(article.masculine, .word), name]
  }

  // MARK: Qualities

  func looksAdjectival(_ label: String) -> Bool {
    let words = label.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first else { return false }
    if words.count == 1 { return isQuality(first) }
    // “de baixo IG”
    if first == "de" { return true }
    if intensifiers.contains(first) { return words.count == 2 && isQuality(words[1]) }
    return isQuality(first) && isPreposition(words[1])
  }

  private func isQuality(_ word: String) -> Bool {
    let base = masculine(of: singulars(of: word).first ?? word)
    if qualities.contains(base) { return true }
    guard !nouns.contains(word), !nouns.contains(base) else { return false }
    return qualityEndings.contains { base.hasSuffix($0) && base.utf8.count > $0.utf8.count + 2 }
  }

  func isCommonQuality(_ word: String) -> Bool { qualities.contains(masculine(of: singulars(of: word).first ?? word)) }
  func isAdjective(_ word: String) -> Bool { qualities.contains(word) }
  func looksNominal(_ label: String) -> Bool { label.split(separator: " ").first.map { nouns.contains(String($0)) } ?? false }

  func quality(ofName words: [String]) -> [String] {
    let end = words.firstIndex { isPreposition($0) || contractions[$0] != nil } ?? words.count
    return words[..<end].map { masculine(of: singulars(of: $0).first ?? $0) } + words[end...]
  }

  /// The quality as it agrees with a noun; as it is where it would not be told again.
  func agreeing(_ quality: String, isFeminine: Bool, isPlural: Bool) -> String {
    guard isFeminine || isPlural else { return quality }
    let words = quality.split(separator: " ").map(String.init)
    let end = words.firstIndex { isPreposition($0) || contractions[$0] != nil } ?? words.count
    let bent =
      words[..<end].map { word -> String in
        guard !intensifiers.contains(word) else { return word }
        let gendered = isFeminine ? feminine(of: word) : word
        return isPlural ? plural(of: gendered) : gendered
      } + words[end...]
    return self.quality(ofName: bent) == words ? bent.joined(separator: " ") : quality
  }

  // MARK: Numbers

  /// “1.234” may be 1234 or, as others write, 1.234.
  func numbers(in written: String) -> [(number: Decimal, cost: Double)] {
    let parts = written.split(separator: ",", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = groups.joined()
    if parts.count == 2 { return Decimal(plain: whole + "." + parts[1]).map { [($0, 0)] } ?? [] }
    guard groups.count > 1 else { return Decimal(plain: whole).map { [($0, 0)] } ?? [] }
    let point = groups.count == 2 ? Decimal(plain: written) : nil
    guard groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }), groups[0].utf8.count <= 3, groups[0] != "0" else {
      return point.map { [($0, 0.1)] } ?? []
    }
    return [Decimal(plain: whole).map { ($0, 0) }, point.map { ($0, 0.5) }].compactMap { $0 }
  }

  func say(_ number: Decimal) -> String { number.plain.replacing(".", with: ",") }
}
