import Lessons
import Understanding

extension Scanner {
  /// A quoted text, or letters and digits without a blank between that are no number and no word.
  func codes(at start: Int) -> [Item] {
    if words[start].quoted != nil || words[start].normal == "\"" { return quotedNames(at: start, as: .thing) }
    var end = start
    while end < words.count, end == start || !words[end].followsSpace, !Self.endsCode(words[end]) { end += 1 }
    // A mark at the end belongs to the sentence.
    while end > start, words[end - 1].kind == .mark { end -= 1 }
    guard end > start, !words[start..<end].contains(where: { $0.quoted != nil || $0.normal == "'s" }) else { return [] }
    let written = sentence.written(start..<end)
    // “the vitamin B12” is no code.
    let digits = written.count(where: \.isNumber)
    let isCode = digits >= Self.digitsMin && (written.contains(where: \.isLetter) || written.count { $0 == "-" } > 1)
    guard isCode, written.allSatisfy({ $0.isUppercase || !$0.isLetter }), let concept = try? Concept(parsing: written) else { return [] }
    let known = vocabulary.concept(key: concept.key)
    return [Item(end: end, phrase: .concept(known ?? concept), cost: Self.newNameCost, name: (.thing, known == nil))]
  }

  private static let digitsMin = 3

  private static func endsCode(_ word: Word) -> Bool { [",", ";", ":", "(", ")", "%"].contains(word.normal) }
}
