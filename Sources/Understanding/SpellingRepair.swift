/// Reads a misspelt word as a taught one, one slip away.
public struct SpellingRepair: Hashable, Sendable {
  /// One word of a question that was read as another.
  public struct Repair: Hashable, Sendable {
    /// UTF-8 offsets of the word in the question.
    public let range: Range<Int>
    public let written: String
    public let readAs: String
  }

  /// Words that are no misspelling though nobody taught them.
  public var commonWords: Set<String>
  /// Shorter words are left alone: too many of them are one slip from another.
  public var lengthMin: Int  // in Unicode scalars

  public init(commonWords: Set<String> = CommonWords.english, lengthMin: Int = 3) {
    self.commonWords = commonWords
    self.lengthMin = lengthMin
  }

  /// The most frequent taught word one slip away from an untaught one; among equals the first by spelling. Nil when the
  /// word is taught, common, short, not of letters alone, or far from all.
  ///
  /// Where it is known which words there are, a word that is none may begin with any letter, and an alike beginning counts
  /// as ``alikeFactor`` times as frequent. Else only a word that begins alike is read: `mouse` is no misspelt `house`.
  ///
  /// - Parameters:
  ///   - isWord: whether a word that is not taught is right as it stands; nil where that is not known.
  ///   - count: by the word's number in the vocabulary, how many sentences in view hold it.
  func closest(to token: Token, in vocabulary: Vocabulary, isWord: ((String) -> Bool)?, count: (Int) -> Int) -> String? {
    let word = token.normal
    guard token.kind == .word, !commonWords.contains(word) else { return nil }
    let length = word.unicodeScalars.count
    guard length >= lengthMin, length <= Sentence.scalarsMax else { return nil }
    guard word.unicodeScalars.allSatisfy({ ScalarClass($0) != .digit }) else { return nil }
    if let number = vocabulary.number(of: word), count(number) > 0 { return nil }
    guard isWord?(word) != true else { return nil }

    let letters = Self.letters(of: word)
    let shortest = isWord == nil ? lengthMin : lengthMin - 1
    var best: (number: Int, likelihood: Int)?
    for number in vocabulary.words.indices {
      guard (vocabulary.words[number].letters ^ letters).nonzeroBitCount <= 2 else { continue }
      guard abs(vocabulary.words[number].length - length) <= 1, vocabulary.words[number].length >= shortest else { continue }
      let sentences = count(number)
      guard sentences > 0, sentences * Self.alikeFactor >= best?.likelihood ?? 0 else { continue }
      let spelling = vocabulary.words[number].spelling
      let isAlike = Self.beginAlike(word, spelling)
      guard isAlike || isWord != nil, EditDistance.bounded(word, spelling, atMost: 1) == 1 else { continue }
      let likelihood = isAlike ? sentences * Self.alikeFactor : sentences
      guard likelihood >= best?.likelihood ?? 0 else { continue }
      if let best, likelihood == best.likelihood, spelling > vocabulary.words[best.number].spelling { continue }
      best = (number, likelihood)
    }
    return best.map { vocabulary.words[$0.number].spelling }
  }

  /// How much likelier a slip is elsewhere than at the beginning.
  private static let alikeFactor = 3

  /// True when two words begin with the same letter, or with the same two swapped. People seldom slip in the first letter
  /// (Pollock & Zamora 1984, Communications of the ACM 27(4)), and `mouse` is no misspelt `house`.
  private static func beginAlike(_ a: String, _ b: String) -> Bool {
    let (first, second) = (a.unicodeScalars.prefix(2), b.unicodeScalars.prefix(2))
    return first.first == second.first || first.elementsEqual(second.reversed())
  }

  /// One bit for each scalar modulo 64: an insertion or deletion changes at most one, a replacement two.
  static func letters(of word: String) -> UInt64 {
    word.unicodeScalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }
}
