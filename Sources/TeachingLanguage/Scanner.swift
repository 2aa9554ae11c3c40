import Lessons
import Understanding

/// Reads what patterns cannot: names, numbers, dates and free text, in one sentence.
struct Scanner {
  let sentence: Sentence
  let grammar: Grammar
  let vocabulary: Vocabulary
  let context: ReadingContext
  var words: [Word] { sentence.words }

  private let spellingsByWord: [[(word: String, slips: Int)]]
  private let grammarWordsByWord: [[(symbol: Int, cost: Double)]]
  private var knownByStart: [Int: [NameMatch]] = [:]
  /// What stretches of words would be called.
  var labels: [LabelKey: Concept?] = [:]

  struct LabelKey: Hashable {
    let range: Range<Int>
    let isBent: Bool
  }

  init(sentence: Sentence, grammar: Grammar, vocabulary: Vocabulary, context: ReadingContext) {
    self.sentence = sentence
    self.grammar = grammar
    self.vocabulary = vocabulary
    self.context = context
    var spellings: [[(word: String, slips: Int)]] = []
    var grammarWords: [[(symbol: Int, cost: Double)]] = []
    for word in sentence.words {
      var own = [(word: word.normal, slips: 0)]
      var literals: [(symbol: Int, cost: Double)] = []
      literals += grammar.readings[word.normal] ?? []
      if literals.isEmpty, Self.mayBeMisspelt(word, grammar, vocabulary) {
        for layer in vocabulary.layers { own += layer.words.corrections(of: word.normal) }
        for correction in grammar.spelling.corrections(of: word.normal, limit: 2) {
          // “Beans” are no slip of “means”.
          guard let symbol = grammar.symbols[correction.word], correction.word.first == word.normal.first else { continue }
          literals.append((symbol, Vocabulary.slipCost * Double(correction.slips)))
        }
      }
      spellings.append(own)
      grammarWords.append(literals)
    }
    spellingsByWord = spellings
    grammarWordsByWord = grammarWords
  }

  private static func mayBeMisspelt(_ word: Word, _ grammar: Grammar, _ vocabulary: Vocabulary) -> Bool {
    guard word.kind == .word, word.normal.utf8.count >= SpellingIndex.lengthMin - 1, !grammar.reserved.contains(word.normal) else {
      return false
    }
    return !vocabulary.knows(word: word.normal) && !grammar.morphology.commonWords.contains(word.normal)
      && !grammar.morphology.isCommonQuality(word.normal)
      && !grammar.morphology.bases(of: word.normal).contains { vocabulary.knows(word: $0.form) }
  }

  func spellings(at position: Int) -> [(word: String, slips: Int)] { spellingsByWord[position] }

  /// The words of patterns that a word can be, with the cost of taking it so.
  func grammarWords(at position: Int) -> [(symbol: Int, cost: Double)] { grammarWordsByWord[position] }

  var morphology: any Morphology { grammar.morphology }
  var functionWords: FunctionWords { grammar.functionWords }

  func isWord(_ position: Int, _ normal: String) -> Bool { position < words.count && words[position].normal == normal }

  func isWord(_ position: Int, _ list: FunctionWords.List) -> Bool {
    words.indices.contains(position) && functionWords.contains(words[position].normal, in: list)
  }

  mutating func known(at start: Int) -> [NameMatch] {
    if let known = knownByStart[start] { return known }
    let found = start < words.count ? vocabulary.names(at: start, in: words, morphology) { spellingsByWord[$0] } : []
    knownByStart[start] = found
    return found
  }

