/// Who is at the other end of a session or a conversation: a member, or a visitor known by a random pseudonym.
public enum Speaker: Hashable, Sendable {
  case member(String)
  case visitor(String)

  /// As the tables hold it.
  var stored: String {
    switch self {
    case .member(let id): "member:\(id)"
    case .visitor(let id): "visitor:\(id)"
    }
  }

  init?(stored: String) {
    if stored.hasPrefix("member:") {
      self = .member(String(stored.dropFirst(7)))
    } else if stored.hasPrefix("visitor:") {
      self = .visitor(String(stored.dropFirst(8)))
    } else {
      return nil
    }
  }

  public var member: String? {
    if case .member(let id) = self { id } else { nil }
  }

  func validate() throws(PrivateStoreError) {
    switch self {
    case .member(let id): try PrivateText.check(id, "member", bytesMax: 200)
    case .visitor(let id): try PrivateText.check(id, "visitor", bytesMax: 200)
    }
  }
}
