extension Learner {
  /// Why a question is understood as it is. Everything in it is computed, not told: taking away what it names gives exactly
  /// what it says.
  public struct Explanation: Hashable, Sendable {
    public let prediction: Prediction
    /// The sentences that speak most for the best meaning, and those that speak against it: of this meaning with a negative
    /// share, or of others with a positive one. Strongest first.
    public let speakingFor: [Prediction.Support]
    public let speakingAgainst: [Prediction.Support]
    public let words: [WordShare]
    /// What makes the sentences that speak for it like the question; shares of 1.
    public let likeness: Likeness
    /// What it would be without single lessons and without single teachers; only where that is another meaning.
    public let withoutLesson: [Otherwise]
    public let withoutTeacher: [Otherwise]
  }

  /// How much of a likeness is due to what; all in 0...1, their sum is 1 where there is any likeness.
  public struct Likeness: Hashable, Sendable {
    /// The words themselves and their letters.
    public let words: Double
    /// What the words mean, each by itself.
    public let wordMeaning: Double
    /// What the sentence means as a whole. Which words bring it about, only ``WordShare`` tells.
    public let overallMeaning: Double
  }

  public struct Otherwise: Hashable, Sendable {
    /// The id of the sentence, or the teacher, that is left out.
    public let without: String
    /// Nil where nothing is left.
    public let best: Prediction.Ranked?
  }

  /// - Parameters:
  ///   - limit: how many sentences to name on each side, and how many lessons and teachers to leave out in turn: those that
  ///     speak most for the best meaning.
  /// - Complexity: a question for each lesson and teacher left out; in words as ``wordShares(of:for:in:)``.
  public func explain(_ text: String, limit: Int = 3, in view: View? = nil) -> Explanation {
    let prediction = predict(text, in: view)
    let best = prediction.best?.meaning
    let all = prediction.support
    let speakingFor = all.filter { $0.exemplar.meaning == best && $0.share > 0 }
    let against = all.filter { ($0.exemplar.meaning == best) == ($0.share < 0) && $0.share != 0 }
    var teachers: [String] = []
    for support in speakingFor where !support.exemplar.teacher.isEmpty && !teachers.contains(support.exemplar.teacher) {
      teachers.append(support.exemplar.teacher)
    }
    func otherwise(_ name: String, _ other: Prediction) -> Otherwise? {
      other.best?.meaning == best ? nil : Otherwise(without: name, best: other.best)
    }
    return Explanation(
      prediction: prediction, speakingFor: Array(speakingFor.prefix(limit)), speakingAgainst: Array(against.prefix(limit)),
      words: wordShares(of: text, in: view), likeness: likeness(of: text, to: speakingFor, in: view),
      withoutLesson: speakingFor.prefix(limit).compactMap {
        otherwise($0.exemplar.id, predict(text, without: [$0.exemplar.id], in: view))
      },
      withoutTeacher: teachers.prefix(limit).compactMap { otherwise($0, predict(text, withoutTeacher: $0, in: view)) })
  }

  /// The mean over sentences, each by its share in the score, of what a block adds to the similarity. What speaks against a
  /// likeness, a negative cosine, counts as nothing.
  private func likeness(of text: String, to supports: [Prediction.Support], in view: View?) -> Likeness {
    let reading = read(text, weights: weights(in: view))
    let query = blocks.query(sentence(reading.words, text: reading.written()))
    let slots = supports.compactMap { slot(of: $0.exemplar.id) }
    let parts = blocks.parts(of: query, to: slots)
    func mean(_ values: [Double]) -> Double { zip(supports, values).reduce(0) { $0 + $1.0.share * max($1.1, 0) } }
    let (words, wordMeaning, overall) = (mean(parts.sparse), mean(parts.words), mean(parts.encoder))
    let sum = words + wordMeaning + overall
    guard sum > 0 else { return Likeness(words: 0, wordMeaning: 0, overallMeaning: 0) }
    return Likeness(words: words / sum, wordMeaning: wordMeaning / sum, overallMeaning: overall / sum)
  }
}
