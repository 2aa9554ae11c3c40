import Foundation
import Understanding

/// What a folder in the layout of Hugging Face says of its encoder: the sizes, how a text is cut, how tokens are pooled.
struct BertConfiguration: Hashable, Sendable {
  enum Pooling: Hashable, Sendable {
    /// The mean of all tokens.
    case mean
    /// The first token alone.
    case first
  }

  enum Activation: String, Sendable {
    /// x · Φ(x), by the error function.
    case gelu
    case relu
  }

  let layers: Int
  let heads: Int
  let hidden: Int
  let intermediate: Int
  let vocabulary: Int
  let positions: Int
  let tokenTypes: Int
  let epsilon: Float
  let activation: Activation
  let pooling: Pooling
  /// In pieces, with the beginning and the ending.
  let lengthMax: Int
  let words: BasicWords

  var headWidth: Int { hidden / heads }

  init(folder: URL) throws(ModelError) {
    let file = folder.appending(path: "config.json")
    guard let config = try ConfigurationFile<Config>.read(file) else { throw .unreadable(file: file.path) }
    func unsupported(_ reason: String) -> ModelError { .notSupported(file: file.path, reason: reason) }
    guard config.model_type ?? "bert" == "bert" else { throw unsupported("it is of the kind “\(config.model_type ?? "")”, not BERT") }
    guard config.position_embedding_type ?? "absolute" == "absolute" else { throw unsupported("its positions are not absolute") }
    guard let activation = Activation(rawValue: config.hidden_act) else {
      throw unsupported("its activation is “\(config.hidden_act)”, not gelu or relu")
    }
    let sizes = [
      config.num_hidden_layers, config.num_attention_heads, config.hidden_size, config.intermediate_size, config.vocab_size,
      config.max_position_embeddings, config.type_vocab_size ?? 2,
    ]
    guard sizes.allSatisfy({ (1...Self.sizeMax).contains($0) }), config.hidden_size % config.num_attention_heads == 0 else {
      throw unsupported("its sizes do not fit together")
    }
    layers = config.num_hidden_layers
    heads = config.num_attention_heads
    hidden = config.hidden_size
    intermediate = config.intermediate_size
    vocabulary = config.vocab_size
    positions = config.max_position_embeddings
    tokenTypes = config.type_vocab_size ?? 2
    epsilon = config.layer_norm_eps ?? 1e-12
    self.activation = activation
    pooling = try Self.pooling(folder)
    let sentences = try ConfigurationFile<Sentences>.read(folder.appending(path: "sentence_bert_config.json"))
    lengthMax = max(2, min(sentences?.max_seq_length ?? 256, positions))
    words = try Self.words(folder: folder, lowercases: sentences?.do_lower_case ?? false)
  }

  /// More than any BERT has; keeps products of two of them within an integer.
  private static let sizeMax = 1 << 24

  private static func pooling(_ folder: URL) throws(ModelError) -> Pooling {
    let modules = folder.appending(path: "modules.json")
    let known = ["Transformer", "Pooling", "Normalize"]
    for module in try ConfigurationFile<[Module]>.read(modules) ?? [] {
      guard let name = module.type.split(separator: ".").last, known.contains(String(name)) else {
        throw .notSupported(file: modules.path, reason: "it has a module of the type “\(module.type)”")
      }
    }
    let file = folder.appending(path: "1_Pooling/config.json")
    guard let pooling = try ConfigurationFile<PoolingModes>.read(file) else { return .mean }
    switch (pooling.pooling_mode_mean_tokens ?? false, pooling.pooling_mode_cls_token ?? false) {
    case (true, false): return .mean
    case (false, true): return .first
    default: throw .notSupported(file: file.path, reason: "it pools neither by the mean alone nor by the first token alone")
    }
  }

  /// How a text is cleaned: by `tokenizer_config.json`, or by `tokenizer.json` where that is missing.
  static func words(folder: URL, lowercases: Bool) throws(ModelError) -> BasicWords {
    let normalizer = try ConfigurationFile<Tokenizer>.read(folder.appending(path: "tokenizer.json"))?.normalizer
    let config = try ConfigurationFile<TokenizerConfig>.read(folder.appending(path: "tokenizer_config.json"))
    let isLower = config?.do_lower_case ?? normalizer?.lowercase ?? true
    return BasicWords(
      lowercases: isLower || lowercases, stripsAccents: config?.strip_accents ?? normalizer?.strip_accents ?? isLower,
      splitsIdeographs: config?.tokenize_chinese_chars ?? normalizer?.handle_chinese_chars ?? true)
  }

  private struct Config: Decodable {
    let model_type: String?
    let position_embedding_type: String?
    let hidden_act: String
    let num_hidden_layers: Int
    let num_attention_heads: Int
    let hidden_size: Int
    let intermediate_size: Int
    let vocab_size: Int
    let max_position_embeddings: Int
    let type_vocab_size: Int?
    let layer_norm_eps: Float?
  }

  private struct Sentences: Decodable {
    let max_seq_length: Int?
    let do_lower_case: Bool?
  }

  private struct Module: Decodable { let type: String }

  private struct PoolingModes: Decodable {
    let pooling_mode_cls_token: Bool?
    let pooling_mode_mean_tokens: Bool?
  }

  private struct TokenizerConfig: Decodable {
    let do_lower_case: Bool?
    let strip_accents: Bool?
    let tokenize_chinese_chars: Bool?
  }

  private struct Tokenizer: Decodable {
    struct Normalizer: Decodable {
      let lowercase: Bool?
      let strip_accents: Bool?
      let handle_chinese_chars: Bool?
    }
    let normalizer: Normalizer?
  }
}

/// Reads one JSON file of a model's folder.
enum ConfigurationFile<Content: Decodable> {
  /// - Returns: nil where there is no such file.
  static func read(_ url: URL) throws(ModelError) -> Content? {
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: url.path) }
    do {
      return try JSONDecoder().decode(Content.self, from: data)
    } catch {
      throw .damaged(file: url.path, reason: "it lacks what such a file says, or is not JSON")
    }
  }
}
