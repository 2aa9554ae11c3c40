import Lessons
import Reasoning

/// Who says what, where opinions differ.
extension Outlook {
  /// “Ana and Bruno”, by the lessons that make the difference.
  func authors(of lessons: some Sequence<ID<Lesson>>) -> [ID<Member>] {
    Set(lessons.compactMap { standing($0)?.author }).sorted()
  }

  func sources(of lessons: some Sequence<ID<Lesson>>) -> [String] {
    Set(lessons.compactMap { standing($0)?.lesson.qualifiers.source }).sorted()
  }

  /// “Ana and Bruno say 89 (source: Atkinson 2021)”.
  func position(_ what: String, by lessons: Set<ID<Lesson>>) -> [Part] {
    let authors = authors(of: lessons)
    var parts: [Part] = []
    for (index, author) in authors.enumerated() {
      if index > 0 { parts.append(.text(index == authors.count - 1 ? " \(line("and")) " : ", ")) }
      parts.append(.member(author))
    }
    parts.append(.text(" \(line(authors.count > 1 ? "say" : "says")) \(what)"))
    let sources = sources(of: lessons)
    for (index, source) in sources.enumerated() {
      parts.append(.text(index == 0 ? " (\(line(sources.count > 1 ? "sources" : "source")): " : "; "))
      parts.append(.source(source))
    }
    if !sources.isEmpty { parts.append(.text(")")) }
    return parts
  }

  /// The lessons whose authors hold it: those that state it or its rules, not the names and kinds on the way.
  func speakers(of proofs: [Proof]) -> Set<ID<Lesson>> {
    proofs.reduce(into: []) { $0.formUnion(speakers(of: $1)) }
  }

  private func speakers(of proof: Proof) -> Set<ID<Lesson>> {
    switch proof.reason {
    case .taught(let id): [id]
    case .rule(let id), .failsDefinition(let id): speakers(of: proof.premises).union([id])
    case .inherited: proof.premises.last.map(speakers(of:)) ?? []
    case .sameName, .compared, .amount, .otherValue, .broader, .prevails, .converse, .converted:
      proof.premises.first.map(speakers(of:)) ?? []
    case .passedOn, .computed, .aggregated: speakers(of: proof.premises)
    case .unlisted: proof.premises.last.map(speakers(of:)) ?? []
    case .chain, .disjoint, .notKnown: proof.lessons
    }
  }
}

extension [[Part]] {
  /// The parts of several clauses, with something between.
  func joined(by separator: String) -> [Part] { [Part](joined(separator: [Part.text(separator)])) }
}
