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
  /// The SHA-256 of `model.safetensors`, `vocab.txt` and what the configuration says.
  public let identity: String
  /// The SHA-256 of `model.safetensors`, in hexadecimal.
  public let weightsDigest: String
  public let pieces: WordPieces

  public var dimensions: Int { configuration.hidden }

  let configuration: BertConfiguration
  let weights: BertWeights

  public init(folder: URL) throws(ModelError) {
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
    identity = whole.finalize().hexadecimal
  }

  public func vector(of text: String) -> [Float]? { vectors(of: [text])[0] }

  public func vectors(of texts: [String]) -> [[Float]?] {
    vectors(of: texts.map { pieces.sentence($0, countMax: configuration.lengthMax) }, isNormalized: true)
  }

  /// Tokens that are computed at one time: enough to read each layer's weights rarely, few enough to stay in the caches.
  private static let tokensTogether = 384

  func vectors(of sentences: [[Int]], isNormalized: Bool) -> [[Float]] {
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
      let together = Array(sentences[start..<end])
      let hidden = encode(together)
      var row = 0
      for sentence in together {
        var vector = pooled(hidden, rows: row..<row + sentence.count)
        if isNormalized { vector.normalize() }
        vectors.append(vector)
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
