/// Sentences as directions in a space of meaning. The similarity of two is their cosine, in −1...1.
///
/// A sentence without a direction (nothing known of its words, an encoder that did not answer) is like no other here.
struct DenseBlock: FeatureBlock {
  private var rows: DenseRows
  /// By slot; 0 in an unused one.
  private var scales: [Double] = []

  init(dimensions: Int) { rows = DenseRows(dimensions: dimensions) }

  mutating func insert(_ vector: QuantizedVector, at slot: Int) {
    if scales.count <= slot { scales.append(contentsOf: repeatElement(0, count: slot + 1 - scales.count)) }
    rows.set(slot, vector.values)
    scales[slot] = vector.scale
  }

  mutating func remove(at slot: Int) { scales[slot] = 0 }

  func isDirected(at slot: Int) -> Bool { scales[slot] > 0 }

  func addSimilarities(to query: QuantizedVector, weight: Double, into scores: inout [Double]) {
    guard query.scale > 0 else { return }
    Kernels.addCosines(rows, scales, to: query.values, factor: weight * query.scale, into: &scores)
  }

  func addSimilarities(to query: QuantizedVector, of slots: [Int], weight: Double, into scores: inout [Double]) {
    guard query.scale > 0 else { return }
    Kernels.addCosines(rows, scales, of: slots, to: query.values, factor: weight * query.scale, into: &scores)
  }

  func addSimilarities(among slots: [Int], weight: Double, into matrix: inout TriangularMatrix) {
    let products = Kernels.products(rows, of: slots)
    for row in slots.indices {
      let scale = weight * scales[slots[row]]
      let start = TriangularMatrix.index(row, 0)
      for column in 0..<row { matrix.values[start + column] += scale * (Double(products[start + column]) * scales[slots[column]]) }
    }
  }
}
