/// The inner products of each two of a few hundred sentences: what a question's neighbours have in common.
///
/// Words and pairs: sentences are listed under each feature, and each list adds to its pairs of sentences; lists are
/// short. Characters: first for each two *words* of the neighbourhood (a few hundred, most sharing nothing), then
/// summed over the words of each two sentences. All in integers.
struct LocalSentences {
  typealias Row = (words: ArraySlice<Counted>, pairs: ArraySlice<Counted>)

  private let rows: [Row]
  private let vocabulary: Vocabulary

  init(rows: [Row], vocabulary: Vocabulary) {
    self.rows = rows
    self.vocabulary = vocabulary
  }

  /// By ``TriangularMatrix/index(_:_:)``, columns below the row's.
  func products() -> (words: [Int32], characters: [Int32]) {
    let size = TriangularMatrix.count(rows.count)
    var wordProducts = [Int32](repeating: 0, count: size)
    addShared(rows.map(\.words), to: &wordProducts)
    addShared(rows.map(\.pairs), to: &wordProducts)

    var characterProducts = [Int32](repeating: 0, count: size)
    let (numbers, local) = localWords()
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
  private func addShared(_ entries: [ArraySlice<Counted>], to products: inout [Int32]) {
    var list: [(feature: Int, row: Int, value: Int32)] = []
    for (row, features) in entries.enumerated() {
      for feature in features { list.append((feature.index, row, SparseBlock.value(feature.count))) }
    }
    list.sort { ($0.feature, $0.row) < ($1.feature, $1.row) }
    var start = 0
    for place in list.indices {
      if list[place].feature != list[start].feature { start = place }
      for earlier in start..<place {
        products[TriangularMatrix.index(list[place].row, list[earlier].row)] += list[place].value * list[earlier].value
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
    // For each n-gram, the words met so far that hold it, as a chain through `links`.
    var heads = [Int32](repeating: -1, count: vocabulary.holders.count)
    var links: [(word: Int32, count: Int32, next: Int32)] = []
    for (word, number) in numbers.enumerated() {
      for gram in vocabulary.words[number].grams {
        links.append((Int32(word), Int32(gram.count), heads[gram.index]))
        heads[gram.index] = Int32(links.count - 1)
        var link = heads[gram.index]
        while link >= 0 {
          let other = links[Int(link)]
          table[word * numbers.count + Int(other.word)] += other.count * Int32(gram.count)
          link = other.next
        }
      }
    }
    for row in numbers.indices {
      for column in 0..<row { table[column * numbers.count + row] = table[row * numbers.count + column] }
    }
    return table
  }
}
