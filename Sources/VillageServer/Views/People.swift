import Ledger
import Lessons

/// A person as every page shows them.
struct Person: Sendable {
  let id: String
  let name: String
  let initials: String
  let hue: String
  /// Nil for someone whose name was erased.
  let path: String?
}

/// What members are called: read from the account store for each page, for the ledger knows ids only.
struct Names: Sendable {
  private let accounts: [String: Account]

  static let former = "a former member"

  init(_ accounts: [Account]) {
    self.accounts = Dictionary(accounts.map { ($0.member, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func account(_ member: ID<Member>) -> Account? { accounts[member.rawValue] }

  /// A member who never had an account, as one made at the terminal, goes by their id.
  func name(_ member: ID<Member>) -> String {
    guard let account = accounts[member.rawValue] else { return member.rawValue }
    return account.name ?? Self.former
  }

  func person(_ member: ID<Member>) -> Person {
    if let account = accounts[member.rawValue], account.name == nil {
      return Person(id: member.rawValue, name: Self.former, initials: "–", hue: "hue-none", path: nil)
    }
    let name = name(member)
    return Person(
      id: member.rawValue, name: name, initials: Self.initials(of: name), hue: "hue-\(Self.hash(member.rawValue) % 24)",
      path: URLPath.person(member))
  }

  private static func initials(of name: String) -> String {
    let words = name.split(whereSeparator: \.isWhitespace)
    let letters = [words.first?.first, words.count > 1 ? words.last?.first : nil].compactMap { $0 }
    return letters.map { $0.uppercased() }.joined()
  }

  /// FNV-1a: the same on every machine and in every version, so that a person keeps their colour.
  private static func hash(_ text: String) -> UInt32 {
    text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }
}
