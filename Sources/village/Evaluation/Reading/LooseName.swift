import Foundation
import Lessons
import TeachingLanguage
import Understanding

/// A name or number so that two spellings of it are alike: without case, accents, articles, marks and plural.
struct LooseName: Hashable {
  let text: String

  init(_ raw: String) {
    let plain = Self.plain(raw)
    // “28.0 (metres)”
    let bare = plain.firstIndex(of: "(").map { plain[..<$0].trimmingCharacters(in: .whitespaces) } ?? plain
    if let number = Double(bare.replacing(",", with: "")) {
      text = String(number)
      return
    }
    let folded = plain.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "en_US_POSIX"))
    // What stands in brackets tells two things of one name apart; sentences leave it out.
    let outside = folded.firstIndex(of: "(").map { $0 > folded.startIndex ? String(folded[..<$0]) : folded } ?? folded
    var words = outside.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    // Of “sciences” and “science”, whichever the writer chose.
    text = words.map { $0.count > 3 && $0.hasSuffix("s") && !$0.hasSuffix("ss") ? String($0.dropLast()) : $0 }.joined(separator: " ")
  }

  /// As people write it.
  static func plain(_ raw: String) -> String {
    raw.replacing("_", with: " ").trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
  }

  init(_ concept: Concept) { self.init(concept.label) }

  /// Whether they are one name: spelled alike, two letters apart in a long one, or one with a word more that tells its
  /// kind or place (“the novel Castle”, “Abilene in Texas”), as long as half the words are shared.
  func isAlike(_ other: LooseName) -> Bool {
    if text == other.text { return true }
    guard Double(text) == nil, Double(other.text) == nil else { return false }
    // “Leiria F.C.”, “3 Halls”
    if text.replacing(" ", with: "") == other.text.replacing(" ", with: "") { return true }
    if isShort(for: other) || other.isShort(for: self) { return true }
    if min(text.utf8.count, other.text.utf8.count) >= 8, EditDistance.bounded(text, other.text, atMost: 2) != nil { return true }
    let (one, two) = (Self.content(text), Self.content(other.text))
    let shared = one.intersection(two).count
    return shared > 0 && shared == min(one.count, two.count) && shared * 2 >= max(one.count, two.count)
  }

  /// “U.S.” is short for “United States”, as is “USA” but for what it adds.
  private func isShort(for other: LooseName) -> Bool {
    let letters = text.replacing(" ", with: "")
    let initials = String(other.text.split(separator: " ").filter { !Self.small.contains($0) }.compactMap(\.first))
    return letters.count < 5 && initials.count > 1 && letters.hasPrefix(initials) && letters.count - initials.count < 2
  }

  private static func content(_ text: String) -> Set<Substring> {
    Set(text.split(separator: " ")).subtracting(small)
  }

  private static let small: Set<Substring> = ["of", "the", "in", "and", "at"]

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]

  /// The number alone where it has a unit: a corpus that gives none means the usual one.
  static func names(of value: Value) -> [LooseName] {
    if let days = value.days {
      return [days.from, days.until].compactMap { $0 }.flatMap { day in
        [LooseName(day.iso), LooseName("\(day.year)"), LooseName(monthNames[day.month - 1] + " \(day.year)")]
      }
    }
    return switch value {
    case .concept(let concept): [LooseName(concept)]
    case .text(let text): [LooseName(text)]
    case .quantity(let quantity): [LooseName(quantity.amount.description), LooseName(Notation.text(value))]
    case .range(let range): [range.about, range.lower?.amount, range.upper?.amount].compactMap { $0 }.map { LooseName($0.description) }
    }
  }
}
