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
    _ sentence: Sentence, _ ranked: [(grammar: Grammar, evidence: Int)], vocabulary: Vocabulary, _ context: ReadingContext
  ) -> SentenceReading {
    let ranked = grammars.ranked(for: sentence.text, after: ranked.map(\.grammar.language))
    guard let likeliest = ranked.first else { return read(sentence, vocabulary: vocabulary, context) }
    // Each language cuts words for itself: “da” is two of them in Portuguese.
    var best = reading(in: likeliest.grammar).read(sentence.cut(by: likeliest.grammar), vocabulary: vocabulary, context)
    for other in ranked.dropFirst() {
      let gap = likeliest.evidence - other.evidence
      // With none of its small words it would take whatever it cannot read for new names.
      guard gap == 0 || (best.readings.isEmpty && gap <= Self.evidenceGapMax && other.evidence > 0) else { continue }
      let reading = reading(in: other.grammar).read(sentence.cut(by: other.grammar), vocabulary: vocabulary, context)
      if let weight = reading.readings.first?.weight, weight < best.readings.first?.weight ?? .infinity {
        // What another language makes of it is read back.
        best = gap == 0 ? reading : reading.confirming
      }
    }
    return best
  }
}

extension Sentence {
  /// The same sentence, cut into words as another language does.
  fileprivate func cut(by grammar: Grammar) -> Sentence {
    guard let same = SentenceSplitter.whole(text, grammar) else { return self }
    return Sentence(text: text, range: range, words: same.words.map { $0.moved(by: range.lowerBound) }, isQuestion: same.isQuestion)
  }
}

extension Word {
  /// The same word that many bytes further on.
  func moved(by offset: Int) -> Word {
    var word = Word(
      kind: kind, normal: normal, written: written, range: range.lowerBound + offset..<range.upperBound + offset, followsSpace: followsSpace
    )
    word.quoted = quoted
    word.contracted = contracted
    return word
  }
}

extension SentenceReading {
  var confirming: SentenceReading {
    guard decision == .record else { return self }
    return SentenceReading(text: text, range: range, language: language, readings: readings, decision: .confirm)
  }
}
