extension Learner {
  /// What the learner takes as given. Chosen once on validation sets; nothing here is fitted to what is taught.
  public struct Settings: Hashable, Sendable {
    /// m: how many sentences take part in an answer: the nearest, and those that complete what they mean.
    public var neighbours = 160
    /// So many are the nearest of all.
    public var nearestOfAll = 112
    /// Of each meaning that is near, so many of the nearest take part where there is room: a meaning of which only some
    /// sentences are near is heard whole.
    public var nearestOfEach = 12
    /// Up to so many sentences in view, a question is compared with each; of more, with a choice of them, the same in
    /// whatever order they came.
    public var exhaustiveMax = 100_000
    /// γ of the kernel exp(γ·(similarity − 1)).
    public var sharpness = 2.0
    /// The same where an encoder's vectors are compared.
    public var encoderSharpness = 3.0
    /// λ: the noise of a sentence of weight 1. A sentence of weight w has noise λ / w.
    public var noise = 0.1
    /// Weight of words and word pairs among words and characters; the rest is the characters'. In 0...1.
    public var wordShare = 0.3
    /// Weight of the words' vectors in a similarity, that of words and characters being 1. At least 0.
    public var wordVectorWeight = 6.0
    /// Weight of the encoder's vectors in a similarity, that of words and characters being 1. At least 0.
    public var encoderWeight = 8.0
    /// Words and marks that count less than the others in a similarity; see ``CommonWords/englishGrammar``.
    public var lightWords = CommonWords.englishGrammar
    /// T of the probabilities, softmax(score / T).
    public var temperature = 0.04
    /// Nil leaves misspelt words as they are.
    public var repair: SpellingRepair? = SpellingRepair()
    /// What words mean before anybody has taught one: sentences are then alike that share no word. Nil goes without.
    public var wordVectors: WordVectors?
    /// What whole sentences mean. Nil goes without.
    ///
    /// It must give the same vector for the same text: only then does reverting leave no trace.
    public var encoder: (any SentenceEncoder)? {
      get { identified?.encoder }
      set { identified = newValue.map(Identified.init) }
    }

    private var identified: Identified?

    public init(wordVectors: WordVectors? = nil, encoder: (any SentenceEncoder)? = nil) {
      self.wordVectors = wordVectors
      self.encoder = encoder
    }
  }
}

/// Two encoders of one identity are the same.
private struct Identified: Hashable {
  let encoder: any SentenceEncoder

  static func == (left: Self, right: Self) -> Bool { left.encoder.identity == right.encoder.identity }

  func hash(into hasher: inout Hasher) { hasher.combine(encoder.identity) }
}
