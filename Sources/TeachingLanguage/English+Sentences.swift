import Foundation
import Lessons
import Understanding

/// English among the languages: names, verbs and sentences as the reader and the sayer ask for them.
extension English {
  var commonWords: Set<String> { CommonWords.english }
  var ignoresAccents: Bool { false }
  var bendsEveryWord: Bool { false }
  var qualityFollows: Bool { false }
  var agreeing: [(masculine: String, feminine: String)] { [] }
  var copulas: Set<String> { ["is"] }
  var hasDecimalComma: Bool { false }
  var signsFollow: Bool { false }
  var meansAnyWithDefinite: Bool { false }

  func numbers(in written: String) -> [(number: Decimal, cost: Double)] { Decimal(plain: written).map { [($0, 0)] } ?? [] }
  func say(_ number: Decimal) -> String { number.plain }

  func isFrequentVerb(_ word: String) -> Bool { Self.frequentVerbs.contains(word) }
  func isMeasured(_ noun: String) -> Bool { Self.nounsMeasured.contains(noun) }
  func looksNominal(_ label: String) -> Bool {
    !Self.adjectives.contains(label) && (Self.nounsLikeAdjectives.contains(label) || Self.nounsFromElsewhere.contains(label))
  }
  func isAdjective(_ word: String) -> Bool { Self.adjectives.contains(word) }
  func isPreposition(_ word: String) -> Bool { Self.prepositions.contains(word) }
  func isParticiple(_ word: String) -> Bool { (word.hasSuffix("ed") || word.hasSuffix("en")) && word.utf8.count > 4 }
  func isIrregularParticiple(_ word: String) -> Bool { Self.participles.contains(word) }

  func bases(of word: String) -> [(form: String, isPlural: Bool)] { singulars(of: word).map { ($0, true) } }

  func singular(ofName words: [String]) -> [String]? {
    words.last.flatMap { singulars(of: $0).first }.map { words.dropLast() + [$0] }
  }

  func quality(ofName words: [String]) -> [String] { words }
  func plural(ofName label: String) -> String? {
    let head = label.split(separator: " ").last.map(String.init) ?? label
    guard !label.contains(","), !looksPlural(head), head == head.lowercased() else { return nil }
    return label.dropLast(head.count) + plural(of: head)
  }

  func general(_ label: String) -> [Said] {
    standsAlone(label) ? [Said(label, .name(isPlural: false))] : [Said("a", .word), Said(label, .name(isPlural: false))]
  }

  // MARK: Verbs

  /// Labels are third persons, so other forms are turned into that.
  func relations(of word: String, _ form: VerbForm) -> [String] { [form == .third ? word : thirdPerson(of: word)] }

  func said(_ verb: String, _ form: VerbForm) -> String? {
    switch form {
    case .third: verb
    case .many: verb == "is" ? "are" : plainForm(of: verb)
    case .first: verb == "is" ? nil : plainForm(of: verb)
    case .base: verb == "is" ? nil : plainForm(of: verb)
    }
  }

  func newVerbCost(_ word: String, _ form: VerbForm) -> Double? {
    switch form {
    case .third:
      guard let plain = plainForm(of: word), !Self.nounsInS.contains(word), !looksLikeAgent(plain) else { return nil }
      return isLikelyVerb(plain) ? 0 : 0.5
    case .many, .base, .first:
      // “created” is read as what was once.
      guard !word.hasSuffix("ed") || word.hasSuffix("eed") || ["shed", "embed"].contains(word) else { return nil }
      // So is “flew”, of which nobody makes “flews”.
      if let plain = plainForm(ofPast: word), plain != word, !Self.frequentVerbs.contains(word) { return nil }
      guard !word.hasSuffix("ly") || Self.verbsInLY.contains(word) else { return nil }
      guard !looksPlural(word), !isAdjective(word), word.utf8.count > 2 else { return nil }
      // “Ana takes metformin for …”: nobody metformins.
      return isLikelyVerb(word) ? 0.1 : form == .many ? 2 : 1.2
    }
  }

  // MARK: Sentences

  func isAsked(_ label: String) -> Bool {
    label.lowercased().split(separator: " ").first.map { Self.questionWords.contains(String($0)) } ?? false
  }

  private static let questionWords: Set<String> = ["whether", "what", "which", "how", "who", "where", "when", "why", "if", "the"]

  /// No space before a comma, “an” before a vowel.
  func join(_ pieces: [Said]) -> String {
    var text = ""
    for (index, piece) in pieces.enumerated() {
      let word = piece.text
      let glued = [",", ".", ";", ":", "?", ")", "'s", "'"].contains(word) || text.hasSuffix("(") || text.isEmpty
      let next = index + 1 < pieces.count ? pieces[index + 1].text : ""
      let said =
        switch word {
        case "a": article(before: next)
        case "i": "I"
        case "source" where text.hasSuffix("("): "Source"
        default: word
        }
      text += (glued ? "" : " ") + said
    }
    return text
  }

  /// “isn't” is “is” and “not”.
  func expansion(of word: String) -> [String]? {
    if let known = Self.contractions[word] { return known }
    if word.hasSuffix("n't") { return [String(word.dropLast(3)), "not"] }
    if word.hasSuffix("'re") { return [String(word.dropLast(3)), "are"] }
    if word.hasSuffix("'ve") { return [String(word.dropLast(3)), "have"] }
    if word.hasSuffix("'ll") { return [String(word.dropLast(3)), "will"] }
    return nil
  }

  private static let contractions: [String: [String]] = [
    "what's": ["what", "is"], "it's": ["it", "is"], "that's": ["that", "is"], "there's": ["there", "is"], "who's": ["who", "is"],
    "where's": ["where", "is"], "how's": ["how", "is"], "he's": ["he", "is"], "she's": ["she", "is"], "here's": ["here", "is"],
    "whats": ["what", "is"], "dont": ["do", "not"], "doesnt": ["does", "not"], "isnt": ["is", "not"], "arent": ["are", "not"],
    "im": ["i", "am"], "cant": ["can", "not"], "thats": ["that", "is"], "isa": ["is", "a"], "i'm": ["i", "am"], "let's": ["let", "us"],
    "can't": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"], "shan't": ["shall", "not"],
  ]
}
