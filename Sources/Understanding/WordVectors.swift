/// A static table of word-piece vectors of integers, so that a sentence's vector is an exact sum.
///
/// Sums of integers are the same in every order, and what was added can be subtracted without a trace. A piece's vector is
/// its row (eight bits a number) times its weight (twelve bits), which stands for ln(2 + rank) and the row's scale: a
/// rare piece tells more about a sentence than a frequent one. A number is at most 127 · 4,095 in size, so that 32 bits
/// hold the sum over any 4,129 pieces.
///
/// Source of the idea, a sentence encoder distilled into a table of its pieces: Reimers & Gurevych (2019), "Sentence-BERT",
/// EMNLP; model2vec (Tulkens & van Dongen, 2024).
public struct WordVectors: Sendable, Hashable {
  /// Weights lie in 0...weightMax.
  public static let weightMax: Int16 = 4095

  /// Names the table: two tables of one identity give the same vectors.
  public let identity: String

  /// How many numbers a vector has.
  public let dimensions: Int

  private let pieces: WordPieces
  private let rows: [Int8]
  private let weights: [Int16]

  /// - Parameters:
  ///   - identity: e.g. the SHA-256 of what `pieces`, `rows` and `weights` were read from.
  ///   - pieces: P pieces.
  ///   - rows: P × dimensions, row by row, each in −127...127.
  ///   - weights: P of them, each in 0...``weightMax``.
  public init(identity: String, dimensions: Int, pieces: WordPieces, rows: [Int8], weights: [Int16]) {
    precondition(dimensions > 0 && rows.count == pieces.count * dimensions, "a row for each piece")
    precondition(weights.count == pieces.count, "a weight for each piece")
    self.identity = identity
    self.dimensions = dimensions
    self.pieces = pieces
    self.rows = rows
    self.weights = weights
  }

  /// The sum over the word's pieces of ln(2 + rank) · v(piece), as integers of one common scale.
  ///
  /// - Returns: `dimensions` numbers; all zero where no piece of the word is known.
  public func vector(of word: String) -> [Int32] {
    var sum = [Int32](repeating: 0, count: dimensions)
    for piece in pieces.pieces(ofWord: word) where piece != pieces.unknown {
      let weight = Int32(weights[piece])
      let row = rows[piece * dimensions..<(piece + 1) * dimensions]
      for (index, value) in zip(sum.indices, row) { sum[index] &+= weight &* Int32(value) }
    }
    return sum
  }

  /// Whether a word, as it stands, is one piece: a spelling that people use.
  public func holds(word: String) -> Bool {
    let found = pieces.pieces(ofWord: word)
    return found.count == 1 && found[0] != pieces.unknown
  }

  public static func == (one: Self, other: Self) -> Bool { one.identity == other.identity }

  public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
}
