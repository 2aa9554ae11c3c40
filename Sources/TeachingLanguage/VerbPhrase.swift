/// The label of an English relation, taken apart: “regularly drinks with”, “created”, “can treat”, “is part of”.
///
/// A relation keeps the tense and the manner it was taught in: who *created* something need not create it now, and who *can*
/// treat something need not do so.
struct VerbPhrase {
  private static let english = English()
  private static let articles: Set<String> = ["a", "an"]

  enum Kind { case present, past, possible, copula, copulaPast }

  let kind: Kind
  private let manner: [String]
  /// As in the label; of what is possible the word after “can”.
  private let head: String
  private let rest: [String]

  /// Nil where the label is no verb but a noun: “capital”.
  init?(_ label: String) {
    var words = label.lowercased().split(separator: " ").map(String.init)
    // “first opened”
    let isFirst = words.count > 1 && words[0] == "first" && Self.english.isPast(words[1])
    let manner = isFirst ? words.prefix(1) : words.prefix { Self.english.isManner($0) }
    if manner.count < words.count { words.removeFirst(manner.count) }
    guard let first = words.first else { return nil }
    let tail = Array(words.dropFirst())
    // “interacts with”, “takes place in”, “likes to eat”, “plays an important role in”
    let isSimple =
      (tail.count <= 2 && (tail.last.map(English.prepositions.contains) ?? true))
      || (tail.count > 1 && tail.count < 4 && tail[0] == "to" && Self.english.isFrequentVerb(tail[1]))
      || ((3...4).contains(tail.count) && Self.articles.contains(tail[0]) && English.prepositions.contains(tail[tail.count - 1]))
    switch first {
    case "is" where !tail.isEmpty: self.init(.copula, manner, first, tail)
    case "was": self.init(.copulaPast, manner, first, tail)
    case "has" where !tail.isEmpty: self.init(.present, manner, first, tail)
    case "can": self.init(.possible, manner, tail.first ?? "", Array(tail.dropFirst()))
    case _ where isSimple && Self.english.isPast(first): self.init(.past, manner, first, tail)
    case _ where isSimple && Self.english.plainForm(of: first) != nil && !English.nounsInS.contains(first):
      self.init(.present, manner, first, tail)
    default: return nil
    }
  }

  private init(_ kind: Kind, _ manner: ArraySlice<String>, _ head: String, _ rest: [String]) {
    self.kind = kind
    self.manner = Array(manner)
    self.head = head
    self.rest = rest
  }

  /// After “it”.
  var third: String {
    switch kind {
    case .possible: said("can", head)
    default: said(head)
    }
  }

  /// After “they”.
  var many: String? {
    switch kind {
    case .copula: said("are")
    case .copulaPast: said("were")
    case .possible, .past: third
    case .present: Self.english.plainForm(of: head).map { said($0) }
    }
  }

  /// After “does not”; nil where it is denied otherwise.
  var base: String? { kind == .present ? many : nil }

  /// After “is”.
  var afterIs: String? { kind == .copula && manner.isEmpty ? rest.joined(separator: " ") : nil }

  /// Denied, where that is not said with “does not”.
  func denied(ofMany: Bool) -> String? {
    switch kind {
    case .copula: said(ofMany ? "are" : "is", "not")
    case .copulaPast: said(ofMany ? "were" : "was", "not")
    case .possible: said("can", "not", head)
    case .past: Self.english.plainForm(ofPast: head).map { said("did", "not", $0) }
    case .present: nil
    }
  }

  private func said(_ verb: String...) -> String { (manner + verb + rest).filter { !$0.isEmpty }.joined(separator: " ") }
}
