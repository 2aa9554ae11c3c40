import Foundation

/// A file of sentences with what they mean, one JSON object a line:
///
///     {"text": "A banana is a fruit.", "meaning": "is a(banana, fruit)"}
///     {"text": "All fruits are not sweet.", "ask": true}
///     {"text": "GI of rice: 73", "meaning": ["GI(rice, 73)", "glycemic index(rice, 73)"], "taught": ["GI means glycemic index."]}
///     {"text": "Lisbon lies in Portugal.", "links": [["Lisbon", "Portugal"]], "group": "places"}
///
/// `meaning` is in the notation of docs/teaching-language.md; of several any is right. `ask` is for what must not be taken
/// without asking; with a `meaning` beside it either is right. `links` are names that some claim must bring together.
/// `taught` is taught before the sentence. Without any of them a sentence only counts as read or not.
enum ReadingFile {
  private struct Line: Decodable {
    enum Meaning: Decodable {
      case meanings([String])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let one = try? container.decode(String.self) {
          self = .meanings([one])
        } else {
          self = .meanings(try container.decode([String].self))
        }
      }
    }

    let text: String
    let meaning: Meaning?
    let links: [[String]]?
    let ask: Bool?
    let taught: [String]?
    let group: String?
  }

  static func stories(in data: Data, named path: String) throws -> [ReadingStory] {
    try lines(of: data, named: path, as: Line.self).map { line in
      var expectation: ReadingCase.Expectation?
      if case .meanings(let meanings)? = line.meaning { expectation = .meaning(meanings) }
      if let links = line.links {
        expectation = .links(links.filter { $0.count == 2 }.map { .init(one: LooseName($0[0]), other: LooseName($0[1])) })
      }
      if line.ask == true {
        expectation = if case .meaning(let meanings)? = expectation { .askOr(meanings) } else { .ask }
      }
      return ReadingStory(
        sentences: [ReadingCase(text: line.text, expectation: expectation, group: line.group)], taught: line.taught ?? [])
    }
  }

  /// One JSON object a line; empty lines are left out.
  static func lines<Line: Decodable>(of data: Data, named path: String, as _: Line.Type) throws -> [Line] {
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).enumerated().compactMap { index, bytes in
      guard bytes.contains(where: { $0 != 0x20 && $0 != 0x0D }) else { return nil }
      do {
        return try decoder.decode(Line.self, from: Data(bytes))
      } catch {
        throw Complaint(
          "Line \(index + 1) of “\(path)” is not as expected.", hint: "See “village evaluate reading --help” for the form of a line.")
      }
    }
  }
}
