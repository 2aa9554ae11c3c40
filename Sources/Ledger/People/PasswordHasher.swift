import Crypto
import CryptoExtras
import Dispatch
import Foundation

/// How much work one guess at a password is: scrypt's N = 2^`logRounds`, r and p (RFC 7914, section 2).
public struct PasswordCost: Hashable, Sendable {
  /// 32 MiB and about a tenth of a second for each guess.
  public static let standard = PasswordCost(logRounds: 15, blockSize: 8, parallelism: 1)

  public let logRounds: Int
  public let blockSize: Int
  public let parallelism: Int

  /// - Precondition: 1 ≤ `logRounds` ≤ 24, 1 ≤ `blockSize` ≤ 32, 1 ≤ `parallelism` ≤ 16.
  public init(logRounds: Int, blockSize: Int, parallelism: Int) {
    precondition(Self.isAcceptable(logRounds, blockSize, parallelism), "the cost of a password lies within what a server can pay")
    self.logRounds = logRounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  static func isAcceptable(_ logRounds: Int, _ blockSize: Int, _ parallelism: Int) -> Bool {
    (1...24).contains(logRounds) && (1...32).contains(blockSize) && (1...16).contains(parallelism)
  }
}

/// A hashed password with all that is needed to check a guess, `$scrypt$ln=15,r=8,p=1$salt$key`: hashes made at an
/// earlier cost stay valid when the cost is raised.
struct PasswordHash: Hashable, Sendable, CustomStringConvertible {
  let cost: PasswordCost
  let salt: Data
  let key: Data

  init(cost: PasswordCost, salt: Data, key: Data) {
    self.cost = cost
    self.salt = salt
    self.key = key
  }

  init?(parsing text: String) {
    let parts = text.split(separator: "$")
    guard parts.count == 4, parts[0] == "scrypt", let salt = Data(base64Encoded: String(parts[2])),
      let key = Data(base64Encoded: String(parts[3])), key.count == 32
    else { return nil }
    var numbers: [Int] = []
    for (name, setting) in zip(["ln=", "r=", "p="], parts[1].split(separator: ",", omittingEmptySubsequences: false)) {
      guard setting.hasPrefix(name), let number = Int(setting.dropFirst(name.count)) else { return nil }
      numbers.append(number)
    }
    guard numbers.count == 3, PasswordCost.isAcceptable(numbers[0], numbers[1], numbers[2]) else { return nil }
    self.init(cost: PasswordCost(logRounds: numbers[0], blockSize: numbers[1], parallelism: numbers[2]), salt: salt, key: key)
  }

  var description: String {
    "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(salt.base64EncodedString())$\(key.base64EncodedString())"
  }
}

/// Hashes and checks passwords on a thread of its own, one after the other: a burst of sign-ins can take neither the
/// cooperative pool nor more memory than one guess needs.
final class PasswordHasher: Sendable {
  static let charactersMin = 8
  static let bytesMax = 1024

  let cost: PasswordCost
  private let secrets: SecretSource
  private let queue = DispatchQueue(label: "village.passwords")

  init(cost: PasswordCost, secrets: SecretSource) {
    self.cost = cost
    self.secrets = secrets
  }

  static func check(_ password: String) throws(PrivateStoreError) {
    guard password.count >= charactersMin else { throw .passwordTooShort(charactersMin: charactersMin) }
    try PrivateText.check(password, "password", bytesMax: bytesMax)
  }

  func hash(_ password: String) async throws(PrivateStoreError) -> PasswordHash {
    let salt = Data(secrets.bytes(16))
    return PasswordHash(cost: cost, salt: salt, key: try await derive(password, salt: salt, cost: cost).bytes)
  }

  /// Without a hash it works as long and says no, so that the time tells nobody which logins exist.
  func matches(_ password: String, _ hash: PasswordHash?) async throws(PrivateStoreError) -> Bool {
    let guess = try await derive(password, salt: hash?.salt ?? Data(secrets.bytes(16)), cost: hash?.cost ?? cost)
    guard let hash else { return false }
    return guess == SymmetricKey(data: hash.key)  // in constant time
  }

  private func derive(_ password: String, salt: Data, cost: PasswordCost) async throws(PrivateStoreError) -> SymmetricKey {
    // One person's keyboard composes accents, another's does not (RFC 8265, section 4.2).
    let guess = Data(password.precomposedStringWithCanonicalMapping.utf8)
    do {
      return try await withCheckedThrowingContinuation { continuation in
        queue.async {
          continuation.resume(
            with: Result {
              try KDF.Scrypt.deriveKey(
                from: guess, salt: salt, outputByteCount: 32, rounds: 1 << cost.logRounds, blockSize: cost.blockSize,
                parallelism: cost.parallelism)
            })
        }
      }
    } catch {
      throw .unavailable("there is not enough memory to check a password")
    }
  }
}

extension SymmetricKey {
  fileprivate var bytes: Data { withUnsafeBytes { Data($0) } }
}
