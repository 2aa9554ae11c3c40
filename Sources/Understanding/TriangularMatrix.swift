/// A symmetric matrix by its lower triangle, row by row.
struct TriangularMatrix: Sendable {
  let size: Int
  var values: [Double]

  init(size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: Self.count(size))
  }

  /// - Precondition: column ≤ row.
  @inline(__always)
  static func index(_ row: Int, _ column: Int) -> Int { row * (row + 1) / 2 + column }

  @inline(__always)
  func index(_ row: Int, _ column: Int) -> Int { Self.index(row, column) }

  static func count(_ size: Int) -> Int { size * (size + 1) / 2 }

  subscript(row: Int, column: Int) -> Double {
    get { values[column <= row ? index(row, column) : index(column, row)] }
    set { values[column <= row ? index(row, column) : index(column, row)] = newValue }
  }
}

/// The Cholesky factor L of a positive definite matrix A = L·Lᵀ, always computed in the same order on one thread.
///
/// Source: Golub & Van Loan (2013), Matrix Computations, section 4.2.5 (the gaxpy form, by columns).
struct CholeskyFactor: Sendable {
  private let size: Int
  private let rows: [Double]  // lower triangle of L
  /// Rounding alone can bring a pivot here: the noise on the diagonal is far above.
  private static let pivotMin = 1e-12

  init(_ matrix: consuming TriangularMatrix) {
    size = matrix.size
    Kernels.factorize(&matrix.values, size: matrix.size, pivotMin: Self.pivotMin)
    rows = matrix.values
  }

  /// x of A·x = b.
  func solve(_ b: [Double]) -> [Double] {
    precondition(b.count == size, "one entry for each row")
    var x = forward(b)
    for row in stride(from: size - 1, through: 0, by: -1) {
      let start = TriangularMatrix.index(row, 0)
      x[row] /= rows[start + row]
      for column in 0..<row { x[column] -= rows[start + column] * x[row] }
    }
    return x
  }

  /// (A⁻¹)ᵢᵢ.
  func inverseDiagonal(_ index: Int) -> Double {
    var unit = [Double](repeating: 0, count: size)
    unit[index] = 1
    return forward(unit).reduce(0) { $0 + $1 * $1 }
  }

  /// y of L·y = b.
  private func forward(_ b: [Double]) -> [Double] {
    var y = b
    for row in 0..<size {
      let start = TriangularMatrix.index(row, 0)
      y[row] = (y[row] - Kernels.dot(rows, from: start, y, from: 0, count: row)) / rows[start + row]
    }
    return y
  }
}
