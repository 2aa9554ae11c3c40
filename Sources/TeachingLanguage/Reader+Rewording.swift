public import Lessons
import Understanding

/// Learning a phrasing from a sentence that could not be read and the one that its teacher said instead.
extension Reader {
  private static let letters: [Character] = ["X", "Y", "Z", "W", "V", "U"]

  /// The phrasing by which the first would have been understood as the second; nil where the two have too little in common
  /// to tell, or where it would not be read so.
  ///
  /// What both name becomes a slot. Every number and every new name of the second must be in the first: else the phrasing
  /// would add what nobody said.
  public func phrasing(said: String, meant: String, vocabulary: Vocabulary, context: ReadingContext = ReadingContext()) -> Phrasing? {
    let (first, second) = (SentenceSplitter.sentences(of: said, grammar), SentenceSplitter.sentences(of: meant, grammar))
    guard first.count == 1, second.count == 1, let said = first.first, let meant = second.first, said.words != meant.words,
      let reading = read(meant, vocabulary: vocabulary, context).readings.first, reading.isShared
    else { return nil }
    var slots: [(letter: Character, said: Range<Int>, meant: Range<Int>)] = []
    let spans = reading.spans.sorted { ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound) }
    for span in spans {
      guard let place = meant.words(in: span.range), !slots.contains(where: { $0.meant.overlaps(place) }) else { continue }
      let own = withoutArticle(place, in: meant)
      guard let found = run(of: own, in: meant, within: said, free: { range in !slots.contains { $0.said.overlaps(range) } }) else {
        if span.mustBeSaid { return nil }
        continue
      }
      guard slots.count < Self.letters.count else { return nil }
      slots.append((Self.letters[slots.count], withArticle(found, in: said), withArticle(own, in: meant)))
    }
    let others = said.words.indices.filter { position in
      said.words[position].kind != .mark && !slots.contains { $0.said.contains(position) }
    }
    // “X is Y” would be an instance of anything.
    guard others.contains(where: { !grammar.reserved.contains(said.words[$0].normal) }), !slots.isEmpty, slots.count + others.count > 2
    else { return nil }
    // By alphabet in the order in which they are said.
    let order = slots.indices.sorted { slots[$0].said.lowerBound < slots[$1].said.lowerBound }
    for (place, index) in order.enumerated() { slots[index].letter = Self.letters[place] }
    let phrasing = Phrasing(
      said.text(replacing: slots.map { ($0.said, $0.letter) }), means: meant.text(replacing: slots.map { ($0.meant, $0.letter) }))
    var lexicon = Lexicon()
    lexicon.add(.phrasing(phrasing))
    let again = read(said, vocabulary: vocabulary.adding(lexicon), context).readings.first
    return again?.phrasing == phrasing && again?.meaning == reading.meaning ? phrasing : nil
  }

  /// Whether sentences that were understood before would be understood otherwise once the phrasing is taught.
  ///
  /// - Returns: the first of them.
  public func firstChanged(
    by phrasing: Phrasing, among sentences: some Sequence<String>, vocabulary: Vocabulary, context: ReadingContext = ReadingContext()
  ) -> String? {
    guard let pattern = PhrasingPattern(phrasing, grammar) else { return nil }
    var lexicon = Lexicon()
    lexicon.add(.phrasing(phrasing))
    let after = vocabulary.adding(lexicon)
    return sentences.first { text in
      let sentences = SentenceSplitter.sentences(of: text, grammar)
      guard sentences.count == 1, let sentence = sentences.first, !pattern.matches(sentence.words).isEmpty else { return false }
      let before = read(sentence, vocabulary: vocabulary, context).readings.first
      return before != nil && read(sentence, vocabulary: after, context).readings.first?.meaning != before?.meaning
    }
  }

  /// The same words elsewhere, in the singular or the plural.
  private func run(of range: Range<Int>, in one: Sentence, within other: Sentence, free: (Range<Int>) -> Bool) -> Range<Int>? {
    let wanted = one.words[range].map(\.normal)
    guard !wanted.isEmpty, other.words.count >= wanted.count else { return nil }
    return (0...other.words.count - wanted.count).lazy.map { $0..<$0 + wanted.count }.first { place in
      free(place) && zip(wanted, other.words[place]).allSatisfy { isForm($0, of: $1.normal) }
    }
  }

  private func isForm(_ one: String, of other: String) -> Bool {
    one == other || grammar.morphology.singulars(of: one).contains(other) || grammar.morphology.singulars(of: other).contains(one)
  }

  private func isArticle(_ position: Int, in sentence: Sentence) -> Bool {
    [FunctionWords.List.definite, .indefinite].contains { grammar.functionWords.contains(sentence.words[position].normal, in: $0) }
  }

  private func withoutArticle(_ range: Range<Int>, in sentence: Sentence) -> Range<Int> {
    range.count > 1 && isArticle(range.lowerBound, in: sentence) ? range.lowerBound + 1..<range.upperBound : range
  }

  /// An article goes with the name that follows it, as the next name may need none.
  private func withArticle(_ range: Range<Int>, in sentence: Sentence) -> Range<Int> {
    range.lowerBound > 0 && isArticle(range.lowerBound - 1, in: sentence) ? range.lowerBound - 1..<range.upperBound : range
  }
}

extension Reading {
  /// Whether it says something that others may say in other words.
  fileprivate var isShared: Bool {
    switch meaning {
    case .lesson(let taught): taught.allSatisfy { if case .claim = $0.teaching { true } else { false } }
    case .question: true
    case .correction, .aboutMe, .courtesy: false
    }
  }
}

extension Span {
  /// A thing, a number or a day comes from who speaks; what is said of it may be the phrasing's.
  fileprivate var mustBeSaid: Bool {
    switch kind {
    case .value, .period: true
    case .concept(_, let role), .new(_, let role): role == .thing || role == .audience
    case .words: true
    }
  }
}

extension Sentence {
  /// The words that a stretch of the text covers; nil where it covers none.
  fileprivate func words(in offsets: Range<Int>) -> Range<Int>? {
    let covered = words.indices.filter {
      words[$0].range.lowerBound >= offsets.lowerBound && words[$0].range.upperBound <= offsets.upperBound
    }
    return covered.first.flatMap { first in covered.last.map { first..<$0 + 1 } }
  }

  /// The sentence without its mark at the end, with letters for some of its words.
  fileprivate func text(replacing slots: [(words: Range<Int>, letter: Character)]) -> String {
    guard let last = words.indices.last else { return "" }
    var text = ""
    var position = 0
    for slot in slots.sorted(by: { $0.words.lowerBound < $1.words.lowerBound }) {
      text += between(position, slot.words.lowerBound) + String(slot.letter)
      position = slot.words.upperBound
    }
    return text + between(position, last + 1)
  }

  /// From the end of the word before to the beginning of a later one, as written.
  private func between(_ start: Int, _ end: Int) -> String {
    let from = start == 0 ? range.lowerBound : words[start - 1].range.upperBound
    let to = end == words.count ? (words.last?.range.upperBound ?? from) : words[end].range.lowerBound
    guard from < to else { return "" }
    return slice(text[...].utf8, from - range.lowerBound..<to - range.lowerBound)
  }
}
