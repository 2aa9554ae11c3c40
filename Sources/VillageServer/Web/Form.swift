import HummingbirdCore
import HTTPTypes
import Foundation

/// The fields of a form or of the part of an address behind its question mark, checked one by one as they are asked for.
struct Form: Sendable {
  struct File: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  private(set) var fields: [(name: String, value: String)] = []
  private(set) var files: [String: File] = [:]

  static let fieldsMax = 1_000

  init() {}

  init(fields: [(name: String, value: String)], files: [String: File]) {
    self.fields = fields
    self.files = files
  }

  /// Reads `application/x-www-form-urlencoded`, as the URL standard has it.
  ///
  /// - Throws: where it is no UTF-8 or has too many fields.
  init(urlEncoded bytes: some Sequence<UInt8>) throws(Problem) {
    var name: [UInt8] = []
    var value: [UInt8] = []
    var isName = true
    func flush(_ fields: inout [(name: String, value: String)]) throws(Problem) {
      guard !(name.isEmpty && value.isEmpty) else { return }
      guard let key = String(validating: name, as: UTF8.self), let text = String(validating: value, as: UTF8.self) else {
        throw Problem.notUTF8
      }
      fields.append((key, text))
      guard fields.count <= Self.fieldsMax else { throw .malformed("There are more than \(Self.fieldsMax) fields.") }
    }
    var pending: [UInt8] = []
    func put(_ byte: UInt8) { if isName { name.append(byte) } else { value.append(byte) } }
    for byte in bytes {
      if !pending.isEmpty {
        // Within a percent sign and its two digits.
        if pending.count == 1, Self.digit(byte) != nil {
          pending.append(byte)
          continue
        }
        if pending.count == 2, let high = Self.digit(pending[1]), let low = Self.digit(byte) {
          put(high << 4 | low)
          pending = []
          continue
        }
        pending.forEach(put)
        pending = []
      }
      switch byte {
      case UInt8(ascii: "%"): pending = [byte]
      case UInt8(ascii: "+"): put(UInt8(ascii: " "))
      case UInt8(ascii: "="): if isName { isName = false } else { put(byte) }
      case UInt8(ascii: "&"):
        try flush(&fields)
        (name, value, isName) = ([], [], true)
      default: put(byte)
      }
    }
    pending.forEach(put)
    try flush(&fields)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }

  /// The field as it was sent; nil where it was not, or is blank.
  func raw(_ name: String) -> String? {
    guard let value = fields.first(where: { $0.name == name })?.value, CheckedText.trimmed(value) != nil else { return nil }
    return value
  }

  /// A field that may be left out; blanks around it do not count.
  func optional(_ name: String, charactersMax: Int = CheckedText.charactersMax) throws(Problem) -> String? {
    guard let raw = raw(name) else { return nil }
    return CheckedText.trimmed(try CheckedText.check(raw, name, charactersMax: charactersMax))
  }

  func required(_ name: String, charactersMax: Int = CheckedText.charactersMax) throws(Problem) -> String {
    guard let value = try optional(name, charactersMax: charactersMax) else { throw .missing(name) }
    return value
  }

  func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
    guard let text = fields.first(where: { $0.name == name })?.value else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw .invalid(name, "is no whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Whether a box was ticked.
  func isYes(_ name: String) throws(Problem) -> Bool {
    guard let text = fields.first(where: { $0.name == name })?.value else { return false }
    guard text == "yes" else { throw .invalid(name, "is yes or left out") }
    return true
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: Choice.Type = Choice.self) throws(Problem) -> Choice?
  {
    guard let text = fields.first(where: { $0.name == name })?.value else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw .invalid(name, "is none of: " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }
}

extension Exchange {
  /// The form that was sent, once it is sure that one of our pages made it.
  ///
  /// - Throws: where it is too long, no form, not UTF-8, or does not carry the caller's secret.
  func form(upTo bytesMax: Int? = nil) async throws -> Form {
    let bytes: [UInt8]
    let form: Form
    switch bodyType {
    case "application/x-www-form-urlencoded":
      bytes = try await body(upTo: bytesMax)
      form = try Form(urlEncoded: bytes)
    case "multipart/form-data":
      bytes = try await body(upTo: bytesMax)
      form = try Form(multipart: bytes, contentType: request.headers[.contentType] ?? "")
    default:
      throw Problem.wrongType(allowed: ["application/x-www-form-urlencoded", "multipart/form-data"])
    }
    guard let given = form.raw("csrf"), Self.areEqual(given, caller.csrf), !caller.csrf.isEmpty else {
      throw Problem.staleForm(kept: form.raw("text"))
    }
    return form
  }

  /// Compares without telling by its duration how much was right.
  private static func areEqual(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
