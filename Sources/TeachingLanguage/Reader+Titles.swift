import Lessons

/// “The novel Wolf Hill was written by Ana”: what is said of Wolf Hill, and that it is a novel.
extension Reader {
  /// The sentence with the name alone, and what the name is of; nil where no name has its kind before it.
  func readTitled(_ sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext) -> SentenceReading? {
    let splitter = ClauseSplitter(sentence: sentence, grammar: grammar)
    guard sentence.words.count <= Self.titledWordsMax, splitter.mayBeSplit,
      !sentence.words.contains(where: { grammar.functionWords.contains($0.normal, in: .renaming) }),
      let split = splitter.titled(in: Clause(sentence.words.indices.map { .word($0) })).first, split.count == 2,
      let kind = read(split[1], of: sentence, vocabulary, context), let told = Self.kind(in: kind),
      // “The word "banana" …” is of no banana.
      case .word(let name)? = split[1].parts.first, sentence.words[name].quoted == nil,
      // “the late Ana Sousa” is no late.
      told.label.split(separator: " ").last.map({ !grammar.morphology.looksAdjectival(String($0)) }) == true
    else { return nil }
    let (text, moves) = split[0].text(of: sentence)
    guard var plain = SentenceSplitter.whole(text, grammar) else { return nil }
    if case .word(let first)? = split[0].parts.first, first > 0 {
      plain.beginsWithName = plain.words.first?.written.first?.isUppercase == true
    }
    let read = read(plain, vocabulary: vocabulary, context)
    // Where the rest is no plain fact, the sentence is read as one of several clauses.
    guard read.decision == .record else { return nil }
    let readings = read.readings.compactMap { joined([$0.moved(moves, by: nil), kind], isDoubtful: $0.isDoubtful) }
    guard readings.count == read.readings.count else { return nil }
    return SentenceReading(
      text: sentence.text, range: sentence.range, language: grammar.language, readings: readings, decision: read.decision)
  }

  /// The sentence is read once more for each name that has its kind before it.
  private static let titledWordsMax = 30

  private static func kind(in reading: Reading) -> Concept? {
    guard case .lesson(let taught) = reading.meaning, taught.count == 1, case .claim(let claim)? = taught.first?.teaching,
      claim.property == .isA
    else { return nil }
    return claim.value.concept
  }
}
