import Testing
import Understanding

struct TokenTests {
  private func normals(_ text: String) -> [String] { Token.tokens(of: text).map(\.normal) }

  @Test func `words, numbers and marks are cut apart where they stand`() {
    let text = "Is 1,200.5 mg low-GI?"
    let tokens = Token.tokens(of: text)
    #expect(tokens.map(\.normal) == ["is", "1200.5", "mg", "low", "-", "gi", "?"])
    #expect(tokens.map { String($0.written(in: text)) } == ["Is", "1,200.5", "mg", "low", "-", "GI", "?"])
    #expect(tokens.map(\.kind) == [.word, .number, .word, .word, .mark, .word, .mark])
    #expect(tokens.map(\.followsSpace) == [true, true, true, true, false, false, false])
  }

  @Test(arguments: [
    ("don’t Don`t don't", ["don't", "don't", "don't"]),
    ("‘tis nurses’ ok", ["'", "tis", "nurses", "'", "ok"]),
    ("“low” – high", ["\"", "low", "\"", "-", "high"]),
    ("150g 5.5mmol/L 2nd", ["150", "g", "5.5", "mmol", "/", "l", "2", "nd"]),
    ("B12 HbA1c m²", ["b12", "hba1c", "m²"]),
    ("24.12.2024", ["24", ".", "12", ".", "2024"]),
    ("1,2,3 12,34 1,234,567 1234,567", ["1", ",", "2", ",", "3", "12", ",", "34", "1234567", "1234", ",", "567"]),
    ("-5 4.", ["-", "5", "4", "."]),
    ("ban\u{200B}ana", ["banana"]),
    ("Cafe\u{301} CAFÉ", ["café", "café"]),
    ("ЙОГУРТ 米饭", ["йогурт", "米饭"]),
    ("", []), (" \u{0}\t\u{200B}\n", []),
  ])
  func `a text has these tokens`(text: String, expected: [String]) {
    #expect(normals(text) == expected)
  }

  @Test func `two ways to write one letter have one normal form to the byte`() {
    #expect(normals("e\u{301}").map { Array($0.utf8) } == normals("\u{E9}").map { Array($0.utf8) })
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `any bytes can be cut, and the tokens rebuild the text`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet: [Unicode.Scalar] = [
      "a", "Z", "5", ".", ",", "'", "’", " ", "\r", "\n", "\u{0}", "\u{301}", "\u{200D}", "é", "👩", "٣", "İ",
    ]
    let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    var text = String(decoding: bytes, as: UTF8.self)
    for _ in 0..<30 { text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a") }
    var end = 0
    for token in Token.tokens(of: text) {
      #expect(token.range.lowerBound >= end && !token.range.isEmpty, "seed \(seed)")
      let gap = String(decoding: Array(text.utf8)[end..<token.range.lowerBound], as: UTF8.self)
      let isBlank = gap.unicodeScalars.allSatisfy {
        $0.properties.isWhitespace || [.control, .format].contains($0.properties.generalCategory)
      }
      #expect(isBlank, "seed \(seed)")
      #expect(Array(token.written(in: text).utf8) == Array(Array(text.utf8)[token.range]), "seed \(seed)")
      end = token.range.upperBound
    }
  }
}
