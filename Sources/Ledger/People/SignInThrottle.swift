import Crypto
public import Foundation

/// How long a guesser has to wait. Failures are counted per login and per address, in a window that slides; a few are
/// free, then each doubles the wait.
public struct SignInThrottle: Hashable, Sendable {
  public static let standard = SignInThrottle(window: 900, freeByLogin: 5, freeByAddress: 20, waitMax: 300)

  /// Seconds after which a failure is forgotten.
  public let window: TimeInterval
  public let freeByLogin: Int
  /// Higher, because many people can share one address.
  public let freeByAddress: Int
  /// Seconds; bounds how long a stranger can keep a member out.
  public let waitMax: TimeInterval

  public init(window: TimeInterval, freeByLogin: Int, freeByAddress: Int, waitMax: TimeInterval) {
    self.window = window
    self.freeByLogin = freeByLogin
    self.freeByAddress = freeByAddress
    self.waitMax = waitMax
  }

  /// Whole seconds from `now` until the next try: 1 s after the last free failure, then 2, 4, 8 …
  func wait(failures: Int, free: Int, last: Date?, now: Date) -> Int {
    guard failures >= free, let last else { return 0 }
    let wait = min(waitMax, exp2(Double(min(failures - free, 30))))
    return max(0, Int((wait - now.timeIntervalSince(last)).rounded(.up)))
  }

  static func key(login: String) -> Data { SecretSource.hash("login:\(NewAccount.fold(login))") }
  static func key(address: String) -> Data { SecretSource.hash("address:\(address)") }
}
