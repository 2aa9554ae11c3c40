import Foundation
import Lessons

/// The patterns of one language, read from text: the same rule reads a sentence and says it.
///
/// The format is explained at the head of `Grammars/en.grammar`. What a rule means is its construction, code that both
/// builds a meaning from its parts and takes one apart, so reading and saying cannot drift apart.
///
/// Source: Rendel & Ostermann (2010), invertible syntax descriptions, Haskell Symposium; the pairing of one abstract
/// syntax with patterns per language is Ranta's Grammatical Framework.
public struct Grammar: Sendable {
  /// A word, or a slot for a category; the slot's index is its place among the construction's, or nil when unused.
  enum Element: Hashable, Sendable {
    case word(Int)
    case slot(category: Int, index: Int?)
  }

  struct Pattern: Sendable {
    /// The same pattern with and without its options, each alternative for itself; the plainest first.
    var variants: [[Element]]
    var cost: Double
  }

  struct Rule: Sendable {
    let category: Int
    let construction: Construction
    var patterns: [Pattern]
  }

  /// IETF tag.
  public let language: String
  let morphology: any Morphology
  let functionWords: FunctionWords
  /// What each unit is called, as written and in lower case.
  let unitsByName: [String: Lessons.Unit]
  let unitWordsByCode: [String: FunctionWords.UnitWords]

  private(set) var words: [String] = []
  private(set) var symbols: [String: Int] = [:]
  /// The words of patterns that a word may be, with the cost of taking it so: “a” for “o”, “nao” for “não”.
  private(set) var readings: [String: [(symbol: Int, cost: Double)]] = [:]
  private(set) var categories: [String] = []
  private(set) var categoryIndex: [String: Int] = [:]
  private(set) var rules: [Rule] = []
  private(set) var rulesByCategory: [[Int]] = []
  private(set) var terminals: [Terminal?] = []
  private(set) var tries: [Trie] = []
  private(set) var reserved: Set<String> = []
  private(set) var spelling = SpellingIndex()

  public init(text: String) throws(GrammarError) {
    var parser = GrammarParser()
    let lines = try parser.parse(text)
    guard let morphology = AnyLanguage.byTag[parser.language] else {
      throw GrammarError(line: 0, reason: "how “\(parser.language)” bends its words is not known")
    }
    language = parser.language
    self.morphology = morphology
    functionWords = FunctionWords(
      lists: parser.lists, units: parser.units, sentences: parser.sentences, cautions: parser.cautions)
    (unitsByName, unitWordsByCode) = Self.units(functionWords)
    reserved = parser.reserved
    for line in lines { _ = category(line.category) }
    for line in lines {
      guard let construction = Construction.all[line.construction] else {
        throw GrammarError(line: line.number, reason: "there is no construction “\(line.construction)”")
      }
      guard line.slots == construction.slots else {
        throw GrammarError(line: line.number, reason: "\(line.construction) has the slots (\(construction.slots.joined(separator: ", ")))")
      }
      var rule = Rule(category: category(line.category), construction: construction, patterns: [])
      for pattern in line.patterns { rule.patterns.append(try read(pattern, of: construction)) }
      rulesByCategory[rule.category].append(rules.count)
      rules.append(rule)
    }
    try check()
    addReadings()
    tries = categories.indices.map { Trie(category: $0, in: self) }
    for word in words where word.count >= SpellingIndex.lengthMin { spelling.add(word) }
  }

  /// A grammar that comes with this module.
  ///
  /// - Parameter language: IETF tag.
  public static func bundled(language: String) throws -> Grammar {
    guard let url = Bundle.module.url(forResource: "Grammars/\(language)", withExtension: "grammar") else {
      throw GrammarError(line: 0, reason: "there is no bundled grammar for “\(language)”")
    }
    return try Grammar(text: String(decoding: Data(contentsOf: url), as: UTF8.self))
  }

  public static func english() throws -> Grammar { try bundled(language: "en") }
  public static func portuguese() throws -> Grammar { try bundled(language: "pt") }
  public static func spanish() throws -> Grammar { try bundled(language: "es") }

  /// The table's names are English; signs and codes are everybody's.
  private static func units(
    _ functionWords: FunctionWords
  ) -> (byName: [String: Lessons.Unit], wordsByCode: [String: FunctionWords.UnitWords]) {
    var byName = UnitTable.byName
    var wordsByCode: [String: FunctionWords.UnitWords] = [:]
    for words in functionWords.units {
      for name in [words.one, words.many] + words.others { byName[name] = Lessons.Unit(code: words.code) }
      wordsByCode[words.code] = words
    }
    return (byName, wordsByCode)
  }

  func category(named name: String) -> Int? { categoryIndex[name] }

  private mutating func category(_ name: String) -> Int {
    if let index = categoryIndex[name] { return index }
    categoryIndex[name] = categories.count
    categories.append(name)
    rulesByCategory.append([])
    terminals.append(Terminal(rawValue: name))
    return categories.count - 1
  }

