import Lessons
import Understanding

/// “The GI of rice is probably 60”: how sure the teacher is may stand within a sentence, and is not of what it says.
extension Reader {
  /// Reads the sentence without the word that tells it; nil where there is none, or it could be about a part of the sentence alone.
  func readHedged(_ sentence: Sentence, _ chart: inout Chart, _ context: ReadingContext) -> SentenceReading? {
    guard !sentence.isQuestion, let category = grammar.category(named: "hedge") else { return nil }
    for position in sentence.words.indices.dropFirst().dropLast() {
      guard let item = chart.read(category, at: position).first.map({ chart.items[Int($0)] }), item.end == position + 1,
        item.slips.isEmpty, let hedge = item.phrase.qualifiers, isOfWhole(position, &chart.scanner)
      else { continue }
      var words = sentence.words
      words.remove(at: position)
      let plain = Sentence(text: sentence.text, range: sentence.range, words: words, isQuestion: false)
      var chart = Chart(
        grammar: grammar, scanner: Scanner(sentence: plain, grammar: grammar, vocabulary: chart.scanner.vocabulary, context: context))
      let readings = self.readings(["told"], in: &chart, hedge: hedge)
      guard !readings.isEmpty else { return nil }
      return SentenceReading(
        text: sentence.text, range: sentence.range, language: grammar.language, readings: readings,
        decision: decision(on: readings, knowing: chart.scanner.vocabulary, isSure: !chart.isCut))
    }
    return nil
  }

  /// Whether the word stands at the verb of what is said, and not within a condition: “if it is probably fried”.
  private func isOfWhole(_ position: Int, _ scanner: inout Scanner) -> Bool {
    let words = scanner.words
    let opening = words.indices[..<position].last { scanner.isWord($0, .clause) }
    if let opening, !(opening..<position).contains(where: { words[$0].normal == "," || scanner.isWord($0, .then) }) { return false }
    if scanner.isWord(position - 1, .isOne) || scanner.isWord(position - 1, .isMany) { return true }
    if scanner.isWord(position + 1, .smallVerb) { return true }
    let verbs = scanner.verbs(at: position + 1, .third) + scanner.verbs(at: position + 1, .many)
    return verbs.contains { $0.name?.isNew == false || words[position + 1].normal.hasSuffix("s") }
  }
}

extension Reading.Meaning {
  /// The same, taught with that sureness; nil for what is no lesson.
  func hedged(_ hedge: Qualifiers) -> Reading.Meaning? {
    guard case .lesson(let taught) = self else { return nil }
    let merged = taught.compactMap { lesson in lesson.qualifiers.merging(hedge).map { Taught(lesson.teaching, $0) } }
    return merged.count == taught.count ? .lesson(merged) : nil
  }
}
