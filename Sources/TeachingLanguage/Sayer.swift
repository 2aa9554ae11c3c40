public import Lessons

/// Says meanings in full sentences, by the same patterns that read them: reading what was said gives the meaning again.
public struct Sayer: Sendable {
  let grammars: Grammars
  let grammar: Grammar
  let vocabulary: Vocabulary
  /// Whether names are said in its language where that was taught; what was read is said back in its own words.
  private(set) var translates = false
  /// Roles of names that nobody has taught, by key.
  private let newRoles: [String: Role]

  /// - Parameter vocabulary: decides between “is a fruit” and “is sweet”; without it the look of the word does.
  public init(grammar: Grammar, vocabulary: Vocabulary = Vocabulary()) {
    self.init(grammars: Grammars([grammar]), vocabulary: vocabulary)
  }

  /// Speaks the first of the languages.
  public init(grammars: Grammars, vocabulary: Vocabulary = Vocabulary()) {
    self.init(grammars: grammars, grammar: grammars.first, vocabulary: vocabulary, newRoles: [:])
  }

  init(grammars: Grammars, grammar: Grammar, vocabulary: Vocabulary, newRoles: [String: Role]) {
    self.grammars = grammars
    self.grammar = grammar
    self.vocabulary = vocabulary
    self.newRoles = newRoles
  }

  var morphology: any Morphology { grammar.morphology }
  var functionWords: FunctionWords { grammar.functionWords }

  func newRole(of concept: Concept) -> Role? { newRoles[concept.key] }

  /// The same in another of its languages, by IETF tag.
  public func speaking(_ language: String) -> Sayer {
    var sayer = Sayer(grammars: grammars, grammar: grammars[language], vocabulary: vocabulary, newRoles: newRoles)
    sayer.translates = translates
    return sayer
  }

  /// The same with the names of its language: plátano for banana.
  public func translating() -> Sayer {
    var sayer = self
    sayer.translates = true
    return sayer
  }

  func spoken(_ concept: Concept) -> Concept { translates ? vocabulary.translation(of: concept, to: grammar.language) ?? concept : concept }

  /// The same in the language that the text is in.
  public func speaking(as text: String) -> Sayer { speaking(grammars.language(of: text)) }

  // MARK: Sentences

  /// Empty for a note, which has only its own words. What this language has no form for is said in the village's first.
  public func say(_ teaching: Teaching, _ qualifiers: Qualifiers = .none) -> String {
    let said = saying(teaching, qualifiers)
    return said.isEmpty && grammar.language != grammars.first.language
      ? speaking(grammars.first.language).saying(teaching, qualifiers) : said
  }

  private func saying(_ teaching: Teaching, _ qualifiers: Qualifiers) -> String {
    if case .procedure(let procedure) = teaching { return say(procedure) }
    var sayer = self
    // What something is called is told of the name it was taught by.
    if case .name = teaching { sayer.translates = false }
    return sayer.sentence(.taught([Taught(teaching, qualifiers)]), "statement", end: ".")
  }

  /// Several lessons in one sentence; empty where they do not fit in one.
  func say(_ taught: [Taught]) -> String { sentence(.taught(taught), "statement", end: ".") }

  public func say(_ claim: Claim) -> String { say(.claim(claim)) }
  public func say(_ rule: Rule) -> String { say(.rule(rule)) }
  public func say(_ question: Question) -> String {
    let said = sentence(.question(question), "question", end: "?")
    guard said.isEmpty, grammar.language != grammars.first.language else { return said }
    return speaking(grammars.first.language).sentence(.question(question), "question", end: "?")
  }
  public func say(_ correction: Correction) -> String { sentence(.meaning(.correction(correction)), "correction", end: ".") }
  public func say(_ courtesy: Courtesy) -> String { sentence(.meaning(.courtesy(courtesy)), "courtesy", end: ".") }

  /// What the person said of themselves: “I take insulin.”
  public func say(aboutMe pattern: Pattern) -> String { sentence(.meaning(.aboutMe(pattern)), "about.me", end: ".") }

  // MARK: Parts

