import Foundation

extension Exchange {
  /// The body as JSON.
  ///
  /// - Throws: 413 too long, 415 no JSON, 400 not readable as JSON (and where), 422 readable but not what is asked for.
  func json<Value: Decodable>(_ type: Value.Type = Value.self) async throws -> Value {
    guard bodyType == "application/json" || bodyType == "application/merge-patch+json" else {
      throw Problem.wrongType(allowed: ["application/json"])
    }
    return try JSONBody.read(type, try await body())
  }

  /// The body as JSON where there is one.
  func jsonIfAny<Value: Decodable>(_ type: Value.Type = Value.self) async throws -> Value? {
    let bytes = try await body()
    guard !bytes.isEmpty else { return nil }
    guard bodyType == "application/json" else { throw Problem.wrongType(allowed: ["application/json"]) }
    return try JSONBody.read(type, bytes)
  }
}

enum JSONBody {
  static let depthMax = 32
  /// The largest whole number that every reader of JSON holds exactly (RFC 8259, section 6).
  static let integerMax = 9_007_199_254_740_991

  static func read<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws(Problem) -> Value {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
    guard isShallow(bytes) else { throw .malformed("The JSON is nested more than \(depthMax) deep.") }
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let problem as Problem {
      throw problem
    } catch let error as DecodingError {
      throw problem(of: error)
    } catch {
      throw .malformed("The body is no JSON.")
    }
  }

  /// Counted before decoding, because a decoder that recurses has no stack for a million brackets.
  private static func isShallow(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    var isString = false
    var isEscaped = false
    for byte in bytes {
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > depthMax { return false }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return true
  }

  private static func problem(of error: DecodingError) -> Problem {
    switch error {
    case .keyNotFound(let key, let context): .missing(path(context.codingPath + [key]))
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      .invalid(path(context.codingPath), "is not of the right kind")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      .malformed("The body is no JSON: " + (context.underlyingError.map { Self.place(in: "\($0)") } ?? "it ends too early or too late."))
    case .dataCorrupted(let context): .invalid(path(context.codingPath), "has a value that is not known here")
    @unknown default: .malformed("The body is no JSON of the right form.")
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.isEmpty ? "the body" : keys.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
  }

  /// Foundation says “… around line 1, column 3.” among other things; only the place is for people.
  private static func place(in description: String) -> String {
    guard let start = description.range(of: "around line ")?.lowerBound else { return "it cannot be read." }
    return "it cannot be read " + description[start...].prefix(while: { $0 != "." && $0 != "\"" && $0 != ")" }) + "."
  }
}

/// Text in a JSON body, checked as it is read.
struct Text: Decodable, Sendable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let field = decoder.codingPath.last?.stringValue ?? "text"
    let checked = try CheckedText.check(try container.decode(String.self), field)
    guard let trimmed = CheckedText.trimmed(checked) else { throw Problem.missing(field) }
    text = trimmed
  }
}
