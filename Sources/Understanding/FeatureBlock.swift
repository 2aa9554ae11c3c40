/// One way in which two sentences can be alike. The similarity of two sentences is the weighted mean of their
/// similarities in each block, so any number of blocks stays one positive definite kernel.
///
/// A block must be *fixed*: what it says of two sentences depends on these two alone, never on what else is taught or in
/// which order. That is what makes un-teaching exact. In practice: sum integers, or sum reals in an order that the
/// sentences themselves determine.
protocol FeatureBlock: Sendable {
  /// A sentence as this block sees it.
  associatedtype Query

  mutating func insert(_ sentence: Sentence, at slot: Int)
  mutating func remove(at slot: Int)

  func query(_ sentence: Sentence) -> Query

  /// Adds `weight` times the similarity of the query and each taught sentence, by slot; slots in use only.
  func addSimilarities(to query: Query, weight: Double, into scores: inout [Double])

  /// The same for some slots only: `scores[i]` is of `slots[i]`.
  func addSimilarities(to query: Query, of slots: [Int], weight: Double, into scores: inout [Double])

  /// Adds `weight` times the similarity of each two of some taught sentences: row i, column j < i.
  func addSimilarities(among slots: [Int], weight: Double, into matrix: inout TriangularMatrix)
}

/// All the blocks in use, blended by fixed weights.
///
/// A new block (word vectors, an encoder, concepts) is one more member here, and one more line in each function.
struct FeatureBlocks: Sendable {
  private var sparse: SparseBlock
  private let weight = 1.0  // of the sparse block; with more blocks, each one's share

  struct Query {
    var sparse: SparseBlock.Query
  }

  init(wordShare: Double) {
    sparse = SparseBlock(wordShare: wordShare)
  }

  var vocabulary: Vocabulary { sparse.vocabulary }

  func wordNumbers(at slot: Int) -> ArraySlice<Counted> { sparse.wordNumbers(at: slot) }

  mutating func insert(_ sentence: Sentence, at slot: Int) { sparse.insert(sentence, at: slot) }

  mutating func remove(at slot: Int) { sparse.remove(at: slot) }

  func query(_ sentence: Sentence) -> Query { Query(sparse: sparse.query(sentence)) }

  /// By slot, each in 0...1.
  func similarities(to query: Query, slotCount: Int) -> [Double] {
    var scores = [Double](repeating: 0, count: slotCount)
    sparse.addSimilarities(to: query.sparse, weight: weight, into: &scores)
    return scores
  }

  func similarities(to query: Query, of slots: [Int]) -> [Double] {
    var scores = [Double](repeating: 0, count: slots.count)
    sparse.addSimilarities(to: query.sparse, of: slots, weight: weight, into: &scores)
    return scores
  }

  func similarities(among slots: [Int]) -> TriangularMatrix {
    var matrix = TriangularMatrix(size: slots.count)
    sparse.addSimilarities(among: slots, weight: weight, into: &matrix)
    return matrix
  }
}
