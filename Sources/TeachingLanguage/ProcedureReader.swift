import Lessons
import Understanding

/// Reads a procedure: an opening that ends in a colon, and sentences with numbers or dashes before them.
///
/// A procedure is the one meaning that takes several sentences. Each of them is read by the grammar's patterns for
/// pieces of procedures; what is none of these is something to do, in the teacher's words.
struct ProcedureReader {
  let reader: Reader
  let vocabulary: Vocabulary

  /// What was read, and how many sentences it took.
  struct Found {
    let reading: SentenceReading
    let count: Int
  }

  /// A sentence, or what follows the opening's colon, without its number.
  private struct Line {
    let sentence: Sentence
    let startsStep: Bool
    /// Which of the sentences it is.
    let index: Int
  }

  /// Nil where no procedure begins at that sentence.
  func read(_ sentences: ArraySlice<Sentence>, of text: String) -> Found? {
    guard let first = sentences.first, let colon = first.words.firstIndex(where: { $0.normal == ":" }),
      let goal = goal(of: part(of: first, 0..<colon))
    else { return nil }
    let lines = lines(of: sentences, after: colon)
    guard lines.contains(where: \.startsStep) else { return nil }
    var draft = Draft()
    var last = sentences.startIndex
    for (place, line) in lines.enumerated() {
      let isWithin = lines[place...].dropFirst().contains(where: \.startsStep)
      guard draft.take(line.startsStep, piece(line.sentence), line.sentence, isWithin: isWithin) else { break }
      last = line.index
    }
    guard draft.hasSteps else { return nil }
    let range = first.range.lowerBound..<sentences[last].range.upperBound
    let reading = reading(draft.procedure(goal), slice(text[...].utf8, range), range)
    return Found(reading: reading, count: last - sentences.startIndex + 1)
  }

  private func reading(_ procedure: Procedure?, _ text: String, _ range: Range<Int>) -> SentenceReading {
    guard let procedure else {
      let reason = reader.grammar.functionWords.sentence("no.step")
      return SentenceReading(
        text: text, range: range, language: reader.grammar.language, readings: [],
        decision: .note(Repair(reason: reason, understood: [], unused: [range], suggestions: [], unknownWords: [])))
    }
    let sayer = Sayer(grammar: reader.grammar, vocabulary: vocabulary)
    let reading = Reading(
      meaning: .lesson([Taught(.procedure(procedure))]), paraphrase: sayer.say(.procedure(procedure)), newConcepts: [], spans: [],
      respellings: [], weight: 0)
    return SentenceReading(text: text, range: range, language: reader.grammar.language, readings: [reading], decision: .confirm)
  }

  // MARK: Lines

  private func lines(of sentences: ArraySlice<Sentence>, after colon: Int) -> [Line] {
    var lines: [Line] = []
    var isNumbered = false
    for index in sentences.indices {
      let sentence = sentences[index]
      let start = index == sentences.startIndex ? colon + 1 : 0
      let marker = marker(in: sentence, at: start)
      let rest = part(of: sentence, start + marker..<sentence.words.count)
      guard !rest.words.isEmpty else {
        // “1.” alone: the point after it ended the sentence.
        isNumbered = isNumbered || marker > 0
        continue
      }
      lines.append(Line(sentence: rest, startsStep: isNumbered || marker > 0, index: index))
      isNumbered = false
    }
    return lines
  }

  /// How many words the number or dash before a step takes.
  private func marker(in sentence: Sentence, at start: Int) -> Int {
    guard start < sentence.words.count else { return 0 }
    let word = sentence.words[start]
    if ["-", "–", "•", "*"].contains(word.normal) { return 1 }
    guard word.kind == .number, word.normal.allSatisfy(\.isNumber) else { return 0 }
    if start + 1 == sentence.words.count { return 1 }
    return [")", "."].contains(sentence.words[start + 1].normal) ? 2 : 0
  }

  private func part(of sentence: Sentence, _ words: Range<Int>) -> Sentence {
    let kept = Array(sentence.words[words])
    return Sentence(text: sentence.text, range: sentence.range, words: kept, isQuestion: false)
  }

  // MARK: By the grammar

  private func goal(of opening: Sentence) -> String? { phrases(of: opening, "procedure.opening").first?.text }

  private func piece(_ sentence: Sentence) -> ProcedurePiece? {
    for case .piece(let piece) in phrases(of: sentence, "piece") { return piece }
    return nil
  }

  /// All that the words can be as a whole, cheapest first.
  private func phrases(of sentence: Sentence, _ category: String) -> [Phrase] {
    guard let category = reader.grammar.category(named: category), (1...Chart.wordsMax).contains(sentence.words.count) else { return [] }
    let scanner = Scanner(sentence: sentence, grammar: reader.grammar, vocabulary: vocabulary, context: ReadingContext())
    var chart = Chart(grammar: reader.grammar, scanner: scanner)
    return chart.read(category, at: 0).map { chart.items[Int($0)] }.filter { $0.end == sentence.words.count }.map(\.phrase)
  }
}

/// A procedure, while its sentences come in.
private struct Draft {
  private var needs: [String] = []
  private var before: [String] = []
  private var steps: [Procedure.Step] = []
  private var stops: [String] = []

  var hasSteps: Bool { !steps.isEmpty }

  func procedure(_ goal: String) -> Procedure? { Procedure(goal, needs: needs, before: before, steps: steps, stops: stops) }

  /// - Parameter isWithin: whether another step comes after it, so that it belongs to the procedure whatever it says.
  /// - Returns: false where the procedure has ended before.
  mutating func take(_ startsStep: Bool, _ piece: ProcedurePiece?, _ sentence: Sentence, isWithin: Bool) -> Bool {
    let words = sentence.written(0..<sentence.words.count)
    guard !startsStep else {
      if case .step(let step)? = piece { steps.append(step) } else { steps.append(.act(words)) }
      return true
    }
    switch piece {
    case .needs(let things): needs += things
    case .before(let action): before.append(action)
    case .stop(let condition): stops.append(condition)
    case .branches(let branches): return add(branches)
    case .step(.check(let condition, let next)) where hasSteps: steps.append(.check(condition, next))
    case .step, nil: return isWithin && lengthen(by: words)
    }
    return true
  }

  private mutating func add(_ branches: [Procedure.Branch]) -> Bool {
    guard case .ask(let question, let known)? = steps.last else { return false }
    steps[steps.count - 1] = .ask(question, known + branches)
    return true
  }

  private mutating func lengthen(by words: String) -> Bool {
    guard case .act(let action)? = steps.last else { return false }
    steps[steps.count - 1] = .act("\(action). \(words)")
    return true
  }
}
