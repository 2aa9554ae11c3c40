/// The eigenvectors of a symmetric matrix, by Jacobi's rotations: exact to rounding, in one fixed order of steps.
///
/// Source: Golub & Van Loan (2013), "Matrix Computations", 4th edition, section 8.5.3 (cyclic by row).
struct SymmetricMatrix {
  static let sweepsMax = 30

  let size: Int
  /// size × size, row by row.
  private(set) var values: [Double]

  init(size: Int, values: [Double]) {
    precondition(values.count == size * size, "a square")
    self.size = size
    self.values = values
  }

  /// The eigenvalues, the largest first, each with its eigenvector of unit length, whose largest number is positive.
  ///
  /// - Complexity: O(size³) a sweep; some ten sweeps.
  func eigenvectors() -> [(value: Double, vector: [Double])] {
    var matrix = values
    // Row i is the i-th eigenvector in the making.
    var vectors = [Double](repeating: 0, count: size * size)
    for index in 0..<size { vectors[index * size + index] = 1 }
    let tolerance = values.reduce(0) { max($0, $1.magnitude) } * 1e-14
    matrix.withUnsafeMutableBufferPointer { matrix in
      vectors.withUnsafeMutableBufferPointer { vectors in
        for _ in 0..<Self.sweepsMax where !sweep(matrix, vectors, tolerance) { break }
      }
    }
    return (0..<size).map { row in
      let vector = Array(vectors[row * size..<(row + 1) * size])
      let largest = vector.max { $0.magnitude < $1.magnitude } ?? 1
      return (matrix[row * size + row], largest < 0 ? vector.map(-) : vector)
    }
    .sorted { $0.value > $1.value }
  }

  /// Rotates each pair of rows once. Returns false where nothing was left to rotate.
  private func sweep(_ a: UnsafeMutableBufferPointer<Double>, _ vectors: UnsafeMutableBufferPointer<Double>, _ tolerance: Double) -> Bool {
    var isRotated = false
    for p in 0..<size {
      for q in p + 1..<max(size, p + 1) where a[p * size + q].magnitude > tolerance {
        isRotated = true
        let theta = (a[q * size + q] - a[p * size + p]) / (2 * a[p * size + q])
        let tangent = (theta < 0 ? -1 : 1) / (theta.magnitude + (theta * theta + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        // Rows p and q; the columns follow from symmetry, so that only rows are walked along.
        rotate(a, p, q, cosine, sine)
        let pp = cosine * a[p * size + p] - sine * a[p * size + q]
        let qq = sine * a[q * size + p] + cosine * a[q * size + q]
        for k in 0..<size {
          a[k * size + p] = a[p * size + k]
          a[k * size + q] = a[q * size + k]
        }
        a[p * size + p] = pp
        a[q * size + q] = qq
        a[p * size + q] = 0
        a[q * size + p] = 0
        rotate(vectors, p, q, cosine, sine)
      }
    }
    return isRotated
  }

  @inline(__always)
  private func rotate(_ rows: UnsafeMutableBufferPointer<Double>, _ p: Int, _ q: Int, _ cosine: Double, _ sine: Double) {
    for k in 0..<size {
      let x = rows[p * size + k]
      let y = rows[q * size + k]
      rows[p * size + k] = cosine * x - sine * y
      rows[q * size + k] = sine * x + cosine * y
    }
  }
}
