import Lessons
import Testing
import TeachingLanguage

@Suite struct RoundTripTests {
  let grammar: Grammar
  let reader: Reader
  let vocabulary = Vocabulary(layers: [RandomMeaning.lexicon()])
  let sayer: Sayer

  init() throws {
    grammar = try Grammar.english()
    reader = Reader(grammar: grammar)
    sayer = Sayer(grammar: grammar, vocabulary: vocabulary)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `what is said of a lesson reads as that lesson`(seed: UInt64) {
    var random = RandomMeaning(seed: seed)
    for _ in 0..<100 {
      let teaching = random.teaching()
      // A procedure holds for everyone and everywhere.
      let qualifiers = if case .procedure = teaching { Qualifiers.none } else { random.qualifiers() }
      let said = sayer.say(teaching, qualifiers)
      // Longer sentences are not read but taught in parts.
      guard said.split(separator: " ").count < 45 else { continue }
      let readings = reader.read(said, vocabulary: vocabulary)
      #expect(readings.count == 1, "seed \(seed): \(said)")
      let meaning = Reading.Meaning.lesson([Taught(teaching, qualifiers)])
      // A list of words before “and” may end in two places; then the person picks.
      if case .labelling = teaching, readings.first?.decision == .choose {
        #expect(readings.first?.readings.map(\.meaning).contains(meaning) == true, "seed \(seed): \(said)")
      } else {
        #expect(readings.first?.readings.first?.meaning == meaning, "seed \(seed): \(said)")
      }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `what is said of a question reads as that question`(seed: UInt64) {
    var meaning = RandomMeaning(seed: seed)
    for _ in 0..<100 {
      let question = meaning.question()
      let said = sayer.say(question)
      #expect(reader.read(said, vocabulary: vocabulary).first?.readings.first?.meaning == .question(question), "seed \(seed): \(said)")
    }
  }

  @Test func `a paraphrase reads as what it paraphrases`() throws {
    let village = try Village.load()
    for line in try Village.golden("readings.tsv").split(separator: "\n") where !line.hasPrefix("#") {
      let sentence = String(line.prefix { $0 != "\t" })
      for reading in village.read(sentence).compactMap(\.readings.first) where reading.newConcepts.isEmpty {
        if case .lesson(let taught) = reading.meaning, taught.contains(where: { $0.teaching == .note }) { continue }
        let again = village.read(reading.paraphrase)
        #expect(
          again.compactMap(\.readings.first?.meaning).contains(reading.meaning) || again.count > 1, "\(sentence) → \(reading.paraphrase)")
      }
    }
  }
}
