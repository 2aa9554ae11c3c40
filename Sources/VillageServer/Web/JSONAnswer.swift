import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// JSON that is the same for the same value: keys sorted, slashes as they are.
enum JSONAnswer {
  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }
}

extension Exchange {
  func json(_ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) throws -> Response {
    let bytes = try JSONAnswer.encode(value)
    var headers = headers
    headers[.contentType] = "application/json"
    headers[.contentLength] = String(bytes.count)
    return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  func noContent() -> Response { Response(status: .noContent) }

  func notModified(_ tag: String) -> Response { Response(status: .notModified, headers: [.eTag: tag]) }
}
