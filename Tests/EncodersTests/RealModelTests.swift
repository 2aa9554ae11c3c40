import Encoders
import Foundation
import Testing
import Understanding

/// With the encoder that the set-up fetches. Without it these tests are skipped, and the report says so.
@Suite(.enabled(if: RealModel.isThere, "The sentence encoder is not on this machine; scripts/fetch-understanding.sh fetches it."))
struct RealModelTests {
  @Test func `CLINC's sentences have the vectors of ONNX Runtime`() throws {
    let encoder = try #require(try ModelStore.loadEncoder(in: ModelStore.standardFolder()))
    let sentences = String(decoding: try golden("sentences", "txt"), as: UTF8.self).split(separator: "\n").map(String.init)
    let expected = try golden("sentences", "i8")
    let width = encoder.dimensions
    #expect(expected.count == sentences.count * width)
    for (number, vector) in encoder.vectors(of: Array(sentences.prefix(RealModel.sentencesMax))).enumerated() {
      let reference = expected[number * width..<(number + 1) * width].map { Float(Int8(bitPattern: $0)) }
      #expect(cosine(try #require(vector), reference) >= 0.999, "“\(sentences[number])”")
    }
  }

  @Test func `words that mean alike are closer than words that do not`() throws {
    let words = try #require(try ModelStore.loadWordVectors(in: ModelStore.standardFolder()))
    func likeness(_ one: String, _ other: String) -> Double {
      cosine(words.vector(of: one).map { Float($0) }, words.vector(of: other).map { Float($0) })
    }
    #expect(words.dimensions == 256)
    #expect(likeness("physician", "doctor") > likeness("physician", "banana") + 0.2)
    #expect(likeness("sugar", "glucose") > likeness("sugar", "window") + 0.2)
  }
}

enum RealModel {
  static let isThere = FileManager.default.fileExists(atPath: ModelStore.standardFolder().appending(path: "words.safetensors").path)

  /// Without optimisation a sentence takes a hundred times as long.
  #if DEBUG
    static let sentencesMax = 40
  #else
    static let sentencesMax = 1000
  #endif
}
