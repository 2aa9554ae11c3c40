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
    routes.get("/events", for: .members) { exchange in
      let after = try lastSeen(exchange)
      let member = try exchange.member()
      let headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-cache"]
      if exchange.request.method == .head { return Response(status: .ok, headers: headers) }
      guard let place = exchange.site.streams.enter(exchange.caller.key) else { throw Problem.tooManyStreams }
      return Response(
        status: .ok, headers: headers,
        body: .init { writer in
          do {
            try await exchange.request.body.consumeWithCancellationOnInboundClose { _ in
              try await send(to: member, after: after, exchange.site, &writer)
            }
          } catch is CancellationError {
            // The reader went away.
          }
          try await writer.finish(nil)
          _ = place
        })
    }
  }

  private static func lastSeen(_ exchange: Exchange) throws(Problem) -> Int? {
    guard let header = exchange.request.headers[.lastEventID] else { return try exchange.query().number("after", in: 0...Int.max) }
    guard let sequence = Int(header), sequence >= 0 else { throw .invalid("Last-Event-ID", "is no entry's number") }
    return sequence
  }

  private static func send(to member: ID<Member>, after: Int?, _ site: Site, _ writer: inout any ResponseBodyWriter) async throws {
    let events = try await site.service.events(after: after)
    let (items, feed) = AsyncStream.makeStream(of: Item.self, bufferingPolicy: .bufferingOldest(bufferedMax))
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      group.addTask {
        for await event in events {
          if case .dropped = feed.yield(.event(event)) { break }
        }
        feed.finish()
      }
      group.addTask {
        while true {
          try await Task.sleep(for: site.configuration.streamHeartbeat)
          feed.yield(.heartbeat)
        }
      }
      var waiting = await count(for: member, site)
      try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
      for await item in items.cancelOnGracefulShutdown() {
        switch item {
        case .heartbeat: try await writer.write(ByteBuffer(string: ": here\n\n"))
        case .event(let event):
          try await writer.write(ByteBuffer(string: try ActEvent(event).text))
          let now = await count(for: member, site)
          if now != waiting { try await writer.write(ByteBuffer(string: try BadgeEvent(count: now).text)) }
          waiting = now
        }
      }
    }
  }

  private static func count(for member: ID<Member>, _ site: Site) async -> Int {
    let now = site.clock()
    return await site.service.look { $0.tasks(for: member, now: now).count }
  }
}

extension HTTPField.Name {
  // Proof: a token as RFC 9110, section 5.1 has it, so the initialiser gives a name.
  static let lastEventID = HTTPField.Name("Last-Event-ID")!
}

/// An act as the stream tells it.
struct ActEvent: Encodable {
  let sequence: Int
  let kind: String
  let by: String?
  let about: [String]

  init(_ event: VillageEvent) {
    sequence = event.sequence
    kind = event.kind.rawValue
    by = event.by?.rawValue
    about = Set(event.about.map(\.path)).sorted()
  }

  var text: String {
    get throws {
      let data = String(decoding: try JSONAnswer.encode(self), as: UTF8.self)
      return "event: act\n" + (sequence > 0 ? "id: \(sequence)\n" : "") + "data: \(data)\n\n"
    }
  }
}

/// How many things wait for the member; 0 hides the badge.
struct BadgeEvent: Encodable {
  var path = "/questions"
  let count: Int
  let words: String

  init(count: Int) {
    self.count = count
    words = Badge(count)?.words ?? ""
  }

  var text: String {
    get throws { "event: badge\ndata: \(String(decoding: try JSONAnswer.encode(self), as: UTF8.self))\n\n" }
  }
}

extension VillageEvent.Place {
  var path: String {
    switch self {
    case .lesson(let id): URLPath.lesson(id)
    case .concept(let concept): URLPath.concept(concept)
    case .disagreement(let id): URLPath.disagreement(id)
    case .hands: "/questions"
    case .people: "/people"
    case .releases: "/releases"
    }
  }
}
