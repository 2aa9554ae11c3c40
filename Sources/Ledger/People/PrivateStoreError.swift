/// Why the private store did not do what was asked. The program matches the case; the person reads `message` and `hint`.
public enum PrivateStoreError: Error, Hashable, Sendable {
  case blank(field: String)
  case tooLong(field: String, bytesMax: Int)
  /// The text contains a NUL, or a JSON field is not JSON.
  case unreadable(field: String)
  case passwordTooShort(charactersMin: Int)
  case memberExists(String)
  case loginTaken
  case unknownMember(String)
  /// The login is unknown or the password is not its own: deliberately one case.
  case wrongLoginOrPassword
  case throttled(seconds: Int)
  case unknownInvitation
  case expiredInvitation
  case usedInvitation
  case unknownToken
  case unknownConversation(String)
  case unknownQuestion(String)
  /// The file belongs to something else and was left as it was.
  case notAPrivateStore(path: String)
  case newerVersion(found: Int, known: Int)
  case damaged(String)
  case unavailable(String)

  init(_ error: any Error) {
    switch error {
    case let error as PrivateStoreError: self = error
    case SQLiteFailure.foreignFile(let path): self = .notAPrivateStore(path: path)
    case SQLiteFailure.newerVersion(let found, let known): self = .newerVersion(found: found, known: known)
    case SQLiteFailure.damaged(let reason): self = .damaged(reason)
    case SQLiteFailure.unavailable(let reason): self = .unavailable(reason)
    default: self = .unavailable("\(error)")
    }
  }

  /// What happened, for people.
  public var message: String {
    switch self {
    case .blank(let field): "The \(field) is empty."
    case .tooLong(let field, let bytesMax): "The \(field) is longer than \(bytesMax) bytes."
    case .unreadable(let field): "The \(field) cannot be read."
    case .passwordTooShort(let charactersMin): "The password has fewer than \(charactersMin) characters."
    case .memberExists: "This member has an account already."
    case .loginTaken: "Somebody signs in with this name already."
    case .unknownMember: "There is no such member."
    case .wrongLoginOrPassword: "The sign-in name and the password do not belong together."
    case .throttled(let seconds): "Too many sign-ins failed. The next try is possible in \(seconds) s."
    case .unknownInvitation: "This invitation does not exist."
    case .expiredInvitation: "This invitation has expired."
    case .usedInvitation: "This invitation was used already."
    case .unknownToken: "There is no such token."
    case .unknownConversation: "There is no such conversation."
    case .unknownQuestion: "There is no such question."
    case .notAPrivateStore(let path): "The file \(path) is not a village's store of accounts and conversations."
    case .newerVersion(let found, let known):
      "The accounts were written by a newer Village (format \(found)); this one reads formats up to \(known)."
    case .damaged(let reason): "The store of accounts and conversations is damaged: \(reason)."
    case .unavailable(let reason): "The accounts and conversations cannot be used right now: \(reason)."
    }
  }

  /// What to do next, for people.
  public var hint: String {
    switch self {
    case .blank(let field): "Fill in the \(field)."
    case .tooLong(let field, _): "Shorten the \(field)."
    case .unreadable(let field): "Type the \(field) again, without control characters."
    case .passwordTooShort: "Choose a longer one; a few words in a row are easy to remember."
    case .memberExists, .loginTaken: "Sign in instead, or choose another name."
    case .unknownMember, .unknownToken, .unknownConversation, .unknownQuestion: "It may have been erased; go back and look again."
    case .wrongLoginOrPassword: "Check both and try again."
    case .throttled: "Wait, then try again."
    case .unknownInvitation: "Open the whole link, as you were given it."
    case .expiredInvitation, .usedInvitation: "Ask who invited you for a new link."
    case .notAPrivateStore: "Check the path, or name a file that does not exist yet."
    case .newerVersion: "Update Village on this machine."
    case .damaged: "Keep a copy of the file as it is and restore the latest backup."
    case .unavailable: "Check that the disk has room and that the file and its folder can be written, then try again."
    }
  }
}
