import Foundation
import Lessons

/// Reading by phrasings: what was said is put into the words in which it was understood before, and these are read.
extension Reader {
  /// What a phrasing that one person taught costs; less for each that teaches it too.
  static let phrasingCost = 1.0
  /// For each word in a slot beyond the first.
  private static let fillingCost = 0.1
  private static let confirmationSaving = 0.2  // for each doubling of those who teach it
  /// For each bit of surprise at the value: of “X is home to Y”, a country's capital is another phrasing than its river.
  private static let surpriseCost = 0.1

  /// The readings of a sentence by the phrasings that it is an instance of, cheapest first.
  func readByPhrasing(_ sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext) -> [Reading] {
    guard vocabulary.layers.contains(where: { !$0.phrasings.isEmpty }) else { return [] }
    let words = Set(sentence.words.flatMap { [$0.normal] + grammar.morphology.verbForms(of: $0.normal) })
    var found: [Reading] = []
    for layer in vocabulary.layers {
      for phrasing in layer.phrasings.candidates(for: words) {
        guard let pattern = PhrasingPattern(phrasing, grammar) else { continue }
        let saving = Self.confirmationSaving * log2(Double(layer.phrasings.count(of: phrasing)))
        for match in pattern.matches(sentence.words) {
          // Of two phrasings the one with more words of its own is the nearer.
          let left = match.values.reduce(0) { $0 + $1.count - 1 }
          let cost = max(0, Self.phrasingCost - saving) + Self.fillingCost * Double(left)
          found += readings(of: phrasing, match, in: sentence, vocabulary, context).map { reading in
            reading.costing(cost + Self.surpriseCost * surprise(at: reading, vocabulary))
          }
        }
      }
    }
    var seen: Set<Reading.Meaning> = []
    return found.sorted { ($0.weight, $0.paraphrase) < ($1.weight, $1.paraphrase) }.filter { seen.insert($0.meaning).inserted }
  }

  /// How surprising the values are by what was taught of other things, in bits; a number says nothing.
  private func surprise(at reading: Reading, _ vocabulary: Vocabulary) -> Double {
    guard case .lesson(let taught) = reading.meaning else { return Self.surpriseOfNumber }
    let bits = taught.compactMap { lesson -> Double? in
      guard case .claim(let claim) = lesson.teaching, let value = claim.value.concept else { return nil }
      return vocabulary.surprise(at: value, as: claim.property)
    }
    return bits.min() ?? Self.surpriseOfNumber
  }

  private static let surpriseOfNumber = 8.0

  private func readings(
    of phrasing: Phrasing, _ match: PhrasingPattern.Match, in sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext
  ) -> [Reading] {
    let (text, moves) = Self.filled(phrasing, match, sentence)
    let plain = SentenceSplitter.sentences(of: text, grammar)
    guard plain.count == 1, let meant = plain.first, meant.words.count <= Chart.wordsMax else { return [] }
    let scanner = Scanner(sentence: meant, grammar: grammar, vocabulary: vocabulary, context: context)
    var chart = Chart(grammar: grammar, scanner: scanner)
    return readings(roots(of: meant, context), in: &chart).map { $0.moved(moves, by: phrasing) }
  }

  /// What is meant, with what was said in the slots; and where each stretch of it was typed.
  private static func filled(
    _ phrasing: Phrasing, _ match: PhrasingPattern.Match, _ sentence: Sentence
  ) -> (text: String, moves: [Move]) {
    var (text, moves): (String, [Move]) = ("", [])
    var isWithinWord = false
    let characters = Array(phrasing.meant)
    for (place, character) in characters.enumerated() {
      let next = place + 1 < characters.count ? characters[place + 1] : " "
      let isAlone = !isWithinWord && !next.isLetter && !next.isNumber
      if isAlone, let range = match[character] {
        let written = sentence.written(range)
        let start = sentence.words[range.lowerBound].range.lowerBound
        moves.append(Move(from: text.utf8.count..<text.utf8.count + written.utf8.count, to: start))
        text += written
      } else {
        text.append(character)
      }
      isWithinWord = character.isLetter || character.isNumber
    }
    return (text, moves)
  }

  /// A stretch of what was meant, and where it stands in what was typed; UTF-8 offsets.
  struct Move {
    let from: Range<Int>
    let to: Int
  }
}

extension Reading {
  fileprivate func costing(_ more: Double) -> Reading {
    Reading(
      meaning: meaning, paraphrase: paraphrase, newConcepts: newConcepts, spans: spans, respellings: respellings, weight: weight + more,
      phrasing: phrasing)
  }

  /// With its spans where they were typed; those of words that only the phrasing has are left out.
  func moved(_ moves: [Reader.Move], by phrasing: Phrasing?) -> Reading {
    func place(_ range: Range<Int>) -> Range<Int>? {
      moves.first { $0.from.lowerBound <= range.lowerBound && range.upperBound <= $0.from.upperBound }.map { move in
        let start = move.to + range.lowerBound - move.from.lowerBound
        return start..<start + range.count
      }
    }
    return Reading(
      meaning: meaning, paraphrase: paraphrase, newConcepts: newConcepts,
      spans: spans.compactMap { span in place(span.range).map { Span(range: $0, kind: span.kind) } },
      respellings: respellings.compactMap { slip in
        place(slip.range).map { Respelling(range: $0, written: slip.written, readAs: slip.readAs) }
      }, weight: weight, phrasing: phrasing)
  }
}
