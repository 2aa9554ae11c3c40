import Crypto
import Foundation
import Synchronization

/// Ids and secrets, from one generator.
final class SecretSource: Sendable {
  private let generator: Mutex<any RandomNumberGenerator & Sendable>

  init(_ generator: any RandomNumberGenerator & Sendable) {
    self.generator = Mutex(generator)
  }

  func bytes(_ count: Int) -> [UInt8] {
    generator.withLock { generator in
      (0..<count).map { _ in UInt8(truncatingIfNeeded: generator.next() as UInt64) }
    }
  }

  func identifier() -> String {
    bytes(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// 256 bits, in the alphabet of RFC 4648 section 5 without padding: it goes into a link or a cookie as it is.
  func token() -> String {
    Data(bytes(32)).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// What is stored in place of a secret. A fast hash will do, for nobody can guess 256 random bits.
  static func hash(_ secret: String) -> Data {
    Data(SHA256.hash(data: Data(secret.utf8)))
  }

  /// Takes as long for a near miss as for any other.
  static func areEqual(_ one: String, _ other: String) -> Bool {
    SymmetricKey(data: hash(one)) == SymmetricKey(data: hash(other))
  }
}
