import Lessons
import Understanding

/// A unit in brackets, as the heads of tables have it: “The weight (in kg) of Ana is 70”, “The area is 344 (square meters)”.
extension Reader {
  /// The reading with the unit after its number; nil where what stands in brackets is none.
  func readUnitInBrackets(_ sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext) -> SentenceReading? {
    let words = sentence.words
    guard words.count(where: { $0.normal == "(" }) == 1, let open = words.firstIndex(where: { $0.normal == "(" }), open > 0,
      let close = words[open...].firstIndex(where: { $0.normal == ")" })
    else { return nil }
    let first = grammar.functionWords.contains(words[open + 1].normal, in: .placePreposition) ? open + 2 : open + 1
    guard first < close, close - first <= Self.unitWordsMax, namesUnit(words[first..<close]),
      let number = open > 0 && words[open - 1].kind == .number ? open - 1 : words.lastIndex(where: { $0.kind == .number }),
      number < open || number > close, words.count(where: { $0.kind == .number }) == 1
    else { return nil }
    let order = words.indices.filter { !(open...close).contains($0) }.flatMap { $0 == number ? [$0] + Array(first..<close) : [$0] }
    let (text, moves) = Clause(order.map { .word($0) }).text(of: sentence)
    guard let plain = SentenceSplitter.whole(sentence.isQuestion ? text.dropLast() + "?" : text, grammar) else { return nil }
    let read = self.read(plain, vocabulary: vocabulary, context)
    guard let best = read.readings.first, Self.givesUnit(best) else { return nil }
    return SentenceReading(
      text: sentence.text, range: sentence.range, language: read.language, readings: read.readings.map { $0.moved(moves, by: nil) },
      decision: read.decision)
  }

  private static let unitWordsMax = 3

  private func namesUnit(_ words: ArraySlice<Word>) -> Bool {
    words.contains { grammar.unitsByName[$0.normal] != nil }
      || grammar.unitsByName[words.map(\.normal).joined(separator: " ")] != nil
  }

  private static func givesUnit(_ reading: Reading) -> Bool {
    guard case .lesson(let taught) = reading.meaning else { return false }
    return taught.contains { lesson in
      if case .claim(let claim) = lesson.teaching { claim.value.unit.map { $0 != .none } ?? false } else { false }
    }
  }
}
