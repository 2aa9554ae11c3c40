import Testing

@testable import TeachingLanguage

/// Each language says what the others say.
@Suite struct GrammarTests {
  @Test(arguments: ["pt", "es"])
  func `a language says all that English says`(language: String) throws {
    let said = try sayable(Grammar.bundled(language: language))
    for (construction, parts) in try sayable(Grammar.english()) {
      guard !Self.onlyEnglish.contains(construction) else { continue }
      guard let own = said[construction] else {
        Issue.record("\(language) has no \(construction)")
        continue
      }
      #expect(parts.isSubset(of: own) || Self.saidOtherwise.contains(construction), "\(language): \(construction)")
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `a grammar has all the small words that code asks for`(language: String) throws {
    let words = try Grammar.bundled(language: language).functionWords
    let missing = FunctionWords.List.allCases.filter { words[$0].isEmpty && !Self.left.contains($0) }
    #expect(missing.isEmpty, "\(language): \(missing)")
    for key in try Grammar.english().functionWords.sentences.keys {
      #expect(words.sentences[key]?.isEmpty == false, "\(language): \(key)")
    }
    #expect(words[.month].count == 12)
  }

  /// Conditions on the words of a text, what was or can be, dates as values, what is told in passing, procedures, and what people must and may do.
  private static let onlyEnglish: Set<String> = {
    let lists = [
      Construction.wording, Construction.wordingParts, Construction.labelling, Construction.acting, Construction.linking,
      Construction.disjoining, Construction.proceeding,
      Construction.obliging, Construction.linking, Construction.dating, Construction.disjoining,
    ]
    let others = [
      "number.one", "dated.on", "dated.in", "dated.at", "ask.when", "alternatives.of", "chosen", "ask.norm", "count.once", "count.twice",
      "excepted", "guideline.always", "guideline.never",
      "hasThing", "kind.done", "kind.related", "kindAsks", "kindsOf", "meant", "areNeither", "choice.named", "choice.namedEither",
      "rule.assumed", "rule.assumedInstead", "rule.assumedNot", "rule.namedChoice", "rule.some", "told", "valuesOfMany", "testFor",
    ]
    return Set(lists.flatMap { $0 }.map(\.name) + others)
  }()

  /// Rules with conditions are said as “every … whose …”.
  private static let saidOtherwise: Set<String> = ["rule.if", "rule.unknown", "rule.default"]

  /// What not every language has.
  private static let left: Set<FunctionWords.List> = [
    .letter, .owner, .ordinal, .needs, .toDo, .nameConnector, .questionOpening, .can, .cannot, .did, .role, .deedEnd, .nounTail, .been,
    .first, .idiom, .reason, .because,
    .personOne, .perfect, .single, .weekday, .title, .stative, .plainVerb, .actionEnd, .finiteVerb, .speechVerb, .askingVerb, .speechEnd,
    .orderWord, .imperativeEnd, .answer, .clitic, .tail, .been, .idiom, .first,
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
