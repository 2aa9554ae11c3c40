/// Words, pairs of neighbouring words, and character n-grams within words, without any corpus statistics.
///
/// All inner products are of small integers and therefore exact in any order; only the final division by the lengths is
/// rounded, once. Characters are additive over words, so they are looked up by word: a question costs one table over the
/// vocabulary and one pass over the words of the taught sentences.
struct SparseBlock: FeatureBlock {
  /// One taught sentence: its words, then its pairs, at `start` in `pool`.
  private struct Row {
    var start = 0
    var words = 0
    var pairs = 0
    var wordScale = 0.0  // 1 / length of its word vector; 0 in an unused slot
    var characterScale = 0.0
  }

  struct Query {
    /// By word number: what one occurrence of the word adds.
    var table: [WordScore]
    /// Numbers and values of its pairs that are taught.
    var pairs: [(number: Int, value: Int32)]
    var wordScale: Double
    var characterScale: Double
  }

  private let wordShare: Double
  private(set) var vocabulary = Vocabulary()
  private var pairs = PairIndex()
  private var rows: [Row] = []
  private var pool: [Counted] = []
  private var unused = 0  // entries of the pool that belong to removed rows

  /// - Parameter wordShare: weight of words and pairs in 0...1; the rest is the characters'.
  init(wordShare: Double) { self.wordShare = wordShare }

  func wordNumbers(at slot: Int) -> ArraySlice<Counted> { wordEntries(slot) }

  // MARK: Teaching

  mutating func insert(_ sentence: Sentence, at slot: Int) {
    while rows.count <= slot { rows.append(Row()) }
    let start = pool.count
    var numbers: [Int] = []
    for word in sentence.words {
      let number = vocabulary.retain(word.normal)
      numbers.append(number)
      pool.append(Counted(number, count: word.count))
    }
    for (pair, count) in sentence.pairs {
      let key = PairIndex.key(
        pair.first == Sentence.edge ? nil : numbers[pair.first], pair.second == Sentence.edge ? nil : numbers[pair.second])
      pool.append(pairs.insert(key, count: count, at: slot))
    }
    rows[slot] = Row(
      start: start, words: sentence.words.count, pairs: sentence.pairs.count,
      wordScale: Self.wordScale(sentence), characterScale: Self.scale(Self.grams(sentence).reduce(0) { $0 + $1.count * $1.count }))
  }

  mutating func remove(at slot: Int) {
    let row = rows[slot]
    for entry in pairEntries(slot) { pairs.remove(entry.index, at: slot) }
    for entry in wordEntries(slot) { vocabulary.release(entry.index) }
    rows[slot] = Row()
    unused += row.words + row.pairs
    if unused > 1024, unused > pool.count / 2 { compact() }
  }

  private mutating func compact() {
    var packed: [Counted] = []
    packed.reserveCapacity(pool.count - unused)
    for slot in rows.indices {
      let row = rows[slot]
      rows[slot].start = packed.count
      packed.append(contentsOf: pool[row.start..<row.start + row.words + row.pairs])
    }
    pool = packed
    unused = 0
  }

  // MARK: Asking

  func query(_ sentence: Sentence) -> Query {
    let numbers = sentence.words.map { vocabulary.number(of: $0.normal) }
    var table = [WordScore](repeating: WordScore(), count: vocabulary.words.count)
    for (number, word) in zip(numbers, sentence.words) {
      if let number { table[number].word = Self.value(word.count) }
    }
    let grams = Self.grams(sentence)
    for gram in grams {
      guard let number = vocabulary.gramNumber(of: gram.hash) else { continue }
      Kernels.scatter(vocabulary.holders[number], times: Int32(gram.count), into: &table)
    }
    var known: [(number: Int, value: Int32)] = []
    for (pair, count) in sentence.pairs {
      let first = pair.first == Sentence.edge ? nil : numbers[pair.first]
      let second = pair.second == Sentence.edge ? nil : numbers[pair.second]
      if pair.first != Sentence.edge, first == nil { continue }
      if pair.second != Sentence.edge, second == nil { continue }
      if let number = pairs.number(of: PairIndex.key(first, second)) { known.append((number, Self.value(count))) }
    }
    return Query(
      table: table, pairs: known, wordScale: Self.wordScale(sentence),
      characterScale: Self.scale(grams.reduce(0) { $0 + $1.count * $1.count }))
  }

