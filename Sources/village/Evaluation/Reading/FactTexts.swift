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

  static func stories(in data: Data, named path: String) throws -> [ReadingStory] {
    try ReadingFile.lines(of: data, named: path, as: Line.self).flatMap { line in
      let links = line.triples.filter { $0.count == 3 }.map { ReadingCase.Link(one: LooseName($0[0]), other: LooseName($0[2])) }
      let group = line.size == 1 ? "one fact" : "\(line.size) facts"
      return line.texts.map { text in
        ReadingStory(sentences: [ReadingCase(text: text, expectation: .links(links), group: group)])
      }
    }
  }
}
