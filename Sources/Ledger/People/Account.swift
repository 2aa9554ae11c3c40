public import Foundation
import GRDB

/// What is known of a member as a person. All but the id can be erased, and then is nil.
public struct Account: Hashable, Sendable {
  public let member: String
  public let name: String?
  /// Case-folded; nil also for members who do not sign in by password.
  public let login: String?
  /// In their own words: "dietitian, diabetes, 12 years".
  public let credentials: String?
  /// A BCP 47 tag.
  public let locale: String?
  public let createdAt: Date
  public let erasedAt: Date?

  init(_ row: Row) {
    member = row["member"]
    name = row["name"]
    login = row["login"]
    credentials = row["credentials"]
    locale = row["locale"]
    createdAt = Date(stored: row["created"])
    erasedAt = (row["erased"] as Int64?).map(Date.init(stored:))
  }
}

/// An account to be. Without a login or a password nobody can sign in to it, except by a link.
public struct NewAccount: Sendable {
  public var member: String
  public var name: String
  public var login: String?
  public var password: String?
  public var credentials: String?
  public var locale: String

  public init(
    member: String, name: String, login: String? = nil, password: String? = nil, credentials: String? = nil, locale: String = "en"
  ) {
    self.member = member
    self.name = name
    self.login = login
    self.password = password
    self.credentials = credentials
    self.locale = locale
  }

  func validate() throws(PrivateStoreError) {
    try PrivateText.check(member, "member", bytesMax: 200)
    try PrivateText.check(name, "name", bytesMax: 200)
    if let login { try PrivateText.check(login, "sign-in name", bytesMax: 200) }
    if let password { try PasswordHasher.check(password) }
    if let credentials { try PrivateText.check(credentials, "credentials", bytesMax: 1000) }
    try PrivateText.check(locale, "language", bytesMax: 50)
  }

  /// One login however it is typed: compatibility forms unified, case folded, no blanks around it.
  static func fold(_ login: String) -> String {
    login.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCompatibilityMapping
      .folding(options: .caseInsensitive, locale: nil)
  }
}
