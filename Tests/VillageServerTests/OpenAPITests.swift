import Foundation
import Testing

@testable import VillageServer

@Suite struct OpenAPITests {
  @Test func `every door is described, and nothing that is not there`() async throws {
    let village = try await TestVillage.open()
    let site = Site(
      service: village.service, configuration: ServerConfiguration(), templates: try Templates.bundled(), assets: try Assets.bundled(),
      clock: { Date(timeIntervalSince1970: 0) })
    let served = Set(
      Routes.all(of: site).described.filter { Exchange.isAPI($0.path) && $0.path != "/openapi.yaml" }.map { "\($0.method) \($0.path)" })
    #expect(served == (try Self.described()))
  }

  /// The methods and paths of the document, read by its indentation: paths by two blanks, methods by four.
  private static func described() throws -> Set<String> {
    let url = Templates.resources.appending(path: "openapi.yaml")
    var described: Set<String> = []
    var path = ""
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("components:") { break }
      if line.hasPrefix("  /") { path = String(line.dropFirst(2).prefix { $0 != ":" }) }
      for method in ["get", "put", "post", "patch", "delete"] where line == "    \(method):" {
        described.insert("\(method.uppercased()) \(path)")
      }
    }
    return described
  }
}
