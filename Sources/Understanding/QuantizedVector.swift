/// A direction in whole numbers of eight bits: what a dense block keeps of a sentence.
///
/// Inner products of whole numbers are exact in any order. Only the division by the two lengths is rounded, once. Rounding
/// to eight bits moves a cosine of two sentences by about 0.001.
struct QuantizedVector: Hashable, Sendable {
  /// The largest in size is 127; all are 0 where there is no direction.
  let values: [Int8]
  /// 1 / length of `values`; 0 where there is no direction.
  let scale: Double

  /// - Precondition: every sum is below 2⁵⁵ in size.
  init(sums: [Int64]) {
    let largest = sums.reduce(0) { max($0, abs($1)) }
    guard largest > 0 else { self.init(values: [Int8](repeating: 0, count: sums.count), isDirected: false); return }
    precondition(largest < 1 << 55, "a sum that can be scaled")
    let values = sums.map { sum in
      // Rounded to nearest, halves away from 0.
      Int8((254 * sum + (sum < 0 ? -largest : largest)) / (2 * largest))
    }
    self.init(values: values, isDirected: true)
  }

  /// A vector that is not finite has no direction.
  init(_ vector: [Float]) {
    let largest = vector.reduce(0) { max($0, abs($1)) }
    let isDirected = largest > 0 && vector.allSatisfy(\.isFinite)
    self.init(values: vector.map { isDirected ? Int8(($0 / largest * 127).rounded()) : 0 }, isDirected: isDirected)
  }

  private init(values: [Int8], isDirected: Bool) {
    self.values = values
    let square = values.reduce(0) { $0 + Int($1) * Int($1) }
    scale = isDirected ? 1 / Double(square).squareRoot() : 0
  }
}
