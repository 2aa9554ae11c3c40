extension Learner {
  /// Takes what a teacher says of words; a lesson of the same id is replaced. It holds in every view.
  ///
  /// The sentences that it touches are compared anew, as if they had been taught under it: the learner still depends on what
  /// is taught and never on the order.
  ///
  /// - Complexity: O(words taught), and a teaching for each sentence touched.
  public mutating func teach(_ lesson: WordLesson, id: String) {
    change { $0[id] = lesson }
  }

  /// Forgets what was said of words as if it had never been.
  ///
  /// - Returns: what was said; nil where there is nothing of this id.
  @discardableResult
  public mutating func revertWords(_ id: String) -> WordLesson? {
    let lesson = wordLessons[id]
    if lesson != nil { change { $0[id] = nil } }
    return lesson
  }

  private mutating func change(_ body: (inout [String: WordLesson]) -> Void) {
    body(&wordLessons)
    let before = wordReading
    wordReading = WordReading(wordLessons.values)
    guard before != wordReading else { return }
    for (slot, exemplar) in exemplars.enumerated() {
      guard let exemplar else { continue }
      let tokens = Token.tokens(of: exemplar.text)
      let words = tokens.map(\.normal)
      guard before.read(words) != wordReading.read(words) else { continue }
      weights.hide(slot, meaning: meaningNumbers[slot], words: blocks.wordNumbers(at: slot))
      blocks.remove(at: slot)
      blocks.insert(sentence(tokens, of: exemplar.text), at: slot)
      weights.show(slot, weight: exemplar.weight, meaning: meaningNumbers[slot], words: blocks.wordNumbers(at: slot))
    }
    version = Version()
  }

  /// A taught sentence as it is compared.
  func sentence(_ tokens: [Token], of text: String) -> Sentence {
    sentence(tokens.prefix(Sentence.tokensMax).map(\.normal), text: text)
  }

  /// Words in normal form as they are compared, and the text that an encoder reads: the words themselves where lessons of
  /// words changed them.
  func sentence(_ words: [String], text: String) -> Sentence {
    let read = wordReading.read(words)
    return Sentence(read, text: read == words ? text : nil, lightWords: settings.lightWords)
  }
}
