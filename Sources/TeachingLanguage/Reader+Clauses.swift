import Lessons
import Understanding

/// Reading a sentence of several clauses as the sentences it could have been said in. It is always read back.
extension Reader {
  static let clausesMax = 6
  private static let clauseReadingsMax = 16
  private static let clauseCost = 0.5

  /// The readings of a sentence, with those in several sentences where no other says as much.
  func cut(_ sentence: Sentence, readAs whole: [Reading], _ vocabulary: Vocabulary, _ context: ReadingContext) -> [Reading] {
    let isKept = whole.first?.newConcepts.contains { $0.isLongDeed(grammar.morphology) } == true
    guard
      isKept || mayHoldApposition(sentence) || speaksOfPersonAgain(sentence) || mayLeaveOutOwner(sentence) || tellsRoleToo(sentence)
        || mayOwnWithin(sentence, whole.first)
        || whole.first.map(mayHoldClauses) ?? true,
      let best = readByClauses(sentence, vocabulary, context)
    else { return whole }
    return [best]
      + whole.prefix(Self.readingsMax - 1).filter { !Self.saysTheSame($0, as: best) }.map { reading in
        var behind = reading
        behind.weight = max(reading.weight, best.weight)
        return behind
      }
  }

  /// Whether the lessons are the same, in whatever order.
  private static func saysTheSame(_ one: Reading, as other: Reading) -> Bool {
    guard case .lesson(let first) = one.meaning, case .lesson(let second) = other.meaning else { return false }
    return Set(first) == Set(second)
  }

  /// The reading of the sentence in several; nil where some part of it is not read.
  private func readByClauses(_ sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext) -> Reading? {
    let splitter = ClauseSplitter(sentence: sentence, grammar: grammar)
    guard splitter.mayBeSplit else { return nil }
    var parts = ClauseReadings(splitter: splitter, vocabulary: vocabulary, context: context)
    let plain = splitter.whole
    // “Ana also works in Porto”
    let isShorter = plain.count < sentence.words.count && plain.parts.allSatisfy { if case .word = $0 { true } else { false } }
    guard let clauses = parts.unpacked(plain, isWhole: !isShorter, limit: Self.clausesMax, self), isShorter || clauses.count > 1 else {
      return nil
    }
    return joined(clauses)
  }

  /// One reading that says what all of them say.
  func joined(_ clauses: [Reading], isDoubtful: Bool = true) -> Reading? {
    var taught: [Taught] = []
    for case .lesson(let lessons) in clauses.map(\.meaning) { taught += lessons.filter { !taught.contains($0) } }
    guard !taught.isEmpty else { return nil }
    var said: [String] = []
    for clause in clauses where !said.contains(clause.paraphrase) { said.append(clause.paraphrase) }
    var new: [NewConcept] = []
    for concept in clauses.flatMap(\.newConcepts) where !new.contains(where: { $0.concept == concept.concept }) { new.append(concept) }
    var spans: [Span] = []
    for span in clauses.flatMap(\.spans).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) where !spans.contains(span) {
      spans.append(span)
    }
    return Reading(
      meaning: .lesson(taught), paraphrase: said.joined(separator: " "), newConcepts: new, spans: spans,
      respellings: clauses.flatMap(\.respellings),
      weight: clauses.reduce(0) { $0 + $1.weight } + Self.clauseCost * Double(clauses.count - 1), isDoubtful: isDoubtful)
  }

  /// What one clause says by itself: facts and names, as nothing else keeps its meaning outside its sentence.
  func read(_ clause: Clause, of sentence: Sentence, _ vocabulary: Vocabulary, _ context: ReadingContext) -> Reading? {
    let (text, moves) = clause.text(of: sentence)
    guard var own = SentenceSplitter.whole(text, grammar), own.words.count <= Chart.wordsMax else { return nil }
    if case .word(let first)? = clause.parts.first, first > 0 { own.beginsWithName = own.words.first?.written.first?.isUppercase == true }
    let scanner = Scanner(sentence: own, grammar: grammar, vocabulary: vocabulary, context: context)
    var chart = Chart(grammar: grammar, scanner: scanner)
    let read = ranked(readings(["told"], in: &chart), readByPhrasing(own, vocabulary, context))
    return read.first { reading in
      guard case .lesson(let taught) = reading.meaning else { return false }
      return taught.allSatisfy { lesson in
        switch lesson.teaching {
        // Words that were not taken apart may hold more than one clause says.
        case .claim(let claim): !claim.property.isNorm && !(claim.property == .does && claim.value.concept?.isLongDeed == true)
        case .name: true
        default: false
        }
      }
    }?.moved(moves, by: nil)
  }

  /// The clauses of one sentence that were read, each once.
  fileprivate struct ClauseReadings {
    let splitter: ClauseSplitter
    let vocabulary: Vocabulary
    let context: ReadingContext
    private var known: [Clause: Reading?] = [:]

    init(splitter: ClauseSplitter, vocabulary: Vocabulary, context: ReadingContext) {
      self.splitter = splitter
      self.vocabulary = vocabulary
      self.context = context
    }

    /// The cheapest way to read the clause, whole or cut; the whole sentence was tried before.
    mutating func unpacked(_ clause: Clause, isWhole: Bool, limit: Int, _ reader: Reader) -> [Reading]? {
      guard limit > 0 else { return nil }
      let splits = splitter.splits(of: clause)
      if !isWhole, splits.isEmpty { return reading(of: clause, reader).map { [$0] } }
      var best: [Reading]?
      for split in splits {
        guard known.count < Reader.clauseReadingsMax else { break }
        var parts: [Reading] = []
        for part in split {
          guard let read = unpacked(part, isWhole: false, limit: limit - split.count + 1, reader) else {
            parts = []
            break
          }
          parts += read
        }
        guard !parts.isEmpty else { continue }
        if best.map({ Reader.cost(of: parts) < Reader.cost(of: $0) }) ?? true { best = parts }
        // The first joint that holds is the likeliest.
        if isWhole || parts.count > 2 { break }
      }
      guard !isWhole, let read = reading(of: clause, reader) else { return best }
      return best.map { Reader.cost(of: $0) <= read.weight || reader.mayHoldClauses(read) ? $0 : [read] } ?? [read]
    }

    private mutating func reading(of clause: Clause, _ reader: Reader) -> Reading? {
      if let read = known[clause] { return read }
      let read = reader.read(clause, of: splitter.sentence, vocabulary, context)
      known[clause] = .some(read)
      return read
    }
  }

  private static func cost(of readings: [Reading]) -> Double {
    readings.reduce(clauseCost * Double(readings.count - 1)) { $0 + $1.weight }
  }
}
