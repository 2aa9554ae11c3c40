import Crypto
import Foundation

/// A raised hand's name in addresses: its key is a question, and questions do not belong into addresses or logs.
enum HandID {
  static func of(_ key: String) -> String {
    SHA256.hash(data: Data(key.utf8)).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
