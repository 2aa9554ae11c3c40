/// Where new ids come from. The core never draws one; they come in with the act.
public struct IDSource: Sendable {
  private let draw: @Sendable () -> UInt64

  public init(_ draw: @escaping @Sendable () -> UInt64) { self.draw = draw }

  public static let random = IDSource {
    var system = SystemRandomNumberGenerator()
    return system.next()
  }

  /// So many letters and digits that are not taken for each other when read aloud; 5 bits each.
  public func next(length: Int = 10) -> String {
    var text = ""
    var bits: UInt64 = 0
    var left = 0
    for _ in 0..<length {
      if left < 5 {
        bits = draw()
        left = 64
      }
      text.unicodeScalars.append(Self.alphabet[Int(bits & 31)])
      bits >>= 5
      left -= 5
    }
    return text
  }

  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".unicodeScalars)
}
