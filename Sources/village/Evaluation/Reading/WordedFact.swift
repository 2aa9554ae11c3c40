import Foundation
import Lessons

/// A sentence and the one fact that it states.
struct WordedFact {
  let text: String
  let subject: LooseName
  /// In words: birth place.
  let relation: LooseName
  let object: LooseName
  private let relationWords: String
  private let triple: [String]

  init(text: String, triple: [String]) {
    self.text = text
    self.triple = triple
    subject = LooseName(triple[0])
    relationWords = Self.plain(relation: triple[1])
    relation = LooseName(relationWords)
    object = LooseName(triple[2])
  }

  /// “birthPlace” as people write it.
  static func plain(relation: String) -> String {
    var words = ""
    var before: Character = " "
    for character in relation.replacing("_", with: " ") {
      if character.isUppercase, before.isLowercase || before.isNumber { words += " " }
      words.append(contentsOf: character.lowercased())
      before = character
    }
    // “followedBy” is “is followed by”.
    let parts = words.split(separator: " ")
    return parts.count == 2 && parts[1] == "by" && parts[0].hasSuffix("ed") ? "is " + words : words
  }

  /// What its teacher would have taught by it; nil where its names are none.
  var claim: Claim? {
    func concept(_ raw: String) -> Concept? { try? Concept(parsing: LooseName.plain(raw)) }
    guard Double(object.text) == nil, let subject = concept(triple[0]), let property = concept(relationWords),
      let value = concept(triple[2])
    else { return nil }
    return Claim(subject, property, .concept(value))
  }

  /// What its teacher would say about its wording; nil where its names do not stand in the text as they are.
  var phrasing: Phrasing? {
    let end = text.lastIndex { !$0.isWhitespace && $0 != "." }
    let words = end.map { text[...$0] }?.split(separator: " ") ?? []
    guard let one = Self.place(of: subject, in: words, apartFrom: nil), let other = Self.place(of: object, in: words, apartFrom: one) else {
      return nil
    }
    var said: [String] = []
    for (position, word) in words.enumerated() {
      if position == one.lowerBound { said.append("X" + Self.mark(after: words[one.upperBound - 1])) }
      if position == other.lowerBound { said.append("Y" + Self.mark(after: words[other.upperBound - 1])) }
      if !one.contains(position), !other.contains(position) { said.append(String(word)) }
    }
    let phrasing = Phrasing(said.joined(separator: " "), means: meant)
    // “X is Y” would be an instance of anything.
    let own = said.filter { !["X", "Y"].contains($0.prefix(1)) && !Self.small.contains($0.lowercased()) }
    return phrasing.slots == ["X", "Y"] && !own.isEmpty ? phrasing : nil
  }

  /// “isPartOf” is said of X itself, “birthPlace” is something that X has.
  private var meant: String {
    Self.verbs.contains { relationWords.hasPrefix($0 + " ") } ? "X \(relationWords) Y" : "the \(relationWords) of X is Y"
  }

  private static let verbs = ["is", "was", "has"]
  private static let small: Set<String> = [
    "a", "an", "the", "is", "are", "was", "were", "has", "have", "had", "it",
  ]
  private static let nameWordsMax = 10

  /// The words that are the name, spelled just so before spelled nearly so.
  private static func place(of name: LooseName, in words: [Substring], apartFrom taken: Range<Int>?) -> Range<Int>? {
    var near: Range<Int>?
    for start in words.indices {
      for end in start + 1...min(words.count, start + nameWordsMax) where end <= words.count {
        if let taken, taken.overlaps(start..<end) { continue }
        let here = LooseName(words[start..<end].joined(separator: " "))
        if here == name { return start..<end }
        if near == nil, here.text.utf8.count >= name.text.utf8.count, here.isAlike(name) { near = start..<end }
      }
    }
    return near
  }

  /// A comma after a name belongs to the sentence; so do “’s” and the like.
  private static func mark(after word: Substring) -> String {
    if let owner = word.range(of: "'s") ?? word.range(of: "’s") { return String(word[owner.lowerBound...]) }
    return word.last == "," ? "," : ""
  }
}
