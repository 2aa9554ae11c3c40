internal import Foundation
internal import Lessons

extension Theory {
  /// One line of a file of theories. A line gives its statements formally or in the sentences of its set.
  ///
  /// - Formal: `facts`, `rules` and `query` (or `statement`) in the notation of ProofWriter's `representation`.
  /// - As AI2 publishes ProofWriter: `triples`, `rules` and `questions` with their `representation`; one theory for
  ///   each question.
  /// - In sentences: `sentences` and `statement`.
  ///
  /// `answer` is `true`, `false` or `unknown`, as text or Boolean. `world`, or “CWA” within the `id`, says whether what
  /// does not follow is false. `depth` or `QDep` is how deep the proof is said to be.
  public static func theories(json line: String) throws(TheoryFault) -> [Theory] {
    let decoded: Line
    do { decoded = try JSONDecoder().decode(Line.self, from: Data(line.utf8)) } catch { throw TheoryFault("no JSON object of a theory") }
    return try decoded.theories()
  }

  private struct Line: Decodable {
    struct Stated: Decodable { let representation: String }
    struct Asked: Decodable {
      let representation: String
      let answer: Flag
      let QDep: Int?
    }

    let id: String?
    let sentences: [String]?
    let statement: String?
    let facts: [String]?
    let query: String?
    let rules: Rules?
    let triples: [String: Stated]?
    let questions: [String: Asked]?
    let answer: Flag?
    let world: String?
    let depth: Int?
    let QDep: Int?

    func theories() throws(TheoryFault) -> [Theory] {
      let id = id ?? "?"
      let world = try readWorld(id)
      if let triples {
        let (facts, rules) = (try literals(ordered(triples)), try implications())
        guard let questions else { throw TheoryFault("there are no “questions”") }
        var theories: [Theory] = []
        for (name, question) in questions.sorted(by: { $0.key < $1.key }) {
          theories.append(
            Theory(
              id: "\(id) \(name)", facts: facts, rules: rules, statement: try TheoryNotation.literal(question.representation), world: world,
              answer: question.answer.value, depth: question.QDep))
        }
        return theories
      }
      guard let answer else { throw TheoryFault("there is no “answer”") }
      guard let statement = query ?? statement else { throw TheoryFault("there is no “statement”") }
      let depth = depth ?? QDep
      if let facts {
        return [
          Theory(
            id: id, facts: try literals(facts), rules: try implications(), statement: try TheoryNotation.literal(statement), world: world,
            answer: answer.value, depth: depth)
        ]
      }
      guard let sentences else { throw TheoryFault("there are neither “facts” nor “sentences”") }
      var (found, rules): ([Literal], [Implication]) = ([], [])
      for sentence in sentences {
        switch try TheorySentence.meaning(of: sentence, in: world) {
        case .fact(let fact): found.append(fact)
        case .rule(let rule): rules.append(rule)
        }
      }
      guard case .fact(let asked) = try TheorySentence.meaning(of: statement, in: world) else {
        throw TheoryFault("“\(statement)” speaks of no one thing")
      }
      return [Theory(id: id, facts: found, rules: rules, statement: asked, world: world, answer: answer.value, depth: depth)]
    }

    private func readWorld(_ id: String) throws(TheoryFault) -> World {
      guard let world else { return id.contains("CWA") ? .closed : .open }
      guard let read = World(rawValue: world.lowercased()) else { throw TheoryFault("the world is “open” or “closed”, not “\(world)”") }
      return read
    }

    private func literals(_ texts: [String]) throws(TheoryFault) -> [Literal] {
      var literals: [Literal] = []
      for text in texts { literals.append(try TheoryNotation.literal(text)) }
      return literals
    }

    private func implications() throws(TheoryFault) -> [Implication] {
      var implications: [Implication] = []
      for text in rules?.texts ?? [] { implications.append(try TheoryNotation.implication(text)) }
      return implications
    }
  }

  /// A list of rules, or an object of them as AI2 has it.
  private struct Rules: Decodable {
    let texts: [String]

    init(from decoder: any Decoder) throws {
      if let list = try? decoder.singleValueContainer().decode([String].self) {
        texts = list
      } else {
        texts = Theory.ordered(try decoder.singleValueContainer().decode([String: Line.Stated].self))
      }
    }
  }

  private struct Flag: Decodable {
    let value: Answer

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        value = flag ? .yes : .no
      } else if let answer = Answer(rawValue: try container.decode(String.self).lowercased()) {
        value = answer
      } else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "an answer is true, false or unknown")
      }
    }
  }

  /// By their names: triple2 before triple10.
  private static func ordered(_ stated: [String: Line.Stated]) -> [String] {
    stated.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }.map(\.value.representation)
  }
}
