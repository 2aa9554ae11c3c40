import Foundation

/// WebNLG: texts that state one to three facts. A fact is found when a claim brings its two names together, whatever the
/// relation is called: nothing is told about any relation.
///
/// Source: Gardent, Shimorina, Narayan & Perez-Beltrachini (2017), creating training corpora for NLG micro-planners, ACL.
enum FactTexts {
  private struct Line: Decodable {
    let size: Int
    let triples: [[String]]
    let texts: [String]
  }

  /// - Parameter areWhole: whether the relation must be the right one, too, as its teachers call it.
  static func stories(in data: Data, named path: String, areWhole: Bool = false) throws -> [ReadingStory] {
    try ReadingFile.lines(of: data, named: path, as: Line.self).flatMap { line in
      let links = line.triples.filter { $0.count == 3 }.map {
        ReadingCase.Link(
          one: LooseName($0[0]), other: LooseName($0[2]), relation: areWhole ? LooseName(WordedFact.plain(relation: $0[1])) : nil)
      }
      let group = line.size == 1 ? "one fact" : "\(line.size) facts"
      return line.texts.map { text -> ReadingStory in
        ReadingStory(sentences: [ReadingCase(text: text, expectation: .links(links), group: group)])
      }
    }
  }

  /// Texts of one fact with that fact, to learn how facts are worded.
  static func worded(in data: Data, named path: String) throws -> [WordedFact] {
    try ReadingFile.lines(of: data, named: path, as: Line.self).filter { $0.size == 1 && $0.triples.first?.count == 3 }
      .flatMap { line in line.texts.map { WordedFact(text: $0, triple: line.triples[0]) } }
  }
}
