import Lessons
import Testing
import TeachingLanguage

/// Whatever is typed or pasted, the reader ends, keeps within its limits and has something to say.
@Suite struct FuzzTests {
  let village: Village

  init() throws { village = try Village.load() }

  private func expectBounded(_ text: String, _ hint: String) {
    let read = village.read(text)
    #expect(read.count <= 500, "\(hint)")
    for sentence in read {
      #expect(sentence.range.lowerBound >= 0 && sentence.range.upperBound <= text.utf8.count, "\(hint)")
      #expect(sentence.readings.count <= Reader.readingsMax, "\(hint)")
      guard case .note(let repair) = sentence.decision else { continue }
      #expect(!repair.reason.isEmpty, "\(hint)")
      for suggestion in repair.suggestions { #expect(village.read(suggestion).first?.readings.isEmpty == false, "\(hint): \(suggestion)") }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `any bytes are read or noted`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let bytes = (0..<random.below(600)).map { _ in UInt8(random.below(256)) }
      expectBounded(String(decoding: bytes, as: UTF8.self), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `sentences with words lost, doubled and swapped are read or noted`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let lines = try Village.golden("readings.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    for _ in 0..<10 {
      var words = random.pick(lines).prefix { $0 != "\t" }.split(separator: " ").map(String.init)
      for _ in 0..<random.below(4) where words.count > 1 {
        let (one, other) = (random.below(words.count), random.below(words.count))
        switch random.below(3) {
        case 0: words.remove(at: one)
        case 1: words.insert(words[other], at: one)
        default: words.swapAt(one, other)
        }
      }
      expectBounded(words.joined(separator: " "), "seed \(seed): \(words.joined(separator: " "))")
    }
  }

  @Test(arguments: [
    ("ten megabytes of one word", String(repeating: "a", count: 10_000_000)),
    ("ten megabytes of words", String(repeating: "banana ", count: 1_500_000)),
    ("a million brackets", String(repeating: "(", count: 500_000) + String(repeating: ")", count: 500_000)),
    ("a million quotation marks", String(repeating: "\"", count: 1_000_000)),
    ("a million accents on one letter", "e" + String(repeating: "\u{301}", count: 1_000_000)),
  ])
  func `what is far too long is answered with how long it may be`(name: String, text: String) throws {
    let read = village.read(text)
    try #require(read.count == 1)
    guard case .note(let repair) = read[0].decision else {
      Issue.record("\(name) was read")
      return
    }
    #expect(repair.reason == "This is longer than 10000 characters; teach it in parts.")
  }

  @Test(arguments: [
    String(repeating: "a", count: 10_000), String(repeating: "(", count: 10_000), String(repeating: "a. ", count: 3_333),
    String(repeating: "New York, ", count: 30), String(repeating: "A of B and ", count: 15), String(repeating: "if Ana is ", count: 19),
    String(repeating: "cold, ", count: 29) + "people", String(repeating: "1/", count: 59), String(repeating: "A.", count: 4_000),
    String(repeating: "\u{1F468}\u{200D}", count: 2_000), String(repeating: "-", count: 10_000),
  ])
  func `what is just short enough is read or noted`(text: String) { expectBounded(text, String(text.prefix(20))) }
}
