import Foundation

/// ProofWriter, ProntoQA, FOLIO: facts and rules, and a statement that follows from them or not, read as a question.
///
/// Sources: Tafjord, Dalvi & Clark (2021), ProofWriter; Saparov & He (2023), ProntoQA; Han et al. (2022), FOLIO.
enum Theories {
  private struct Line: Decodable {
    let sentences: [String]
    let statement: String
  }

  /// Each theory once, with all the statements asked of it.
  static func stories(in data: Data, named path: String, knowsMeanings: Bool = true) throws -> [ReadingStory] {
    var places: [[String]: Int] = [:]
    var stories: [ReadingStory] = []
    for line in try ReadingFile.lines(of: data, named: path, as: Line.self) {
      let place = places[line.sentences] ?? stories.count
      if place == stories.count {
        places[line.sentences] = place
        stories.append(ReadingStory(sentences: line.sentences.map { told($0, knowsMeanings) }))
      }
      if knowsMeanings { stories[place].sentences.append(asked(line.statement)) }
    }
    return stories
  }

  private static func told(_ text: String, _ knowsMeanings: Bool) -> ReadingCase {
    guard knowsMeanings else { return ReadingCase(text: text) }
    return ReadingCase(
      text: text, expectation: TheorySentence.meaning(of: text).map { .meaning([$0]) },
      group: text.hasPrefix("If ") ? "conditions" : "facts and rules")
  }

  private static func asked(_ statement: String) -> ReadingCase {
    let meaning = TheorySentence.claim(in: statement).map { ReadingCase.Expectation.meaning(["? " + $0]) }
    return ReadingCase(text: statement.dropLast(statement.hasSuffix(".") ? 1 : 0) + "?", expectation: meaning, group: "questions")
  }
}
