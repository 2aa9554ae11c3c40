import Foundation
import Lessons
import Testing
import TeachingLanguage

/// The language's own suite: every form in the words of several professions, and traps that are easily misread.
///
/// The files are in the form that `village evaluate reading --input` takes. What is expected was written down from what
/// the writer means, so some lines fail; the floors below only ever rise.
@Suite struct SuiteTests {
  @Test func `people's own wordings of every form are read as they are meant`() throws {
    let figures = SuiteFigures(try Suite.load("en.jsonl"))
    figures.report("wordings")
    #expect(figures.first >= 0.99)
    #expect(figures.firstThree >= 1)
    #expect(figures.misread.isEmpty, "\(figures.misread.map(\.text))")
  }

  @Test(arguments: [("pt", 0.99), ("es", 0.99)])
  func `people's wordings in another language are read as they are meant`(language: String, least: Double) throws {
    let figures = SuiteFigures(try Suite.load("\(language).jsonl", language: language))
    figures.report("wordings in \(language)")
    #expect(figures.first >= least)
    #expect(figures.firstThree >= 0.995)
    #expect(figures.misread.isEmpty, "\(figures.misread.map(\.text))")
  }

  @Test(arguments: [("en", "traps.jsonl"), ("pt", "traps.pt.jsonl"), ("es", "traps.es.jsonl")])
  func `what is easily misread is read right or asked`(language: String, file: String) throws {
    let figures = SuiteFigures(try Suite.load(file, language: language))
    figures.report("traps in \(language)")
    #expect(figures.first >= 0.99)
    #expect(figures.firstThree >= 1)
    #expect(figures.misread.isEmpty, "\(figures.misread.map(\.text))")
  }
}

/// A line of a suite with how it was read.
struct SuiteOutcome {
  let text: String
  let group: String
  /// From 0 the place of a right reading; 0 as well where it may be asked and was.
  let place: Int?
  /// Taken without asking, and wrong.
  let isMisread: Bool
  let read: String
}

private struct SuiteFigures {
  let outcomes: [SuiteOutcome]

  init(_ outcomes: [SuiteOutcome]) { self.outcomes = outcomes }

  var first: Double { share { $0.place == 0 } }
  var firstThree: Double { share { $0.place != nil } }
  var misread: [SuiteOutcome] { outcomes.filter(\.isMisread) }

  private func share(_ isCounted: (SuiteOutcome) -> Bool) -> Double { Double(outcomes.count(where: isCounted)) / Double(outcomes.count) }

  /// Names every line that is not read as it is meant.
  func report(_ name: String) {
    for outcome in outcomes where outcome.place != 0 {
      print(
        "\(outcome.isMisread ? "MISREAD" : outcome.place == nil ? "wrong" : "later")\t\(outcome.group)\t\(outcome.text)\t\(outcome.read)")
    }
    print("\(name): \(outcomes.count) lines, first \(first), within three \(firstThree), silently misread \(misread.count)")
  }
}

enum Suite {
  private struct Line: Decodable {
    let text: String
    let meanings: [String]
    let ask: Bool
    let taught: [String]
    let group: String

    private enum CodingKeys: String, CodingKey { case text, meaning, ask, taught, group }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      text = try container.decode(String.self, forKey: .text)
      meanings =
        if let one = try? container.decode(String.self, forKey: .meaning) { [one] } else {
          try container.decodeIfPresent([String].self, forKey: .meaning) ?? []
        }
      ask = try container.decodeIfPresent(Bool.self, forKey: .ask) ?? false
      taught = try container.decodeIfPresent([String].self, forKey: .taught) ?? []
      group = try container.decodeIfPresent(String.self, forKey: .group) ?? ""
    }
  }

  static func load(_ name: String, language: String = "en") throws -> [SuiteOutcome] {
    let reader = Reader(grammar: try Grammar.bundled(language: language))
    var village = Lexicon()
    village.learn(try text(language == "en" ? "village.txt" : "village.\(language).txt"), reader)
    let decoder = JSONDecoder()
    return try text(name).split(separator: "\n").map { bytes in
      let line = try decoder.decode(Line.self, from: Data(bytes.utf8))
      var known = village
      for sentence in line.taught { known.learn(sentence, reader) }
      return outcome(line, reader.read(line.text, vocabulary: Vocabulary(layers: [known])))
    }
  }

  static func sentences(_ name: String) throws -> Set<String> {
    Set(try text(name).split(separator: "\n").map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)).text })
  }

  private static let offeredMax = 3

  private static func outcome(_ line: Line, _ read: [SentenceReading]) -> SuiteOutcome {
    let isRead = !read.isEmpty && read.allSatisfy { !$0.readings.isEmpty }
    let isTaken = isRead && read.allSatisfy { $0.decision == .record || $0.decision == .answer }
    let place = (0..<offeredMax).first { place in
      let offered = read.compactMap { $0.readings.isEmpty ? nil : $0.readings[min(place, $0.readings.count - 1)] }
      let said = offered.map { Notation.text($0.meaning) }.joined(separator: "; ").lowercased()
      return isRead && line.meanings.contains { $0.lowercased() == said }
    }
    let isAsked = line.ask && !isTaken
    return SuiteOutcome(
      text: line.text, group: line.group, place: isAsked ? 0 : place, isMisread: isTaken && place != 0,
      read: read.map { Notation.text($0).replacing("\t", with: " ") }.joined(separator: " / "))
  }

  private static func text(_ name: String) throws -> String {
    let url = try #require(Bundle.module.url(forResource: "Suite/\(name)", withExtension: nil))
    return try String(contentsOf: url, encoding: .utf8)
  }
}

extension Lexicon {
  fileprivate mutating func learn(_ text: String, _ reader: Reader) {
    for sentence in reader.read(text, vocabulary: Vocabulary(layers: [self])) {
      guard case .lesson(let taught)? = sentence.readings.first?.meaning else {
        Issue.record("the village does not read “\(sentence.text)”")
        continue
      }
      for lesson in taught { add(lesson.teaching, lesson.qualifiers) }
    }
  }
}
