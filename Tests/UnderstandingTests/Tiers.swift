import Understanding

extension Learner.Settings {
  /// The settings of tier 0 (no table), 1 (a table of word vectors) or 2 (an encoder too), with small stand-ins that
  /// anybody can compute.
  static func tier(_ tier: Int) -> Self {
    Self(wordVectors: tier >= 1 ? .random(seed: 1) : nil, encoder: tier >= 2 ? RandomEncoder() : nil)
  }
}

extension WordVectors {
  /// Pieces of one letter, and a few words, each with a random vector.
  static func random(seed: UInt64, dimensions: Int = 16) -> WordVectors {
    var random = SplitMix64(seed: seed)
    let letters = "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)
    let lines = ["[UNK]", "[CLS]", "[SEP]"] + letters + letters.map { "##" + $0 } + ["sugar", "sweet", "carbs", "bread", "eat"]
    guard let pieces = try? WordPieces(lines: lines) else { preconditionFailure("the special pieces are there") }
    return WordVectors(
      identity: "random \(seed)", dimensions: dimensions, pieces: pieces,
      rows: lines.indices.flatMap { _ in (0..<dimensions).map { _ in Int8.random(in: -127...127, using: &random) } },
      weights: lines.indices.map { _ in Int16.random(in: 1...4095, using: &random) })
  }
}

/// Gives each text a direction of its own, near those of texts with the same beginning; and none to every tenth text.
struct RandomEncoder: SentenceEncoder {
  let identity = "random"
  let dimensions = 24

  func vector(of text: String) -> [Float]? {
    let whole = text.utf8.reduce(7) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    guard whole % 10 != 0 else { return nil }
    var start = SplitMix64(seed: text.utf8.prefix(6).reduce(3) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 })
    var random = SplitMix64(seed: whole)
    let sums = (0..<dimensions).map { _ in Float.random(in: -1...1, using: &start) + Float.random(in: -0.5...0.5, using: &random) }
    let length = sums.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return sums.map { $0 / length }
  }
}