  mutating func items(_ terminal: Terminal, at start: Int) -> [Item] {
    guard start < words.count else { return [] }
    switch terminal {
    case .np: return general(at: start, .singular)
    case .nps: return general(at: start, .plural)
    case .thing: return general(at: start, .either)
    case .substance: return general(at: start, .either).filter { $0.name?.role != .property }
    case .owner: return owners(at: start)
    case .thingKnown: return general(at: start, .either, onlyKnown: true)
    case .thingCertain: return certainThings(at: start)
    case .concept: return nouns(at: start, .either, as: .thing)
    case .conceptKnown: return nouns(at: start, .either, as: .thing, onlyKnown: true)
    case .elided: return elided(at: start)
    case .its: return isWord(start, .owner) ? pronoun(at: start) : []
    case .name: return otherNames(at: start, .singular)
    case .names: return otherNames(at: start, .plural)
    case .nameShort: return otherNames(at: start, .singular).filter { $0.phrase.concept.map { Self.looksAbbreviated($0.label) } ?? false }
    case .nameAny: return general(at: start, .singular)
    case .quotedName, .qualityQuoted: return quotedNames(at: start, as: terminal == .quotedName ? .thing : .quality)
    case .code: return codes(at: start)
    case .kind: return nouns(at: start, .singular, as: .kind)
    case .kinds: return nouns(at: start, .plural, as: .kind)
    case .kindsPlain: return nouns(at: start, .plural, as: .kind).filter { morphology.looksPlural(words[$0.end - 1].normal) }
    case .kindGeneric:
      let certain = Set(thingsAfterThe(at: start).compactMap(\.phrase.concept))
      return nouns(at: start, .singular, as: .kind).map { item in
        item.phrase.concept.map(certain.contains) == true ? item.costing(0.5) : item
      }
    case .quality: return qualities(at: start, isBare: false)
    case .qualityBare: return qualities(at: start, isBare: true)
    case .qualityWith: return qualitiesWith(at: start)
    case .property: return nouns(at: start, .singular, as: .property)
    case .properties: return nouns(at: start, .plural, as: .property)
    case .propertyAny: return nouns(at: start, .either, as: .property)
    case .propertyKnown: return nouns(at: start, .either, as: .property, onlyKnown: true).filter { $0.name?.role == .property }
    case .propertyAmount: return amountsOf(at: start)
    case .kindsCounted: return counted(at: start, .plural)
    case .kindCounted: return counted(at: start, .singular)
    case .propertiesCounted: return countedProperties(at: start)
    case .verb: return verbs(at: start, .third)
    case .verbMany: return verbs(at: start, .many)
    case .verbBase: return verbs(at: start, .base)
    case .verbFirst: return verbs(at: start, .first)
    case .verbRest: return verbsAfterIs(at: start, auxiliaries: 0)
    case .verbGerund: return goingOn(at: start)
    case .verbTail: return tails(at: start)
    case .verbParticiple: return participles(at: start)
    case .verbNot: return deniedVerbs(at: start, .isOne, .wasOne)
    case .verbManyNot: return deniedVerbs(at: start, .isMany, .wasMany)
    case .deed: return deeds(at: start, .third)
    case .deedMany: return deeds(at: start, .many)
    case .deedBase: return deeds(at: start, .base)
    case .deedGerund: return deedsGoingOn(at: start)
    case .verbHas: return isWord(start, .hasOne) ? [relation(Concept("has"), start + 1)] : []
    case .verbHave: return isWord(start, .hasMany) ? [relation(Concept("has"), start + 1)] : []
    case .quantity: return quantities(at: start)
    case .quantityPer: return denominators(at: start)
    case .unit: return bareUnits(at: start)
    case .period: return periods(at: start)
    case .date: return periods(at: start).filter { $0.end > start + 1 }
    case .verbDated: return datedVerbs(at: start)
    case .verbWhen: return datedParticiples(at: start)
    case .language: return languages(at: start)
    case .audience: return nouns(at: skippingArticle(start), .either, as: .audience)
    case .audienceKnown:
      return nouns(at: skippingArticle(start), .either, as: .audience, onlyKnown: true).filter { item in
        item.phrase.concept.map { vocabulary.roles(of: $0).contains(.audience) } == true
      }
    case .region: return regions(at: start)
    case .variable: return variables(at: start)
    case .slot: return slots(at: start)
    case .quoted: return quoted(at: start)
    case .phrase: return freeText(at: start, crossesCommas: true)
    case .action: return actions(at: start)
    case .deliberate: return isWord(start, .stative) ? [] : actions(at: start)
    case .speech: return speeches(at: start, .speechVerb)
    case .speechAlways: return speechesWithAlways(at: start)
    case .askingSpeech: return speeches(at: start, .askingVerb)
    case .purpose: return imperatives(at: start, untilCommaOnly: true)
    case .imperative: return imperatives(at: start, untilCommaOnly: false)
    case .theAnswer: return lastQuestion(at: start)
    case .rest: return freeText(at: start, crossesCommas: false)
    case .source: return sources(at: start)
    case .definiens: return definientia(at: start)
    case .questionKind: return questionKinds(at: start)
    case .questionKnown: return questionKinds(at: start).filter { $0.name?.isNew == false && $0.end == words.count }
    }
  }

  func skippingArticle(_ start: Int) -> Int {
    (isWord(start, .indefinite) || isWord(start, .definite)) && !isInitial(start) ? start + 1 : start
  }

  static func looksAbbreviated(_ label: String) -> Bool {
    label.count <= 8 && !label.contains(" ") && label.filter(\.isUppercase).count >= 2
  }
}
