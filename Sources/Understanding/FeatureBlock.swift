/// One way in which two sentences can be alike. The similarity of two sentences is the weighted mean of their
/// similarities in each block, so any number of blocks stays one positive definite kernel.
///
/// A block must be *fixed*: what it says of two sentences depends on these two alone, never on what else is taught or in
/// which order. That is what makes un-teaching exact. In practice: sum integers, or sum reals in an order that the
/// sentences themselves determine.
protocol FeatureBlock: Sendable {
  /// A question as this block sees it.
  associatedtype Query

  mutating func remove(at slot: Int)

  /// Adds `weight` times the similarity of the query and each taught sentence, by slot; slots in use only.
  func addSimilarities(to query: Query, weight: Double, into scores: inout [Double])

  /// The same for some slots only: `scores[i]` is of `slots[i]`.
  func addSimilarities(to query: Query, of slots: [Int], weight: Double, into scores: inout [Double])

  /// Adds `weight` times the similarity of each two of some taught sentences: row i, column j < i.
  func addSimilarities(among slots: [Int], weight: Double, into matrix: inout TriangularMatrix)
}
