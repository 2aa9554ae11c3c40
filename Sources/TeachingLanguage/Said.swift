/// A piece of a sentence on its way to be said: what languages bend depends on what it is.
struct Said: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A word of a pattern or an article.
    case word
    case name(isPlural: Bool)
    case quality
    /// A number, a quotation, a verb.
    case other
  }

  let text: String
  let kind: Kind

  init(_ text: String, _ kind: Kind = .other) {
    self.text = text
    self.kind = kind
  }
}
