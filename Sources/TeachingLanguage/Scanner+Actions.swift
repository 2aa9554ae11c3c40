import Lessons
import Understanding

/// What somebody is to do, in the teacher's words.
extension Scanner {
  func actions(at start: Int) -> [Item] {
    guard words[start].kind == .word, !grammar.reserved.contains(words[start].normal) || Self.plainVerbs.contains(words[start].normal)
    else {
      return []
    }
    var items: [Item] = []
    for end in start + 1..<words.count + 1 {
      let isEnd = end == words.count
      guard isEnd || isBoundary(end) else { continue }
      let hasQuote = (start..<end).contains { words[$0].quoted != nil }
      // “not enter the flat, unless …”
      if !hasQuote, words[end - 1].normal != "," {
        items.append(Item(end: end, phrase: .text(sentence.written(start..<end)), cost: Self.newNameCost))
      }
      // A condition is never part of what is to be done.
      if !isEnd, Self.conditionWords.contains(words[end].normal) || [";", "("].contains(words[end].normal) { break }
    }
    return items
  }

  private func isBoundary(_ position: Int) -> Bool {
    let word = words[position].normal
    guard !Self.conditionWords.contains(word), ![",", ";", "("].contains(word) else { return true }
    // “must pay the rent and is bound”
    return word == "and" && position + 1 < words.count && Self.finiteVerbs.contains(words[position + 1].normal)
  }

  private static let plainVerbs: Set<String> = ["be", "have", "do", "contain", "say", "tell", "ask"]
  private static let conditionWords: Set<String> = ["if", "unless", "when", "whenever", "except", "provided", "because", "since", "until"]
  private static let finiteVerbs: Set<String> = ["is", "are", "has", "have", "must", "may", "should", "contains", "does"]

  static let speechVerbs: Set<String> = [
    "mention", "recommend", "give", "suggest", "promise", "say", "tell", "ask", "name", "cite", "quote", "refer", "remind", "warn",
    "answer", "discuss", "guess", "explain", "state", "share", "apologise", "apologize", "make", "reveal", "advise", "prescribe", "offer",
    "translate", "greet", "add", "include", "check", "diagnose", "compare", "use", "speak", "reply", "respond", "point", "show",
  ]

  /// To the end, or to what the assistant is about to do: “before recommending a diet”.
  func speeches(at start: Int, _ verbs: Set<String>) -> [Item] {
    guard verbs.contains(words[start].normal) else { return [] }
    let stops: Set<String> = ["before", "when", "if", "while", "unless"]
    let end = (start + 1..<words.count).first { stops.contains(words[$0].normal) } ?? words.count
    // “Before recommending a diet, ask for the age.”
    return [Item(end: end, phrase: .text(sentence.written(start..<end)), cost: 0.5)]
  }

  private static let orderWords: Set<String> = ["first", "next", "finally", "second", "third"]

  func imperatives(at start: Int, until stops: Set<String>) -> [Item] {
    guard words[start].kind == .word, !grammar.reserved.contains(words[start].normal), !Self.orderWords.contains(words[start].normal) else {
      return []
    }
    let end = (start + 1..<words.count).first { stops.contains(words[$0].normal) || words[$0].quoted != nil } ?? words.count
    guard end == words.count || words[end].quoted == nil else { return [] }
    return [Item(end: end, phrase: .text(sentence.written(start..<end)), cost: 0.5)]
  }

  /// “For children, the answer is "No".”
  func lastQuestion(at start: Int) -> [Item] {
    guard isWord(start, "the"), isWord(start + 1, "answer"), let question = context.lastTest else { return [] }
    return [Item(end: start + 2, phrase: .text(question), cost: 0)]
  }
}
