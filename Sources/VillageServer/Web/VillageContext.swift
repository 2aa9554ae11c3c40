import Hummingbird
import Lessons

/// What is known of a request beside its text.
struct VillageContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// Who calls; found out by `Recognition`.
  var caller = Caller(who: .visitor(""), door: .open, csrf: "")
  /// Why the caller could not be found out: answered in the place of what was asked.
  var refusal: Problem?
  let peerAddress: String?

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    peerAddress = source.channel.remoteAddress?.ipAddress
  }
}

/// Who sends a request, and how we know.
struct Caller: Sendable {
  enum Who: Hashable, Sendable {
    case member(ID<Member>)
    /// Someone not signed in, by a random pseudonym that their browser keeps.
    case visitor(String)
  }

  enum Door: Hashable, Sendable {
    /// A browser that signed in; the session's secret.
    case session(String)
    /// A program with a member's token.
    case token
    case open
  }

  var who: Who
  var door: Door
  /// What the forms of this caller carry, so that no other site can send them.
  var csrf: String
  /// A pseudonym that the browser does not have yet.
  var newVisitorCookie: String?

  var member: ID<Member>? { if case .member(let id) = who { id } else { nil } }

  /// For limits: one name for each caller.
  var key: String {
    switch who {
    case .member(let id): "member:\(id)"
    case .visitor(let id): "visitor:\(id)"
    }
  }
}
