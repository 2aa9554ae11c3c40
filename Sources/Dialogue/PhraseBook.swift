/// What people say about the conversation itself in one language; few and fixed, as everything else is taught.
struct PhraseBook: Sendable {
  /// IETF tag.
  let language: String
  /// What may come before a phrase and says nothing: “but why?”
  let openings: Set<String>
  let why: Set<String>
  let wrong: Set<String>
  let followUps: [[String]]
  /// Which of the choices offered.
  let ordinals: [Set<String>]
  /// What may stand beside the one thing that a follow-up names.
  let fillers: Set<String>
  /// What points back to a thing named before: “it”, “that one”.
  let pointers: Set<String>
  /// Before those whom a question is asked for.
  let forWhom: Set<String>
  /// Before a noun; of no matter to what a procedure is for.
  let determiners: Set<String>
  /// “how do I”, before what a procedure is for.
  let askings: [[String]]
  let replies: [(reply: Phrase.Reply, words: Set<String>)]

  static let all = [english, portuguese, spanish]

  /// What is said behind the openings, as one string of words.
  private func said(_ words: [String]) -> String {
    var words = words[...]
    while let first = words.first, openings.contains(first), words.count > 1 { words.removeFirst() }
    return words.joined(separator: " ")
  }

  func asksWhy(_ words: [String]) -> Bool { why.contains(said(words)) }
  func saysWrong(_ words: [String]) -> Bool { wrong.contains(said(words)) }
}
