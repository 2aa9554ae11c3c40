/// The inner products of each two of a few hundred sentences: what a question's neighbours have in common.
///
/// Words and pairs: sentences are listed under each feature, and each list adds to its pairs of sentences; lists are
/// short. Characters: first for each two *words* of the neighbourhood (a few hundred, most sharing nothing), then
/// summed over the words of each two sentences; where whole pages were taught and the words are many, like words, by
/// n-gram. All in integers.
struct LocalSentences {
  typealias Row = (words: ArraySlice<Counted>, pairs: ArraySlice<Counted>)
  private typealias Features = [(number: Int, value: Int32)]

  /// Beyond so many distinct words, a table of each two of them would be large: 4 MB here.
  static let tableWordsMax = 1024
  private static let featureTableMax = 200_000

  private let rows: [Row]
  private let vocabulary: Vocabulary
  private let pairCount: Int
  private let tableWordsMax: Int

  /// - Parameter pairCount: one more than the highest number of a pair.
  init(rows: [Row], vocabulary: Vocabulary, pairCount: Int, tableWordsMax: Int = Self.tableWordsMax) {
    self.tableWordsMax = tableWordsMax
    self.rows = rows
    self.vocabulary = vocabulary
    self.pairCount = pairCount
  }

  /// By ``TriangularMatrix/index(_:_:)``, columns below the row's.
  func products() -> (words: [Int32], characters: [Int32]) {
    var words = [Int32](repeating: 0, count: TriangularMatrix.count(rows.count))
    addShared(rows.map { values($0.words) }, featureCount: vocabulary.words.count, to: &words)
    addShared(rows.map { values($0.pairs) }, featureCount: pairCount, to: &words)
    return (words, characterProducts())
  }

  private func values(_ entries: ArraySlice<Counted>) -> Features {
    entries.map { ($0.index, SparseBlock.value($0.count)) }
  }

  private func characterProducts() -> [Int32] {
    var products = [Int32](repeating: 0, count: TriangularMatrix.count(rows.count))
    let (numbers, local) = localWords()
    guard numbers.count <= tableWordsMax else {
      addShared(rows.map { grams($0.words) }, featureCount: vocabulary.holders.count, to: &products)
      return products
    }
    let table = wordTable(numbers)
    var sums = [Int32](repeating: 0, count: numbers.count)
    for i in rows.indices {
      Kernels.clear(&sums)
      for entry in local[i] { Kernels.add(table, row: entry.index, times: Int32(entry.count), to: &sums) }
      for j in 0..<i { products[TriangularMatrix.index(i, j)] = Kernels.gather(local[j], sums) }
    }
    return products
  }

  /// The n-grams of all words of a sentence, each once.
  private func grams(_ words: ArraySlice<Counted>) -> Features {
    var sums: [Int: Int32] = [:]
    for word in words {
      for gram in vocabulary.words[word.index].grams { sums[gram.index, default: 0] += Int32(gram.count * word.count) }
    }
    return sums.map { ($0.key, $0.value) }  // in any order: only integers are summed
  }

  /// For each feature, adds the product of its values to each two rows that have it.
  private func addShared(_ rows: [Features], featureCount: Int, to products: inout [Int32]) {
    // A table over all features costs more to clear than a dictionary of those here, where many are taught.
    var local: [Int: Int] = [:]
    let isLarge = featureCount > Self.featureTableMax
    func place(of number: Int) -> Int {
      let place = local[number] ?? local.count
      local[number] = place
      return place
    }
    var chains = Chains(isLarge ? rows.reduce(0) { $0 + $1.count } : featureCount)
    for (row, features) in rows.enumerated() {
      let start = TriangularMatrix.index(row, 0)
      for (number, value) in features {
        let number = isLarge ? place(of: number) : number
        chains.walk(number) { earlier, earlierValue in products[start + earlier] &+= value &* earlierValue }
        chains.prepend(row, value, to: number)
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
