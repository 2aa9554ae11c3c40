/// The direction that the words of grammar share in a table of word vectors. It lies in nearly every sentence and tells
/// nothing of what it is about, so it is taken out of all.
///
/// It depends on the table and the list of light words alone, never on what is taught.
///
/// Source: Arora, Liang & Ma (2017), A Simple but Tough-to-Beat Baseline for Sentence Embeddings, ICLR, section 3 (there the
/// first principal component of the sentences; here a direction that no lesson can move).
struct CommonDirection: Sendable {
  private let values: [Int64]
  private let square: Int64

  init(of table: WordVectors, lightWords: Set<String>) {
    var sums = [Int64](repeating: 0, count: table.dimensions)
    // Whole numbers: in whatever order the set comes.
    for word in lightWords where word.unicodeScalars.first.map(ScalarClass.init) == .letter {
      for (index, value) in table.vector(of: word).enumerated() { sums[index] += Int64(value) }
    }
    values = QuantizedVector(sums: sums).values.map(Int64.init)
    square = values.reduce(0) { $0 + $1 * $1 }
  }

  /// A vector less its part in the common direction, times a positive number. Exact but for one rounding to 16 bits, which
  /// the vector itself determines.
  ///
  /// - Precondition: every sum is below 2⁴⁶ in size.
  func removed(from sums: [Int64]) -> [Int64] {
    let largest = sums.reduce(0) { max($0, abs($1)) }
    guard square > 0, largest > 0 else { return sums }
    precondition(largest < 1 << 46, "a sum that can be scaled")
    let short = largest < 1 << 15 ? sums : sums.map { $0 * 32_767 / largest }
    let along = zip(short, values).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(short, values).map { $0 * square - along * $1 }
  }
}
