extension Learner {
  /// What a word of a question did to the score of a meaning.
  public struct WordShare: Hashable, Sendable {
    /// UTF-8 offsets in the question.
    public let range: Range<Int>
    public let written: String
    /// The score with the word less the score without it; below 0 the word speaks against the meaning.
    public let share: Double
  }

  /// Which words of a question speak for a meaning, in the order of the question: each is left out in turn and the same
  /// regression on the same sentences is solved again. Nothing is approximated; the shares need not add up to the score,
  /// since words also work in pairs.
  ///
  /// - Parameter meaning: the best one when nil.
  /// - Returns: one entry for each word, number and mark; empty when the meaning has no sentence among the nearest.
  /// - Complexity: a fraction of a millisecond for each word.
  public func wordShares(of text: String, for meaning: String? = nil, in view: View? = nil) -> [WordShare] {
    let weights = weights(in: view)
    let reading = read(text, weights: weights)
    guard let (neighbourhood, similarities) = neighbourhood(of: reading, weights: weights) else { return [] }
    let scores = neighbourhood.answer(similarities).scores
    let names = neighbourhood.meanings.map { meanings.names[$0] }
    let best = names.indices.min { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : names[$0] < names[$1] }
    guard let place = meaning.map({ names.firstIndex(of: $0) }) ?? best else { return [] }
    return reading.tokens.indices.map { index in
      let query = blocks.query(sentence(reading.words(without: index), text: reading.written(without: index)))
      let without = neighbourhood.answer(blocks.similarities(to: query, of: neighbourhood.slots)).scores
      let token = reading.tokens[index]
      return WordShare(range: token.range, written: String(token.written(in: text)), share: scores[place] - without[place])
    }
  }
}
