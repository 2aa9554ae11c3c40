import Encoders
import Foundation
import Testing

/// One model of `tiny.json`: random weights from a seed, and what the plain reading of the paper makes of some sentences.
struct TinyModel: Decodable, Sendable {
  struct Config: Codable, Sendable {
    let model_type: String
    let num_hidden_layers: Int
    let num_attention_heads: Int
    let hidden_size: Int
    let intermediate_size: Int
    let vocab_size: Int
    let max_position_embeddings: Int
    let type_vocab_size: Int
    let layer_norm_eps: Double
    let hidden_act: String
  }

  let seed: UInt64
  let config: Config
  let pooling: String
  let shapes: [String: [Int]]
  let sentences: [[Int]]
  /// Of unit length, one for each sentence.
  let vectors: [[Float]]
  let two_layers: [[Float]]
  /// Of each piece alone between the beginning and the ending: after the last layer, then before the first.
  let pieces: [[Double]]

  static let vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b", "c", "d", "e", "f", "g", "h"]

  static func all() throws -> [TinyModel] { try JSONDecoder().decode([TinyModel].self, from: golden("tiny", "json")) }

  /// The sentences as texts.
  var texts: [String] { sentences.map { $0.dropFirst().dropLast().map { Self.vocabulary[$0] }.joined(separator: " ") } }

  /// - Parameter prefix: is put before each tensor's name.
  func tensors(prefix: String = "") -> [SafeTensors.Draft] {
    var random = SplitMix64(seed: seed)
    func numbers(_ shape: [Int]) -> [Float] { (0..<shape.reduce(1, *)).map { _ in random.number() } }
    var drafts: [SafeTensors.Draft] = []
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      drafts.append(.floats("\(prefix)\(name).weight", shape: shape, numbers(shape)))
      guard !name.contains("_embeddings") else { continue }
      drafts.append(.floats("\(prefix)\(name).bias", shape: [shape[0]], numbers([shape[0]])))
    }
    return drafts
  }

  func write(to folder: URL, prefix: String = "") throws {
    try SafeTensors.file(tensors(prefix: prefix)).write(to: folder.appending(path: "model.safetensors"))
    try JSONEncoder().encode(config).write(to: folder.appending(path: "config.json"))
    try Data(Self.vocabulary.joined(separator: "\n").utf8).write(to: folder.appending(path: "vocab.txt"))
    try FileManager.default.createDirectory(at: folder.appending(path: "1_Pooling"), withIntermediateDirectories: true)
    let modes = ["pooling_mode_cls_token": pooling == "cls", "pooling_mode_mean_tokens": pooling == "mean"]
    try JSONEncoder().encode(modes).write(to: folder.appending(path: "1_Pooling/config.json"))
  }
}
