import HTTPTypes

/// Why a request was not done: for a program a problem document (RFC 9457), for a person a page.
struct Problem: Error, Sendable {
  struct Way: Sendable {
    let words: String
    let path: String
  }

  let status: HTTPResponse.Status
  /// The last part of the problem's `type`: what a program tells it by.
  let name: String
  var title: String
  /// What happened.
  var detail: String
  /// What to do next.
  var hint: String
  var headers: HTTPFields = [:]
  /// What the person had typed, given back to them.
  var kept: String?
  /// Ways on, beside the hint.
  var ways: [Way] = []

  init(_ status: HTTPResponse.Status, _ name: String, _ title: String, _ detail: String, hint: String) {
    self.status = status
    self.name = name
    self.title = title
    self.detail = detail
    self.hint = hint
  }

  /// A name by which programs tell problems apart; it is no address (RFC 9457, section 3.1.1).
  var type: String { "tag:village,2026:\(name)" }

  func keeping(_ text: String?) -> Problem {
    var copy = self
    copy.kept = text
    return copy
  }

  func leading(_ words: String, to path: String) -> Problem {
    var copy = self
    copy.ways.append(Way(words: words, path: path))
    return copy
  }

  func with(_ name: HTTPField.Name, _ value: String) -> Problem {
    var copy = self
    copy.headers[name] = value
    return copy
  }
}

// MARK: What the door itself refuses

extension Problem {
  static let notFound = Problem(
    .notFound, "not-found", "There is no such page", "Nothing is at this address.", hint: "Go back, or start from the first page.")

  static func methodNotAllowed(_ methods: [String]) -> Problem {
    Problem(
      .methodNotAllowed, "method-not-allowed", "That cannot be done here", "This address does not answer that method.",
      hint: "It answers: \(methods.joined(separator: ", "))."
    ).with(.allow, methods.joined(separator: ", "))
  }

  static let signInFirst = Problem(
    .unauthorized, "sign-in-first", "Sign in first", "This is for members of the village.",
    hint: "Sign in, or ask a member for an invitation."
  ).with(.wwwAuthenticate, "Bearer realm=\"village\"").leading("Sign in", to: "/sign-in")

  static let wrongToken = Problem(
    .unauthorized, "wrong-token", "That token is not known", "The token of this request is unknown or was revoked.",
    hint: "Make a new one on your account page and send it as “Authorization: Bearer …”."
  ).with(.wwwAuthenticate, "Bearer realm=\"village\", error=\"invalid_token\"")

  static func tooLarge(bytesMax: Int) -> Problem {
    Problem(
      .contentTooLarge, "too-large", "That is too much at once",
      "More than \(bytesMax / 1024) KiB came in one piece; nothing of it was recorded.",
      hint: "Send it in smaller parts.")
  }

  static func wrongType(allowed: [String]) -> Problem {
    Problem(
      .unsupportedMediaType, "wrong-content-type", "That kind of content cannot be read here",
      "The request's Content-Type is not one that this address reads.", hint: "It reads: \(allowed.joined(separator: ", ")).")
  }

  static let notUTF8 = Problem(
    .badRequest, "not-utf-8", "That text cannot be read", "It is not UTF-8.", hint: "Send text in UTF-8.")

  static func malformed(_ detail: String) -> Problem {
    Problem(.badRequest, "malformed", "That cannot be read", detail, hint: "Check what was sent; nothing was changed.")
  }

  static func missing(_ field: String) -> Problem {
    Problem(
      .unprocessableContent, "missing", "Something is missing", "“\(field)” is missing or blank.", hint: "Fill it in and send it again.")
  }

  static func invalid(_ field: String, _ what: String) -> Problem {
    Problem(
      .unprocessableContent, "invalid", "Something is not as it should be", "“\(field)” \(what).",
      hint: "Change it and send it again; nothing was changed.")
  }

  static func tooManyWrites(seconds: Int) -> Problem {
    Problem(
      .tooManyRequests, "too-many-writes", "A little slower, please",
      "That were more changes than one person makes; this one was not recorded.",
      hint: "Wait \(seconds) s, then send it again."
    ).with(.retryAfter, String(seconds))
  }

  static let tooManyStreams = Problem(
    .serviceUnavailable, "too-many-streams", "Too many live views", "There are too many live streams open.",
    hint: "Close some of the tabs that show this village."
  ).with(.retryAfter, "30")

  static let closing = Problem(
    .serviceUnavailable, "closing", "The village is closing", "The server is being stopped; nothing was recorded.",
    hint: "Try again in a moment."
  ).with(.retryAfter, "5")

  static let foreignOrigin = Problem(
    .forbidden, "foreign-origin", "This came from another site", "The form was sent by a page of another site; nothing was changed.",
    hint: "Open this village itself and try there.")

  static func staleForm(kept: String?) -> Problem {
    Problem(
      .forbidden, "stale-form", "This page had grown old", "You signed in or out since the page was opened, so I did not act on it.",
      hint: "Reload the page and send it again."
    ).keeping(kept)
  }

  static func notAllowed(_ detail: String, hint: String) -> Problem {
    Problem(.forbidden, "not-allowed", "That is not for you to do", detail, hint: hint)
  }

  static let notMember = notAllowed("This account is not a member of the village.", hint: "Ask a member for an invitation.")
}
