/// A researcher's identifier, as it stands in what somebody wrote about themselves.
///
/// Source: ISO/IEC 7064:2003, MOD 11-2, for the last character.
struct ORCID: Hashable, Sendable {
  /// 0000-0002-1825-0097
  let text: String

  var address: String { "https://orcid.org/" + text }

  /// The first valid one in a text.
  init?(in text: String) {
    let candidates = text.split { !($0.isASCII && ($0.isNumber || $0 == "-" || $0 == "X")) }
    guard let found = candidates.first(where: { Self.isValid($0) }) else { return nil }
    self.text = String(found)
  }

  private static func isValid(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 4, parts.allSatisfy({ $0.count == 4 }) else { return false }
    let characters = Array(parts.joined())
    var total = 0
    for character in characters.dropLast() {
      guard let digit = character.wholeNumberValue else { return false }
      total = (total + digit) * 2
    }
    let check = (12 - total % 11) % 11
    return characters.last == (check == 10 ? "X" : Character(String(check)))
  }
}
