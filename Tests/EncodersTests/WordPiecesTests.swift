import Foundation
import Testing
import Understanding

/// What Hugging Face `tokenizers` makes of difficult sentences; see make_golden.py.
private struct Golden: Decodable {
  struct Case: Decodable {
    let lowercases: Bool
    let stripsAccents: Bool
    let splitsIdeographs: Bool
    let pieces: [[Int]]
  }

  let vocabulary: [String]
  let sentences: [String]
  let cases: [Case]
}

struct WordPiecesTests {
  private func pieces() throws -> WordPieces {
    try WordPieces(lines: ["[UNK]", "[CLS]", "[SEP]", "gly", "##c", "##emic", "low", "'", "don", "t"])
  }

  @Test(arguments: 0..<4)
  func `difficult sentences are cut as Hugging Face cuts them`(number: Int) throws {
    let golden = try JSONDecoder().decode(Golden.self, from: golden("wordpieces", "json"))
    let settings = golden.cases[number]
    let words = BasicWords(
      lowercases: settings.lowercases, stripsAccents: settings.stripsAccents, splitsIdeographs: settings.splitsIdeographs)
    let pieces = try WordPieces(lines: golden.vocabulary, words: words)
    for (sentence, expected) in zip(golden.sentences, settings.pieces) {
      let found = pieces.pieces(of: sentence)
      #expect(found.map { golden.vocabulary[$0] } == expected.map { golden.vocabulary[$0] }, "\(sentence.debugDescription)")
    }
  }

  @Test func `one word is cut as in a text`() throws {
    let pieces = try pieces()
    #expect(pieces.pieces(ofWord: "glycemic") == [3, 4, 5])
    for word in ["glycemic", "Glycemic", "don't", "low", "xyz", "", "lów", " low low "] {
      #expect(pieces.pieces(ofWord: word) == pieces.pieces(of: word), "“\(word)”")
    }
  }

  @Test func `a sentence has a beginning and an ending, and is cut off between them`() throws {
    let pieces = try pieces()
    #expect(pieces.sentence("low glycemic", countMax: 9) == [1, 6, 3, 4, 5, 2])
    #expect(pieces.sentence("low glycemic", countMax: 4) == [1, 6, 3, 2])
    #expect(pieces.sentence("low", countMax: 2) == [1, 2])
    #expect(pieces.sentence("", countMax: 5) == [1, 2])
  }

  @Test func `lines end in either way`() {
    #expect(WordPieces.lines(of: Data("a\r\nb\nc".utf8)) == ["a", "b", "c"])
    #expect(WordPieces.lines(of: Data("a\n\nb\n".utf8)) == ["a", "", "b"])
  }

  @Test func `a vocabulary must have the special pieces`() {
    #expect(throws: MissingPiece(name: "[SEP]")) { try WordPieces(lines: ["[UNK]", "[CLS]"]) }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `no text crashes it, and each piece is in the vocabulary`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = try pieces()
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      let range: ClosedRange<UInt32> = [0...0x7F, 0...0xFFFF, 0...0x10FFFF][Int.random(in: 0..<3, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { text.append(scalar) }
    }
    for piece in pieces.pieces(of: String(text)) { #expect(piece < pieces.count, "seed \(seed)") }
  }
}
