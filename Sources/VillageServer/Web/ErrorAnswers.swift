import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Turns every error into its answer: a problem document for programs, a page or a piece of one for people.
struct ErrorAnswers: RouterMiddleware {
  typealias Context = VillageContext
  let site: Site
  let methods: MethodIndex

  func handle(
    _ request: Request, context: VillageContext, next: (Request, VillageContext) async throws -> Response
  ) async throws -> Response {
    do {
      if let refusal = context.refusal { throw refusal }
      return try await next(request, context)
    } catch {
      let problem = problem(of: error, request, context)
      if problem.status.code >= 500 {
        context.logger.error("request failed", metadata: ["error.type": "\(type(of: error))", "error": "\(Self.safe(error))"])
      }
      return await Exchange(request: request, context: context, site: site).answer(problem)
    }
  }

  private func problem(of error: any Error, _ request: Request, _ context: VillageContext) -> Problem {
    if context.endpointPath == "NotFound", let error = error as? HTTPError, error.status == .notFound {
      let methods = methods.methods(at: request.uri.path)
      return methods.isEmpty ? .notFound : .methodNotAllowed(methods)
    }
    return Problem(error)
  }

  /// Our own errors say what is wrong without repeating what people wrote; of others only the kind is told.
  private static func safe(_ error: any Error) -> String { (error as? Problem)?.detail ?? String(reflecting: type(of: error)) }
}

extension Exchange {
  /// The one place where a problem becomes an answer.
  func answer(_ problem: Problem) async -> Response {
    if wantsDocument { return document(of: problem) }
    if problem.status == .unauthorized, problem.name == "sign-in-first", request.method == .get, !wantsFragment {
      return redirect(to: "/sign-in?next=" + URLPath.encode(request.uri.string))
    }
    do {
      let context = ErrorContext(problem)
      var response =
        wantsFragment
        ? try fragment("problem", context, status: problem.status)
        : try await page("error", title: problem.title, context, status: problem.status)
      response.headers.append(contentsOf: problem.headers)
      return response
    } catch {
      return document(of: Problem(error))
    }
  }

  private var wantsDocument: Bool {
    // Browsers come with cookies; who comes with a key is a program.
    if isAPI || request.headers[.authorization] != nil { return true }
    guard !wantsFragment, let accept = request.headers[.accept] else { return false }
    return accept.contains("json") && !accept.contains("text/html")
  }

  private func document(of problem: Problem) -> Response {
    let document = problem.document(at: request.uri.path)
    return Response(status: problem.status, headers: document.headers, body: .init(byteBuffer: document.body))
  }
}

extension Problem {
  /// - Parameter path: the path that was asked for; nil where it could not be read.
  func document(at path: String?) -> (headers: HTTPFields, body: ByteBuffer) {
    let document = ProblemDocument(type: type, title: title, status: status.code, detail: detail, hint: hint, instance: path)
    let bytes = (try? JSONAnswer.encode(document)) ?? []
    var headers = headers
    headers[.contentType] = "application/problem+json"
    headers[.contentLength] = String(bytes.count)
    return (headers, ByteBuffer(bytes: bytes))
  }
}

/// RFC 9457, section 3.1, and a hint of what to do.
struct ProblemDocument: Encodable {
  let type: String
  let title: String
  let status: Int
  let detail: String
  let hint: String
  let instance: String?
}

/// What the templates `error` and `problem` show.
struct ErrorContext {
  struct Shown {
    let title: String
    let happened: String
    let kept: String?
    let text: String?
    let doing: [Doing]
  }

  struct Doing {
    let words: String
    let path: String
  }

  let problem: Shown

  init(_ problem: Problem) {
    var doing = problem.ways.map { Doing(words: $0.words, path: $0.path) }
    if let kept = problem.kept { doing.append(Doing(words: "Take it back into the box", path: "/teach?text=" + URLPath.encode(kept))) }
    if doing.isEmpty { doing = [Doing(words: "Go to the first page", path: "/")] }
    self.problem = Shown(
      title: problem.title, happened: problem.detail + " " + problem.hint,
      kept: problem.kept == nil ? nil : "What you wrote is here; nothing of it is lost:", text: problem.kept, doing: doing)
  }
}
