import Crypto
import Dispatch
public import Foundation
import Synchronization
import Understanding

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A sentence encoder behind an address: any server that answers as OpenAI's `/v1/embeddings` does.
///
/// It waits for the answer, so call it off the threads that others wait for. What fails is told to `log` and gives no
/// vector; the assistant then understands without it.
///
/// Source: platform.openai.com/docs/api-reference/embeddings.
public struct RemoteEncoder: BatchEncoder {
  public let identity: String
  public let dimensions: Int

  private let address: URL
  private let model: String
  private let key: String?
  private let timeout: Duration
  private let log: @Sendable (String) -> Void

  /// - Parameters:
  ///   - address: of the endpoint itself, e.g. `http://localhost:8080/v1/embeddings`.
  ///   - model: what the server calls it.
  ///   - dimensions: how many numbers its vectors have; others are refused.
  ///   - key: sent as a bearer token; read it from the environment, never from a file of the village.
  ///   - timeout: for one request.
  ///   - log: is told why there is no vector, in words that hold neither the text nor the key.
  public init(
    address: URL, model: String, dimensions: Int, key: String? = nil, timeout: Duration = .seconds(5),
    log: @escaping @Sendable (String) -> Void
  ) {
    precondition(dimensions > 0, "a vector has dimensions")
    self.address = address
    self.model = model
    self.dimensions = dimensions
    self.key = key
    self.timeout = timeout
    self.log = log
    identity = SHA256.hash(data: Data("\(address.absoluteString)\n\(model)\n\(dimensions)".utf8)).hexadecimal
  }

  public func vector(of text: String) -> [Float]? { vectors(of: [text])[0] }

  /// Texts sent in one request.
  private static let textsTogetherMax = 64

  public func vectors(of texts: [String]) -> [[Float]?] {
    stride(from: 0, to: texts.count, by: Self.textsTogetherMax).flatMap { start in
      answers(Array(texts[start..<min(start + Self.textsTogetherMax, texts.count)]))
    }
  }

  private func answers(_ texts: [String]) -> [[Float]?] {
    do {
      return try ask(texts)
    } catch {
      log(error.reason)
      return [[Float]?](repeating: nil, count: texts.count)
    }
  }

  private struct Failure: Error { let reason: String }

  private struct Question: Encodable {
    let model: String
    let input: [String]
  }

  private struct Answer: Decodable {
    struct Embedding: Decodable {
      let index: Int
      let embedding: [Float]
    }
    let data: [Embedding]
  }

  private func ask(_ texts: [String]) throws(Failure) -> [[Float]?] {
    var request = URLRequest(url: address, timeoutInterval: timeout / .seconds(1))
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
    request.httpBody = try? JSONEncoder().encode(Question(model: model, input: texts))
    let body = try send(request)
    guard let answer = try? JSONDecoder().decode(Answer.self, from: body) else {
      throw Failure(reason: "the encoder's answer holds no embeddings")
    }
    var vectors = [[Float]?](repeating: nil, count: texts.count)
    for item in answer.data where vectors.indices.contains(item.index) {
      guard item.embedding.count == dimensions else {
        throw Failure(reason: "the encoder's vectors have \(item.embedding.count) numbers, not \(dimensions)")
      }
      var vector = item.embedding
      vector.normalize()
      guard vector.contains(where: { $0 != 0 }) else { throw Failure(reason: "the encoder's vector is all zero") }
      vectors[item.index] = vector
    }
    guard vectors.allSatisfy({ $0 != nil }) else { throw Failure(reason: "the encoder's answer lacks some of the texts") }
    return vectors
  }

  private func send(_ request: URLRequest) throws(Failure) -> Data {
    let outcome = Outcome()
    let answered = DispatchSemaphore(value: 0)
    let task = URLSession.shared.dataTask(with: request) { body, response, error in
      let status = (response as? HTTPURLResponse)?.statusCode
      outcome.result.withLock { result in
        switch (body, status) {
        case (let body?, 200?): result = .success(body)
        case (_, let status?): result = .failure(Failure(reason: "the encoder answers with status \(status)"))
        default: result = .failure(Failure(reason: "the encoder does not answer: \((error as? URLError)?.code.rawValue ?? 0)"))
        }
      }
      answered.signal()
    }
    task.resume()
    // The request's own time limit counts silence only; this one counts all.
    if answered.wait(timeout: .now() + (timeout / .seconds(1))) == .timedOut { task.cancel() }
    return try outcome.result.withLock { $0 }.get()
  }

  private final class Outcome: Sendable {
    let result = Mutex<Result<Data, Failure>>(.failure(Failure(reason: "the encoder does not answer in time")))
  }
}
