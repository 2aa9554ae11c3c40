import Encoders
import Foundation
import Testing

/// A small generator with one seed, so that a failure can be run again.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// In −1..<1, of 24 bits: exact in 32-bit floats.
  mutating func number() -> Float { Float(next() >> 40) / 8_388_608 - 1 }
}

/// A folder that goes when the test ends.
final class TemporaryFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "encoders-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

func cosine(_ one: [Float], _ other: [Float]) -> Double {
  var sums = (0.0, 0.0, 0.0)
  for (a, b) in zip(one, other) {
    sums.0 += Double(a) * Double(b)
    sums.1 += Double(a) * Double(a)
    sums.2 += Double(b) * Double(b)
  }
  return sums.0 / (sums.1 * sums.2).squareRoot()
}

func golden(_ name: String, _ type: String) throws -> Data {
  try Data(contentsOf: try #require(Bundle.module.url(forResource: "Golden/\(name)", withExtension: type)))
}
