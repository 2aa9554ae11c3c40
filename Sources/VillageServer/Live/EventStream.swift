import AsyncAlgorithms
import Foundation
import HTTPTypes
import Hummingbird
import Lessons
import NIOCore
import ServiceLifecycle
import VillageService

/// What happens, as it happens: one server-sent event an act (WHATWG HTML, section 9.2), and how much waits for the member.
enum EventStream {
  private enum Item: Sendable {
    case event(VillageEvent)
    case heartbeat
  }

  /// As many events as a slow reader may be behind; then the stream ends, and the browser resumes with `Last-Event-ID`.
  private static let bufferedMax = 256

  static func addRoutes(to routes: Routes) {
    routes.get("/events") { exchange in
      let after = try lastSeen(exchange)
      let member = exchange.caller.member
      guard member != nil else { throw Problem.signInFirst }
      return Response(
        status: .ok,
        headers: [.contentType: "text/event-stream", .cacheControl: "no-cache", HTTPField.Name("X-Accel-Buffering")!: "no"],
        body: .init { writer in
          guard exchange.site.streams.open(exchange.caller.key) else { throw Problem.tooManyStreams }
          defer { exchange.site.streams.close(exchange.caller.key) }
          do {
            try await exchange.request.body.consumeWithCancellationOnInboundClose { _ in
              try await send(exchange, after: after, to: &writer)
            }
          } catch is CancellationError {
            // The reader went away.
          }
          try await writer.finish(nil)
        })
    }
  }

  private static func lastSeen(_ exchange: Exchange) throws(Problem) -> Int? {
    if let header = exchange.request.headers[HTTPField.Name("Last-Event-ID")!] {
      guard let sequence = Int(header), sequence >= 0 else { throw .invalid("Last-Event-ID", "is no entry's number") }
      return sequence
    }
    return try exchange.query().number("after", in: 0...Int.max)
  }
}
