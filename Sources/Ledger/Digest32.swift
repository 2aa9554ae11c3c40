public import Crypto

/// A SHA-256 digest as a value: 32 bytes, kept inline.
public struct Digest32: Hashable, Sendable, CustomStringConvertible {
  /// What the first entry names as its predecessor.
  public static let zero = Digest32(lanes: SIMD32(repeating: 0))

  private let lanes: SIMD32<UInt8>

  private init(lanes: SIMD32<UInt8>) {
    self.lanes = lanes
  }

  /// Nil unless there are exactly 32 bytes.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var lanes = SIMD32<UInt8>()
    for (index, byte) in bytes.enumerated() { lanes[index] = byte }
    self.lanes = lanes
  }

  public init(_ digest: SHA256Digest) {
    var lanes = SIMD32<UInt8>()
    digest.withUnsafeBytes { bytes in
      for index in 0..<32 { lanes[index] = bytes[index] }
    }
    self.lanes = lanes
  }

  /// Nil unless the text is 64 hexadecimal digits.
  public init?(hex: some StringProtocol) {
    let digits = Array(hex.utf8)
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: 64, by: 2) {
      guard let high = Self.value(ofDigit: digits[index]), let low = Self.value(ofDigit: digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.init(bytes: bytes)
  }

  public var bytes: [UInt8] {
    (0..<32).map { lanes[$0] }
  }

  /// 64 lower-case hexadecimal digits.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  public var description: String { hex }

  private static func value(ofDigit digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
