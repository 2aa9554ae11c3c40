public import Foundation
import Understanding

/// Makes the table of word vectors from a sentence encoder: each piece of its vocabulary is encoded alone, its last layer
/// stands beside its embedding, the mean is taken away, the directions that distinguish the pieces most are kept, and a
/// piece weighs ln(2 + rank).
///
/// The same encoder gives the same table, byte by byte, on each machine that has fused multiply-add.
///
/// Source: model2vec (Tulkens & van Dongen, 2024); the weight stands for the frequency that Zipf's law gives a rank.
public struct Distillation: Sendable {
  /// What was made.
  public struct Report: Hashable, Sendable {
    public let pieces: Int
    public let dimensions: Int
    /// The share of the variance that the kept directions hold, 0...1.
    public let varianceKept: Double
  }

  /// pieces × dimensions: each piece's vector, not yet weighted.
  let vectors: [Float]
  let dimensions: Int
  let varianceKept: Double

  /// Encodes the whole vocabulary.
  ///
  /// - Parameter dimensions: directions to keep; all of the encoder's where it has fewer.
  init(_ encoder: Bert, dimensions dimensionsMax: Int) {
    let width = 2 * encoder.dimensions
    let count = encoder.pieces.count
    let dimensions = min(dimensionsMax, width)
    let table = Self.table(encoder)
    let directions = SymmetricMatrix(size: width, values: Self.covariance(table, width: width)).eigenvectors()
    let projection = PanelMatrix(
      weights: directions.prefix(dimensions).flatMap { $0.vector.map { Float($0) } },
      bias: [Float](repeating: 0, count: dimensions), depth: width)
    let projected = projection.multiply(table, rows: count, stride: width)
    vectors = (0..<count).flatMap { projected[$0 * projection.columns..<$0 * projection.columns + dimensions] }
    self.dimensions = dimensions
    let variance = directions.reduce(0) { $0 + $1.value }
    varianceKept = variance > 0 ? directions.prefix(dimensions).reduce(0) { $0 + $1.value } / variance : 1
  }

  /// Distils the encoder and writes the table to a folder.
  ///
  /// - Parameters:
  ///   - source: the encoder's own folder, whose `vocab.txt` goes with the table.
  ///   - out: is made where it is not there.
  ///   - origin: what the encoder is called, for the record.
  ///   - licence: of the encoder, for the record.
  @discardableResult
  public static func run(
    encoder: Bert, source: URL, out: URL, dimensions: Int = 256, origin: String, licence: String
  ) throws(ModelError) -> Report {
    let distillation = Distillation(encoder, dimensions: dimensions)
    let record = WordTable.Record(
      origin: origin, licence: licence, weightsDigest: encoder.weightsDigest, dimensions: distillation.dimensions,
      words: encoder.configuration.words)
    let table = WordTable(quantizing: distillation.vectors, dimensions: distillation.dimensions)
    try table.write(to: out, record: record, vocabulary: source.appending(path: WordTable.vocabularyName))
    return Report(
      pieces: encoder.pieces.count, dimensions: distillation.dimensions, varianceKept: distillation.varianceKept)
  }

  /// pieces × 2 · hidden: what each piece, alone between beginning and ending, has become after the last layer; beside it,
  /// what it was before the first. The mean of all pieces is taken from each half, which then has unit length: the first
  /// half knows more of meaning, the second more of the word.
  private static func table(_ encoder: Bert) -> [Float] {
    let hidden = encoder.dimensions
    let padded = PanelMatrix.padded(hidden)
    let pieces = (0..<encoder.pieces.count).map { [encoder.pieces.beginning, $0, encoder.pieces.ending] }
    var table = encoder.vectors(of: pieces, depths: [0, encoder.configuration.layers]) { depths, rows in
      let start = (rows.lowerBound + 1) * padded
      return depths.reversed().flatMap { $0[start..<start + hidden] }
    }.flatMap { $0 }
    subtractMean(&table, width: 2 * hidden)
    for start in stride(from: 0, to: table.count, by: hidden) { normalize(&table, start..<start + hidden) }
    return table
  }

  private static func normalize(_ table: inout [Float], _ range: Range<Int>) {
    var half = Array(table[range])
    half.normalize()
    table.replaceSubrange(range, with: half)
  }

  private static func subtractMean(_ table: inout [Float], width: Int) {
    let rows = table.count / width
    var mean = [Double](repeating: 0, count: width)
    table.withUnsafeMutableBufferPointer { table in
      for row in 0..<rows { for column in 0..<width { mean[column] += Double(table[row * width + column]) } }
      for column in 0..<width { mean[column] /= Double(max(rows, 1)) }
      for row in 0..<rows { for column in 0..<width { table[row * width + column] -= Float(mean[column]) } }
    }
  }

  /// width × width: the mean product of each two columns.
  private static func covariance(_ table: [Float], width: Int) -> [Double] {
    let rows = table.count / width
    var sums = [Double](repeating: 0, count: width * width)
    var values = [Double](repeating: 0, count: width)
    sums.withUnsafeMutableBufferPointer { sums in
      values.withUnsafeMutableBufferPointer { values in
        for row in 0..<rows {
          for column in 0..<width { values[column] = Double(table[row * width + column]) }
          for i in 0..<width {
            let factor = values[i]
            for j in i..<width { sums[i * width + j] += factor * values[j] }
          }
        }
        for i in 0..<width { for j in i..<width { sums[j * width + i] = sums[i * width + j] } }
      }
    }
    return sums.map { $0 / Double(max(rows, 1)) }
  }
}
