public import Understanding

/// An encoder to which many sentences at one time are less work than one by one, e.g. a ledger's at start-up.
public protocol BatchEncoder: SentenceEncoder {
  /// The vectors of many texts, in their order: each as `vector(of:)` gives it.
  func vectors(of texts: [String]) -> [[Float]?]
}
