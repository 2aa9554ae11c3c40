import AsyncHTTPClient
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Lessons
import NIOCore
import NIOHTTP1
import Testing
@testable import VillageServer
import VillageService

@Suite struct LiveTests {
  /// The lines of a live stream, as a browser reads them.
  private static func read(
    _ port: Int, _ path: String, token: String, until wanted: @escaping @Sendable (String) -> Bool,
    _ meanwhile: @Sendable () async throws -> Void
  ) async throws -> String {
    var request = HTTPClientRequest(url: "http://localhost:\(port)\(path)")
    request.headers.add(name: "Authorization", value: "Bearer \(token)")
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    #expect(response.headers.first(name: "Content-Type") == "text/event-stream")
    var text = ""
    var hasBegun = false
    for try await chunk in response.body {
      text += String(buffer: chunk)
      if !hasBegun {
        hasBegun = true
        try await meanwhile()
      }
      if wanted(text) { break }
    }
    return text
  }

  @Test func `an act of one is seen by the other at once, and counted for who it asks`() async throws {
    let village = try await TestVillage.open()
    let ana = try await village.people.issueAPIToken(for: "ana", label: "test", now: village.now.date).token
    let daniel = try await village.people.issueAPIToken(for: "daniel", label: "test", now: village.now.date).token
    try await village.server().application().test(.live) { client in
      let port = try #require(client.port)
      let text = try await Self.read(port, "/events", token: ana, until: { $0.contains("event: badge") }) {
        let newcomer = Visitor(client, token: daniel)
        let taught = try await newcomer.json(.post, "/api/v1/lessons", #"{"text": "A banana is a fruit."}"#)
        #expect(taught.status == .created)
      }
      #expect(text.contains("event: act\nid: 4\ndata: {\"about\":["))
      #expect(text.contains("\"by\":\"daniel\"") && text.contains("\"kind\":\"lesson\""))
      #expect(text.contains("\"count\":1"))
    }
  }

  @Test func `who was away is told what they missed`() async throws {
    let village = try await TestVillage.open()
    let ana = try await village.people.issueAPIToken(for: "ana", label: "test", now: village.now.date).token
    _ = try await village.service.teach("A banana is a fruit.", by: "bruno")
    try await village.server().application().test(.live) { client in
      let port = try #require(client.port)
      let text = try await Self.read(port, "/events?after=3", token: ana, until: { $0.contains("id: 4") }) {}
      #expect(text.contains("\"by\":\"bruno\""))
    }
  }

  @Test func `no one has streams without end`() {
    let limit = StreamLimit(perCaller: 2, inAll: 3)
    var places = [limit.enter("a"), limit.enter("a")]
    #expect(limit.enter("a") == nil)
    places.append(limit.enter("b"))
    #expect(limit.enter("c") == nil)
    places.removeFirst()
    #expect(limit.enter("c") != nil)
    #expect(places.count == 2)
  }
}
