import Lessons
import Understanding

/// Finds out how far a sentence was understood, and what near to it could be.
struct Repairer {
  let reader: Reader
  var chart: Chart
  let context: ReadingContext

  private var scanner: Scanner { chart.scanner }
  private var words: [Word] { chart.scanner.words }
  private var functionWords: FunctionWords { reader.grammar.functionWords }

  init(reader: Reader, chart: Chart, context: ReadingContext) {
    self.reader = reader
    self.chart = chart
    self.context = context
  }

  static let suggestionsMax = 3
  static let unknownWordsMax = 3

  func repair() -> Repair {
    var copy = self
    return copy.find()
  }

  private mutating func find() -> Repair {
    let start = longestStart()
    let names = namedRanges()
    var understood = start.map { [0..<$0.end] } ?? []
    for name in names where !understood.contains(where: { $0.overlaps(name) }) { understood.append(name) }
    let unused = words.indices.filter { position in !understood.contains { $0.contains(position) } }
    return Repair(
      reason: reason(start), understood: understood.map(offsets), unused: merged(unused).map(offsets), suggestions: suggestions(start),
      unknownWords: unknownWords())
  }

  // MARK: What was understood

  /// The longest beginning that is a sentence by itself.
  private mutating func longestStart() -> (end: Int, item: Int)? {
    var best: (end: Int, item: Int)?
    for root in ["told", "asked"] {
      guard let category = reader.grammar.category(named: root) else { continue }
      for index in chart.read(category, at: 0) {
        let item = chart.items[Int(index)]
        if item.end > (best?.end ?? 0) { best = (item.end, Int(index)) }
      }
    }
    return best
  }

