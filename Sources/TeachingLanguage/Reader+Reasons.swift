public import Lessons

/// A reason that was given by itself: “because it mentions "cake"”.
public struct ReasonReading: Hashable, Sendable {
  public let condition: TextCondition
  /// What was assumed to get here; see ``Reading/weight``.
  public let weight: Double
}

extension Concept {
  /// Whether it is what people ask, “whether a food is allowed”, and nothing that they ask about.
  public var isAsked: Bool { AnyLanguage.isAsked(label) }
}

extension Reader {
  /// The ways to read a reason, best first; none where it is no condition on the words of a text.
  public func reasons(in text: String, vocabulary: Vocabulary) -> [ReasonReading] {
    let grammar = grammars[grammars.language(of: text)]
    let sentences = SentenceSplitter.sentences(of: text, grammar)
    guard sentences.count == 1, let sentence = sentences.first, sentence.words.count <= Chart.wordsMax,
      let category = grammar.category(named: "text.reason")
    else { return [] }
    let scanner = Scanner(sentence: sentence, grammar: grammar, vocabulary: vocabulary, context: ReadingContext())
    var chart = Chart(grammar: grammar, scanner: scanner)
    let whole = chart.read(category, at: 0).map { chart.items[Int($0)] }.filter { $0.end == sentence.words.count }
    return whole.sorted { $0.cost < $1.cost }.prefix(Self.readingsMax).compactMap { item in
      item.phrase.textCondition.map { ReasonReading(condition: $0, weight: item.cost) }
    }
  }
}
