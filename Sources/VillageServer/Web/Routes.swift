import HTTPTypes
import Hummingbird
import Logging

/// All routes of the server: what to do for which method and path, and by it what to say where there is none.
final class Routes {
  typealias Handler = @Sendable (Exchange) async throws -> Response

  private var routes: [(method: HTTPRequest.Method, path: String, handler: Handler)] = []

  func get(_ path: String, _ handler: @escaping Handler) { routes.append((.get, path, handler)) }
  func post(_ path: String, _ handler: @escaping Handler) { routes.append((.post, path, handler)) }
  func patch(_ path: String, _ handler: @escaping Handler) { routes.append((.patch, path, handler)) }
  func put(_ path: String, _ handler: @escaping Handler) { routes.append((.put, path, handler)) }
  func delete(_ path: String, _ handler: @escaping Handler) { routes.append((.delete, path, handler)) }

  func responder(site: Site, logger: Logger) -> some HTTPResponder<VillageContext> {
    let router = Router(context: VillageContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: RequestLog(logger: logger))
    router.add(middleware: SecurityHeaders(isSecure: site.configuration.cookiesAreSecure))
    router.add(middleware: Recognition(site: site))
    router.add(middleware: ErrorAnswers(site: site, methods: MethodIndex(routes.map { ($0.method, $0.path) })))
    router.add(middleware: WriteGuard(site: site))
    for (method, path, handler) in routes {
      router.on(RouterPath(path), method: method) { request, context in
        try await handler(Exchange(request: request, context: context, site: site))
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
