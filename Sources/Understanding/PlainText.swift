/// A text without case, marks and spaces: two texts that differ in nothing else are the same sentence.
enum PlainText {
  /// The text's letters and digits, run together.
  static func letters(_ tokens: [Token]) -> String {
    var letters = ""
    for token in tokens where token.kind != .mark {
      for scalar in token.normal.unicodeScalars where scalar != "'" { letters.unicodeScalars.append(scalar) }
    }
    return letters
  }

  /// A hash of ``letters(_:)``: equal for equal texts, in every process.
  static func hash(_ tokens: [Token]) -> UInt64 {
    hash(tokens.lazy.filter { $0.kind != .mark }.flatMap(\.normal.utf8).filter { $0 != 0x27 })
  }

  /// Where an id stands in a fixed order that looks random: ids that are nearly alike stand far apart. The hash alone would
  /// leave `17` beside `18`; the bits are mixed as in ``SeededGenerator``.
  static func place(of id: String) -> UInt64 {
    var generator = SeededGenerator(seed: hash(id.utf8))
    return generator.next()
  }

  /// FNV-1a, 64 bits.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
