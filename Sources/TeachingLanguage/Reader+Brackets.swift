import Foundation
import Lessons
import Understanding

/// Another name, or a short one, in brackets after a name: “The glycemic index (GI) of rice is 50”, “Hypoglycemia (low blood
/// sugar) is dangerous”.
extension Reader {
  /// The readings of the sentence without what stands in brackets, each with what is short for what; nil where nothing is.
  func readAbbreviated(_ sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext) -> SentenceReading? {
    guard sentence.words.count(where: { $0.normal == "(" }) <= Self.bracketsMax, let found = AbbreviationInBrackets(in: sentence.words),
      case let scanner = Scanner(sentence: sentence, grammar: grammar, vocabulary: vocabulary, context: context),
      let long = scanner.nameWritten(at: found.long), let short = try? Concept(parsing: sentence.written(found.short)), long != short
    else { return nil }
    let naming = Naming(long, vocabulary.concept(key: short.key) ?? short, kind: .abbreviation)
    guard let read = read(sentence, without: found.leftOut, telling: naming, vocabulary, context) else { return nil }
    // What was taught before adds nothing to read back.
    let isTaught = vocabulary.concept(key: short.key) == long
    return SentenceReading(
      text: sentence.text, range: sentence.range, language: grammar.language, readings: read.readings,
      decision: read.decision == .record && !isTaught ? .confirm : read.decision)
  }

  /// The reading in which what stands in brackets is another name of what the sentence is about; nil where it cannot be.
  func readRenamed(_ sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext) -> Reading? {
    let words = sentence.words
    guard !sentence.isQuestion, let first = words.first, let aside = bracketed(words) ?? orElse(words), aside.upperBound + 1 < words.count
    else { return nil }
    let (open, close) = (aside.lowerBound, aside.upperBound - 1)
    let isBracket = words[open].normal == "("
    let start = [.definite, .indefinite].contains { grammar.functionWords.contains(first.normal, in: $0) } ? 1 : 0
    func isName(_ range: Range<Int>) -> Bool {
      (1...Self.bracketWordsMax).contains(range.count)
        && range.allSatisfy { place in
          words[place].kind == .word && !grammar.reserved.contains(words[place].normal) && !(isBracket && isTold(words[place]))
        }
    }
    let (name, other) = (start..<open, (isBracket ? open + 1 : open + 2)..<close)
    guard isName(name), isName(other) else { return nil }
    // “Carbohydrates (carbs) are …”
    let singulars = [name, other].map { grammar.morphology.singular(ofName: words[$0].map(\.normal)) }
    let areMany = !singulars.contains { $0 == nil }
    // “Mercury (planet)” tells which Mercury.
    let isKind = isBracket && other.count == 1 && words[other.lowerBound].written == words[other.lowerBound].normal && !areMany
    let scanner = Scanner(sentence: sentence, grammar: grammar, vocabulary: vocabulary, context: context)
    guard !isKind, let concept = areMany ? scanner.label(of: name, bent: singulars[0]) : scanner.nameWritten(at: name),
      let second = areMany ? scanner.label(of: other, bent: singulars[1]) : scanner.nameWritten(at: other), concept != second
    else { return nil }
    // “Apples, or pears, are …” are two things that are known.
    guard isBracket || vocabulary.concept(key: concept.key) == nil || vocabulary.concept(key: second.key) == nil else { return nil }
    return read(sentence, without: Set(open...close), telling: Naming(concept, second), vocabulary, context)?.readings.first
  }

  /// “(low blood sugar)”
  private func bracketed(_ words: [Word]) -> Range<Int>? {
    guard words.count(where: { $0.normal == "(" }) == 1, let open = words.firstIndex(where: { $0.normal == "(" }),
      let close = words[open...].firstIndex(where: { $0.normal == ")" })
    else { return nil }
    return open..<close + 1
  }

  /// “, or acetaminophen,” of “Paracetamol, or acetaminophen, is a drug”.
  private func orElse(_ words: [Word]) -> Range<Int>? {
    guard words.count(where: { $0.normal == "," }) == 2, let open = words.firstIndex(where: { $0.normal == "," }),
      let close = words.lastIndex(where: { $0.normal == "," }), close > open + 2,
      grammar.functionWords.contains(words[open + 1].normal, in: .or)
    else { return nil }
    return open..<close + 1
  }

