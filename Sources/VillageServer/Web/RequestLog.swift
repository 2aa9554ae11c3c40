import HTTPTypes
import Hummingbird
import Logging

/// One line a request: the route, never the address itself, for that may hold a question or a secret.
struct RequestLog: RouterMiddleware {
  typealias Context = VillageContext
  let logger: Logger

  func handle(
    _ request: Request, context: VillageContext, next: (Request, VillageContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    logger.info(
      "request answered",
      metadata: [
        "http.method": "\(request.method.rawValue)", "http.route": "\(context.endpointPath ?? "none")",
        "http.status": "\(response.status.code)", "duration.ms": "\((ContinuousClock.now - start) / .milliseconds(1))",
      ])
    return response
  }
}
