import Community
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Lessons
import Logging
import NIOCore
import Synchronization
import VillageService
import VillageTesting

@testable import VillageServer

/// A small village in memory, with a founder, a teacher and a newcomer who all sign in with the password “open sesame 1”.
struct TestVillage: Sendable {
  static let password = "open sesame 1"

  let service: VillageService
  let people: PrivateStore
  let now = TestClock()

  static func open() async throws -> TestVillage { try await TestVillage() }

  private init() async throws {
    people = try PrivateStore(
      path: TestFiles.newFolder().appending(path: "people.sqlite").path,
      passwordCost: PasswordCost(logRounds: 4, blockSize: 8, parallelism: 1))
    let now = now
    service = try await VillageService.open(ledger: MemoryLedger(), people: people, clock: { now.date })
    for (id, name) in [("ana", "Ana Sousa"), ("bruno", "Bruno Reis"), ("daniel", "Daniel Okafor")] {
      _ = try await people.createAccount(NewAccount(member: id, name: name, login: id, password: Self.password), now: now.date)
    }
    _ = try await service.record(.founded(name: "Sugar & Salt"), by: "ana")
    _ = try await service.record(.joined(role: .teacher, group: "nurses", invitedBy: "ana"), by: "bruno")
    _ = try await service.record(.joined(role: .newcomer, group: nil, invitedBy: "ana"), by: "daniel")
  }

  func server(_ change: (inout ServerConfiguration) -> Void = { _ in }) throws -> VillageServer {
    var configuration = ServerConfiguration()
    configuration.port = 0
    configuration.timeZone = .gmt
    change(&configuration)
    let now = now
    return try VillageServer(
      service, configuration, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: { now.date })
  }

  /// Runs a test against the routes, without a socket.
  func serve(
    _ change: (inout ServerConfiguration) -> Void = { _ in }, _ test: @Sendable @escaping (Visitor) async throws -> Void
  ) async throws {
    try await server(change).application().test(.router) { client in try await test(Visitor(client)) }
  }
}

/// A clock that tests set.
final class TestClock: Sendable {
  private let time = Mutex(Date(timeIntervalSince1970: 1_772_600_000))

  var date: Date { time.withLock { $0 } }

  func advance(by seconds: TimeInterval) { time.withLock { $0 += seconds } }
}

/// A browser or a program: keeps its cookies, knows its forms' secret.
final class Visitor: Sendable {
  let client: any TestClientProtocol
  private let cookies = Mutex<[String: String]>([:])
  private let token: String?

  init(_ client: any TestClientProtocol, token: String? = nil) {
    self.client = client
    self.token = token
  }

  /// Someone else, with cookies of their own.
  func other() -> Visitor { Visitor(client) }

  func program(with token: String) -> Visitor { Visitor(client, token: token) }

  func cookie(_ name: String) -> String? { cookies.withLock { $0[name] } }

  @discardableResult
  func send(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8]? = nil
  ) async throws -> TestResponse {
    var headers = headers
    let jar = cookies.withLock { $0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
    if !jar.isEmpty { headers[.cookie] = jar }
    if let token { headers[.authorization] = "Bearer \(token)" }
    let response = try await client.executeRequest(uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
    for set in response.headers[values: .setCookie] {
      let pair = set.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
      cookies.withLock { $0[String(pair[0])] = pair.count > 1 && !set.contains("Max-Age=0") ? String(pair[1]) : nil }
    }
    return response
  }

  func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse { try await send(.get, path, headers: headers) }

  /// Sends a form as the pages do, with the secret that they carry.
  @discardableResult
  func submit(_ path: String, _ fields: [String: String], headers: HTTPFields = [:]) async throws -> TestResponse {
    var fields = fields
    if fields["csrf"] == nil { fields["csrf"] = try await csrf() }
    let body = fields.map { "\(URLPath.encode($0.key))=\(URLPath.encode($0.value))" }.sorted().joined(separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(.post, path, headers: headers, body: Array(body.utf8))
  }

  @discardableResult
  func json(
    _ method: HTTPRequest.Method, _ path: String, _ body: String, headers: HTTPFields = [:]
  ) async throws -> TestResponse {
    var headers = headers
    headers[.contentType] = "application/json"
    return try await send(method, path, headers: headers, body: Array(body.utf8))
  }

  func csrf() async throws -> String {
    // A page first, so that the browser has the cookie that the secret belongs to.
    if cookies.withLock({ $0.isEmpty }) { try await send(.get, "/talk") }
    return try await get("/api/v1/session").object["csrf"] as? String ?? ""
  }

  @discardableResult
  func signIn(_ login: String) async throws -> TestResponse {
    try await submit("/sign-in", ["login": login, "password": TestVillage.password])
  }
}

extension TestResponse {
  var text: String { String(buffer: body) }

  /// The body as a JSON object; empty where it is none.
  var object: [String: Any] {
    (try? JSONSerialization.jsonObject(with: Data(body.readableBytesView))) as? [String: Any] ?? [:]
  }

  func list(_ key: String) -> [[String: Any]] { object[key] as? [[String: Any]] ?? [] }

  /// The name of the problem that the body tells of.
  var problem: String? { (object["type"] as? String)?.split(separator: ":").last.map(String.init) }
}

extension HTTPField.Name {
  static let testFragment = HTTPField.Name("X-Fragment")!
}