  func addSimilarities(to query: Query, weight: Double, into scores: inout [Double]) {
    var pairSums = [Int32](repeating: 0, count: rows.count)
    for (number, value) in query.pairs {
      for holder in pairs.holders[number] { pairSums[holder.index] += value * Self.value(holder.count) }
    }
    for slot in rows.indices where rows[slot].words > 0 {
      scores[slot] += weight * similarity(query, slot, pairSum: Int(pairSums[slot]))
    }
  }

  func addSimilarities(to query: Query, of slots: [Int], weight: Double, into scores: inout [Double]) {
    // One bit for each pair's number modulo 64: most pairs of a sentence are seen not to be asked for at once.
    let asked = query.pairs.reduce(0) { $0 | 1 << UInt64($1.number & 63) }
    for (index, slot) in slots.enumerated() where rows[slot].words > 0 {
      var pairSum = 0
      for entry in pairEntries(slot) where asked & 1 << UInt64(entry.index & 63) != 0 {
        if let pair = query.pairs.first(where: { $0.number == entry.index }) {
          pairSum += Int(pair.value * Self.value(entry.count))
        }
      }
      scores[index] += weight * similarity(query, slot, pairSum: pairSum)
    }
  }

  private func similarity(_ query: Query, _ slot: Int, pairSum: Int) -> Double {
    let row = rows[slot]
    let (words, characters) = Kernels.gather(pool, row.start, row.words, query.table)
    return blend(
      words: words + pairSum, scale: query.wordScale * row.wordScale,
      characters: characters, scale: query.characterScale * row.characterScale)
  }

  private func blend(words: Int, scale wordScale: Double, characters: Int, scale characterScale: Double) -> Double {
    wordShare * (Double(words) * wordScale) + (1 - wordShare) * (Double(characters) * characterScale)
  }

  func addSimilarities(among slots: [Int], weight: Double, into matrix: inout TriangularMatrix) {
    let local = LocalSentences(
      rows: slots.map { (words: wordEntries($0), pairs: pairEntries($0)) }, vocabulary: vocabulary, pairCount: pairs.holders.count)
    let (words, characters) = local.products()
    for i in slots.indices {
      let row = rows[slots[i]]
      for j in 0..<i {
        let other = rows[slots[j]]
        let place = matrix.index(i, j)
        matrix.values[place] +=
          weight
          * blend(
            words: Int(words[place]), scale: row.wordScale * other.wordScale,
            characters: Int(characters[place]), scale: row.characterScale * other.characterScale)
      }
    }
  }

  private func wordEntries(_ slot: Int) -> ArraySlice<Counted> {
    let row = rows[slot]
    return pool[row.start..<row.start + row.words]
  }

  private func pairEntries(_ slot: Int) -> ArraySlice<Counted> {
    let row = rows[slot]
    return pool[(row.start + row.words)..<(row.start + row.words + row.pairs)]
  }

  // MARK: Values

  /// 32 · (1 + ln count), rounded: a word said twice counts a little more than once.
  static func value(_ count: Int) -> Int32 { values[min(count, values.count - 1)] }
  private static let values: [Int32] = [
    0, 32, 54, 67, 76, 84, 89, 94, 99, 102, 106, 109, 112, 114, 116, 119, 121, 123, 124, 126, 128, 129, 131, 132, 134,
  ]

  private static func wordScale(_ sentence: Sentence) -> Double {
    var square = 0
    for word in sentence.words { square += Int(value(word.count) * value(word.count)) }
    for pair in sentence.pairs { square += Int(value(pair.count) * value(pair.count)) }
    return scale(square)
  }

  private static func scale(_ square: Int) -> Double { square == 0 ? 0 : 1 / Double(square).squareRoot() }

  private static func grams(_ sentence: Sentence) -> [(hash: UInt64, count: Int)] {
    var hashes: [UInt64] = []
    for word in sentence.words {
      let own = Grams.hashes(of: word.normal)
      for _ in 0..<word.count { hashes.append(contentsOf: own) }
    }
    return Grams.counted(hashes)
  }
}

/// What one occurrence of a word adds to a sentence's two inner products with the question.
struct WordScore: Sendable {
  var word: Int32 = 0
  var characters: Int32 = 0
}
