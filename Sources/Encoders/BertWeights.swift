import Foundation

/// The weights of a BERT encoder, laid out for multiplying.
struct BertWeights: Sendable {
  struct Norm: Sendable {
    let scale: [Float]
    let shift: [Float]
  }

  struct Layer: Sendable {
    /// Queries, keys and values in one: 3 × hidden outputs.
    let attention: PanelMatrix
    let attentionOutput: PanelMatrix
    let attentionNorm: Norm
    let intermediate: PanelMatrix
    let output: PanelMatrix
    let norm: Norm
  }

  /// positions × hidden; the first token type is added in.
  let positions: [Float]
  let norm: Norm
  let layers: [Layer]
  private let file: SafeTensors
  /// Stays in the mapped file, as a sentence needs a few rows only.
  private let words: SafeTensors.Tensor
  private let hidden: Int

  /// The word embedding of one piece: `hidden` numbers.
  func word(_ piece: Int) -> [Float] { file.floats(words, in: piece * hidden..<(piece + 1) * hidden) }

  init(_ file: SafeTensors, _ configuration: BertConfiguration) throws(ModelError) {
    let source = try Source(file)
    let hidden = configuration.hidden
    let embeddings = "embeddings."
    let types = try source.floats(embeddings + "token_type_embeddings.weight", [configuration.tokenTypes, hidden])
    var positions = try source.floats(embeddings + "position_embeddings.weight", [configuration.positions, hidden])
    for index in positions.indices { positions[index] += types[index % hidden] }
    self.positions = positions
    self.file = file
    self.hidden = hidden
    words = try file.floatTensor(
      source.prefix + embeddings + "word_embeddings.weight", shape: [configuration.vocabulary, hidden])
    norm = try source.norm(embeddings + "LayerNorm", hidden)
    var layers: [Layer] = []
    for number in 0..<configuration.layers {
      let layer = "encoder.layer.\(number)."
      layers.append(
        Layer(
          attention: try source.matrix(
            ["query", "key", "value"].map { "\(layer)attention.self.\($0)" }, outputs: hidden, depth: hidden),
          attentionOutput: try source.matrix([layer + "attention.output.dense"], outputs: hidden, depth: hidden),
          attentionNorm: try source.norm(layer + "attention.output.LayerNorm", hidden),
          intermediate: try source.matrix([layer + "intermediate.dense"], outputs: configuration.intermediate, depth: hidden),
          output: try source.matrix([layer + "output.dense"], outputs: hidden, depth: configuration.intermediate),
          norm: try source.norm(layer + "output.LayerNorm", hidden)))
    }
    self.layers = layers
  }

  /// A file of tensors whose names may begin with what the model was saved in.
  private struct Source {
    let file: SafeTensors
    let prefix: String

    init(_ file: SafeTensors) throws(ModelError) {
      let name = "embeddings.word_embeddings.weight"
      let prefixes = ["", "bert.", "0.auto_model.", "model.", "encoder."]
      guard let prefix = prefixes.first(where: { file.tensors[$0 + name] != nil }) else {
        throw .missingTensor(name, file: file.file)
      }
      self.file = file
      self.prefix = prefix
    }

    func floats(_ name: String, _ shape: [Int]) throws(ModelError) -> [Float] { try file.floats(prefix + name, shape: shape) }

    func norm(_ name: String, _ width: Int) throws(ModelError) -> Norm {
      Norm(scale: try floats(name + ".weight", [width]), shift: try floats(name + ".bias", [width]))
    }

    /// Several linear layers of the same input, one below the other.
    func matrix(_ names: [String], outputs: Int, depth: Int) throws(ModelError) -> PanelMatrix {
      var weights: [Float] = []
      var bias: [Float] = []
      for name in names {
        weights += try floats(name + ".weight", [outputs, depth])
        bias += try floats(name + ".bias", [outputs])
      }
      return PanelMatrix(weights: weights, bias: bias, depth: depth)
    }
  }
}
