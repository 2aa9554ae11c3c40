import Foundation
import Lessons
import TeachingLanguage
import Testing

/// `ROUND_TRIPS=100000 swift test --filter RoundTripTests` tries as many meanings in each language.
@Suite struct RoundTripTests {
  private static let count = ProcessInfo.processInfo.environment["ROUND_TRIPS"].flatMap(Int.init)
  private static let perSeed = 100

  /// A language's seeds; English, which is built on most, has more of them.
  private static func seeds(_ names: RandomNames) -> Range<UInt64> {
    if let count { return 0..<UInt64(max(1, count / perSeed)) }
    return 0..<(names.language == "en" ? 40 : 10)
  }

  private static let cases = RandomNames.all.flatMap { names in seeds(names).map { Case(names: names, seed: $0) } }

  struct Case: Sendable, CustomTestStringConvertible {
    let names: RandomNames
    let seed: UInt64
    var testDescription: String { "\(names.language) \(seed)" }
  }

  @Test(arguments: cases)
  func `what is said of a lesson reads as that lesson`(_ drawn: Case) throws {
    let spoken = try Spoken.of(drawn.names)
    var random = RandomMeaning(seed: drawn.seed, drawn.names)
    for _ in 0..<Self.perSeed {
      let teaching = random.teaching()
      // A procedure holds for everyone and everywhere.
      let qualifiers = if case .procedure = teaching { Qualifiers.none } else { random.qualifiers() }
      let said = spoken.sayer.say(teaching, qualifiers)
      // Longer sentences are not read but taught in parts.
      guard said.split(separator: " ").count < 45 else { continue }
      let readings = spoken.reader.read(said, vocabulary: spoken.vocabulary)
      #expect(readings.count == 1, "\(drawn.testDescription): \(said)")
      let meaning = Reading.Meaning.lesson([Taught(teaching, qualifiers)])
      let hint = "\(drawn.testDescription): \(said) → \(readings.first.map(Notation.text) ?? "")"
      // A list of words before “and” may end in two places; then the person picks.
      if case .labelling = teaching, readings.first?.decision == .choose {
        #expect(readings.first?.readings.map(\.meaning).contains(meaning) == true, "\(hint)")
      } else {
        #expect(readings.first?.readings.first?.meaning == meaning, "\(hint)")
      }
    }
  }

  @Test(arguments: cases.filter { $0.seed.isMultiple(of: 2) })
  func `what is said of a question reads as that question`(_ drawn: Case) throws {
    let spoken = try Spoken.of(drawn.names)
    var meaning = RandomMeaning(seed: drawn.seed, drawn.names)
    for _ in 0..<Self.perSeed {
      let question = meaning.question()
      let said = spoken.sayer.say(question)
      let read = spoken.reader.read(said, vocabulary: spoken.vocabulary).first
      #expect(
        read?.readings.first?.meaning == .question(question), "\(drawn.testDescription): \(said) → \(read.map(Notation.text) ?? "")")
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

/// A language with the names that random meanings are made of.
private struct Spoken {
  let reader: Reader
  let sayer: Sayer
  let vocabulary: Vocabulary

  private init(_ names: RandomNames) throws {
    let grammar = try Grammar.bundled(language: names.language)
    reader = Reader(grammar: grammar)
    vocabulary = Vocabulary(layers: [RandomMeaning.lexicon(names)])
    sayer = Sayer(grammar: grammar, vocabulary: vocabulary)
  }

  private static let all = RandomNames.all.map { names in Result { try Spoken(names) } }

  static func of(_ names: RandomNames) throws -> Spoken {
    try all[RandomNames.all.firstIndex { $0.language == names.language } ?? 0].get()
  }
}
