import HTTPTypes
import Hummingbird
import Logging

/// All routes of the server: what to do for which method and path, and by it what to say where there is none.
final class Routes {
  typealias Handler = @Sendable (Exchange) async throws -> Response

  /// Who may come in at all; what they may do there is the village's to say.
  enum Access: Sendable {
    case anyone
    case members
  }

  private struct Route: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let access: Access
    let handler: Handler
  }

  private var routes: [Route] = []

  func get(_ path: String, for access: Access = .anyone, _ handler: @escaping Handler) { add(.get, path, access, handler) }
  func post(_ path: String, for access: Access = .anyone, _ handler: @escaping Handler) { add(.post, path, access, handler) }
  func patch(_ path: String, for access: Access = .anyone, _ handler: @escaping Handler) { add(.patch, path, access, handler) }
  func put(_ path: String, for access: Access = .anyone, _ handler: @escaping Handler) { add(.put, path, access, handler) }
  func delete(_ path: String, for access: Access = .anyone, _ handler: @escaping Handler) { add(.delete, path, access, handler) }

  private func add(_ method: HTTPRequest.Method, _ path: String, _ access: Access, _ handler: @escaping Handler) {
    routes.append(Route(method: method, path: path, access: access, handler: handler))
  }

  /// What there is: the methods and the paths as they are written here.
  var described: [(method: String, path: String)] { routes.map { ($0.method.rawValue, $0.path) } }

  func responder(site: Site, logger: Logger) -> some HTTPResponder<VillageContext> {
    let router = Router(context: VillageContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestLog(logger: logger))
    router.add(middleware: SecurityHeaders(isSecure: site.configuration.cookiesAreSecure))
    router.add(middleware: Recognition(site: site))
    router.add(middleware: ErrorAnswers(site: site, methods: MethodIndex(routes.map { ($0.method, $0.path) })))
    router.add(middleware: WriteGuard(site: site))
    for route in routes {
      router.on(RouterPath(route.path), method: route.method) { request, context in
        let exchange = Exchange(request: request, context: context, site: site)
        if route.access == .members { _ = try exchange.member() }
        return try await route.handler(exchange)
      }
    }
    return router.buildResponder()
  }
}

/// Which methods a path has: for the answer to one that it has not.
struct MethodIndex: Sendable {
  private let routes: [(segments: [Substring], methods: [String])]

  init(_ routes: [(HTTPRequest.Method, String)]) {
    var byPath: [String: Set<String>] = [:]
    for (method, path) in routes {
      byPath[path, default: []].insert(method.rawValue)
      if method == .get { byPath[path, default: []].insert("HEAD") }
    }
    self.routes = byPath.sorted { $0.key < $1.key }.map { ($0.key.split(separator: "/").map { $0 }, $0.value.sorted()) }
  }

  /// - Returns: the methods of the paths that match, sorted; empty where none does.
  func methods(at path: String) -> [String] {
    let given = path.split(separator: "/")
    var methods: Set<String> = []
    for route in routes where route.segments.count == given.count {
      if zip(route.segments, given).allSatisfy({ $0 == $1 || $0.hasPrefix("{") }) { methods.formUnion(route.methods) }
    }
    return methods.sorted()
  }
}
