import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Lessons
import NIOCore

/// One request, who sent it, and the server that answers it: what every route is given.
struct Exchange: Sendable {
  let request: Request
  let context: VillageContext
  let site: Site

  var caller: Caller { context.caller }

  /// The member who calls.
  ///
  /// - Throws: a problem that asks to sign in.
  func member() throws(Problem) -> ID<Member> {
    guard let member = caller.member else { throw .signInFirst }
    return member
  }

  /// A part of the path, as it was before it was written into an address.
  func parameter(_ name: String) throws(Problem) -> String {
    guard let raw = context.parameters.get(name), let text = raw.removingPercentEncoding, !text.isEmpty else { throw .notFound }
    guard !text.unicodeScalars.contains(where: \.isForbiddenInText) else { throw .notFound }
    return text
  }

  func id<Of>(_ name: String, of kind: Of.Type = Of.self) throws(Problem) -> ID<Of> { ID(try parameter(name)) }

  /// What follows the question mark; each name once.
  func query() throws(Problem) -> Form {
    guard let raw = request.uri.query else { return Form() }
    let form = try Form(urlEncoded: raw.utf8)
    var seen: Set<String> = []
    for (name, _) in form.fields where !seen.insert(name).inserted { throw .invalid(name, "is given more than once") }
    return form
  }

  /// Whether a script of ours asks for a piece of a page.
  var wantsFragment: Bool { request.headers[.fragment] == "1" }

  var isAPI: Bool { Self.isAPI(request.uri.path) }

  static func isAPI(_ path: String) -> Bool {
    path.hasPrefix("/api/") || path == "/healthz" || path == "/readyz" || path == "/openapi.yaml"
  }

  /// Whether the caller's copy with this tag is still good.
  func isFresh(_ tag: String) -> Bool {
    guard let header = request.headers[.ifNoneMatch] else { return false }
    return header == "*"
      || header.split(separator: ",").contains { given in
        let given = given.drop(while: { $0 == " " })
        return given == tag || given == "W/" + tag
      }
  }

  /// The whole body, if it is no longer than allowed.
  func body(upTo bytesMax: Int? = nil) async throws -> [UInt8] {
    let limit = bytesMax ?? site.configuration.bodyBytesMax
    if let announced = request.headers[.contentLength].flatMap(Int.init), announced > limit { throw Problem.tooLarge(bytesMax: limit) }
    do {
      let buffer = try await request.body.collect(upTo: limit)
      return Array(buffer.readableBytesView)
    } catch is NIOTooManyBytesError {
      throw Problem.tooLarge(bytesMax: limit)
    } catch is CancellationError {
      throw Problem.closing
    } catch {
      throw Problem.malformed("The request ended before its body did.")
    }
  }

  /// The media type of the body in lower case, without its parameters.
  var bodyType: String {
    guard let header = request.headers[.contentType] else { return "" }
    return (header.split(separator: ";").first ?? "").trimming(while: \.isWhitespace).lowercased()
  }
}

extension Substring {
  func trimming(while isBlank: (Character) -> Bool) -> Substring {
    var rest = drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
