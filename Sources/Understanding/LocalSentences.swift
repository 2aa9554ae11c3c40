/// The inner products of each two of a few hundred sentences: what a question's neighbours have in common.
///
/// Words and pairs: sentences are listed under each feature, and each list adds to its pairs of sentences; lists are
/// short. Characters: first for each two *words* of the neighbourhood (a few hundred, most sharing nothing), then
/// summed over the words of each two sentences. All in integers.
struct LocalSentences {
  typealias Row = (words: ArraySlice<Counted>, pairs: ArraySlice<Counted>)

  private let rows: [Row]
  private let vocabulary: Vocabulary
  private let pairCount: Int

  /// - Parameter pairCount: one more than the highest number of a pair.
  init(rows: [Row], vocabulary: Vocabulary, pairCount: Int) {
    self.rows = rows
    self.vocabulary = vocabulary
    self.pairCount = pairCount
  }

  /// By ``TriangularMatrix/index(_:_:)``, columns below the row's.
  func products() -> (words: [Int32], characters: [Int32]) {
    let size = TriangularMatrix.count(rows.count)
    let (numbers, local) = localWords()
    var wordProducts = [Int32](repeating: 0, count: size)
    addShared(local.map { $0[...] }, featureCount: numbers.count, to: &wordProducts)
    addShared(rows.map(\.pairs), featureCount: pairCount, to: &wordProducts)

    var characterProducts = [Int32](repeating: 0, count: size)
    let table = wordTable(numbers)
    var sums = [Int32](repeating: 0, count: numbers.count)
    for i in rows.indices {
      Kernels.clear(&sums)
      for entry in local[i] { Kernels.add(table, row: entry.index, times: Int32(entry.count), to: &sums) }
      for j in 0..<i { characterProducts[TriangularMatrix.index(i, j)] = Kernels.gather(local[j], sums) }
    }
    return (wordProducts, characterProducts)
  }

  /// For each feature, adds the product of its values to each two rows that have it.
  private func addShared(_ entries: [ArraySlice<Counted>], featureCount: Int, to products: inout [Int32]) {
    var chains = Chains(featureCount)
    for (row, features) in entries.enumerated() {
      let start = TriangularMatrix.index(row, 0)
      for feature in features {
        let value = SparseBlock.value(feature.count)
        chains.walk(feature.index) { earlier, earlierValue in products[start + earlier] += value * earlierValue }
        chains.prepend(row, value, to: feature.index)
      }
    }
  }

  /// The distinct words' numbers in the vocabulary, and each row in terms of their places in that list.
  private func localWords() -> (numbers: [Int], rows: [[Counted]]) {
    var numbers: [Int] = []
    var places = [Int32](repeating: -1, count: vocabulary.words.count)
    let local = rows.map { row in
      row.words.map { entry in
        if places[entry.index] < 0 {
          places[entry.index] = Int32(numbers.count)
          numbers.append(entry.index)
        }
        return Counted(Int(places[entry.index]), count: entry.count)
      }
    }
    return (numbers, local)
  }

  /// The inner product of the characters of each two words, as a full square, row by row.
  private func wordTable(_ numbers: [Int]) -> [Int32] {
    var table = [Int32](repeating: 0, count: numbers.count * numbers.count)
    var chains = Chains(vocabulary.holders.count)
    for (word, number) in numbers.enumerated() {
      let start = word * numbers.count
      for gram in vocabulary.words[number].grams {
        let count = Int32(gram.count)
        chains.prepend(word, count, to: gram.index)
        chains.walk(gram.index) { earlier, earlierCount in table[start + earlier] += count * earlierCount }
      }
    }
    for row in numbers.indices {
      for column in 0..<row { table[column * numbers.count + row] = table[row * numbers.count + column] }
    }
    return table
  }
}

/// For each feature, who has it and how much of it: linked lists in one array.
private struct Chains {
  private var heads: [Int32]
  private var links: [(owner: Int32, value: Int32, next: Int32)] = []

  init(_ featureCount: Int) { heads = [Int32](repeating: -1, count: featureCount) }

  mutating func prepend(_ owner: Int, _ value: Int32, to feature: Int) {
    links.append((Int32(owner), value, heads[feature]))
    heads[feature] = Int32(links.count - 1)
  }

  @inline(__always)
  func walk(_ feature: Int, _ body: (_ owner: Int, _ value: Int32) -> Void) {
    var link = heads[feature]
    while link >= 0 {
      let (owner, value, next) = links[Int(link)]
      body(Int(owner), value)
      link = next
    }
  }
}
