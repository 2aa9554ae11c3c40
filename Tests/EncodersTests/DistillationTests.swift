import Encoders
import Foundation
import Testing
import Understanding

struct DistillationTests {
  private let folder: TemporaryFolder
  private let encoder: Bert

  init() throws {
    folder = try TemporaryFolder()
    try TinyModel.all()[0].write(to: folder.url)
    encoder = try Bert(folder: folder.url)
  }

  private func distil(_ name: String, dimensions: Int = 6) throws -> (url: URL, report: Distillation.Report) {
    let out = folder.url.appending(path: name, directoryHint: .isDirectory)
    let report = try Distillation.run(
      encoder: encoder, source: folder.url, out: out, dimensions: dimensions, origin: "tiny", licence: "CC0-1.0")
    return (out, report)
  }

  @Test func `the same encoder gives the same table, byte by byte`() throws {
    let one = try distil("one")
    let two = try distil("two")
    for file in ["words.safetensors", "words.json", "vocab.txt"] {
      #expect(try Data(contentsOf: one.url.appending(path: file)) == Data(contentsOf: two.url.appending(path: file)), "\(file)")
    }
    #expect(try ModelStore.loadWordVectors(in: one.url) == ModelStore.loadWordVectors(in: two.url))
    #expect(one.report.pieces == 12 && one.report.dimensions == 6)
    #expect((0.5...1).contains(one.report.varianceKept))
  }

  /// With all directions kept, turning the vectors changes no inner product; so the table must know what the encoder knows.
  @Test func `the table's words lie to each other as the encoder has them, and weigh by their rank`() throws {
    let words = try #require(try ModelStore.loadWordVectors(in: try distil("all", dimensions: 32).url))
    let letters = TinyModel.vocabulary[4...].map { words.vector(of: $0).map { Double($0) } }
    let vectors = try TinyModel.all()[0].pieces
    let mean = vectors[0].indices.map { column in vectors.reduce(0) { $0 + $1[column] } / Double(vectors.count) }
    let centred = vectors[4...].map { vector in halvesOfUnitLength(zip(vector, mean).map { $0 - $1 }) }
    let unit = length(letters[0]) / (length(centred[0]) * log(2 + 4.0))
    for (number, letter) in letters.enumerated() {
      #expect(abs(length(letter) / (length(centred[number]) * log(2 + Double(number + 4)) * unit) - 1) < 0.02)
      for other in letters.indices {
        let ours = inner(letter, letters[other]) / (length(letter) * length(letters[other]))
        let theirs = inner(centred[number], centred[other]) / (length(centred[number]) * length(centred[other]))
        #expect(abs(ours - theirs) < 0.02)
      }
    }
  }

  private func halvesOfUnitLength(_ vector: [Double]) -> [Double] {
    let middle = vector.count / 2
    return [Array(vector[..<middle]), Array(vector[middle...])].flatMap { half in half.map { $0 / length(half) } }
  }

  private func inner(_ one: [Double], _ other: [Double]) -> Double { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }

  private func length(_ vector: [Double]) -> Double { inner(vector, vector).squareRoot() }

  @Test func `a table that was damaged is named`() throws {
    let out = try distil("out").url
    try Data("{}".utf8).write(to: out.appending(path: "words.json"))
    #expect(throws: ModelError.self) { try ModelStore.loadWordVectors(in: out) }
    try FileManager.default.removeItem(at: out.appending(path: "words.json"))
    #expect(throws: ModelError.unreadable(file: out.appending(path: "words.json").path)) { try ModelStore.loadWordVectors(in: out) }
  }

  @Test func `models lie where the environment says`() {
    #expect(ModelStore.root(environment: ["VILLAGE_MODELS": "/m"]).path == "/m")
    #expect(ModelStore.root(environment: ["XDG_CACHE_HOME": "/c", "HOME": "/h"]).path == "/c/village/models")
    #expect(ModelStore.root(environment: ["HOME": "/h"]).path == "/h/.cache/village/models")
    #expect(ModelStore.standardFolder(environment: ["VILLAGE_MODELS": "/m"]).path == "/m/all-MiniLM-L6-v2-53aa5117")
  }
}
