import Foundation
import GRDB
import Testing
import VillageTesting

@testable import Ledger

@Suite struct SessionTests {
  @Test func `a session lives until it expires`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      let (token, session) = try await store.openSession(for: .member("m-ada"), now: now, lifetime: 3600)
      #expect(try await store.session(token: token, now: now + 30) == session)
      #expect(try await store.session(token: token, now: now + 3599) != nil)
      #expect(try await store.session(token: token, now: now + 3600) == nil)
      #expect(try await store.session(token: "made up", now: now) == nil)
      try await store.removeExpired(now: now + 3600)
      #expect(try await store.session(token: token, now: now) == nil)
    }
  }

  @Test func `a session notes when it was last seen, once a minute at most`() async throws {
    try await withStore { store in
      let token = try await store.openSession(for: .visitor("v1"), now: now).token
      for offset in [59, 60, 100, 121] as [TimeInterval] { _ = try await store.session(token: token, now: now + offset) }
      #expect(try await store.session(token: token, now: now + 122)?.lastSeen == now + 121)
    }
  }

  @Test func `a visitor has a session too, under a pseudonym`() async throws {
    try await withStore { store in
      let visitor = store.newIdentifier()
      let token = try await store.openSession(for: .visitor(visitor), now: now).token
      #expect(try await store.session(token: token, now: now)?.speaker == .visitor(visitor))
      #expect(visitor.count == 32)
    }
  }

  @Test func `a closed session is gone, and the others with it when all are closed`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      var tokens: [String] = []
      for _ in 1...3 { tokens.append(try await store.openSession(for: .member("m-ada"), now: now).token) }
      #expect(Set(tokens).count == 3)
      try await store.closeSession(token: tokens[0])
      #expect(try await store.session(token: tokens[0], now: now) == nil)
      #expect(try await store.session(token: tokens[1], now: now) != nil)
      try await store.closeSessions(of: .member("m-ada"))
      for token in tokens { #expect(try await store.session(token: token, now: now) == nil) }
    }
  }

  @Test func `a session accepts the secret of its own forms only`() async throws {
    try await withStore { store in
      let one = try await store.openSession(for: .visitor("v1"), now: now).session
      let other = try await store.openSession(for: .visitor("v1"), now: now).session
      #expect(one.accepts(csrf: one.csrf))
      #expect(!one.accepts(csrf: other.csrf))
      #expect(!one.accepts(csrf: ""))
    }
  }

  @Test func `no secret is stored as it is`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      let secrets = [
        try await store.openSession(for: .member("m-ada"), now: now).token,
        try await store.invite(role: "teacher", by: "m-ada", now: now).token,
        try await store.issueAPIToken(for: "m-ada", label: "laptop", now: now).token, "correct horse",
      ]
      let stored = try await store.read { database in
        try ["accounts", "sessions", "invitations", "api_tokens"].flatMap { try Row.fetchAll(database, sql: "SELECT * FROM \($0)") }
          .map { "\($0)" }.joined()
      }
      for secret in secrets { #expect(!stored.contains(secret)) }
    }
  }

  @Test func `tokens are 256 bits of the generator's in letters that need no escaping`() {
    let secrets = SecretSource(SplitMix64(seed: 7))
    let tokens = (0..<200).map { _ in secrets.token() }
    #expect(Set(tokens).count == 200)
    let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    #expect(tokens.allSatisfy { $0.count == 43 && letters.isSuperset(of: $0) })
    #expect(SecretSource(SplitMix64(seed: 7)).token() == tokens[0])
  }
}

