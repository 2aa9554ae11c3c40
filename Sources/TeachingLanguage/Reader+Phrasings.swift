import Foundation
import Lessons

/// Reading by phrasings: what was said is put into the words in which it was understood before, and these are read.
extension Reader {
  /// What a phrasing that one person taught costs; less for each that teaches it too.
  static let phrasingCost = 1.0
  /// For each word in a slot beyond the first.
  private static let fillingCost = 0.1
  private static let confirmationSaving = 0.2  // for each doubling of those who teach it
  /// For each bit of surprise at the value: of “X is home to Y”, a country's capital is another meaning than its river.
  private static let surpriseCost = 0.1
  /// Of the meanings of the same words, those that most people taught are tried.
  private static let meaningsMax = 12

  /// The readings of a sentence by the phrasings that it is an instance of, cheapest first.
  func readByPhrasing(_ sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext) -> [Reading] {
    var seen: Set<Reading.Meaning> = []
    return taughtSayings(of: sentence, vocabulary).flatMap { saying in readings(of: saying, in: sentence, vocabulary, context) }
      .sorted { ($0.weight, $0.paraphrase) < ($1.weight, $1.paraphrase) }.filter { seen.insert($0.meaning).inserted }
  }

  /// What the words were taught to mean with the same stretches of the sentence in the slots.
  private struct TaughtSaying {
    let match: PhrasingPattern.Match
    /// In the order of the phrasings.
    var meanings: [(phrasing: Phrasing, count: Int)] = []

    mutating func add(_ phrasing: Phrasing, count: Int) {
      if let known = meanings.firstIndex(where: { $0.phrasing.meant == phrasing.meant }) {
        meanings[known].count += count
      } else {
        meanings.append((phrasing, count))
      }
    }
  }

  private func taughtSayings(of sentence: Sentence, _ vocabulary: Vocabulary) -> [TaughtSaying] {
    guard vocabulary.layers.contains(where: { !$0.phrasings.isEmpty }) else { return [] }
    let words = Set(sentence.words.flatMap { [$0.normal] + grammar.morphology.verbForms(of: $0.normal) })
    var sayings: [TaughtSaying] = []
    var places: [PhrasingPattern.Match: Int] = [:]
    for layer in vocabulary.layers {
      for phrasing in layer.phrasings.candidates(for: words) {
        guard let pattern = PhrasingPattern(phrasing, grammar) else { continue }
        for match in pattern.matches(sentence.words) {
          let place = places[match] ?? sayings.count
          if place == sayings.count {
            places[match] = place
            sayings.append(TaughtSaying(match: match))
          }
          sayings[place].add(phrasing, count: layer.phrasings.count(of: phrasing))
        }
      }
    }
    return sayings
  }

  private func readings(
    of saying: TaughtSaying, in sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext
  ) -> [Reading] {
    // Of two phrasings the one with more words of its own is the nearer.
    let left = saying.match.values.reduce(0) { $0 + $1.count - 1 }
    let likeliest = saying.meanings.sorted { ($0.count, $1.phrasing.meant) > ($1.count, $0.phrasing.meant) }.prefix(Self.meaningsMax)
    return likeliest.flatMap { meaning in
      let saving = Self.confirmationSaving * log2(Double(meaning.count))
      let cost = max(0, Self.phrasingCost - saving) + Self.fillingCost * Double(left)
      return readings(of: meaning.phrasing, saying.match, in: sentence, vocabulary, context).map { reading in
        reading.costing(cost + Self.surpriseCost * surprise(at: reading, vocabulary))
      }
    }
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
    // Most are statements; the other forms are looked at where it is none.
    let roots = roots(of: meant, context)
    let told = readings([roots[0]], in: &chart)
    return (told.isEmpty ? readings(roots, in: &chart) : told).map { $0.moved(moves, by: phrasing) }
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
