import Foundation
import GRDB
import Ledger
import Testing

@Suite struct AccountTests {
  @Test func `an account reads back as it was made`() async throws {
    try await withStore { store in
      let made = try await store.createAccount(.ada, now: now)
      let read = try await store.account(member: "m-ada")
      #expect(read == made)
      #expect(made.name == "Ada Byron")
      #expect(made.credentials == "nurse, kidney ward, 8 years")
      #expect(made.locale == "en")
      #expect(made.createdAt == now)
      #expect(made.erasedAt == nil)
      #expect(try await store.account(member: "m-eve") == nil)
      let bo = try await store.createAccount(.bo, now: now + 1)
      #expect(try await store.accounts() == [made, bo])
    }
  }

  @Test(arguments: ["ADA@example.org", " ada@EXAMPLE.org\n", "ａｄａ@example.org"])
  func `a login is one, however it is typed`(_ login: String) async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      var other = NewAccount.bo
      other.login = login
      await #expect(throws: PrivateStoreError.loginTaken) { try await store.createAccount(other, now: now) }
      let account = try await store.signIn(login: login, password: "correct horse", address: "::1", now: now)
      #expect(account.member == "m-ada")
    }
  }

  @Test func `a member has one account`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      await #expect(throws: PrivateStoreError.memberExists("m-ada")) { try await store.createAccount(.ada, now: now) }
    }
  }

  @Test func `what no account can hold is refused by name`() async throws {
    try await withStore { store in
      func refusal(_ change: (inout NewAccount) -> Void) async -> PrivateStoreError? {
        var changed = NewAccount.ada
        change(&changed)
        let account = changed
        return await #expect(throws: PrivateStoreError.self) { try await store.createAccount(account, now: now) }
      }
      #expect(await refusal { $0.name = " \n" } == .blank(field: "name"))
      #expect(await refusal { $0.name = String(repeating: "x", count: 201) } == .tooLong(field: "name", bytesMax: 200))
      #expect(await refusal { $0.name = "Ada\0" } == .unreadable(field: "name"))
      #expect(await refusal { $0.login = "" } == .blank(field: "sign-in name"))
      #expect(await refusal { $0.password = "1234567" } == .passwordTooShort(charactersMin: 8))
      #expect(await refusal { $0.password = String(repeating: "x", count: 1025) } == .tooLong(field: "password", bytesMax: 1024))
      let accounts = try await store.accounts()
      #expect(accounts.isEmpty)
    }
  }

  @Test func `a profile can be changed`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      let changed = try await store.changeProfile(of: "m-ada", name: "Ada Lovelace", credentials: nil, locale: "pt-BR")
      #expect(changed.name == "Ada Lovelace")
      #expect(changed.credentials == nil)
      #expect(changed.locale == "pt-BR")
      #expect(changed.login == "ada@example.org")
      await #expect(throws: PrivateStoreError.unknownMember("m-eve")) {
        try await store.changeProfile(of: "m-eve", name: "Eve", credentials: nil, locale: "en")
      }
    }
  }

  @Test func `a new password ends every other session`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      let here = try await store.openSession(for: .member("m-ada"), now: now).token
      let elsewhere = try await store.openSession(for: .member("m-ada"), now: now).token
      try await store.changePassword(of: "m-ada", to: "a better password", keeping: here)
      #expect(try await store.session(token: here, now: now) != nil)
      #expect(try await store.session(token: elsewhere, now: now) == nil)
      await #expect(throws: PrivateStoreError.wrongLoginOrPassword) {
        try await store.signIn(login: "ada@example.org", password: "correct horse", address: "::1", now: now)
      }
      #expect(try await store.signIn(login: "ada@example.org", password: "a better password", address: "::1", now: now).member == "m-ada")
    }
  }

  @Test func `a member without a login can choose one that is free`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      _ = try await store.createAccount(NewAccount(member: "m-cy", name: "Cy"), now: now)
      await #expect(throws: PrivateStoreError.loginTaken) {
        try await store.changePassword(of: "m-cy", to: "long enough", login: "Ada@example.org")
      }
      try await store.changePassword(of: "m-cy", to: "long enough", login: "Cy")
      #expect(try await store.signIn(login: "cy", password: "long enough", address: "::1", now: now).member == "m-cy")
    }
  }
}

@Suite struct ErasureTests {
  @Test func `erasing a member keeps the id and nothing else`() async throws {
    try await withStore { store in
      _ = try await store.createAccount(.ada, now: now)
      _ = try await store.createAccount(.bo, now: now)
      let session = try await store.openSession(for: .member("m-ada"), now: now).token
      let token = try await store.issueAPIToken(for: "m-ada", label: "laptop", now: now).token
      let conversation = try await store.startConversation(by: .member("m-ada"), consent: true, now: now)
      _ = try await store.addTurn(to: conversation.id, utterance: "Hello", answer: "{}", view: "draft", now: now)
      _ = try await store.recordVisit(of: "m-ada", at: 3, now: now)

      try await store.erase(member: "m-ada", now: now + day)
      let erased = try #require(try await store.account(member: "m-ada"))
      #expect(erased.name == nil)
      #expect(erased.login == nil)
      #expect(erased.credentials == nil)
      #expect(erased.locale == nil)
      #expect(erased.erasedAt == now + day)
      #expect(try await store.session(token: session, now: now) == nil)
      #expect(try await store.apiToken(token, now: now) == nil)
      #expect(try await store.apiTokens(of: "m-ada").isEmpty)
      #expect(try await store.conversations(by: .member("m-ada"), limit: 10).isEmpty)
      #expect(try await store.turns(of: conversation.id, limit: 10).isEmpty)
      await #expect(throws: PrivateStoreError.unknownMember("m-ada")) { try await store.openSession(for: .member("m-ada"), now: now) }
      await #expect(throws: PrivateStoreError.wrongLoginOrPassword) {
        try await store.signIn(login: "ada@example.org", password: "correct horse", address: "::1", now: now)
      }
      #expect(try await store.account(member: "m-bo")?.name == "Bo")

      try await store.erase(member: "m-ada", now: now + 2 * day)
      #expect(try await store.account(member: "m-ada") == erased)
      await #expect(throws: PrivateStoreError.unknownMember("m-eve")) { try await store.erase(member: "m-eve", now: now) }
      var successor = NewAccount.ada
      successor.member = "m-ada-2"
      #expect(try await store.createAccount(successor, now: now).login == "ada@example.org")
    }
  }

  @Test func `no byte of what was erased stays on the disk`() async throws {
    try await withTemporaryFolder { folder in
      let store = try PrivateStore(path: folder + "/people.sqlite", passwordCost: .cheap)
      func bytesOnDisk() throws -> Data {
        try ["people.sqlite", "people.sqlite-wal"].reduce(into: Data()) { bytes, name in
          bytes += try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
      }
      _ = try await store.createAccount(.ada, now: now)
      let conversation = try await store.startConversation(by: .member("m-ada"), consent: true, now: now)
      for number in 0..<50 {
        _ = try await store.addTurn(
          to: conversation.id, utterance: "My sugar was \(number + 300) after lunch", answer: "{}", view: "draft", now: now)
      }
      let traces = ["Ada Byron", "ada@example.org", "kidney ward", "after lunch"].map { Data($0.utf8) }
      let before = try bytesOnDisk()
      for trace in traces { #expect(before.range(of: trace) != nil) }
      try await store.erase(member: "m-ada", now: now)
      let after = try bytesOnDisk()
      for trace in traces { #expect(after.range(of: trace) == nil) }
    }
  }
}
