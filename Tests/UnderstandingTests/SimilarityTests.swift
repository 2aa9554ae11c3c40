import Foundation
import Testing

@testable import Understanding

/// The fast ways to a similarity against the definition, written out with dictionaries.
struct SimilarityTests {
  private let settings = Learner.Settings()

  private func reference(_ a: String, _ b: String) -> Double {
    func words(_ text: String) -> [[String]: Double] {
      let sentence = sentence(text)
      func name(_ index: Int) -> String { index == Sentence.edge ? "" : sentence.words[index].normal }
      var values: [[String]: Double] = [:]
      for word in sentence.words { values[[word.normal]] = Double(SparseBlock.value(word.count)) }
      for (pair, count) in sentence.pairs { values[[name(pair.first), name(pair.second)]] = Double(SparseBlock.value(count)) }
      return values
    }
    func characters(_ text: String) -> [String: Double] {
      var values: [String: Double] = [:]
      for word in sentence(text).words {
        let letters = Array("<\(word.normal)>".unicodeScalars)
        for length in 2...5 where length <= letters.count {
          for start in 0...(letters.count - length) {
            var gram = ""
            gram.unicodeScalars.append(contentsOf: letters[start..<start + length])
            values[gram, default: 0] += Double(word.count)
          }
        }
      }
      return values
    }
    func cosine<Key>(_ a: [Key: Double], _ b: [Key: Double]) -> Double {
      let dot = a.reduce(0) { $0 + $1.value * (b[$1.key] ?? 0) }
      let lengths = (a.values.reduce(0) { $0 + $1 * $1 } * b.values.reduce(0) { $0 + $1 * $1 }).squareRoot()
      return lengths == 0 ? 0 : dot / lengths
    }
    return settings.wordShare * cosine(words(a), words(b)) + (1 - settings.wordShare) * cosine(characters(a), characters(b))
  }

  private func sentence(_ text: String) -> Sentence {
    Sentence(Token.tokens(of: text).map(\.normal), lightWords: settings.lightWords)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `the scan, the choice and the matrix agree with the definition`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let texts = (0..<12).map { _ in Exemplar.sentence(using: &random) }
    var blocks = FeatureBlocks(settings: settings)
    for (slot, text) in texts.enumerated() { blocks.insert(sentence(text), at: slot) }
    blocks.remove(at: 4)
    blocks.insert(sentence(texts[4]), at: 4)

    let question = Exemplar.sentence(using: &random)
    let query = blocks.query(sentence(question))
    let scan = blocks.similarities(to: query, slotCount: texts.count)
    let chosen = blocks.similarities(to: query, of: Array(texts.indices))
    let matrix = blocks.similarities(among: Array(texts.indices), blend: query.blend)
    for i in texts.indices {
      #expect(abs(scan[i] - reference(question, texts[i])) < 1e-12, "seed \(seed)")
      #expect(chosen[i] == scan[i], "seed \(seed)")
      for j in 0..<i { #expect(abs(matrix[i, j] - reference(texts[i], texts[j])) < 1e-12, "seed \(seed)") }
    }
  }

  @Test func `a long text is read to its limit and sums hold`() {
    let long = String(repeating: String(repeating: "a", count: 40) + " ", count: 400)
    var settings = settings
    settings.wordShare = 0
    var blocks = FeatureBlocks(settings: settings)
    blocks.insert(sentence(long), at: 0)
    blocks.insert(sentence(long), at: 1)
    #expect(abs(blocks.similarities(among: [0, 1], blend: blocks.blend(isEncoded: false))[1, 0] - 1) < 1e-12)
    #expect(abs(blocks.similarities(to: blocks.query(sentence(long)), slotCount: 2)[0] - 1) < 1e-12)
  }

  @Test func `with many words the products by n-gram are those by the table of words`() {
    var random = SplitMix64(seed: 9)
    var vocabulary = Vocabulary()
    let rows = (0..<30).map { _ in
      let words = sentence(Exemplar.sentence(using: &random)).words.map { Counted(vocabulary.retain($0.normal), count: $0.count) }
      return LocalSentences.Row(words: words[...], pairs: [])
    }
    let table = LocalSentences(rows: rows, vocabulary: vocabulary, pairCount: 0).products()
    let grams = LocalSentences(rows: rows, vocabulary: vocabulary, pairCount: 0, tableWordsMax: 0).products()
    #expect(table.characters == grams.characters)
    #expect(table.words == grams.words)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the factor solves its equations`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let size = Int.random(in: 1...30, using: &random)
    let points = (0..<size).map { _ in Double.random(in: -2...2, using: &random) }
    var matrix = TriangularMatrix(size: size)
    for i in 0..<size { for j in 0...i { matrix[i, j] = exp(-(points[i] - points[j]) * (points[i] - points[j])) + (i == j ? 0.1 : 0) } }
    let b = (0..<size).map { _ in Double.random(in: -1...1, using: &random) }
    let factor = CholeskyFactor(matrix)
    let x = factor.solve(b)
    for i in 0..<size {
      let left = (0..<size).reduce(0) { $0 + matrix[i, $1] * x[$1] }
      #expect(abs(left - b[i]) < 1e-9, "seed \(seed)")
    }
    var unit = [Double](repeating: 0, count: size)
    unit[size / 2] = 1
    #expect(abs(factor.inverseDiagonal(size / 2) - factor.solve(unit)[size / 2]) < 1e-9, "seed \(seed)")
  }

  @Test func `the elementary functions are those of the C library, but for the last bits`() {
    for step in -7000...100 {
      let x = Double(step) / 10.0 + 0.0123
      #expect(abs(Elementary.exponential(x) / exp(x) - 1) < 1e-14 || x < -700)
    }
    for step in 1...2000 {
      let x = Double(step) / 300
      #expect(abs(Elementary.logarithm(x) - log(x)) < 1e-14)
      #expect(abs(Elementary.power(x, 0.37) / pow(x, 0.37) - 1) < 1e-14)
    }
    #expect(Elementary.exponential(0) == 1)
    #expect(Elementary.exponential(-1e9) == 0)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `the nearest are the best of all, ties by what precedes`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let scores = (0..<80).map { _ in Double(Int.random(in: 0..<9, using: &random)) }
    var nearest = Nearest(limit: 10) { $0 > $1 }
    for slot in scores.indices.shuffled(using: &random) { nearest.offer(scores[slot], slot) }
    let best = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 > $1 }.prefix(10)
    #expect(Set(nearest.kept.map(\.slot)) == Set(best), "seed \(seed)")
  }
}