  private mutating func symbol(_ word: String) -> Int {
    if let symbol = symbols[word] { return symbol }
    symbols[word] = words.count
    words.append(word)
    return words.count - 1
  }

  private mutating func read(_ pattern: GrammarParser.Pattern, of construction: Construction) throws(GrammarError) -> Pattern {
    var variants: [[Element]] = []
    for variant in pattern.variants {
      var elements: [Element] = []
      for part in variant {
        switch part {
        case .word(let word): for half in morphology.expansion(of: word) ?? [word] { elements.append(.word(symbol(half))) }
        case .slot(let name, let target):
          let index = construction.slots.firstIndex(of: name)
          guard index != nil || name == "_" else {
            throw GrammarError(line: pattern.line, reason: "\(construction.name) has no slot “\(name)”")
          }
          elements.append(.slot(category: category(target), index: index))
        }
      }
      guard !elements.isEmpty else { throw GrammarError(line: pattern.line, reason: "a pattern must have a word or a slot") }
      variants.append(elements)
    }
    return Pattern(variants: variants, cost: pattern.cost)
  }

  private static let accentCost = 0.6

  /// Small words agree with their noun, and accents are left out in a hurry; where that makes another word, it costs.
  private mutating func addReadings() {
    for (word, symbol) in symbols { readings[word] = [(symbol, 0)] }
    for pair in morphology.agreeing where pair.masculine != pair.feminine {
      guard let symbol = symbols[pair.masculine] else { continue }
      readings[pair.feminine, default: []].append((symbol, 0))
    }
    // “e” before “impresoras” is “y”.
    for list in [FunctionWords.List.and, .or] {
      guard let symbol = functionWords[list].first.flatMap({ symbols[$0] }) else { continue }
      for word in functionWords[list].dropFirst() { readings[word, default: []].append((symbol, 0)) }
    }
    guard morphology.ignoresAccents else { return }
    for (word, meant) in readings.sorted(by: { $0.key < $1.key }) {
      let plain = word.unaccented
      guard plain != word else { continue }
      let isOther = readings[plain] != nil || reserved.contains(plain)
      readings[plain, default: []] += meant.map { ($0.symbol, $0.cost + (isOther ? Self.accentCost : 0)) }
      reserved.insert(plain)
    }
  }

  /// Every category has patterns or is a terminal, and none begins with itself: the reader would never end.
  private func check() throws(GrammarError) {
    var beginnings: [Set<Int>] = categories.map { _ in [] }
    for rule in rules {
      for case .slot(let category, _)? in rule.patterns.flatMap(\.variants).map(\.first) { beginnings[rule.category].insert(category) }
    }
    for (index, name) in categories.enumerated() {
      guard terminals[index] != nil || !rulesByCategory[index].isEmpty else {
        throw GrammarError(line: 0, reason: "nothing says what “\(name)” is")
      }
      var reached: Set<Int> = []
      var open = Array(beginnings[index])
      while let next = open.popLast() {
        if reached.insert(next).inserted { open += beginnings[next] }
      }
      guard !reached.contains(index) else { throw GrammarError(line: 0, reason: "“\(name)” begins with itself") }
    }
  }
}

/// Why a grammar cannot be used.
public struct GrammarError: Error, Hashable, CustomStringConvertible {
  /// From 1; 0 where no single line is at fault.
  public let line: Int
  public let reason: String

  public var description: String { "grammar, line \(line): \(reason)" }
}

/// The patterns of one category by their common beginnings.
struct Trie: Sendable {
  struct End: Sendable {
    let rule: Int
    /// For each slot passed on the way, its place among the construction's.
    let slots: [Int?]
    let cost: Double
  }

  struct Node: Sendable {
    var words: [Int: Int] = [:]
    var slots: [(category: Int, node: Int)] = []
    var ends: [End] = []
  }

  private(set) var nodes = [Node()]

  init(category: Int, in grammar: Grammar) {
    for rule in grammar.rulesByCategory[category] {
      for pattern in grammar.rules[rule].patterns {
        for variant in pattern.variants { insert(variant, rule: rule, cost: pattern.cost) }
      }
    }
  }

  private mutating func insert(_ elements: [Grammar.Element], rule: Int, cost: Double) {
    var node = 0
    var slots: [Int?] = []
    for element in elements {
      switch element {
      case .word(let word):
        if let next = nodes[node].words[word] {
          node = next
        } else {
          nodes[node].words[word] = nodes.count
          node = append()
        }
      case .slot(let category, let index):
        slots.append(index)
        if let next = nodes[node].slots.first(where: { $0.category == category }) {
          node = next.node
        } else {
          nodes[node].slots.append((category, nodes.count))
          node = append()
        }
      }
    }
    nodes[node].ends.append(End(rule: rule, slots: slots, cost: cost))
  }

  private mutating func append() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }
}
