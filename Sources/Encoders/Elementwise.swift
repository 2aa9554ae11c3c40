/// What a layer does to single numbers and single rows, eight numbers at a time. The inner loops read and write through
/// buffers whose sizes are checked first. Every sum has one fixed order.
enum Elementwise {
  private typealias Lanes = SIMD8<Float>
  private static let lanes = Lanes.scalarCount

  /// sum[i] += x[i].
  static func add(_ x: [Float], to sum: inout [Float]) {
    precondition(x.count == sum.count, "two tables of one size")
    x.withUnsafeBufferPointer { x in
      sum.withUnsafeMutableBufferPointer { sum in
        for index in 0..<sum.count { sum[index] += x[index] }
      }
    }
  }

  /// Gives each row mean 0 and variance 1, then scales and shifts each column (Ba, Kiros & Hinton, 2016).
  ///
  /// - Parameters:
  ///   - x: rows × `stride`, of which the first `width` of each row count.
  ///   - epsilon: is added to the variance.
  static func normalize(_ x: inout [Float], stride: Int, width: Int, by norm: BertWeights.Norm, epsilon: Float) {
    precondition(width <= stride && x.count % stride == 0, "whole rows")
    precondition(norm.scale.count == width && norm.shift.count == width, "a scale and a shift for each column")
    let rows = x.count / stride
    norm.scale.withUnsafeBufferPointer { scale in
      norm.shift.withUnsafeBufferPointer { shift in
        x.withUnsafeMutableBufferPointer { x in
          for row in 0..<rows {
            let values = UnsafeMutableBufferPointer(rebasing: x[row * stride..<row * stride + width])
            let mean = sum(values) { $0 } / Float(width)
            let variance = sum(values) { ($0 - mean) * ($0 - mean) } / Float(width)
            let factor = 1 / (variance + epsilon).squareRoot()
            for column in 0..<width { values[column] = (values[column] - mean) * factor * scale[column] + shift[column] }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func sum(_ values: UnsafeMutableBufferPointer<Float>, _ term: (Lanes) -> Lanes) -> Float {
    var sums = Lanes.zero
    let whole = values.count / lanes * lanes
    let bytes = UnsafeRawPointer(values.baseAddress.unsafelyUnwrapped)
    var index = 0
    while index < whole {
      sums += term(bytes.loadUnaligned(fromByteOffset: index * 4, as: Lanes.self))
      index += lanes
    }
    var sum = sums.sum()
    while index < values.count {
      sum += term(Lanes(repeating: values[index]))[0]
      index += 1
    }
    return sum
  }

  static func activate(_ x: inout [Float], _ activation: BertConfiguration.Activation) {
    switch activation {
    case .relu: for index in x.indices { x[index] = max(0, x[index]) }
    case .gelu: map(&x) { 0.5 * $0 * (1 + erf($0 * Float(0.5).squareRoot())) }
    }
  }

  /// Each row becomes exp(x · scale) over its sum.
  ///
  /// - Parameter x: rows × `stride`, of which the first `width` of each row count.
  static func softmax(_ x: inout [Float], stride: Int, width: Int, scale: Float) {
    precondition(width > 0 && width <= stride && x.count % stride == 0, "whole rows")
    let rows = x.count / stride
    x.withUnsafeMutableBufferPointer { x in
      for row in 0..<rows {
        let values = UnsafeMutableBufferPointer(rebasing: x[row * stride..<row * stride + width])
        var largest = values[0]
        for value in values { largest = max(largest, value) }
        for index in 0..<width { values[index] = (values[index] - largest) * scale }
      }
    }
    map(&x) { exp($0) }
    x.withUnsafeMutableBufferPointer { x in
      for row in 0..<rows {
        let values = UnsafeMutableBufferPointer(rebasing: x[row * stride..<row * stride + width])
        let factor = 1 / sum(values) { $0 }
        for index in 0..<width { values[index] *= factor }
      }
    }
  }

  /// Applies a function to all numbers of a table whose count is a multiple of eight, as padded ones are.
  @inline(__always)
  private static func map(_ x: inout [Float], _ function: (Lanes) -> Lanes) {
    precondition(x.count % lanes == 0, "a padded table")
    x.withUnsafeMutableBytes { bytes in
      for offset in stride(from: 0, to: bytes.count, by: MemoryLayout<Lanes>.size) {
        let value = function(bytes.loadUnaligned(fromByteOffset: offset, as: Lanes.self))
        bytes.storeBytes(of: value, toByteOffset: offset, as: Lanes.self)
      }
    }
  }
}
