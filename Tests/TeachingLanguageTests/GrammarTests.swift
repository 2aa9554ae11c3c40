import Testing

@testable import TeachingLanguage

/// Each language says what the others say.
@Suite struct GrammarTests {
  @Test(arguments: ["pt", "es"])
  func `a language says all that English says`(language: String) throws {
    let said = try sayable(Grammar.bundled(language: language))
    let onlyEnglish = Set(try Village.golden("only-english.txt").split(separator: "\n").map(String.init))
    for (construction, parts) in try sayable(Grammar.english()) {
      guard !onlyEnglish.contains(construction) else { continue }
      guard let own = said[construction] else {
        Issue.record("\(language) has no \(construction); write it, or name it in Golden/only-english.txt")
        continue
      }
      #expect(parts.isSubset(of: own) || Self.saidOtherwise.contains(construction), "\(language): \(construction)")
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `a grammar has all the small words that code asks for`(language: String) throws {
    let words = try Grammar.bundled(language: language).functionWords
    let missing = Self.needed.filter { words[$0].isEmpty }
    #expect(missing.isEmpty, "\(language): \(missing)")
    for key in try Grammar.english().functionWords.sentences.keys {
      #expect(words.sentences[key]?.isEmpty == false, "\(language): \(key)")
    }
    #expect(words[.month].count == 12)
  }

  /// Rules with conditions are said as “every … whose …”; “two or more of” has its number in the words.
  private static let saidOtherwise: Set<String> = ["rule.if", "rule.unknown", "rule.default", "items.some"]

  /// Without these a language reads hardly anything.
  private static let needed: [FunctionWords.List] = [
    .definite, .indefinite, .and, .of, .that, .not, .per, .minus, .half, .itOne, .itMany, .isOne, .isMany, .hasOne, .hasMany, .clause,
    .then,
    .condition, .bound, .opening, .source, .questionWord, .unknown, .numberOf, .qualityPreposition, .placePreposition, .relational, .agent,
    .definitionArticle, .definitionClause, .definitionMarker, .connector, .abbreviation, .few, .tens, .scale, .fraction, .languages,
    .today, .last, .this, .next, .year, .monthWord, .price,
  ]

  /// Which parts of a construction can be said together.
  private func sayable(_ grammar: Grammar) throws -> [String: Set<Set<Int>>] {
    var all: [String: Set<Set<Int>>] = [:]
    for rule in grammar.rules {
      for variant in rule.patterns.flatMap(\.variants) {
        var parts: Set<Int> = []
        var isSaid = true
        for case .slot(_, let index) in variant {
          if let index { parts.insert(index) } else { isSaid = false }
        }
        if isSaid { all[rule.construction.name, default: []].insert(parts) }
      }
    }
    return all
  }
}
