import Understanding

/// The languages of a village, in order: where nothing tells them apart the first is meant.
public struct Grammars: Sendable {
  public let all: [Grammar]

  /// - Precondition: there is at least one.
  public init(_ all: [Grammar]) {
    precondition(!all.isEmpty, "a village speaks at least one language")
    self.all = all
  }

  /// English, Portuguese and Spanish, read once.
  public static func bundled() throws -> Grammars { try kept.get() }

  private static let kept = Result { Grammars([try Grammar.english(), try Grammar.portuguese(), try Grammar.spanish()]) }

  public var first: Grammar { all[0] }

  /// By IETF tag; the first where there is no such language.
  public subscript(language: String) -> Grammar { all.first { $0.language == language } ?? first }

  /// The language that a text is likeliest in.
  public func language(of text: String) -> String { ranked(for: text).first?.grammar.language ?? first.language }

  /// Whether the words of a text tell its language from the others.
  public func tells(_ text: String) -> Bool {
    let ranked = ranked(for: text)
    return ranked.count < 2 || ranked[0].evidence > ranked[1].evidence
  }

  /// A sentence for the person; see ``Sayer/line(_:_:)``.
  ///
  /// - Parameter language: IETF tag; nil: the first of the village's.
  public func line(_ key: String, _ parts: [String: String] = [:], speaking language: String?) -> String {
    (language.map { self[$0] } ?? first).functionWords.sentence(key, parts)
  }

  private static let wordsMax = 200

  /// The languages with how many of the text's words are small words of theirs, likeliest first.
  ///
  /// Source: the short-word method of Ingle (1976) and Grefenstette (1995), comparing two language identification schemes.
  ///
  /// - Parameter order: tags of the languages, the first of two that are as likely first; empty: the village's order.
  func ranked(for text: String, after order: [String] = []) -> [(grammar: Grammar, evidence: Int)] {
    guard all.count > 1 else { return [(first, 0)] }
    let tokens = Token.tokens(of: text).prefix(Self.wordsMax)
    let counted = all.enumerated().map { place, grammar in
      (
        place: order.firstIndex(of: grammar.language) ?? place, grammar: grammar,
        evidence: tokens.reduce(0) { $0 + grammar.evidence(of: $1) }
      )
    }
    return counted.sorted { ($0.evidence, $1.place) > ($1.evidence, $0.place) }.map { ($0.grammar, $0.evidence) }
  }
}

extension Grammar {
  /// How much a word or mark speaks for this language: a small word, a letter that others have not.
  fileprivate func evidence(of token: Token) -> Int {
    switch token.kind {
    case .number: return 0
    case .mark: return functionWords.contains(token.normal, in: .letter) ? 1 : 0
    case .word:
      let word = token.normal
      if reserved.contains(word) || morphology.expansion(of: word) != nil { return 2 }
      // The letters that tell languages apart are no ASCII, and looking for them in each word is dear.
      guard word.utf8.contains(where: { $0 >= 0x80 }) else { return 0 }
      return functionWords[.letter].contains(where: word.contains) ? 1 : 0
    }
  }
}
