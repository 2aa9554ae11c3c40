import Foundation
import Ledger
import Testing
import VillageTesting

/// 1 March 2026, 09:30 UTC.
let now = Date(timeIntervalSince1970: 1_772_357_400)
let day: TimeInterval = 86_400

/// Cheap passwords and a seeded generator: the same ids and tokens in every run.
func withStore(
  throttle: SignInThrottle = .standard, seed: UInt64 = 1, _ body: (PrivateStore) async throws -> Void
) async throws {
  try await withTemporaryFolder { folder in
    try await body(
      PrivateStore(path: folder + "/people.sqlite", passwordCost: .cheap, throttle: throttle, random: SplitMix64(seed: seed)))
  }
}

extension PasswordCost {
  static let cheap = PasswordCost(logRounds: 4, blockSize: 8, parallelism: 1)
}

extension NewAccount {
  static let ada = NewAccount(
    member: "m-ada", name: "Ada Byron", login: "ada@example.org", password: "correct horse", credentials: "nurse, kidney ward, 8 years")
  static let bo = NewAccount(member: "m-bo", name: "Bo", login: "bo@example.org", password: "battery staple")
}
