import Lessons
import Reasoning
import Understanding

/// Definitions that go round in a circle: each word is explained by the next, and the last by the first.
///
/// Only definitions for everybody, everywhere, count. Two definitions of one thing are no contradiction: both may say what it is.
/// Of longer circles only the shortest way round is told, and none is longer than ``lengthMax``.
struct DefinitionClashes: ClashFinder {
  static let lengthMax = 4

  private struct Defined: Hashable {
    let standing: StandingLesson
    let words: [String]
    let text: String
  }

  private var definitions: [Concept: [ID<Lesson>: Defined]] = [:]
  /// The first word of a defined concept's name → the concepts.
  private var byFirstWord: [String: Set<Concept>] = [:]

  mutating func accept(_ lesson: StandingLesson) -> Set<ClashPlace> {
    guard let (concept, defined) = Self.read(lesson) else { return [] }
    let before = circles(through: concept)
    definitions[concept, default: [:]][lesson.id] = defined
    if let first = Self.words(concept.key).first { byFirstWord[first, default: []].insert(concept) }
    return places(before + circles(through: concept), concept)
  }

  mutating func withdraw(_ lesson: StandingLesson) -> Set<ClashPlace> {
    guard let (concept, _) = Self.read(lesson) else { return [] }
    let before = circles(through: concept)
    definitions[concept]?[lesson.id] = nil
    if definitions[concept]?.isEmpty == true {
      definitions[concept] = nil
      if let first = Self.words(concept.key).first { byFirstWord.remove(concept, under: first) }
    }
    return places(before + circles(through: concept), concept)
  }

  private func places(_ circles: [[Concept]], _ concept: Concept) -> Set<ClashPlace> {
    Set(circles.joined().map { .defined($0) }).union([.defined(concept)])
  }

  private static func read(_ lesson: StandingLesson) -> (Concept, Defined)? {
    guard case .definition(let definition) = lesson.lesson.teaching, !lesson.isLimited else { return nil }
    let words = words(definition.text) + [""] + (definition.kind.map { Self.words($0.key) } ?? [])
    return (definition.concept, Defined(standing: lesson, words: words, text: definition.text))
  }

  private static func words(_ text: String) -> [String] { SentenceGist.gist(of: text).split(separator: " ").map(String.init) }

  func clashes(at place: ClashPlace) -> [Clash] {
    guard case .defined(let concept) = place else { return [] }
    return circles(through: concept).map(clash)
  }

  // MARK: Circles

  private func inForce(_ concept: Concept) -> [Defined] {
    let all = definitions[concept] ?? [:]
    return StandingLesson.inForce(all.values.map(\.standing)).compactMap { all[$0.id] }
  }

  /// The defined concepts that a definition of this one uses, with the lessons that use them.
  private func uses(of concept: Concept) -> [Concept: [ID<Lesson>]] {
    var used: [Concept: [ID<Lesson>]] = [:]
    for defined in inForce(concept) {
      var here: Set<Concept> = []
      for (place, word) in defined.words.enumerated() {
        for other in byFirstWord[word] ?? [] where other != concept && defined.words[place...].starts(with: Self.words(other.key)) {
          here.insert(other)
        }
      }
      for other in here { used[other, default: []].append(defined.standing.id) }
    }
    return used
  }

  /// The ways round through a concept that no shorter way cuts, each from this concept on.
  private func circles(through concept: Concept) -> [[Concept]] {
    var known: [Concept: [Concept: [ID<Lesson>]]] = [:]
    func next(_ concept: Concept) -> [Concept: [ID<Lesson>]] {
      if let uses = known[concept] { return uses }
      let uses = uses(of: concept)
      known[concept] = uses
      return uses
    }
    func extend(_ path: [Concept]) -> [[Concept]] {
      guard let last = path.last else { return [] }
      let uses = next(last)
      // Back to the beginning, or to any but the one before: no longer way from here is the shortest.
      if uses[concept] != nil, path.count > 1 { return [path] }
      guard path.count < Self.lengthMax, !path.dropLast().contains(where: { uses[$0] != nil }) else { return [] }
      return uses.keys.sorted().filter { step in
        !path.contains(step) && !path.dropLast().contains { next($0)[step] != nil }
      }.flatMap { extend(path + [$0]) }
    }
    return extend([concept]).filter { circle in
      circle.enumerated().allSatisfy { place, one in
        circle.allSatisfy { other in
          other == one || other == circle[(place + 1) % circle.count] || next(one)[other] == nil
        }
      }
    }
  }

  private func clash(over circle: [Concept]) -> Clash {
    let first = circle.indices.min { circle[$0] < circle[$1] } ?? 0
    let ordered = Array(circle[first...] + circle[..<first])
    let positions = ordered.enumerated().map { place, concept -> Clash.Position in
      let explaining = ordered[(place + 1) % ordered.count]
      return .init(.value(.concept(explaining)), uses(of: concept)[explaining] ?? [])
    }
    return Clash(
      .definitionCycle, known: ordered.map(\.key), about: ordered[0], "is explained by", asking: .meaning(of: ordered[0]), positions)
  }
}
