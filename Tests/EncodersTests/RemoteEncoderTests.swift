import Encoders
import Foundation
import Synchronization
import Testing

struct RemoteEncoderTests {
  private func ask(
    _ status: String, _ body: String, texts: [String] = ["a", "b"], key: String? = nil
  ) throws -> (vectors: [[Float]?], log: [String], request: String) {
    let server = try OneAnswerServer("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
    let log = Log()
    let address = try #require(URL(string: "http://127.0.0.1:\(server.port)/v1/embeddings"))
    let encoder = RemoteEncoder(address: address, model: "m", dimensions: 2, key: key) { line in log.lines.withLock { $0.append(line) } }
    return (encoder.vectors(of: texts), log.lines.withLock { $0 }, server.request)
  }

  private final class Log: Sendable { let lines = Mutex<[String]>([]) }

  @Test func `it asks as OpenAI's interface has it, and gives vectors of unit length in the order of the texts`() throws {
    let answer = try ask("200 OK", #"{"data":[{"index":1,"embedding":[0,2]},{"index":0,"embedding":[3,4]}]}"#, key: "k-1")
    #expect(answer.vectors == [[0.6, 0.8], [0, 1]])
    #expect(answer.log == [])
    #expect(answer.request.hasPrefix("POST /v1/embeddings"))
    #expect(answer.request.contains("Bearer k-1"))
    #expect(answer.request.contains(#""input":["a","b"]"#) && answer.request.contains(#""model":"m""#))
  }

  @Test(arguments: [
    ("500 Oops", "", "status 500"),
    ("200 OK", "no json", "holds no embeddings"),
    ("200 OK", #"{"data":[{"index":0,"embedding":[1,2,3]}]}"#, "3 numbers, not 2"),
    ("200 OK", #"{"data":[{"index":0,"embedding":[1,2]}]}"#, "lacks some"),
    ("200 OK", #"{"data":[{"index":0,"embedding":[0,0]},{"index":1,"embedding":[0,1]}]}"#, "all zero"),
  ])
  func `what fails gives no vector and is logged without the texts`(status: String, body: String, reason: String) throws {
    let answer = try ask(status, body, texts: ["secret", "words"], key: "k-1")
    #expect(answer.vectors == [nil, nil])
    #expect(answer.log.count == 1)
    #expect(answer.log[0].contains(reason), "\(answer.log)")
    #expect(!answer.log[0].contains("secret") && !answer.log[0].contains("k-1"))
  }

  @Test func `a server that is not there gives no vector`() throws {
    let log = Log()
    let address = try #require(URL(string: "http://127.0.0.1:9/v1/embeddings"))
    let encoder = RemoteEncoder(address: address, model: "m", dimensions: 2) { line in log.lines.withLock { $0.append(line) } }
    #expect(encoder.vector(of: "a") == nil)
    #expect(log.lines.withLock { $0.count } == 1)
  }
}
