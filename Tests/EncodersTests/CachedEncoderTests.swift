import Encoders
import Foundation
import Synchronization
import Testing
import Understanding

/// Gives each text a random vector, and counts how often it is asked.
private final class CountingEncoder: SentenceEncoder {
  let identity: String
  let dimensions = 48
  let asked = Mutex(0)

  init(identity: String = "counting") { self.identity = identity }

  var count: Int { asked.withLock { $0 } }

  func vector(of text: String) -> [Float]? {
    asked.withLock { $0 += 1 }
    guard text != "none" else { return nil }
    var random = SplitMix64(seed: text.utf8.reduce(5) { $0 &* 31 &+ UInt64($1) })
    let numbers = (0..<dimensions).map { _ in random.number() }
    let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return numbers.map { $0 / length }
  }
}

struct CachedEncoderTests {
  private let folder: TemporaryFolder
  private var file: URL { folder.url.appending(path: "vectors.cache") }

  init() throws { folder = try TemporaryFolder() }

  private func open(_ encoder: any SentenceEncoder, textsMax: Int = 100) throws -> CachedEncoder {
    try CachedEncoder(encoder, file: file, textsMax: textsMax) { Issue.record("\($0)") }
  }

  @Test func `a text is encoded once, also over a restart, with one and the same vector`() throws {
    let encoder = CountingEncoder()
    let texts = (0..<20).map { "text \($0)" }
    let first = try open(encoder)
    let vectors = texts.map { first.vector(of: $0) }
    #expect(first.vectors(of: texts) == vectors)
    first.keep(texts)
    first.keep(texts)
    #expect(encoder.count == 20)
    #expect(try open(encoder).vectors(of: texts) == vectors)
    #expect(encoder.count == 20)
    for (text, vector) in zip(texts, vectors) {
      let exact = try #require(encoder.vector(of: text))
      #expect(cosine(try #require(vector), exact) > 0.999999)
    }
  }

  @Test func `a learner's sentences are kept over a restart, and its questions are not`() throws {
    let encoder = CountingEncoder()
    func ask() throws {
      var learner = Learner(settings: Learner.Settings(encoder: try open(encoder)))
      learner.teach(Exemplar(id: "1", text: "is honey sweet", meaning: "sweet", teacher: "Ana"))
      learner.teach(Exemplar(id: "2", text: "is bread sour", meaning: "sour", teacher: "Ana"))
      _ = learner.predict("how sweet is jam")
    }
    try ask()
    #expect(encoder.count == 3)
    try ask()
    #expect(encoder.count == 4)
  }

  @Test func `what is only asked is never written`() throws {
    let cached = try open(CountingEncoder())
    let before = try Data(contentsOf: file)
    _ = cached.vectors(of: ["a", "b"])
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `a vector that could not be had is asked for again`() throws {
    let encoder = CountingEncoder()
    let cached = try open(encoder)
    #expect(cached.vectors(of: ["none", "a"]).map { $0 == nil } == [true, false])
    #expect(cached.vector(of: "none") == nil)
    #expect(encoder.count == 3)
  }

  @Test func `a torn last record is cut off, and the file goes on`() throws {
    let encoder = CountingEncoder()
    try open(encoder).keep(["a", "b", "c"])
    let whole = try Data(contentsOf: file)
    for torn in 1..<20 {
      try whole.dropLast(torn).write(to: file)
      let before = encoder.count
      try open(encoder).keep(["a", "b", "c"])
      #expect(encoder.count == before + 1)
      #expect(try Data(contentsOf: file) == whole)
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `no bytes in the file crash it or change a vector`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let encoder = CountingEncoder()
    let first = try open(encoder)
    first.keep(["a", "b", "c"])
    let expected = first.vectors(of: ["a", "b", "c"])
    var data = try Data(contentsOf: file)
    for _ in 0..<3 { data[Int.random(in: 0..<data.count, using: &random)] = UInt8.random(in: 0...255, using: &random) }
    try data.write(to: file)
    #expect(try open(encoder).vectors(of: ["a", "b", "c"]) == expected, "seed \(seed)")
  }

  @Test func `another encoder's file is begun anew`() throws {
    let other = CountingEncoder(identity: "other")
    try open(CountingEncoder()).keep(["a"])
    try open(other).keep(["a"])
    #expect(other.count == 1)
    try open(other).keep(["a"])
    #expect(other.count == 1)
  }

  @Test func `what it keeps is bounded, in memory and in the file`() throws {
    let encoder = CountingEncoder()
    for round in 0..<5 {
      let cached = try open(encoder, textsMax: 10)
      for number in 0..<15 { cached.keep(["\(round) \(number)"]) }
      let before = encoder.count
      _ = cached.vectors(of: (10..<15).map { "\(round) \($0)" })
      #expect(encoder.count == before)
    }
    let size = try Data(contentsOf: file).count
    #expect(size < 40 * (16 + 2 * 48 + 4))
    #expect(String(decoding: try Data(contentsOf: file).prefix(17), as: UTF8.self) == "village-vectors-1")
  }

  @Test func `many threads may ask at one time`() async throws {
    let cached = try open(CountingEncoder(), textsMax: 50)
    let expected = (0..<40).map { CountingEncoder().vector(of: "t\($0)") }
    await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<200).allSatisfy { step in
            let number = (step * 7 + task) % 40
            guard let vector = cached.vector(of: "t\(number)"), let exact = expected[number] else { return false }
            return cosine(vector, exact) > 0.999999
          }
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