  /// “51”, “between 48 and 54 g”, “a banana”
  public func say(_ value: Value) -> String {
    if let text = phrase(Construction.single(value), "value") { return text }
    guard case .range(let range) = value else { return "" }
    return phrase(.value(.range(range)), "measure.test") ?? ""
  }

  /// “it is fried”, “its glycemic index is below 55”
  /// Where it speaks of a certain thing and not of any: “a mango is fried”.
  public func say(_ condition: Condition) -> String {
    switch condition {
    case .measure(.value(.concept(let subject)), let property, let range):
      measured(subject, property, range)
    case .pattern(let pattern):
      if case (.value(.concept(let subject)), .value(let object)) = (pattern.subject, pattern.object) {
        phrase(.taught([Taught(.claim(Claim(subject, pattern.property, object, isNegated: pattern.isNegated)))]), "statement") ?? ""
      } else {
        phrase(.conditions([condition]), "conditions") ?? phrase(.conditions([condition]), "var.claim") ?? ""
      }
    case .measure, .comparison: phrase(.conditions([condition]), "conditions") ?? ""
    }
  }

  /// “it is a food and its glycemic index is below 55”
  public func say(_ conditions: [Condition]) -> String { phrase(.conditions(conditions), "conditions") ?? "" }

  public func say(_ pattern: Pattern) -> String { say(.pattern(pattern)) }

  /// “the glycemic index of a mango is below 55”
  private func measured(_ subject: Concept, _ property: Concept, _ range: QuantityRange) -> String {
    sentence("measure", subject: subject, property: property, ["value": say(.range(range))])
  }

  /// “its glycemic index times its carbs divided by 100”
  public func say(_ formula: Formula) -> String { phrase(.formula(Computed(formula)), "formula") ?? "" }

  /// “a banana”, “white rice”
  public func name(_ concept: Concept) -> String { morphology.join(general(spoken(concept))) }

  // MARK: By the grammar

  func sentence(_ meaning: Phrase, _ category: String, end: String) -> String {
    guard let text = phrase(meaning, category) else { return "" }
    let first = text.prefix { $0.isLetter }
    let isPlain = first.allSatisfy { $0.isLowercase }
    let isEnded = [".\"", "!\"", "?\""].contains(where: text.hasSuffix) && end == "."
    let opening = end == "?" ? functionWords[.questionOpening].first ?? "" : ""
    return opening + (isPlain ? text.prefix(1).uppercased() + text.dropFirst() : text) + (isEnded ? "" : end)
  }

  private func phrase(_ phrase: Phrase, _ category: String) -> String? {
    guard let category = grammar.category(named: category), let parts = say(phrase, category, depth: 0) else { return nil }
    return morphology.join(parts)
  }

  private static let depthMax = 40

  /// The words for a meaning; nil where the category cannot say it.
  private func say(_ phrase: Phrase, _ category: Int, depth: Int) -> [Said]? {
    guard depth < Self.depthMax else { return nil }
    if let terminal = grammar.terminals[category] { return say(phrase, terminal) }
    for rule in grammar.rulesByCategory[category] {
      let rule = grammar.rules[rule]
      guard let parts = rule.construction.split(phrase, self) else { continue }
      let wanted = Set(parts.indices.filter { parts[$0] != nil })
      for pattern in rule.patterns {
        for variant in pattern.variants {
          guard Self.slots(of: variant) == wanted, let words = fill(variant, parts, depth) else { continue }
          return words
        }
      }
    }
    return nil
  }

  /// Nil where the pattern has a part that is not for saying.
  private static func slots(of variant: [Grammar.Element]) -> Set<Int>? {
    var slots: Set<Int> = []
    for case .slot(_, let index) in variant {
      guard let index else { return nil }
      slots.insert(index)
    }
    return slots
  }

  private func fill(_ variant: [Grammar.Element], _ parts: [Phrase?], _ depth: Int) -> [Said]? {
    var words: [Said] = []
    for element in variant {
      switch element {
      case .word(let word): words.append(Said(grammar.words[word], .word))
      case .slot(let category, let index):
        guard let index, let part = parts[index], let said = say(part, category, depth: depth + 1) else { return nil }
        words += said
      }
    }
    return words
  }
}
