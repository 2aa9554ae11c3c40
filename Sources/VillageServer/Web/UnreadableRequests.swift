import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Says what is wrong with a request that breaks HTTP itself, so that no route ever sees it.
///
/// The server library answers such a request with an empty 400 and closes. Only that answer is given words here: answers
/// to what the same client asked before may still be on their way, and they must keep their order.
final class UnreadableRequests: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let bytesMax: Int
  private var problem: Problem?

  /// - Parameter bytesMax: what an address and its headers may have together.
  init(bytesMax: Int) { self.bytesMax = bytesMax }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    if let error = error as? HTTPParserError { problem = .unreadable(error, bytesMax: bytesMax) }
    context.fireErrorCaught(error)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard let problem, case .head(let empty) = unwrapOutboundIn(data), empty.status == .badRequest,
      empty.headerFields[.contentLength] == "0"
    else { return context.write(data, promise: promise) }
    self.problem = nil
    let document = problem.document(at: nil)
    var head = HTTPResponse(status: problem.status, headerFields: document.headers)
    head.headerFields[.connection] = "close"
    head.headerFields[.contentTypeOptions] = "nosniff"
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(document.body)), promise: promise)
  }
}

extension Problem {
  fileprivate static func unreadable(_ error: HTTPParserError, bytesMax: Int) -> Problem {
    guard error == .headerOverflow else { return .malformed("It is no HTTP request.") }
    return Problem(
      .badRequest, "address-too-long", "That address is too long",
      "The address and the headers of the request have more than \(bytesMax / 1024) KiB; nothing was changed.",
      hint: "Send long text in the body of the request.")
  }
}
