/// Eigenvalues and eigenvectors of a small symmetric matrix.
enum SymmetricEigen {
  private static let sweepsMax = 30

  /// Jacobi's method.
  ///
  /// Source: Golub & Van Loan (2013), Matrix Computations, section 8.5.
  ///
  /// - Returns: n values, and `[row][column]` vectors, a column each.
  static func decompose(_ matrix: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
    let n = matrix.count
    var a = matrix
    var v = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0 } }
    for _ in 0..<sweepsMax {
      var off = 0.0
      for p in 0..<n {
        for q in p + 1..<max(p + 1, n) where a[p][q] != 0 {
          off = max(off, abs(a[p][q]))
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let c = 1 / (t * t + 1).squareRoot()
          rotate(&a, &v, p, q, c, t * c)
        }
      }
      let scale = a.indices.reduce(0.0) { max($0, abs(a[$1][$1])) }
      if off <= 1e-15 * scale { break }
    }
    return (a.indices.map { a[$0][$0] }, v)
  }

  private static func rotate(_ a: inout [[Double]], _ v: inout [[Double]], _ p: Int, _ q: Int, _ c: Double, _ s: Double) {
    for k in a.indices { (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]) }
    for k in a.indices { (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]) }
    for k in v.indices { (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]) }
  }
}