@Suite struct InvitationTests {
  @Test func `an invitation lets one person in, once`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      let (token, invitation) = try await store.invite(role: "teacher", group: "dietitians", by: "m-ada", now: now)
      #expect(invitation.role == "teacher")
      #expect(invitation.group == "dietitians")
      #expect(invitation.invitedBy == "m-ada")
      #expect(try await store.invitation(token: token, now: now) == invitation)
      let joined = try await store.join(invitation: token, as: .bo, now: now + 1)
      #expect(joined.account.member == "m-bo")
      #expect(joined.invitation.usedBy == "m-bo")
      #expect(joined.invitation.usedAt == now + 1)
      await #expect(throws: PrivateStoreError.usedInvitation) { try await store.invitation(token: token, now: now) }
      await #expect(throws: PrivateStoreError.usedInvitation) {
        try await store.join(invitation: token, as: NewAccount(member: "m-cy", name: "Cy"), now: now)
      }
      #expect(try await store.account(member: "m-cy") == nil)
      #expect(try await store.invitations() == [joined.invitation])
    }
  }

  @Test func `an invitation expires`() async throws {
    try await withStore { store in
      let token = try await store.invite(role: "newcomer", by: nil, now: now, lifetime: 7 * day).token
      #expect(try await store.invitation(token: token, now: now + 7 * day - 1).role == "newcomer")
      await #expect(throws: PrivateStoreError.expiredInvitation) { try await store.join(invitation: token, as: .bo, now: now + 7 * day) }
      await #expect(throws: PrivateStoreError.unknownInvitation) { try await store.invitation(token: "made up", now: now) }
    }
  }

  @Test func `the founder's link signs in who has an account already`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      let token = try await store.invite(role: "founder", by: nil, now: now).token
      #expect(try await store.useInvitation(token: token, by: "m-ada", now: now).usedBy == "m-ada")
      await #expect(throws: PrivateStoreError.usedInvitation) { try await store.useInvitation(token: token, by: "m-ada", now: now) }
    }
  }

  @Test func `a name that is taken does not use up the invitation`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      let token = try await store.invite(role: "teacher", by: "m-ada", now: now).token
      let twin = NewAccount(member: "m-bo", name: "Bo", login: NewAccount.ada.login)
      await #expect(throws: PrivateStoreError.loginTaken) { try await store.join(invitation: token, as: twin, now: now) }
      #expect(try await store.join(invitation: token, as: .bo, now: now).account.member == "m-bo")
    }
  }

  @Test func `of many who take one link at once, one comes in`() async throws {
    try await withStore { store in
      let token = try await store.invite(role: "teacher", by: nil, now: now).token
      let joined = await withTaskGroup(of: Bool.self) { group in
        for number in 0..<20 {
          group.addTask {
            let account = NewAccount(member: "m-\(number)", name: "N", login: "n-\(number)", password: "long enough")
            return (try? await store.join(invitation: token, as: account, now: now)) != nil
          }
        }
        return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
      }
      #expect(joined == 1)
      #expect(try await store.accounts().count == 1)
    }
  }

  @Test func `an unused invitation can be withdrawn`() async throws {
    try await withStore { store in
      let (token, invitation) = try await store.invite(role: "teacher", by: nil, now: now)
      try await store.withdrawInvitation(id: invitation.id)
      await #expect(throws: PrivateStoreError.unknownInvitation) { try await store.invitation(token: token, now: now) }
      await #expect(throws: PrivateStoreError.unknownInvitation) { try await store.withdrawInvitation(id: invitation.id) }
    }
  }
}

@Suite struct APITokenTests {
  @Test func `a token stands for its member until it is revoked`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      let (token, record) = try await store.issueAPIToken(for: "m-ada", label: "laptop", now: now)
      #expect(token.hasPrefix("village_"))
      #expect(try await store.apiToken(token, now: now + 5)?.member == "m-ada")
      #expect(try await store.apiToken(token, now: now + 6)?.lastUsed == now + 5)
      #expect(try await store.apiToken("village_made_up", now: now) == nil)
      await #expect(throws: PrivateStoreError.unknownToken) { try await store.revokeAPIToken(id: record.id, of: "m-bo", now: now) }
      try await store.revokeAPIToken(id: record.id, of: "m-ada", now: now + 7)
      #expect(try await store.apiToken(token, now: now + 8) == nil)
      #expect(try await store.apiTokens(of: "m-ada").map(\.revoked) == [now + 7])
      await #expect(throws: PrivateStoreError.unknownToken) { try await store.revokeAPIToken(id: record.id, of: "m-ada", now: now) }
    }
  }
}
