import NIOHTTP1
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOFoundationCompat

/// A village that a server keeps, spoken with through its JSON API.
struct RemoteVillage {
  let address: String
  let token: String?

  static let bytesMax = 8 << 20

  init(address: String, token: String?) throws {
    guard let url = URL(string: address), url.scheme == "http" || url.scheme == "https", url.host != nil else {
      throw Complaint("“\(address)” is no address of a village.", hint: "Write it as http://localhost:8080.")
    }
    self.address = address.hasSuffix("/") ? String(address.dropLast()) : address
    self.token = token
  }

  struct Answered: Decodable {
    let conversation: String
    let answer: Answer
  }

  struct Answer: Decodable {
    struct Reason: Decodable {
      struct Person: Decodable { let name: String }
      let text: String
      let author: Person?
      let source: String?
      let reasons: [Reason]
    }
    struct Option: Decodable { let label: String }
    struct Advice: Decodable {
      let text: String
      let reason: Reason
    }

    let text: String
    let because: [Reason]
    let others: [Reason]
    let advice: [Advice]
    let options: [Option]
    let further: [Answer]
  }

  private struct Taught: Decodable {
    struct Result: Decodable {
      struct Reading: Decodable { let paraphrase: String }
      struct Repair: Decodable {
        let reason: String?
        let suggestions: [String]?
      }
      let text: String
      let outcome: String
      let said: String?
      let waiting: Bool?
      let readings: [Reading]?
      let repair: Repair?
    }
    let results: [Result]
  }

  private struct Problem: Decodable {
    let title: String
    let detail: String?
    let hint: String?
  }

  func ask(
    _ question: String, why: Bool, mine: Bool, group: String?, audience: String?, region: String?, asOf: String?, release: String?,
    json: Bool
  ) async throws {
    var body = ["text": question, "view": group.map { "group:" + $0 } ?? (mine ? "mine" : "village")]
    body["for"] = audience
    body["in"] = region
    body["asOf"] = asOf
    body["release"] = release
    let bytes = try await post("questions", body)
    if json { return print(String(decoding: bytes, as: UTF8.self)) }
    show(try JSONDecoder().decode(Answered.self, from: bytes).answer, why: why)
  }

  func chat(why: Bool, json: Bool) async throws {
    print("Ask in your own words. An empty line ends the conversation.")
    var conversation: String?
    while let line = prompt(), !line.isEmpty {
      var body = ["text": line]
      body["conversation"] = conversation
      let bytes = try await post("questions", body)
      let answered = try JSONDecoder().decode(Answered.self, from: bytes)
      conversation = answered.conversation
      if json { print(String(decoding: bytes, as: UTF8.self)) } else { show(answered.answer, why: why) }
    }
  }

  func teach(_ text: String, yes: Bool, json: Bool) async throws {
    let bytes = try await post("lessons", ["text": text])
    if json && !yes { return print(String(decoding: bytes, as: UTF8.self)) }
    for result in try JSONDecoder().decode(Taught.self, from: bytes).results {
      if yes, let reading = result.readings?.first, result.outcome == "confirm" || result.outcome == "choose" {
        let bytes = try await post("lessons", ["text": result.text, "reading": reading.paraphrase])
        for result in try JSONDecoder().decode(Taught.self, from: bytes).results { show(result) }
      } else {
        show(result)
      }
    }
  }

  private func show(_ result: Taught.Result) {
    switch result.outcome {
    case "recorded": print("I understood: \(result.said ?? result.text)\(result.waiting == true ? " It waits for review." : "")")
    case "confirm", "choose":
      print("“\(result.text)” — do you mean:")
      for reading in result.readings ?? [] { print("  · \(reading.paraphrase)") }
      print("  Not recorded. Say --yes to confirm the first.")
    case "noted":
      print("I kept “\(result.text)” as a note. \(result.repair?.reason ?? "")")
      for suggestion in result.repair?.suggestions ?? [] { print("  Did you mean: \(suggestion)") }
    default: print("“\(result.text)” is a question or a greeting; nothing to record.")
    }
  }

  private func show(_ answer: Answer, why: Bool) {
    print(answer.text)
    for advice in answer.advice { print(advice.text) }
    for option in answer.options { print("  · \(option.label)") }
    if why {
      for reason in answer.because + answer.advice.map(\.reason) { show(reason, depth: 1) }
      if !answer.others.isEmpty { print("  What others hold:") }
      for reason in answer.others { show(reason, depth: 2) }
    }
    for further in answer.further {
      print()
      show(further, why: why)
    }
  }

  private func show(_ reason: Answer.Reason, depth: Int) {
    let sources = [reason.author?.name, reason.source].compactMap { $0 }
    let end = sources.isEmpty ? "" : "  (\(sources.joined(separator: "; ")))"
    print(String(repeating: "  ", count: depth) + "because " + reason.text + end)
    for inner in reason.reasons { show(inner, depth: depth + 1) }
  }

  private func post(_ path: String, _ body: [String: String]) async throws -> Data {
    var request = HTTPClientRequest(url: "\(address)/api/v1/\(path)")
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/json")
    request.headers.add(name: "Idempotency-Key", value: UUID().uuidString)
    if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
    request.body = .bytes(ByteBuffer(data: try JSONEncoder().encode(body)))
    let (status, bytes) = try await exchange(request)
    guard (200..<300).contains(status) else {
      let problem = try? JSONDecoder().decode(Problem.self, from: bytes)
      throw Complaint(
        problem.map { "\($0.title). \($0.detail ?? "")" } ?? "The village answered \(status).",
        hint: problem?.hint ?? (token == nil ? "Teaching needs a token from your account page: --token." : "Try again."))
    }
    return bytes
  }

  /// One request over a client of its own, which gives up at once where nobody listens.
  private func exchange(_ request: HTTPClientRequest) async throws -> (status: UInt, bytes: Data) {
    var configuration = HTTPClient.Configuration(timeout: .init(connect: .seconds(5)))
    configuration.connectionPool.retryConnectionEstablishment = false
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    do {
      let response = try await client.execute(request, timeout: .seconds(30))
      let bytes = Data(buffer: try await response.body.collect(upTo: Self.bytesMax))
      try await client.shutdown()
      return (response.status.code, bytes)
    } catch {
      try? await client.shutdown()
      throw Complaint("There is no village at \(address).", hint: "Check the address, and that the server is running.")
    }
  }
}
