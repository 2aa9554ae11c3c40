import Foundation
import GRDB
import Testing
import VillageTesting

@testable import Ledger

@Suite struct PasswordTests {
  /// RFC 7914, section 12, third vector; scrypt's first 32 bytes do not depend on how many are asked for.
  @Test func `a password hashed by any scrypt is recognised`() async throws {
    let hash = try #require(
      PasswordHash(
        parsing: "$scrypt$ln=14,r=8,p=1$\(Data("SodiumChloride".utf8).base64EncodedString())$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI="))
    let hasher = PasswordHasher(cost: .cheap, secrets: SecretSource(SplitMix64(seed: 1)))
    #expect(try await hasher.matches("pleaseletmein", hash))
    #expect(try await !hasher.matches("pleaseletmeout", hash))
    #expect(try await !hasher.matches("pleaseletmein", nil))
  }

  @Test func `a hash names its parameters and has a salt of its own`() async throws {
    let hasher = PasswordHasher(cost: .standard, secrets: SecretSource(SplitMix64(seed: 1)))
    let (one, other) = (try await hasher.hash("correct horse"), try await hasher.hash("correct horse"))
    #expect(one.description.hasPrefix("$scrypt$ln=15,r=8,p=1$"))
    #expect(one.salt.count == 16)
    #expect(one.key.count == 32)
    #expect(one.salt != other.salt)
    #expect(one.key != other.key)
    #expect(PasswordHash(parsing: one.description) == one)
    #expect(try await hasher.matches("correct horse", one))
  }

  @Test func `accents may be typed in either way`() async throws {
    let hasher = PasswordHasher(cost: .cheap, secrets: SecretSource(SplitMix64(seed: 1)))
    let hash = try await hasher.hash("caf\u{E9} cr\u{E8}me")
    #expect(try await hasher.matches("cafe\u{301} cre\u{300}me", hash))
  }

  @Test(arguments: [
    "", "$", "scrypt", "$scrypt$ln=15,r=8,p=1$AAAA", "$bcrypt$ln=15,r=8,p=1$AAAA$AAAA", "$scrypt$ln=15,r=8,p=1$AAAA$AAAA",
    "$scrypt$ln=99,r=8,p=1$AAAA$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI=",
    "$scrypt$r=8,ln=15,p=1$AAAA$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI=",
    "$scrypt$ln=15,r=8$AAAA$cCO9yzr9c0hGHAbNgf046/2o+7qQT44+qbVD9lRdofI=",
  ])
  func `what is no hash is not read as one`(_ text: String) {
    #expect(PasswordHash(parsing: text) == nil)
  }

  @Test func `a hash made at another cost is renewed at the next sign-in`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/people.sqlite"
      let store = try PrivateStore(path: path, passwordCost: .cheap)
      _ = try await store.createAccount(.ada, now: now)
      try store.close()
      let raised = try PrivateStore(path: path, passwordCost: PasswordCost(logRounds: 5, blockSize: 8, parallelism: 1))
      for _ in 1...2 {
        _ = try await raised.signIn(login: "ada@example.org", password: "correct horse", address: "::1", now: now)
        let hash = try await raised.read { try String.fetchOne($0, sql: "SELECT password FROM accounts") }
        #expect(hash?.hasPrefix("$scrypt$ln=5,r=8,p=1$") == true)
      }
    }
  }
}

@Suite struct SignInTests {
  static let strict = SignInThrottle(window: 900, freeByLogin: 3, freeByAddress: 6, waitMax: 60)

  @Test func `nobody learns whether it was the login or the password`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      _ = try await store.createAccount(NewAccount(member: "m-cy", name: "Cy", login: "cy"), now: now)
      for (login, password) in [
        ("ada@example.org", "wrong"), ("eve@example.org", "correct horse"), ("cy", ""), ("", ""), ("ada@example.org\0", "correct horse"),
        ("ada@example.org", String(repeating: "x", count: 5000)),
      ] {
        await #expect(throws: PrivateStoreError.wrongLoginOrPassword) {
          try await store.signIn(login: login, password: password, address: "::1", now: now)
        }
      }
    }
  }

  @Test func `each failure beyond the free ones doubles the wait, up to a bound`() async throws {
    try await withStore(throttle: Self.strict) { store in
      var (time, waits) = (now, [Int]())
      for number in 0..<10 {
        await #expect(throws: PrivateStoreError.wrongLoginOrPassword) {
          try await store.signIn(login: "ada", password: "guess", address: "10.0.0.\(number)", now: time)
        }
        let wait = try await store.signInWait(login: "Ada ", address: "elsewhere", now: time)
        waits.append(wait)
        if wait > 0 {
          await #expect(throws: PrivateStoreError.throttled(seconds: wait)) {
            try await store.signIn(login: "ada", password: "guess", address: "elsewhere", now: time)
          }
        }
        time += TimeInterval(wait)
      }
      #expect(waits == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60])
      #expect(try await store.signInWait(login: "bo", address: "elsewhere", now: time) == 0)
    }
  }

  @Test func `one address that tries many logins has to wait too`() async throws {
    try await withStore(throttle: Self.strict) { store in
      for number in 0..<6 {
        await #expect(throws: PrivateStoreError.wrongLoginOrPassword) {
          try await store.signIn(login: "login-\(number)", password: "guess", address: "10.0.0.1", now: now)
        }
      }
      let here = try await store.signInWait(login: "another", address: "10.0.0.1", now: now)
      let elsewhere = try await store.signInWait(login: "another", address: "10.0.0.2", now: now)
      #expect(here == 1)
      #expect(elsewhere == 0)
    }
  }

  @Test func `failures are forgotten after the window`() async throws {
    try await withStore(throttle: Self.strict) { store in
      for number in 0..<3 {
        await #expect(throws: PrivateStoreError.wrongLoginOrPassword) {
          try await store.signIn(login: "ada", password: "guess", address: "::1", now: now + TimeInterval(number))
        }
      }
      #expect(try await store.signInWait(login: "ada", address: "::1", now: now + 2) == 1)
      try await store.removeExpired(now: now + 902)
      let left = try await store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sign_in_failures") }
      #expect(left == 0)
    }
  }

  @Test func `a right password forgives the login, and its own try only at the address`() async throws {
    try await withStore(throttle: Self.strict) { store in
      _ = try await store.createAccount(.ada, now: now)
      for round in 0..<3 {
        for login in ["ada@example.org", "victim-\(round)"] {
          await #expect(throws: PrivateStoreError.wrongLoginOrPassword) {
            try await store.signIn(login: login, password: "guess", address: "10.0.0.1", now: now)
          }
        }
        if round < 2 {
          _ = try await store.signIn(login: "ada@example.org", password: "correct horse", address: "10.0.0.1", now: now)
        }
      }
      #expect(try await store.signInWait(login: "ada@example.org", address: "elsewhere", now: now) == 0)
      #expect(try await store.signInWait(login: "ada@example.org", address: "10.0.0.1", now: now) == 1)
    }
  }

  @Test func `a hundred guesses at once count as a hundred`() async throws {
    try await withStore(throttle: Self.strict) { store in
      let throttled = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<100 {
          group.addTask {
            do {
              _ = try await store.signIn(login: "ada", password: "guess", address: "10.0.0.\(number)", now: now)
              return false
            } catch let error as PrivateStoreError {
              return error == .throttled(seconds: 1)
            } catch {
              return false
            }
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(throttled == 97)
    }
  }
}
