extension Learner {
  /// The sentences whose vector the encoder did not have when they were taught, by id. Until they have one they are like
  /// others by their words alone, which makes them unlike most.
  public var lackingVectors: [Exemplar.ID] {
    exemplars.indices.filter { exemplars[$0] != nil && blocks.lacksVector(at: $0) }.compactMap { exemplars[$0]?.id }.sorted()
  }

  /// Asks the encoder once more for some of the vectors that it did not have. With the last of them, the learner is what it
  /// would be had the encoder always answered.
  ///
  /// - Parameter limit: how many sentences to ask for, the first by id.
  public mutating func encodeLacking(limit: Int = .max) {
    let slots = lackingVectors.prefix(limit).compactMap { slot(of: $0) }
    guard !slots.isEmpty else { return }
    for slot in slots {
      guard let exemplar = exemplars[slot] else { continue }
      blocks.encode(sentence(Token.tokens(of: exemplar.text), of: exemplar.text), at: slot)
    }
    version = Version()
  }
}
