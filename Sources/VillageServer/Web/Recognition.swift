import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Lessons

/// Finds out who calls: a member by session cookie or bearer token, or a visitor by the pseudonym their browser keeps.
///
/// A visitor costs no row in any table before they say something. The cookie is a random secret; the pseudonym and the
/// secret of the forms are hashes of it, so neither tells the other and the store never holds the cookie.
struct Recognition: RouterMiddleware {
  typealias Context = VillageContext
  let site: Site

  private static let visitorSeconds = 180 * 86_400

  func handle(
    _ request: Request, context: VillageContext, next: (Request, VillageContext) async throws -> Response
  ) async throws -> Response {
    var context = context
    do {
      context.caller = try await caller(of: request)
    } catch {
      context.refusal = Problem(error)
    }
    var response = try await next(request, context)
    if let cookie = context.caller.newVisitorCookie, response.headers[.eTag] == nil {
      response.setCookie(VillageCookie.visitor.made(cookie, seconds: Self.visitorSeconds, secure: site.configuration.cookiesAreSecure))
    }
    return response
  }

  private func caller(of request: Request) async throws -> Caller {
    let secure = site.configuration.cookiesAreSecure
    if let authorization = request.headers[.authorization] {
      guard let token = Self.bearer(authorization), let record = try await site.people.apiToken(token, now: site.clock()) else {
        throw Problem.wrongToken
      }
      return Caller(who: .member(ID(record.member)), door: .token, csrf: "")
    }
    if let token = request.cookies[VillageCookie.session.name(secure: secure)]?.value,
      let session = try await site.people.session(token: token, now: site.clock()), let member = session.speaker.member
    {
      return Caller(who: .member(ID(member)), door: .session(token), csrf: session.csrf)
    }
    if let cookie = request.cookies[VillageCookie.visitor.name(secure: secure)]?.value, Self.isVisitorCookie(cookie) {
      return Self.visitor(cookie)
    }
    let cookie = SymmetricKey(size: .bits256).withUnsafeBytes { $0.map { Self.hex($0) }.joined() }
    var caller = Self.visitor(cookie)
    caller.newVisitorCookie = cookie
    return caller
  }

  private static func visitor(_ cookie: String) -> Caller {
    Caller(who: .visitor(hash("visitor:", cookie)), door: .open, csrf: hash("csrf:", cookie))
  }

  private static func isVisitorCookie(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  private static func bearer(_ header: String) -> String? {
    let parts = header.split(separator: " ")
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1])
  }

  private static func hash(_ purpose: String, _ secret: String) -> String {
    SHA256.hash(data: Data((purpose + secret).utf8)).prefix(16).map { hex($0) }.joined()
  }

  private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
