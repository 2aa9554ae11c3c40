extension Learner {
  /// A taught sentence that says nearly what a text says.
  public struct NearDuplicate: Hashable, Sendable {
    public let exemplar: Exemplar
    /// In 0...1.
    public let similarity: Double
    /// True when the two differ in case, punctuation and spacing at most.
    public let isSame: Bool
  }

  /// The taught sentences in view that are the same as a text, and those nearly so; the same first, then by similarity.
  ///
  /// - Parameter similarityMin: how alike a sentence that is not the same must be, in 0...1.
  public func nearDuplicates(of text: String, similarityMin: Double = 0.8, in view: View? = nil) -> [NearDuplicate] {
    let weights = weights(in: view)
    let tokens = Token.tokens(of: text)
    let letters = PlainText.letters(tokens)
    let hash = PlainText.hash(tokens)
    let query = blocks.query(sentence(tokens, of: text))
    let similarities = blocks.similarities(to: query, slotCount: exemplars.count)
    var found: [NearDuplicate] = []
    for slot in weights.bySlot.indices where weights.bySlot[slot] > 0 {
      guard similarities[slot] >= similarityMin || plainHashes[slot] == hash, let exemplar = exemplars[slot] else { continue }
      let isSame = plainHashes[slot] == hash && PlainText.letters(Token.tokens(of: exemplar.text)) == letters
      guard isSame || similarities[slot] >= similarityMin else { continue }
      found.append(NearDuplicate(exemplar: exemplar, similarity: min(similarities[slot], 1), isSame: isSame))
    }
    return found.sorted {
      if $0.isSame != $1.isSame { return $0.isSame }
      return $0.similarity != $1.similarity ? $0.similarity > $1.similarity : $0.exemplar.id < $1.exemplar.id
    }
  }
}
