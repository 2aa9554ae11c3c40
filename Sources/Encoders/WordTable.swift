import Crypto
import Foundation
import Understanding

/// The files of a table of word vectors: `words.safetensors`, `vocab.txt` beside it, and `words.json`, which says where
/// it comes from and how a word is cleaned.
///
/// `words.safetensors` holds `rows`, I8 of shape [pieces, dimensions], and `weights`, I16 of shape [pieces]: a piece's
/// vector is its row times its weight.
struct WordTable: Sendable {
  static let tableName = "words.safetensors"
  static let recordName = "words.json"
  static let vocabularyName = "vocab.txt"

  let dimensions: Int
  let rows: [Int8]
  let weights: [Int16]

  /// Each row fills its eight bits; what it was divided by goes into its weight, with ln(2 + rank).
  ///
  /// - Parameter vectors: pieces × dimensions, the pieces by rank.
  init(quantizing vectors: [Float], dimensions: Int) {
    precondition(dimensions > 0 && vectors.count % dimensions == 0, "whole rows")
    let count = vectors.count / dimensions
    var scales: [Double] = []
    var rows: [Int8] = []
    rows.reserveCapacity(vectors.count)
    for rank in 0..<count {
      let row = vectors[rank * dimensions..<(rank + 1) * dimensions]
      let largest = row.reduce(0) { max($0, $1.magnitude) }
      rows.append(contentsOf: row.lazy.map { largest > 0 ? Int8(($0 / largest * 127).rounded()) : 0 })
      scales.append(Double(largest) * log(2 + Double(rank)))
    }
    let unit = (scales.max() ?? 0) / Double(WordVectors.weightMax)
    weights = scales.map { unit > 0 ? Int16(($0 / unit).rounded()) : 0 }
    self.rows = rows
    self.dimensions = dimensions
  }

  func write(to folder: URL, record: Record, vocabulary: URL) throws(ModelError) {
    let file = SafeTensors.file(
      [
        .integers8("rows", shape: [weights.count, dimensions], rows),
        .integers16("weights", shape: [weights.count], weights),
      ], metadata: ["format": "village-words-2"])
    guard let words = try? Data(contentsOf: vocabulary) else { throw .unreadable(file: vocabulary.path) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    var copy = folder.appending(path: Self.vocabularyName)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      if copy.standardizedFileURL != vocabulary.standardizedFileURL { try words.write(to: copy, options: .atomic) }
      copy = folder.appending(path: Self.recordName)
      try encoder.encode(record).write(to: copy, options: .atomic)
      // Last: where this file is, the others are.
      copy = folder.appending(path: Self.tableName)
      try file.write(to: copy, options: .atomic)
    } catch {
      throw .unwritable(file: copy.path)
    }
  }

  /// - Returns: nil where the folder holds no table.
  static func read(from folder: URL) throws(ModelError) -> WordVectors? {
    let url = folder.appending(path: tableName)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    let recordFile = folder.appending(path: recordName)
    guard let record = try ConfigurationFile<Record>.read(recordFile) else { throw .unreadable(file: recordFile.path) }
    let vocabulary = folder.appending(path: vocabularyName)
    let (pieces, bytes) = try VocabularyFile.read(vocabulary, words: record.words)
    let file = try SafeTensors(contentsOf: url)
    guard record.dimensions > 0 else { throw .damaged(file: recordFile.path, reason: "its vectors have no dimensions") }
    let rows = try file.integers8("rows", shape: [pieces.count, record.dimensions])
    let weights = try file.integers16("weights", shape: [pieces.count])
    guard weights.allSatisfy({ (0...WordVectors.weightMax).contains($0) }), !rows.contains(.min) else {
      throw .damaged(file: url.path, reason: "it holds numbers that no table has")
    }
    var digest = SHA256()
    digest.update(data: file.data)
    digest.update(data: bytes)
    digest.update(data: Data(record.words.name.utf8))
    return WordVectors(
      identity: digest.finalize().hexadecimal, dimensions: record.dimensions, pieces: pieces, rows: rows, weights: weights)
  }
}

extension WordTable {
  /// What `words.json` says.
  struct Record: Codable, Hashable, Sendable {
    let origin: String
    let licence: String
    let weightsDigest: String
    let dimensions: Int
    let lowercases: Bool
    let stripsAccents: Bool
    let splitsIdeographs: Bool

    var words: BasicWords {
      BasicWords(lowercases: lowercases, stripsAccents: stripsAccents, splitsIdeographs: splitsIdeographs)
    }

    private enum CodingKeys: String, CodingKey {
      case origin, licence, dimensions, lowercases
      case weightsDigest = "weights_sha256"
      case stripsAccents = "strips_accents"
      case splitsIdeographs = "splits_ideographs"
    }

    init(origin: String, licence: String, weightsDigest: String, dimensions: Int, words: BasicWords) {
      self.origin = origin
      self.licence = licence
      self.weightsDigest = weightsDigest
      self.dimensions = dimensions
      lowercases = words.lowercases
      stripsAccents = words.stripsAccents
      splitsIdeographs = words.splitsIdeographs
    }
  }
}

extension BasicWords {
  /// The same for the same settings, in each version: it goes into identities.
  var name: String { "lower \(lowercases) plain \(stripsAccents) ideographs \(splitsIdeographs)" }
}
