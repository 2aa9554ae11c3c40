import CPanels

/// A layer's weights in the order in which they are multiplied: panels of 16 columns; see `panels.c`.
struct PanelMatrix: Sendable {
  /// Rows: as many numbers as a token has before the layer.
  let depth: Int
  /// As many as a token has after it, filled up to whole panels.
  let columns: Int
  private let values: [Float]
  private let bias: [Float]

  static func padded(_ count: Int) -> Int { (count + width - 1) / width * width }
  static let width = Int(PANEL_WIDTH)

  /// - Parameters:
  ///   - weights: outputs × depth, row by row, as PyTorch's linear layers keep them.
  ///   - bias: one for each output.
  init(weights: [Float], bias: [Float], depth: Int) {
    let outputs = bias.count
    precondition(weights.count == outputs * depth, "a row of weights for each output")
    self.depth = depth
    columns = Self.padded(outputs)
    var values = [Float](repeating: 0, count: columns * depth)
    weights.withUnsafeBufferPointer { weights in
      values.withUnsafeMutableBufferPointer { values in
        for output in 0..<outputs {
          let start = output / Self.width * Self.width * depth + output % Self.width
          for k in 0..<depth { values[start + k * Self.width] = weights[output * depth + k] }
        }
      }
    }
    self.values = values
    self.bias = bias + [Float](repeating: 0, count: columns - outputs)
  }

  /// rows × columns numbers: `x` times the weights, plus the bias.
  ///
  /// - Parameter x: rows × `stride`; the first `depth` of each row count.
  func multiply(_ x: [Float], rows: Int, stride: Int) -> [Float] {
    precondition(stride >= depth && x.count >= rows * stride, "each row lies in x")
    return [Float](unsafeUninitializedCapacity: rows * columns) { out, count in
      panels_multiply(rows, depth, columns / Self.width, x, stride, values, bias, out.baseAddress, columns)
      count = rows * columns
    }
  }
}
