/// The directions in which votes vary most.
///
/// Subspace iteration with two spare directions: it converges with the ratio of the fifth to the second singular value,
/// where the power method on one vector waits for the third to fade.
///
/// Source: Golub & Van Loan (2013), Matrix Computations, section 8.2.4 (orthogonal iteration with Ritz acceleration).
enum PrincipalComponents {
  static let roundsMax = 300
  private static let width = 4
  /// Rounds end when no entry of the two components moves by more.
  private static let tolerance = 1e-10

  /// - Returns: `[statement]`: loadings on the first and the second component, each of length 1 and with the cubes of its
  ///   loadings summing to 0 or more; all zero where there is no such component.
  /// - Complexity: O(rounds · votes).
  static func first2(of votes: CenteredVotes, using random: inout some RandomNumberGenerator) -> [Point] {
    let n = votes.statementCount
    var basis = (0..<width).map { _ in (0..<n).map { _ in Double.random(in: -1...1, using: &random) } }
    orthonormalize(&basis)
    var components = basis
    for _ in 0..<roundsMax {
      basis = multiplied(basis, by: votes)
      let products = basis
      orthonormalize(&basis)
      let rotated = ritz(basis, products)
      let moved = (0..<min(2, width)).reduce(0.0) { largest, c in
        let sign = dot(rotated[c], components[c]) < 0 ? -1.0 : 1.0
        return zip(rotated[c], components[c]).reduce(largest) { max($0, abs($1.0 * sign - $1.1)) }
      }
      (components, basis) = (rotated, rotated)
      if moved < tolerance { break }
    }
    let (first, second) = (oriented(components[0]), oriented(components[1]))
    return (0..<n).map { Point(x: first[$0], y: second[$0]) }
  }

  /// XᵀX·v for each v: participants first, then statements.
  private static func multiplied(_ basis: [[Double]], by votes: CenteredVotes) -> [[Double]] {
    var products = basis.map { Array(repeating: 0.0, count: $0.count) }
    for (c, vector) in basis.enumerated() {
      for row in 0..<votes.starts.count - 1 {
        let cells = votes.starts[row]..<votes.starts[row + 1]
        var place = 0.0
        for cell in cells { place += votes.values[cell] * vector[votes.statements[cell]] }
        for cell in cells { products[c][votes.statements[cell]] += votes.values[cell] * place }
      }
    }
    return products
  }

  /// Gram and Schmidt, twice is enough; a direction that vanishes becomes zero.
  private static func orthonormalize(_ vectors: inout [[Double]]) {
    for i in vectors.indices {
      let before = dot(vectors[i], vectors[i]).squareRoot()
      for _ in 0..<2 {
        for j in 0..<i {
          let along = dot(vectors[i], vectors[j])
          for e in vectors[i].indices { vectors[i][e] -= along * vectors[j][e] }
        }
      }
      let length = dot(vectors[i], vectors[i]).squareRoot()
      let factor = length > 1e-12 * max(before, 1e-300) ? 1 / length : 0
      for e in vectors[i].indices { vectors[i][e] *= factor }
    }
  }

  /// Turns the basis Q of the products P = XᵀX·V to the left singular vectors of P, largest first: those of QᵀP, a small
  /// matrix, found as eigenvectors of QᵀP(QᵀP)ᵀ.
  private static func ritz(_ basis: [[Double]], _ products: [[Double]]) -> [[Double]] {
    let inner = basis.map { q in products.map { dot(q, $0) } }
    let square = (0..<width).map { i in (0..<width).map { j in dot(inner[i], inner[j]) } }
    let (values, vectors) = SymmetricEigen.decompose(square)
    let order = values.indices.sorted { values[$0] > values[$1] || (values[$0] == values[$1] && $0 < $1) }
    return order.map { c in
      var sum = Array(repeating: 0.0, count: basis[0].count)
      for (q, vector) in basis.enumerated() { for e in sum.indices { sum[e] += vectors[q][c] * vector[e] } }
      return sum
    }
  }

  /// The same direction, with the sign that makes the cubes sum to 0 or more.
  private static func oriented(_ vector: [Double]) -> [Double] {
    vector.reduce(0) { $0 + $1 * $1 * $1 } < 0 ? vector.map { -$0 } : vector
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }
}
