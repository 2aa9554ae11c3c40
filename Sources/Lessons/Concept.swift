import Foundation

/// Something that people here have a name for: a food, a kind, a property, an audience, a question.
///
/// Two concepts are the same when their `key`s are: a label is an identity that two teachers who never met
/// agree on, so lessons taught at the same moment need no coordination to speak of the same thing. Other names
/// (`skos:altLabel`) are lessons of their own and are resolved when the mind is asked, never by rewriting.
public struct Concept: Sendable, Comparable {
  /// `skos:prefLabel` as its teacher wrote it: singular, single spaces, NFC.
  public let label: String
  /// The label folded to lower case: what makes two concepts one.
  public let key: String

  public static let labelLengthMax = 200  // characters

  /// For labels known to be well formed; text from outside goes through `init(parsing:)`.
  public init(_ label: String) {
    self.label = label
    let folded = label.lowercased()
    self.key = folded == label ? label : folded
  }

  public init(parsing raw: String) throws(LabelError) {
    let label = raw.split(whereSeparator: \.isWhitespace).joined(separator: " ").precomposedStringWithCanonicalMapping
    guard !label.isEmpty else { throw .blank }
    guard label.count <= Self.labelLengthMax else { throw .tooLong(length: label.count) }
    guard !label.unicodeScalars.contains(where: \.isForbiddenInText) else { throw .unprintable }
    self.init(label)
  }

  public static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}

extension Concept: Hashable {
  public static func == (left: Self, right: Self) -> Bool { left.key == right.key }
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension Concept: ExpressibleByStringLiteral, CustomStringConvertible {
  public init(stringLiteral value: String) { self.init(value) }
  public var description: String { label }
}

extension Concept: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(label)
  }
}

/// The properties that the machine itself understands. All others are taught.
extension Concept {
  /// Kind and quality alike: a banana *is a* fruit, a lentil *is* low-GI.
  public static let isA = Concept("is a")
  /// A banana *contains* potassium.
  public static let contains = Concept("contains")
}

/// Why a text cannot name a concept.
public enum LabelError: Error, Equatable {
  case blank
  case tooLong(length: Int)
  case unprintable
}

extension LabelError: UserReadable {
  public var message: String {
    switch self {
    case .blank: "A name needs at least one letter."
    case .tooLong(let length): "That name has \(length) characters; a name has at most \(Concept.labelLengthMax)."
    case .unprintable: "That name has characters that cannot be shown."
    }
  }

  public var hint: String { "Write the name as people say it, for example “white rice”." }
}

extension Unicode.Scalar {
  /// Control characters and the marks that reorder text: a name or sentence that has them can deceive its reader.
  public var isForbiddenInText: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
