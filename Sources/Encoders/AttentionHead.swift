import CPanels

/// One head of one sentence: softmax(q · kᵀ · scale) · v, by the same product as the layers.
struct AttentionHead {
  private let count: Int
  private let width: Int
  private let stride: Int
  private let start: Int
  private let projected: [Float]
  /// width × count, in panels: the keys, turned.
  private let keys: [Float]
  /// count × width, in panels.
  private let values: [Float]

  /// - Parameters:
  ///   - projected: queries, keys and values of all tokens, `stride` from token to token.
  ///   - start: where the first token's query of this head lies; its key lies `hidden` after it, its value twice that.
  ///   - count: tokens of the sentence.
  ///   - width: of the head.
  init(_ projected: [Float], start: Int, stride: Int, count: Int, width: Int, hidden: Int) {
    precondition(start + (count - 1) * stride + 2 * hidden + width <= projected.count, "the head lies in the projection")
    self.count = count
    self.width = width
    self.stride = stride
    self.start = start
    self.projected = projected
    let panel = PanelMatrix.width
    var keys = [Float](repeating: 0, count: PanelMatrix.padded(count) * width)
    var values = [Float](repeating: 0, count: PanelMatrix.padded(width) * count)
    projected.withUnsafeBufferPointer { projected in
      keys.withUnsafeMutableBufferPointer { keys in
        values.withUnsafeMutableBufferPointer { values in
          for token in 0..<count {
            let key = start + token * stride + hidden
            let value = key + hidden
            let column = token / panel * panel * width + token % panel
            for index in 0..<width {
              keys[column + index * panel] = projected[key + index]
              values[(index / panel * count + token) * panel + index % panel] = projected[value + index]
            }
          }
        }
      }
    }
    self.keys = keys
    self.values = values
  }

  /// Writes count × width numbers.
  func write(to context: inout [Float], start outStart: Int, stride outStride: Int, scale: Float) {
    precondition(outStart + (count - 1) * outStride + width <= context.count, "the head lies in the context")
    let panel = PanelMatrix.width
    let columns = PanelMatrix.padded(count)
    var scores = [Float](repeating: 0, count: count * columns)
    projected.withUnsafeBufferPointer { projected in
      guard let queries = projected.baseAddress else { return }
      panels_multiply(count, width, columns / panel, queries + start, stride, keys, nil, &scores, columns)
    }
    Elementwise.softmax(&scores, stride: columns, width: count, scale: scale)
    let outColumns = PanelMatrix.padded(width)
    var out = [Float](repeating: 0, count: count * outColumns)
    panels_multiply(count, count, outColumns / panel, scores, columns, values, nil, &out, outColumns)
    out.withUnsafeBufferPointer { out in
      context.withUnsafeMutableBufferPointer { context in
        for token in 0..<count {
          for index in 0..<width { context[outStart + token * outStride + index] = out[token * outColumns + index] }
        }
      }
    }
  }
}
