import Lessons

/// Several languages in one village: a message is read in the language that it is in.
extension Reader {
  /// The reader of one of the languages.
  func reading(in grammar: Grammar) -> Reader { Reader(grammars: grammars, grammar: grammar) }

  /// How far the small words of another language may be behind for it to be tried, too.
  private static let evidenceGapMax = 2

  /// Reads a sentence in the language that it is likeliest in, and in those as likely; of these the message's goes first.
  ///
  /// - Parameter ranked: the languages, likeliest first, with the evidence for each.
  func read(
    _ sentence: Sentence, of text: String, _ ranked: [(grammar: Grammar, evidence: Int)], vocabulary: Vocabulary, _ context: ReadingContext
  ) -> SentenceReading {
    let ranked = grammars.ranked(for: sentence.text, after: ranked.map(\.grammar.language))
    guard let likeliest = ranked.first else { return read(sentence, vocabulary: vocabulary, context) }
    var best = reading(in: likeliest.grammar).read(sentence, vocabulary: vocabulary, context)
    for other in ranked.dropFirst() {
      let gap = likeliest.evidence - other.evidence
      guard gap == 0 || (best.readings.isEmpty && gap <= Self.evidenceGapMax) else { continue }
      guard let same = SentenceSplitter.sentences(of: text, other.grammar).first(where: { $0.range == sentence.range }) else { continue }
      let reading = reading(in: other.grammar).read(same, vocabulary: vocabulary, context)
      if let weight = reading.readings.first?.weight, weight < best.readings.first?.weight ?? .infinity {
        // What another language makes of it is read back.
        best = gap == 0 ? reading : reading.confirming
      }
    }
    return best
  }
}

extension SentenceReading {
  fileprivate var confirming: SentenceReading {
    guard decision == .record else { return self }
    return SentenceReading(text: text, range: range, language: language, readings: readings, decision: .confirm)
  }
}
