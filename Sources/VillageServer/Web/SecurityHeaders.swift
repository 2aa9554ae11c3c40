import HTTPTypes
import Hummingbird

/// Everything that a page may load comes from here, nothing may frame it, and no address leaves with a click.
struct SecurityHeaders: RouterMiddleware {
  typealias Context = VillageContext
  let isSecure: Bool

  private static let policy =
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'"

  func handle(
    _ request: Request, context: VillageContext, next: (Request, VillageContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] = Self.policy
    response.headers[.contentTypeOptions] = "nosniff"
    // With “no-referrer” browsers send forms with the origin “null”, and we could not tell our own.
    response.headers[.referrerPolicy] = "same-origin"
    response.headers[.openerPolicy] = "same-origin"
    if isSecure { response.headers[.strictTransport] = "max-age=31536000" }
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
    return response
  }
}
