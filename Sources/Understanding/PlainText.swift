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

  /// FNV-1a of ``letters(_:)``: equal for equal texts, in every process.
  static func hash(_ tokens: [Token]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for token in tokens where token.kind != .mark {
      for byte in token.normal.utf8 where byte != 0x27 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    return hash
  }
}
