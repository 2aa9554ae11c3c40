/// Inner products of rows of eight-bit numbers. All sums are of whole numbers below 2³¹: exact in any order, so the
/// compiler may take as many at once as the machine can.
extension Kernels {
  /// Adds `factor` times the inner product of a query and each row, times the row's scale, to the row's score; rows whose
  /// scale is 0 are passed over.
  ///
  /// - Parameter rows: as many rows as there are scales, each as long as the query; there are at least as many scores.
  static func addCosines(_ rows: [Int8], _ scales: [Double], to query: [Int8], factor: Double, into scores: inout [Double]) {
    precondition(rows.count == scales.count * query.count && scores.count >= scales.count, "a row and a score for each scale")
    let wide = query.map(Int16.init)
    rows.withUnsafeBufferPointer { rows in
      wide.withUnsafeBufferPointer { wide in
        scales.withUnsafeBufferPointer { scales in
          scores.withUnsafeMutableBufferPointer { scores in
            guard var row = rows.baseAddress, let wide = wide.baseAddress else { return }
            for slot in scales.indices {
              if scales[slot] > 0 { scores[slot] += factor * (Double(dot(row, wide, query.count)) * scales[slot]) }
              row += query.count
            }
          }
        }
      }
    }
  }

  /// The same for some rows only: `scores[i]` is of row `slots[i]`.
  static func addCosines(
    _ rows: [Int8], _ scales: [Double], of slots: [Int], to query: [Int8], factor: Double, into scores: inout [Double]
  ) {
    precondition(rows.count == scales.count * query.count && scores.count >= slots.count, "a row for each scale, a score for each slot")
    precondition(slots.allSatisfy { scales.indices.contains($0) }, "every slot has a row")
    let wide = query.map(Int16.init)
    rows.withUnsafeBufferPointer { rows in
      wide.withUnsafeBufferPointer { wide in
        guard let rows = rows.baseAddress, let wide = wide.baseAddress else { return }
        for (place, slot) in slots.enumerated() where scales[slot] > 0 {
          scores[place] += factor * (Double(dot(rows + slot * query.count, wide, query.count)) * scales[slot])
        }
      }
    }
  }

  /// The inner products of each two of some rows, as a lower triangle without its diagonal.
  static func products(_ rows: [Int8], of slots: [Int], dimensions: Int) -> [Int32] {
    precondition(slots.allSatisfy { $0 >= 0 && ($0 + 1) * dimensions <= rows.count }, "every row lies in the table")
    // Widened once, since each row meets each other.
    var wide = [Int16](repeating: 0, count: slots.count * dimensions)
    for (place, slot) in slots.enumerated() {
      for index in 0..<dimensions { wide[place * dimensions + index] = Int16(rows[slot * dimensions + index]) }
    }
    var products = [Int32](repeating: 0, count: TriangularMatrix.count(slots.count))
    wide.withUnsafeBufferPointer { wide in
      products.withUnsafeMutableBufferPointer { products in
        guard let wide = wide.baseAddress else { return }
        for row in slots.indices {
          let start = TriangularMatrix.index(row, 0)
          for column in 0..<row { products[start + column] = dot(wide + row * dimensions, wide + column * dimensions, dimensions) }
        }
      }
    }
    return products
  }

  @inline(__always)
  private static func dot(_ x: UnsafePointer<Int8>, _ y: UnsafePointer<Int16>, _ count: Int) -> Int32 {
    var sum: Int32 = 0
    for index in 0..<count { sum &+= Int32(x[index]) &* Int32(y[index]) }
    return sum
  }

  @inline(__always)
  private static func dot(_ x: UnsafePointer<Int16>, _ y: UnsafePointer<Int16>, _ count: Int) -> Int32 {
    var sum: Int32 = 0
    for index in 0..<count { sum &+= Int32(x[index]) &* Int32(y[index]) }
    return sum
  }
}
