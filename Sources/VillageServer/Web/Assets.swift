import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Styles, scripts and images: few and small, so all are kept in memory with the tag by which a browser knows that its copy is fresh.
struct Assets: Sendable {
  struct Asset: Sendable {
    let bytes: ByteBuffer
    let mediaType: String
    let tag: String
  }

  private let byPath: [String: Asset]

  /// The folders of the bundle and where they are served.
  private static let folders = ["Styles": "/styles/", "Scripts": "/scripts/", "Images": "/images/"]
  private static let mediaTypes = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
    "woff2": "font/woff2", "ico": "image/x-icon",
  ]

  static func bundled() throws -> Assets {
    var byPath: [String: Asset] = [:]
    let resources = Templates.resources
    for (folder, prefix) in folders {
      let folder = resources.appending(path: folder)
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
        guard let mediaType = mediaTypes[String(name.split(separator: ".").last ?? "")] else { continue }
        byPath[prefix + name] = try Asset(folder.appending(path: name), mediaType)
      }
    }
    byPath["/openapi.yaml"] = try Asset(resources.appending(path: "openapi.yaml"), "application/yaml")
    return Assets(byPath: byPath)
  }

  func answer(_ exchange: Exchange) throws -> Response {
    guard let asset = byPath[exchange.request.uri.path] else { throw Problem.notFound }
    var headers: HTTPFields = [.contentType: asset.mediaType, .eTag: asset.tag, .cacheControl: "no-cache"]
    if exchange.isFresh(asset.tag) { return Response(status: .notModified, headers: headers) }
    headers[.contentLength] = String(asset.bytes.readableBytes)
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.bytes))
  }

  func addRoutes(to routes: Routes) {
    for path in ["/styles/{name}", "/scripts/{name}", "/images/{name}", "/openapi.yaml"] {
      routes.get(path) { exchange in try answer(exchange) }
    }
  }
}

extension Assets.Asset {
  init(_ file: URL, _ mediaType: String) throws {
    let data = try Data(contentsOf: file)
    bytes = ByteBuffer(bytes: data)
    self.mediaType = mediaType
    tag = "\"\(SHA256.hash(data: data).prefix(12).map { String(format: "%02x", $0) }.joined())\""
  }
}
