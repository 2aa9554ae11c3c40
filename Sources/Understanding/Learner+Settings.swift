extension Learner {
  /// What the learner takes as given. Chosen once on validation sets; nothing here is fitted to what is taught.
  public struct Settings: Hashable, Sendable {
    /// m: how many of the nearest sentences take part in an answer.
    public var neighbours = 200
    /// γ of the kernel exp(γ·(similarity − 1)).
    public var sharpness = 2.0
    /// λ: the noise of a sentence of weight 1. A sentence of weight w has noise λ / w.
    public var noise = 0.1
    /// Weight of words and word pairs in a similarity; the rest is the characters'. In 0...1.
    public var wordShare = 0.3
    /// Words and marks that count less than the others in a similarity; see ``CommonWords/englishGrammar``.
    public var lightWords = CommonWords.englishGrammar
    /// T of the probabilities, softmax(score / T).
    public var temperature = 0.04
    /// Nil leaves misspelt words as they are.
    public var repair: SpellingRepair? = SpellingRepair()

    public init() {}
  }
}
