import Foundation
import Lessons
import TeachingLanguage

/// Reads stories as a village would that confirms what is right and records nothing else.
struct ReadingTrial {
  let reader: Reader
  private var known = Lexicon()
  /// What names of relations turned out to stand for.
  private var relations: [LooseName: LooseName] = [:]
  /// How each sentence was read.
  private(set) var record: [String] = []

  /// The first reading of each sentence in the notation; empty where there is none.
  private(set) var firstReadings: [String] = []

  init(reader: Reader) { self.reader = reader }

  mutating func learn(names: [String], sentences: [String]) throws {
    for name in names.compactMap({ try? Concept(parsing: $0) }) { known.add(.claim(Claim(name, .isA, .concept("thing")))) }
    for sentence in sentences {
      for taught in lessons(in: sentence, Vocabulary(layers: [known])) { known.add(taught.teaching, taught.qualifiers) }
    }
  }

  /// Teaches facts and how they are worded: each text's phrasing, and what the relation is called where the text is read without one.
  mutating func learn(_ facts: [WordedFact]) {
    var names: [LooseName: [LooseName: Int]] = [:]
    for fact in facts {
      let readings = reader.read(fact.text, vocabulary: Vocabulary(layers: [known])).compactMap(\.readings.first)
      for link in ReadingVerdict.links(in: readings) where link.one.isAlike(fact.subject) && link.other.isAlike(fact.object) {
        if let relation = link.relation { names[relation, default: [:]][fact.relation, default: 0] += 1 }
      }
    }
    relations = names.compactMapValues { counts in counts.max { ($0.value, $1.key.text) < ($1.value, $0.key.text) }?.key }
    for fact in facts {
      if let claim = fact.claim { known.add(.claim(claim)) }
      if let phrasing = fact.phrasing { known.add(.phrasing(phrasing)) }
    }
  }

  mutating func run(_ stories: [ReadingStory]) -> [ReadingReport.Row] {
    let clock = ContinuousClock()
    var rows: [ReadingReport.Row] = []
    for story in stories {
      var fresh = Lexicon()
      for sentence in story.taught {
        for taught in lessons(in: sentence, Vocabulary(layers: [known, fresh])) { fresh.add(taught.teaching, taught.qualifiers) }
      }
      for sentence in story.sentences {
        let vocabulary = Vocabulary(layers: fresh.count == 0 ? [known] : [known, fresh])
        guard !sentence.isReason else {
          rows.append(reason(sentence, vocabulary))
          continue
        }
        var read: [SentenceReading] = []
        let time = clock.measure { read = reader.read(sentence.text, vocabulary: vocabulary) }
        let verdict = ReadingVerdict(read, of: sentence, relations: relations)
        for taught in verdict.lessons { fresh.add(taught.teaching, taught.qualifiers) }
        rows.append(ReadingReport.Row(group: sentence.group, verdict: verdict, milliseconds: time / .milliseconds(1)))
        record.append(Self.line(sentence, read, verdict))
        firstReadings.append(read.compactMap(\.readings.first).map { Notation.text($0.meaning) }.joined(separator: "; "))
      }
    }
    return rows
  }

  private mutating func reason(_ sentence: ReadingCase, _ vocabulary: Vocabulary) -> ReadingReport.Row {
    var reasons: [ReasonReading] = []
    let time = ContinuousClock().measure { reasons = reader.reasons(in: sentence.text, vocabulary: vocabulary) }
    record.append(
      ["open", sentence.group ?? "", sentence.text, reasons.first.map { Notation.text($0.condition) } ?? ""].joined(separator: "\t"))
    return ReadingReport.Row(
      group: sentence.group, verdict: ReadingVerdict(isRead: !reasons.isEmpty), milliseconds: time / .milliseconds(1))
  }

  private func lessons(in sentence: String, _ vocabulary: Vocabulary) -> [Taught] {
    reader.read(sentence, vocabulary: vocabulary).flatMap { read -> [Taught] in
      if case .lesson(let taught)? = read.readings.first?.meaning { taught } else { [] }
    }
  }

  private static func line(_ sentence: ReadingCase, _ read: [SentenceReading], _ verdict: ReadingVerdict) -> String {
    let mark = !verdict.isExpected ? "open" : verdict.place == 0 ? "right" : verdict.place != nil ? "later" : "wrong"
    let readings = read.map { Notation.text($0).replacing("\t", with: " ") }.joined(separator: " / ")
    var line = [mark, sentence.group ?? "", sentence.text, readings]
    if case .meaning(let meanings)? = sentence.expectation, verdict.place != 0 { line.append(meanings.joined(separator: " or ")) }
    if case .links(let links)? = sentence.expectation, verdict.place != 0 {
      line.append(links.map { "\($0.one.text) – \($0.other.text)" }.joined(separator: " & "))
    }
    return line.joined(separator: "\t").replacing("\n", with: " ")
  }
}
