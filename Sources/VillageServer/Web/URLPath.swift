import Foundation
import Lessons

/// Addresses of our own pages.
enum URLPath {
  /// Text as it may stand in a part of a path or behind “=”.
  static func encode(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  static func lesson(_ id: ID<Lesson>) -> String { "/lessons/" + encode(id.rawValue) }
  static func person(_ id: ID<Member>) -> String { "/people/" + encode(id.rawValue) }
  static func disagreement(_ id: ID<Disagreement>) -> String { "/disagreements/" + encode(id.rawValue) }
  static func concept(_ concept: Concept) -> String { "/knowledge/" + slug(concept) }
  static func release(_ name: String) -> String { "/releases/" + encode(name) }
  static func group(_ name: String) -> String { "/groups/" + encode(name) }
  static func ballot(_ id: ID<Ballot>) -> String { "/ballots/" + encode(id.rawValue) }
  static func act(_ sequence: Int) -> String { "/acts/\(sequence)" }
  static func undo(_ sequence: Int) -> String { "/acts/\(sequence)/undo" }
  static func teach(_ text: String) -> String { "/teach?text=" + encode(text) }

  /// A concept's name in an address: blanks become hyphens where the name has none, so that the way back is sure.
  static func slug(_ concept: Concept) -> String {
    let name = concept.key
    return name.contains("-") || !name.contains(" ") ? encode(name) : encode(name.replacing(" ", with: "-"))
  }

  /// The names that a part of a path may stand for: itself, and itself with its hyphens as blanks.
  static func concepts(slug: String) -> [Concept] {
    let names = [slug, slug.replacing("-", with: " ")]
    return names.compactMap { try? Concept(parsing: $0) }
  }

  /// Whether an address given from outside is one of ours, and so safe to send a browser to.
  static func isLocal(_ path: String) -> Bool {
    path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\") && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
