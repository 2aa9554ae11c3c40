import Lessons
import Understanding

/// What somebody is to do, in the teacher's words.
extension Scanner {
  func actions(at start: Int) -> [Item] {
    guard words[start].kind == .word, isPlain(start) || isWord(start, .plainVerb) else { return [] }
    var items: [Item] = []
    for end in start + 1..<words.count + 1 {
      let isEnd = end == words.count
      guard isEnd || isBoundary(end) else { continue }
      // “not enter the flat, unless …”
      if !holdsQuote(start..<end), words[end - 1].normal != "," { items.append(text(start..<end, cost: Self.newNameCost)) }
      // A condition is never part of what is to be done.
      if !isEnd, isWord(end, .actionEnd) || [";", "("].contains(words[end].normal) { break }
    }
    return items
  }

  private func isBoundary(_ position: Int) -> Bool {
    if isWord(position, .actionEnd) || [",", ";", "("].contains(words[position].normal) { return true }
    // “must pay the rent and is bound”
    return isWord(position, .and) && isWord(position + 1, .finiteVerb)
  }

  /// What the assistant says, to the end or to what it is about to do: “before recommending a diet”.
  func speeches(at start: Int, _ verbs: FunctionWords.List) -> [Item] {
    // “Mencione sempre …” is read by what tells that it is always so.
    guard isWord(start, verbs), !isWord(start + 1, .always) else { return [] }
    let end = speechEnd(after: start)
    return [Item(end: end, phrase: .text(spoken(start..<end)), cost: 0.5)]
  }

  /// “Mencione sempre a fonte” is to be done always, and what is to be done is “mencione a fonte”.
  func speechesWithAlways(at start: Int) -> [Item] {
    guard isWord(start, .speechVerb), isWord(start + 1, .always), start + 2 < words.count else { return [] }
    let end = speechEnd(after: start + 1)
    guard end > start + 2 else { return [] }
    return [Item(end: end, phrase: .text(spoken(start..<start + 1) + " " + sentence.written(start + 2..<end)), cost: 0.5)]
  }

  private func speechEnd(after start: Int) -> Int {
    (start + 1..<words.count).first { isWord($0, .speechEnd) || isInfinitiveClause($0) } ?? words.count
  }

  /// “ao dar uma dose”, “al dar una dosis”
  private func isInfinitiveClause(_ position: Int) -> Bool {
    position + 2 < words.count && words[position].normal == "a" && isWord(position + 1, .definite)
      && morphology.isFrequentVerb(words[position + 2].normal)
  }

  /// “Ask for the age before …” begins with a capital only as the sentence does.
  private func spoken(_ range: Range<Int>) -> String {
    let whole = sentence.written(range)
    return range.lowerBound == 0 ? whole.prefix(1).lowercased() + whole.dropFirst() : whole
  }

  /// Something to do, up to a comma, or to “and” as well.
  func imperatives(at start: Int, untilCommaOnly: Bool) -> [Item] {
    guard words[start].kind == .word, isPlain(start), !isWord(start, .orderWord) else { return [] }
    let end = (start + 1..<words.count).first { words[$0].normal == "," || (!untilCommaOnly && isWord($0, .imperativeEnd)) } ?? words.count
    return holdsQuote(start..<end) ? [] : [text(start..<end, cost: 0.5)]
  }

  /// “For children, the answer is "No".”
  func lastQuestion(at start: Int) -> [Item] {
    guard isWord(start, .definite), isWord(start + 1, .answer), let question = context.lastTest else { return [] }
    return [Item(end: start + 2, phrase: .text(question), cost: 0)]
  }

  private func isPlain(_ position: Int) -> Bool { !grammar.reserved.contains(words[position].normal) }

  private func holdsQuote(_ range: Range<Int>) -> Bool { range.contains { words[$0].quoted != nil } }

  private func text(_ range: Range<Int>, cost: Double) -> Item {
    Item(end: range.upperBound, phrase: .text(sentence.written(range)), cost: cost)
  }
}