  private mutating func namedRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = 0
    while position < words.count {
      let name = chart.scanner.known(at: position).map(\.range.upperBound).max()
      let number = chart.scanner.quantities(at: position).map(\.end).max()
      guard let end = [name, number].compactMap({ $0 }).max() else {
        position += 1
        continue
      }
      ranges.append(position..<end)
      position = end
    }
    return ranges
  }

  private func reason(_ start: (end: Int, item: Int)?) -> String {
    for word in words {
      if let advice = functionWords.cautions[word.normal] { return advice }
    }
    if context.subjects.isEmpty, let pronoun = words.first, isPronoun(pronoun.normal) {
      return functionWords.sentence("pronoun", ["word": pronoun.written])
    }
    if let start, start.end < words.count {
      return functionWords.sentence("understood", ["start": text(0..<start.end), "rest": text(start.end..<words.count)])
    }
    return functionWords.sentence("unread")
  }

  private func isPronoun(_ word: String) -> Bool {
    [FunctionWords.List.itOne, .itMany, .owner].contains { functionWords.contains(word, in: $0) }
  }

  // MARK: What it could be

  private mutating func suggestions(_ start: (end: Int, item: Int)?) -> [String] {
    var found: [String] = []
    if let start, let meaning = Reading.Meaning(chart.items[start.item].phrase) {
      let sayer = Sayer(grammar: reader.grammar, vocabulary: scanner.vocabulary)
      if case .lesson(let taught) = meaning, let one = taught.first, taught.count == 1, !hasCaution {
        found.append(sayer.say(one.teaching, one.qualifiers))
      } else if case .question(let question) = meaning {
        found.append(sayer.say(question))
      }
    }
    found += filledForms()
    var seen: Set<String> = []
    return Array(
      found.filter { !$0.isEmpty && !$0.contains("\"") && seen.insert($0).inserted && readsAlone($0) }.prefix(Self.suggestionsMax))
  }

  private var hasCaution: Bool { words.contains { functionWords.cautions[$0.normal] != nil } }

  /// The plainest forms with the names and numbers of this sentence.
  private mutating func filledForms() -> [String] {
    var properties: [Concept] = []
    var qualities: [Concept] = []
    var things: [Concept] = []
    var values: [Value] = []
    var position = 0
    while position < words.count {
      if let match = chart.scanner.known(at: position).filter({ $0.respellings.isEmpty }).max(by: {
        $0.range.upperBound < $1.range.upperBound
      }) {
        if match.roles.contains(.property) {
          properties.append(match.concept)
        } else if match.roles.contains(.quality) {
          qualities.append(match.concept)
        } else if !match.roles.isSubset(of: [.question, .relation]) || match.roles.isEmpty {
          things.append(match.concept)
        }
        position = match.range.upperBound
      } else if let value = measure(at: position) {
        values.append(value.0)
        position = value.1
      } else {
        if let end = scanner.newNameEnds(at: position).first, isUnknown(position), let name = scanner.label(of: position..<end) {
          things.append(name)
        }
        position += 1
      }
    }
    let sayer = Sayer(grammar: reader.grammar, vocabulary: scanner.vocabulary)
    var forms: [String] = []
    if let property = properties.first, let value = values.first {
      if let quality = qualities.first, let kind = things.first, let range = value.range {
        let body: [Condition] = [.pattern(Pattern(.x, .isA, .concept(kind))), .measure(.x, property, range)]
        forms.append(sayer.say(Rule(Pattern(.x, .isA, .concept(quality)), if: body)))
      }
      if let thing = things.first { forms.append(sayer.say(Claim(thing, property, value))) }
    } else if let property = properties.first, let thing = things.first {
      forms.append(sayer.say(Question.value(of: thing, property: property)))
    }
    if let thing = things.first, let quality = qualities.first { forms.append(sayer.say(Claim(thing, .isA, .concept(quality)))) }
    if things.count > 1 { forms.append(sayer.say(Claim(things[0], .isA, .concept(things[1])))) }
    return forms
  }

  private mutating func measure(at position: Int) -> (Value, Int)? {
    guard let category = reader.grammar.category(named: "measure") else { return nil }
    let items = chart.read(category, at: position).map { chart.items[Int($0)] }
    guard let longest = items.max(by: { ($0.end, -$0.cost) < ($1.end, -$1.cost) }), let value = longest.phrase.value else { return nil }
    return (value, longest.end)
  }

  /// Whether a suggestion reads when it is taken as it stands.
  private func readsAlone(_ suggestion: String) -> Bool {
    guard let sentence = SentenceSplitter.sentences(of: suggestion, reader.grammar).first, sentence.words.count <= Chart.wordsMax else {
      return false
    }
    var chart = Chart(
      grammar: reader.grammar,
      scanner: Scanner(sentence: sentence, grammar: reader.grammar, vocabulary: scanner.vocabulary, context: ReadingContext()))
    return !reader.readings(["told", "asked"], in: &chart).isEmpty
  }

  // MARK: Unknown words

  private func isUnknown(_ position: Int) -> Bool {
    let word = words[position]
    return word.kind == .word && !reader.grammar.reserved.contains(word.normal) && reader.grammar.symbols[word.normal] == nil
      && !scanner.vocabulary.knows(word: word.normal)
      && !scanner.morphology.bases(of: word.normal).contains { scanner.vocabulary.knows(word: $0.form) }
  }

  private func unknownWords() -> [UnknownWord] {
    words.indices.filter(isUnknown).prefix(Self.unknownWordsMax).map { position in
      let word = words[position]
      return UnknownWord(written: word.written, range: word.range, nearest: scanner.vocabulary.nearest(to: word.normal))
    }
  }

  // MARK: Places

  private func text(_ range: Range<Int>) -> String { scanner.sentence.written(range) }

  private func offsets(_ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
  }

  private func merged(_ positions: [Int]) -> [Range<Int>] {
    positions.reduce(into: []) { ranges, position in
      if let last = ranges.last, last.upperBound == position {
        ranges[ranges.count - 1] = last.lowerBound..<position + 1
      } else {
        ranges.append(position..<position + 1)
      }
    }
  }
}
