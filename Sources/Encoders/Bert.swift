import Crypto
public import Foundation
public import Understanding

/// A sentence encoder of the BERT family, computed here: no library, no server, no other language.
///
/// It reads a folder in the layout of Hugging Face: `config.json`, `vocab.txt`, `model.safetensors`, and where they are
/// there `tokenizer_config.json`, `tokenizer.json`, `sentence_bert_config.json`, `modules.json` and
/// `1_Pooling/config.json`. So an encoder of another language is another folder. A text that is too long counts with its
/// beginning only.
///
/// A sentence's vector is the same whichever sentences are encoded with it, and on every machine that has fused
/// multiply-add (x86-64 since 2013, all of ARM's 64 bits).
///
/// Source: Devlin et al. (2019), "BERT", NAACL; Reimers & Gurevych (2019), "Sentence-BERT", EMNLP.
public struct Bert: BatchEncoder {
  /// Which layers say what a sentence means.
  public enum Reading: Hashable, Sendable {
    /// The last one, as the encoder was trained: its vector in every other program.
    case lastLayer
    /// The last one, and a little less the one two thirds up, which keeps more of the words themselves; more
    /// is understood from few sentences than by the last layer alone.
    case twoLayers
  }

  /// The SHA-256 of `model.safetensors`, `vocab.txt`, what the configuration says and how it is read.
  public let identity: String
  /// The SHA-256 of `model.safetensors`, in hexadecimal.
  public let weightsDigest: String
  public let pieces: WordPieces

  public var dimensions: Int { configuration.hidden }

  let configuration: BertConfiguration
  let weights: BertWeights
  /// Ascending by depth; the last is the last layer.
  private let layersRead: [LayerRead]

  private struct LayerRead: Sendable {
    let depth: Int
    let weight: Float
  }

  public init(folder: URL, reading: Reading = .lastLayer) throws(ModelError) {
    configuration = try BertConfiguration(folder: folder)
    let vocabulary = folder.appending(path: "vocab.txt")
    let (pieces, vocabularyBytes) = try VocabularyFile.read(vocabulary, words: configuration.words)
    guard pieces.count <= configuration.vocabulary else {
      throw .damaged(file: vocabulary.path, reason: "it has \(pieces.count) lines where the model has \(configuration.vocabulary) words")
    }
    self.pieces = pieces
    let file = try SafeTensors(contentsOf: folder.appending(path: "model.safetensors"))
    weights = try BertWeights(file, configuration)
    let digest = SHA256.hash(data: file.data)
    weightsDigest = digest.hexadecimal
    var whole = SHA256()
    whole.update(data: Data(digest))
    whole.update(data: vocabularyBytes)
    whole.update(data: Data("\(configuration.pooling) \(configuration.lengthMax) \(configuration.words.name) \(configuration.heads)".utf8))
    layersRead = Self.layersRead(reading, of: configuration.layers)
    if layersRead.count > 1 { whole.update(data: Data(layersRead.map { " layer \($0.depth) \($0.weight)" }.joined().utf8)) }
    identity = whole.finalize().hexadecimal
  }

  private static func layersRead(_ reading: Reading, of layers: Int) -> [LayerRead] {
    let last = LayerRead(depth: layers, weight: 1)
    let earlier = LayerRead(depth: layers * 2 / 3, weight: 0.7)
    return reading == .lastLayer || earlier.depth == 0 ? [last] : [earlier, last]
  }

  public func vector(of text: String) -> [Float]? { vectors(of: [text])[0] }

  public func vectors(of texts: [String]) -> [[Float]?] {
    let sentences = texts.map { pieces.sentence($0, countMax: configuration.lengthMax) }
    return vectors(of: sentences, depths: layersRead.map(\.depth)) { hidden, rows in
      var vector = pooled(hidden[hidden.count - 1], rows: rows)
      vector.normalize()
      guard layersRead.count > 1 else { return vector }
      for (layer, read) in zip(hidden, layersRead).dropLast() {
        var other = pooled(layer, rows: rows)
        other.normalize()
        for column in vector.indices { vector[column] += read.weight * other[column] }
      }
      vector.normalize()
      return vector
    }
  }

  /// Tokens that are computed at one time: enough to read each layer's weights rarely, few enough to stay in the caches.
  private static let tokensTogether = 384

  /// One vector for each sentence of pieces, made from what its tokens, which lie in `rows`, have become at each depth.
  func vectors(of sentences: [[Int]], depths: [Int], make: ([[Float]], _ rows: Range<Int>) -> [Float]) -> [[Float]] {
    var vectors: [[Float]] = []
    vectors.reserveCapacity(sentences.count)
    var start = 0
    while start < sentences.count {
      var end = start
      var tokens = 0
      while end < sentences.count, end == start || tokens + sentences[end].count <= Self.tokensTogether {
        tokens += sentences[end].count
        end += 1
      }
      let hidden = encode(Array(sentences[start..<end]), depths: depths)
      var row = 0
      for sentence in sentences[start..<end] {
        vectors.append(make(hidden, row..<row + sentence.count))
        row += sentence.count
      }
      start = end
    }
    return vectors
  }

  private func pooled(_ hidden: [Float], rows: Range<Int>) -> [Float] {
    let stride = PanelMatrix.padded(configuration.hidden)
    switch configuration.pooling {
    case .first: return Array(hidden[rows.lowerBound * stride..<rows.lowerBound * stride + configuration.hidden])
    case .mean:
      let factor = 1 / Float(rows.count)
      return (0..<configuration.hidden).map { column in
        var sum: Float = 0
        for row in rows { sum += hidden[row * stride + column] }
        return sum * factor
      }
    }
  }
}

extension [Float] {
  /// Gives it unit length; what is all zero stays so.
  mutating func normalize() {
    var sum = 0.0
    for value in self { sum += Double(value) * Double(value) }
    guard sum > 0, sum.isFinite else { return }
    let factor = 1 / sum.squareRoot()
    for index in indices { self[index] = Float(Double(self[index]) * factor) }
  }
}

extension Sequence<UInt8> {
  var hexadecimal: String {
    var text = ""
    for byte in self { text += (byte < 16 ? "0" : "") + String(byte, radix: 16) }
    return text
  }
}