  private static let bracketWordsMax = 4
  /// Each is taken out, and the sentence read again.
  private static let bracketsMax = 3

  /// “(born …)”, “(in Porto)”
  private func isTold(_ word: Word) -> Bool {
    grammar.morphology.isPreposition(word.normal) || word.written == word.normal && grammar.morphology.isParticiple(word.normal)
  }

  private func read(
    _ sentence: Sentence, without left: Set<Int>, telling naming: Naming, _ vocabulary: Vocabulary, _ context: ReadingContext
  ) -> (readings: [Reading], decision: Decision)? {
    let rest = Clause(sentence.words.indices.filter { !left.contains($0) }.map { .word($0) })
    let (text, moves) = rest.text(of: sentence)
    guard let plain = SentenceSplitter.whole(sentence.isQuestion ? text.dropLast() + "?" : text, grammar) else { return nil }
    var told = Lexicon()
    told.add(.name(naming), Qualifiers())
    let read = self.read(plain, vocabulary: vocabulary.adding(told), context)
    guard !read.readings.isEmpty else { return nil }
    let said = Sayer(grammars: grammars, grammar: grammar, vocabulary: vocabulary, newRoles: [:]).say([Taught(.name(naming))])
    let isTaught = vocabulary.concept(key: naming.other.key) == naming.concept
    let isNew = vocabulary.concept(key: naming.other.key) == nil
    let readings = read.readings.map { reading -> Reading in
      let moved = reading.moved(moves, by: nil)
      guard case .lesson(let taught) = reading.meaning, !isTaught else { return moved }
      return Reading(
        meaning: .lesson([Taught(.name(naming))] + taught), paraphrase: said + " " + moved.paraphrase,
        newConcepts: moved.newConcepts + (isNew ? [NewConcept(concept: naming.other, role: .thing)] : []), spans: moved.spans,
        respellings: moved.respellings, weight: moved.weight, isDoubtful: true)
    }
    return (readings, read.decision)
  }
}

/// Where a sentence says what is short for what.
///
/// Source: Schwartz & Hearst (2003), A simple algorithm for identifying abbreviation definitions in biomedical text,
/// Pacific Symposium on Biocomputing 8, section 3.
struct AbbreviationInBrackets {
  /// Positions of words.
  let long: Range<Int>
  let short: Range<Int>
  /// The brackets, and the short form.
  let leftOut: Set<Int>

  private static let shortLettersMax = 10
  private static let innerWordsMax = 6

  init?(in words: [Word]) {
    for open in words.indices.dropFirst() where words[open].normal == "(" {
      guard let close = words[open...].firstIndex(where: { $0.normal == ")" }), (2...Self.innerWordsMax + 1).contains(close - open) else {
        continue
      }
      // “glycemic index (GI)”
      if close == open + 2, Self.isShort(words[open + 1]), let start = Self.start(of: words[open + 1].written, before: open, in: words) {
        (long, short, leftOut) = (start..<open, open + 1..<close, Set(open...close))
        return
      }
      // “GI (glycemic index)”
      if close > open + 2, Self.isShort(words[open - 1]), Self.start(of: words[open - 1].written, before: close, in: words) == open + 1 {
        (long, short, leftOut) = (open + 1..<close, open - 1..<open, [open - 1, open, close])
        return
      }
    }
    return nil
  }

  private static func isShort(_ word: Word) -> Bool {
    word.kind == .word && (2...shortLettersMax).contains(word.written.count) && word.written.count(where: \.isUppercase) > 1
  }

  /// Where the words before `end` begin that the short form is of: its letters occur in them in order, the first at a beginning.
  private static func start(of short: String, before end: Int, in words: [Word]) -> Int? {
    let letters = Array(short.lowercased().folding(options: .diacriticInsensitive, locale: nil).filter { $0.isLetter || $0.isNumber })
    let wordsMax = min(letters.count + 5, letters.count * 2)
    var left = letters.count - 1
    for position in stride(from: end - 1, through: max(0, end - wordsMax), by: -1) {
      guard words[position].kind != .mark || words[position].normal == "-" else { return nil }
      let characters = Array(words[position].normal.folding(options: .diacriticInsensitive, locale: nil))
      for (place, character) in characters.enumerated().reversed() where character == letters[left] {
        // The first letter begins a word.
        guard left > 0 || place == 0 else { continue }
        left -= 1
        if left < 0 { return end - position > 1 ? position : nil }
      }
    }
    return nil
  }
}
