import CProducts

/// Inner products of rows of eight-bit numbers. All sums are of whole numbers below 2³¹: exact in any order, so the
/// compiler may take as many at once as the machine can.
extension Kernels {
  /// Adds to each score `factor` times the cosine of the query with the row of that slot, the query's length left out.
  ///
  /// - Parameters:
  ///   - scales: by slot, 1 / length of its row; 0: no direction.
  static func addCosines(_ rows: DenseRows, _ scales: [Double], to query: [Int8], factor: Double, into scores: inout [Double]) {
    precondition(rows.count >= scales.count && query.count == rows.dimensions, "a row for each scale, of the query's space")
    precondition(scores.count >= scales.count, "a score for each scale")
    let wide = query.map(Int16.init)
    var products = [Int32](repeating: 0, count: DenseRows.chunkRows)
    var slot = 0
    for chunk in rows.chunks where slot < scales.count {
      let count = min(DenseRows.chunkRows, scales.count - slot)
      products_of_rows(chunk, count, rows.dimensions, wide, &products)
      for row in 0..<count {
        if scales[slot] > 0 { scores[slot] += factor * (Double(products[row]) * scales[slot]) }
        slot += 1
      }
    }
  }

  /// The same for some rows only: `scores[i]` is of row `slots[i]`.
  static func addCosines(
    _ rows: DenseRows, _ scales: [Double], of slots: [Int], to query: [Int8], factor: Double, into scores: inout [Double]
  ) {
    precondition(query.count == rows.dimensions && scores.count >= slots.count, "a row of the query's space, a score for each slot")
    precondition(slots.allSatisfy { scales.indices.contains($0) && $0 < rows.count }, "every slot has a row")
    let wide = query.map(Int16.init)
    var product: Int32 = 0
    for (place, slot) in slots.enumerated() where scales[slot] > 0 {
      rows.withRow(slot) { products_of_rows($0, 1, rows.dimensions, wide, &product) }
      scores[place] += factor * (Double(product) * scales[slot])
    }
  }

  /// The inner products of each two of some rows, as a lower triangle without its diagonal.
  static func products(_ rows: DenseRows, of slots: [Int]) -> [Int32] {
    let dimensions = rows.dimensions
    precondition(slots.allSatisfy { $0 >= 0 && $0 < rows.count }, "every row lies in the table")
    // Widened once, since each row meets each other.
    var wide = [Int16](repeating: 0, count: slots.count * dimensions)
    for (place, slot) in slots.enumerated() {
      rows.withRow(slot) { row in
        for index in 0..<dimensions { wide[place * dimensions + index] = Int16(row[index]) }
      }
    }
    var products = [Int32](repeating: 0, count: TriangularMatrix.count(slots.count))
    products_of_pairs(wide, slots.count, dimensions, &products)
    return products
  }
}
