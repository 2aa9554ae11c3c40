import CPanels

extension Bert {
  /// What the tokens of some sentences have become after so many layers, one sentence after the other.
  ///
  /// - Parameter depths: ascending, each in 0...layers; 0 stands for the embeddings.
  /// - Returns: for each depth tokens × `PanelMatrix.padded(hidden)`, row by row; what fills a row up is zero.
  func encode(_ sentences: [[Int]], depths: [Int]) -> [[Float]] {
    let hidden = configuration.hidden
    let stride = PanelMatrix.padded(hidden)
    let rows = sentences.reduce(0) { $0 + $1.count }
    var x = [Float](repeating: 0, count: rows * stride)
    var row = 0
    for sentence in sentences {
      for (position, piece) in sentence.enumerated() {
        let word = weights.word(piece)
        for column in 0..<hidden { x[row * stride + column] = word[column] + weights.positions[position * hidden + column] }
        row += 1
      }
    }
    let width = hidden
    Elementwise.normalize(&x, stride: stride, width: width, by: weights.norm, epsilon: configuration.epsilon)
    var outputs = depths.first == 0 ? [x] : []
    for (number, layer) in weights.layers.prefix(depths.last ?? 0).enumerated() {
      let projected = layer.attention.multiply(x, rows: rows, stride: stride)
      let context = attention(projected, stride: layer.attention.columns, sentences)
      Elementwise.add(layer.attentionOutput.multiply(context, rows: rows, stride: stride), to: &x)
      Elementwise.normalize(&x, stride: stride, width: width, by: layer.attentionNorm, epsilon: configuration.epsilon)
      var inner = layer.intermediate.multiply(x, rows: rows, stride: stride)
      Elementwise.activate(&inner, configuration.activation)
      Elementwise.add(layer.output.multiply(inner, rows: rows, stride: layer.intermediate.columns), to: &x)
      Elementwise.normalize(&x, stride: stride, width: width, by: layer.norm, epsilon: configuration.epsilon)
      if depths.contains(number + 1) { outputs.append(x) }
    }
    return outputs
  }

  /// Each token looks at all tokens of its own sentence, once in each head.
  ///
  /// - Parameter projected: tokens × `stride`: a token's queries, keys and values, each `hidden` wide, head by head.
  /// - Returns: tokens × `PanelMatrix.padded(hidden)`.
  private func attention(_ projected: [Float], stride: Int, _ sentences: [[Int]]) -> [Float] {
    let hidden = configuration.hidden
    let headWidth = configuration.headWidth
    let outStride = PanelMatrix.padded(hidden)
    let scale = 1 / Float(headWidth).squareRoot()
    var context = [Float](repeating: 0, count: projected.count / stride * outStride)
    var first = 0
    for sentence in sentences {
      let count = sentence.count
      for head in 0..<configuration.heads {
        let start = first * stride + head * headWidth
        let looks = AttentionHead(projected, start: start, stride: stride, count: count, width: headWidth, hidden: hidden)
        looks.write(to: &context, start: first * outStride + head * headWidth, stride: outStride, scale: scale)
      }
      first += count
    }
    return context
  }
}
