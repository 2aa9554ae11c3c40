import Lessons
import Understanding

/// Sentences near to one that could not be read, each of which reads as it stands.
///
/// A suggestion is one click from being recorded. So none leaves out what denies, limits or counts, and what was only
/// half of a number is no number.
extension Repairer {
  mutating func suggestions(_ start: (end: Int, item: Int)?) -> [String] {
    let found = [start.flatMap(sentence), inOtherWords()].compactMap(\.self) + filledForms()
    var seen: Set<String> = []
    return Array(
      found.filter { !$0.isEmpty && !$0.contains("\"") && seen.insert($0).inserted && readsAlone($0) }.prefix(Self.suggestionsMax))
  }

  private var saysTooMuchInPart: Bool {
    words.indices.contains { caution(at: $0) != nil || functionWords.contains(words[$0].normal, in: .denial) }
  }

  /// “… is broken because it is old” with “if” in the place of “because”.
  private func inOtherWords() -> String? {
    let others = Dictionary(
      functionWords[.instead].compactMap { entry -> (String, String)? in
        let parts = entry.split(separator: "=").map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }, uniquingKeysWith: { first, _ in first })
    guard let position = words.indices.dropFirst().first(where: { others[words[$0].normal] != nil }), position + 1 < words.count,
      let other = others[words[position].normal]
    else { return nil }
    return "\(text(0..<position)) \(other) \(text(position + 1..<words.count))."
  }

  /// What the beginning says by itself.
  private func sentence(of start: (end: Int, item: Int)) -> String? {
    guard let meaning = Reading.Meaning(chart.items[start.item].phrase), !saysTooMuchInPart, !cutsNumber(at: start.end) else { return nil }
    let sayer = Sayer(grammar: reader.grammar, vocabulary: scanner.vocabulary)
    switch meaning {
    case .lesson(let taught):
      // A rule without its condition would hold of all.
      guard taught.count == 1, let one = taught.first, !words[start.end...].contains(where: isCondition) else { return nil }
      return sayer.say(one.teaching, one.qualifiers)
    case .question(let question): return scanner.sentence.isQuestion ? sayer.say(question) : nil
    case .correction, .aboutMe, .courtesy: return nil
    }
  }

  private func isCondition(_ word: Word) -> Bool { functionWords.contains(word.normal, in: .condition) }

  /// “1 000”, “2.4.1”, “5 6”
  private func cutsNumber(at position: Int) -> Bool {
    guard position > 0, position < words.count, words[position - 1].kind == .number else { return false }
    return words[position].kind == .number || !words[position].followsSpace || words[position].normal == "/"
  }

  /// The plainest forms with the names and numbers of this sentence.
  private mutating func filledForms() -> [String] {
    guard !saysTooMuchInPart else { return [] }
    let parts = parts()
    let sayer = Sayer(grammar: reader.grammar, vocabulary: scanner.vocabulary)
    var forms: [String] = []
    if let property = parts.properties.first, let thing = parts.things.first {
      if let value = parts.values.first, parts.values.count == 1, !scanner.sentence.isQuestion {
        if let quality = parts.qualities.first, let range = value.range {
          let body: [Condition] = [.pattern(Pattern(.x, .isA, .concept(thing))), .measure(.x, property, range)]
          forms.append(sayer.say(Rule(Pattern(.x, .isA, .concept(quality)), if: body)))
        }
        forms.append(sayer.say(Claim(thing, property, value)))
      } else if scanner.sentence.isQuestion {
        forms.append(sayer.say(Question.value(of: thing, property: property)))
      }
    }
    guard parts.hasCopula, !scanner.sentence.isQuestion, parts.values.isEmpty, parts.things.count + parts.qualities.count == 2,
      let thing = parts.things.first
    else { return forms }
    let kind = parts.qualities.first ?? parts.things.last.flatMap { scanner.vocabulary.roles(of: $0).contains(.kind) ? $0 : nil }
    if let kind { forms.append(sayer.say(Claim(thing, .isA, .concept(kind)))) }
    return forms
  }

  /// What the sentence names, by what it may be used for.
  private struct Parts {
    var properties: [Concept] = []
    var qualities: [Concept] = []
    var things: [Concept] = []
    var values: [Value] = []
    var hasCopula = false
  }

  private mutating func parts() -> Parts {
    var parts = Parts()
    var position = 0
    while position < words.count {
      let matches = chart.scanner.known(at: position).filter { $0.respellings.isEmpty }
      if let match = matches.max(by: { $0.range.upperBound < $1.range.upperBound }) {
        if match.roles.contains(.property) {
          parts.properties.append(match.concept)
        } else if match.roles.contains(.quality) {
          parts.qualities.append(match.concept)
        } else if !match.roles.isSubset(of: [.question, .relation]) || match.roles.isEmpty {
          parts.things.append(match.concept)
        }
        position = match.range.upperBound
      } else if let (value, end) = measure(at: position), !cutsNumber(at: end) {
        parts.values.append(value)
        position = end
      } else {
        parts.hasCopula = parts.hasCopula || scanner.isWord(position, .isOne) || scanner.isWord(position, .isMany)
        if let end = scanner.newNameEnds(at: position).first, isUnknown(position), let name = scanner.label(of: position..<end) {
          parts.things.append(name)
        }
        position += 1
      }
    }
    return parts
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
}
