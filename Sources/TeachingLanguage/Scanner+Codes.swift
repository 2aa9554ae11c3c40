import Lessons
import Understanding

extension Scanner {
  /// A quoted text, or letters and digits without a blank between that are no number and no word.
  func codes(at start: Int) -> [Item] {
    if words[start].quoted != nil || words[start].normal == "\"" { return quotedNames(at: start, as: .thing) }
    let isCalledCode = start > 0 && isWord(start - 1, .codeNoun)
    if isCalledCode, let spaced = spacedNumber(at: start) { return [spaced] }
    var end = start
    while end < words.count, end == start || !words[end].followsSpace, !Self.endsCode(words[end]) { end += 1 }
    // A mark at the end belongs to the sentence.
    while end > start, words[end - 1].kind == .mark { end -= 1 }
    guard end > start, !words[start..<end].contains(where: { $0.quoted != nil || $0.normal == "'s" }) else { return [] }
    let written = sentence.written(start..<end)
    // “the vitamin B12” is no code.
    let digits = written.count(where: \.isNumber)
    let hasLetter = written.contains(where: \.isLetter)
    let isCode =
      isCalledCode
      ? hasLetter || written.contains("-") : digits >= Self.digitsMin && (hasLetter || written.count { $0 == "-" } > 1)
    guard isCode, written.allSatisfy({ $0.isUppercase || !$0.isLetter }), let concept = try? Concept(parsing: written) else { return [] }
    let known = vocabulary.concept(key: concept.key)
    let cost = isCalledCode ? Self.calledCodeCost : Self.newNameCost
    return [Item(end: end, phrase: .concept(known ?? concept), cost: cost, name: (.thing, known == nil))]
  }

  /// “the phone number 262 555 010”
  private func spacedNumber(at start: Int) -> Item? {
    var end = start
    while end < words.count, words[end].kind == .number { end += 1 }
    guard end > start, sentence.written(start..<end).contains(" "), let concept = try? Concept(parsing: sentence.written(start..<end))
    else { return nil }
    let known = vocabulary.concept(key: concept.key)
    return Item(end: end, phrase: .concept(known ?? concept), cost: Self.calledCodeCost, name: (.thing, known == nil))
  }

  private static let calledCodeCost = 0.2

  private static let digitsMin = 3

  private static func endsCode(_ word: Word) -> Bool { [",", ";", ":", "(", ")", "%"].contains(word.normal) }
}
