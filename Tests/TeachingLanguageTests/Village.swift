import Foundation
import Lessons
import Testing
import TeachingLanguage

/// A small village that the tests read sentences in.
struct Village {
  let reader: Reader
  let vocabulary: Vocabulary
  let context = ReadingContext(
    subjects: ["banana"], lastClaim: Claim("banana", "glycemic index", .quantity(Quantity(51))), today: Day(iso: "2026-11-23"))

  static func load() throws -> Village { try kept.get() }

  private static let kept = Result { try read() }

  private static func read() throws -> Village {
    let grammar = try Grammar.english()
    let reader = Reader(grammar: grammar)
    var lexicon = Lexicon()
    for sentence in reader.read(try golden("village.txt"), vocabulary: Vocabulary()) {
      guard case .lesson(let taught)? = sentence.readings.first?.meaning else {
        Issue.record("the village does not read “\(sentence.text)”")
        continue
      }
      for lesson in taught { lexicon.add(lesson.teaching, lesson.qualifiers) }
    }
    return Village(reader: reader, vocabulary: Vocabulary(layers: [lexicon]))
  }

  func read(_ text: String) -> [SentenceReading] { reader.read(text, vocabulary: vocabulary, context: context) }

  static func golden(_ name: String) throws -> String {
    let url = try #require(Bundle.module.url(forResource: "Golden/\(name)", withExtension: nil))
    return try String(contentsOf: url, encoding: .utf8)
  }
}

/// Source: Steele, Lea & Flood (2014), fast splittable pseudorandom number generators.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension RandomNumberGenerator {
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<T>(_ elements: [T]) -> T { elements[below(elements.count)] }
}
