import Lessons
import HTTPTypes
import Hummingbird

/// Lets no other site's page write in a member's name, and no one write without end.
struct WriteGuard: RouterMiddleware {
  typealias Context = VillageContext
  let site: Site

  func handle(
    _ request: Request, context: VillageContext, next: (Request, VillageContext) async throws -> Response
  ) async throws -> Response {
    if request.method != .get, request.method != .head {
      if context.caller.door != .token { try checkOrigin(of: request) }
      let key = context.caller.member.map(\.rawValue) ?? context.address(of: request, site.configuration)
      let wait = site.writes.wait(for: key, at: .now)
      if wait > 0 { throw Problem.tooManyWrites(seconds: wait) }
    }
    return try await next(request, context)
  }

  /// Browsers say which site a form came from. A program says nothing, and has no cookie that it was not given.
  private func checkOrigin(of request: Request) throws {
    if let origin = request.headers[.origin] {
      let host = origin.split(separator: "/").last.map(String.init) ?? ""
      let ours = [request.head.authority, site.configuration.publicURL?.split(separator: "/").last.map(String.init)]
      guard origin.hasPrefix("http"), ours.contains(host) else { throw Problem.foreignOrigin }
    } else if request.headers[HTTPField.Name.secFetchSite] == "cross-site" {
      throw Problem.foreignOrigin
    }
  }
}

extension VillageContext {
  /// The address of the other end, for limits.
  func address(of request: Request, _ configuration: ServerConfiguration) -> String {
    if configuration.isBehindProxy, let last = request.headers[HTTPField.Name.forwardedFor]?.split(separator: ",").last {
      return last.trimmingPrefix(while: \.isWhitespace).description
    }
    return peerAddress ?? "unknown"
  }
}

extension HTTPField.Name {
  // Proof: both are tokens as RFC 9110, section 5.1 has them, so the initialiser gives a name.
  static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
  static let forwardedFor = HTTPField.Name("X-Forwarded-For")!
  static let fragment = HTTPField.Name("X-Fragment")!
  static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
  static let contentTypeOptions = HTTPField.Name("X-Content-Type-Options")!
  static let referrerPolicy = HTTPField.Name("Referrer-Policy")!
  static let openerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy")!
  static let strictTransport = HTTPField.Name("Strict-Transport-Security")!
}
