import Lessons
import Understanding

/// Finds out how far a sentence was understood, and what near to it could be.
struct Repairer {
  let reader: Reader
  var chart: Chart
  let context: ReadingContext

  var scanner: Scanner { chart.scanner }
  var words: [Word] { chart.scanner.words }
  var functionWords: FunctionWords { reader.grammar.functionWords }

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
      reason: reason(start, names), understood: understood.map(offsets), unused: merged(unused).map(offsets),
      suggestions: suggestions(start),
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

  private func reason(_ start: (end: Int, item: Int)?, _ names: [Range<Int>]) -> String {
    if let advice = words.indices.lazy.compactMap(caution).first { return advice }
    if context.subjects.isEmpty, let pronoun = words.first, isPronoun(pronoun.normal) {
      return functionWords.sentence("pronoun", ["word": pronoun.written])
    }
    if let start, start.end < words.count {
      return functionWords.sentence("understood", ["start": text(0..<start.end), "rest": text(start.end..<words.count)])
    }
    return whatIsKnown(names)
  }

  /// What is said of a word that cannot be taught this way; “3 May” is a day.
  func caution(at position: Int) -> String? {
    let isDay = scanner.month(at: position) != nil && position > 0 && words[position - 1].kind == .number
    return isDay ? nil : functionWords.cautions[words[position].normal]
  }

  /// “I know “router” here, but not “blicket”.”
  private func whatIsKnown(_ names: [Range<Int>]) -> String {
    let known = Self.quoted(names.filter { words[$0.lowerBound].kind == .word }.prefix(Self.namesToldMax).map { text($0) })
    let unknown = Self.quoted(words.indices.filter(isUnknown).prefix(Self.namesToldMax).map { words[$0].written })
    let key = known.isEmpty ? (unknown.isEmpty ? "unread" : "unknown") : unknown.isEmpty ? "known" : "known.unknown"
    let said = functionWords.sentence(key, ["names": known, "words": unknown])
    return said.isEmpty ? functionWords.sentence("unread") : said
  }

  private static let namesToldMax = 3

  private static func quoted(_ names: [String]) -> String { names.map { "“\($0)”" }.joined(separator: ", ") }

  private func isPronoun(_ word: String) -> Bool {
    [FunctionWords.List.itOne, .itMany, .owner].contains { functionWords.contains(word, in: $0) }
  }

  // MARK: Unknown words

  func isUnknown(_ position: Int) -> Bool {
    let word = words[position]
    // “3 months” counts, and “February” is known to everyone.
    guard scanner.month(at: position) == nil, position == 0 || words[position - 1].kind != .number else { return false }
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

  func text(_ range: Range<Int>) -> String { scanner.sentence.written(range) }

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
