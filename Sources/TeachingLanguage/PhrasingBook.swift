import Lessons
import Understanding

/// The phrasings that were taught, found by the words of a sentence.
///
/// Each lies under its longest word: a sentence has few words, and few phrasings share a long one. Beside it lie its
/// other long words, so that most of those are passed over at a look.
struct PhrasingBook: Hashable, Sendable {
  private var counts: [Phrasing: Int] = [:]
  private var byWord: [String: [Phrasing: Set<String>]] = [:]

  var isEmpty: Bool { counts.isEmpty }

  /// How many taught it.
  func count(of phrasing: Phrasing) -> Int { counts[phrasing] ?? 0 }

  mutating func change(_ phrasing: Phrasing, by step: Int) {
    let count = (counts[phrasing] ?? 0) + step
    counts[phrasing] = count == 0 ? nil : count
    let words = Self.words(of: phrasing)
    guard let word = words.max(by: { ($0.utf8.count, $1) < ($1.utf8.count, $0) }) else { return }
    if count == 0 {
      byWord[word]?[phrasing] = nil
      if byWord[word]?.isEmpty == true { byWord[word] = nil }
    } else {
      byWord[word, default: [:]][phrasing] = Set(words.filter { $0 != word && $0.utf8.count >= Self.longMin })
    }
  }

  /// Those that a sentence of these words may be an instance of, in an order that depends on nothing else.
  ///
  /// - Parameter words: as written, and what they are bent forms of.
  func candidates(for words: Set<String>) -> [Phrasing] {
    if isEmpty { return [] }
    return words.flatMap { word in (byWord[word] ?? [:]).filter { $0.value.isSubset(of: words) }.keys }
      .sorted { ($0.said, $0.meant) < ($1.said, $1.meant) }
  }

  /// Shorter words may be cut or bent in ways that only a grammar knows: “don't”, “is” and “are”.
  private static let longMin = 5

  private static func words(of phrasing: Phrasing) -> [String] {
    let slots = Set(phrasing.slots.map { String($0).lowercased() })
    return Token.tokens(of: phrasing.said).filter { $0.kind == .word && !slots.contains($0.normal) }.map(\.normal)
  }
}

/// A phrasing's words against those of a sentence.
struct PhrasingPattern {
  private enum Part: Equatable {
    case word(String)
    case slot(Character)
  }

  /// What stands in each slot, as positions among the sentence's words.
  typealias Match = [Character: Range<Int>]

  static let matchesMax = 8
  /// Longer stretches are no name and no number.
  static let slotWordsMax = 12
  private static let stepsMax = 2_000

  private let parts: [Part]
  private let morphology: any Morphology
  /// “is” and “are” are one, and so are “was” and “were”.
  private let copulas: [String: Bool]

  init?(_ phrasing: Phrasing, _ grammar: Grammar) {
    let slots = Set(phrasing.slots)
    let sentences = SentenceSplitter.sentences(of: phrasing.said, grammar)
    guard sentences.count == 1, let sentence = sentences.first else { return nil }
    morphology = grammar.morphology
    let words = grammar.functionWords
    let forms = (words[.isOne] + words[.isMany]).map { ($0, true) } + (words[.wasOne] + words[.wasMany]).map { ($0, false) }
    copulas = Dictionary(forms, uniquingKeysWith: { first, _ in first })
    func slot(at place: Int) -> Character? {
      guard sentence.words.indices.contains(place), sentence.words[place].written.count == 1 else { return nil }
      return sentence.words[place].written.first.flatMap { slots.contains($0) ? $0 : nil }
    }
    // An article belongs to the name after it: the next one may need none.
    parts = sentence.words.indices.compactMap { place in
      if let letter = slot(at: place) { return .slot(letter) }
      let isArticle = [.definite, .indefinite].contains { grammar.functionWords.contains(sentence.words[place].normal, in: $0) }
      return isArticle && slot(at: place + 1) != nil ? nil : .word(sentence.words[place].normal)
    }
  }

  /// The ways in which the words are an instance, shortest fillings first.
  func matches(_ words: [Word]) -> [Match] {
    var found: [Match] = []
    var steps = 0
    func go(_ part: Int, _ position: Int, _ match: Match) {
      steps += 1
      guard found.count < Self.matchesMax, steps < Self.stepsMax else { return }
      guard part < parts.count else {
        if position == words.count { found.append(match) }
        return
      }
      switch parts[part] {
      case .word(let word):
        if position < words.count, isForm(words[position].normal, of: word) { go(part + 1, position + 1, match) }
      case .slot(let letter):
        var end = position
        while end < words.count, end - position < Self.slotWordsMax, Self.mayFill(words[end]) || Self.isWithinName(end, words) {
          end += 1
          if words[end - 1].normal == "," { continue }
          if let before = match[letter], words[before].map(\.normal) != words[position..<end].map(\.normal) { continue }
          go(part + 1, end, match.merging([letter: position..<end]) { known, _ in known })
        }
      }
    }
    go(0, 0, [:])
    return found
  }

  /// “clocks” and “clock”: who speaks of several things bends the verb.
  private func isForm(_ one: String, of other: String) -> Bool {
    one == other || copulas[one].map { $0 == copulas[other] } == true || morphology.verbForms(of: one).contains(other)
  }

  /// The comma of “Porto, Portugal”.
  private static func isWithinName(_ comma: Int, _ words: [Word]) -> Bool {
    words[comma].normal == "," && comma > 0 && comma + 1 < words.count
      && [comma - 1, comma + 1].allSatisfy { words[$0].written.first?.isUppercase == true }
  }

  private static func mayFill(_ word: Word) -> Bool {
    word.kind != .mark || word.quoted != nil || ["-", "%", "/", ".", "€", "$"].contains(word.normal)
  }
}
