import Lessons
import Reasoning
import TeachingLanguage
import Understanding

/// What sentences were taught for: one taught for two questions, two alike that were, and one of which a reason tells otherwise.
struct SentenceClashes: ClashFinder {
  /// What an example says that its sentence asks.
  private struct Meaning: Hashable {
    let utterance: String
    let question: Concept
    let qualifiers: Qualifiers
  }

  private struct Reason: Hashable {
    let function: LabellingFunction
    let qualifiers: Qualifiers
  }

  /// Normalised sentence → lessons that everyone's view holds.
  private var sentences: [String: [ID<Lesson>: Meaning]] = [:]
  /// Gist → normalised sentences, and a word → the sentences with it.
  private var byGist: [String: Set<String>] = [:]
  private var byWord: [String: Set<String>] = [:]
  private var reasons: [ID<Lesson>: Reason] = [:]
  /// A word without which they say nothing → reasons; under nil those without such a word.
  private var reasonsByWord: [String?: Set<ID<Lesson>>] = [:]

  mutating func accept(_ lesson: StandingLesson) -> Set<ClashPlace> {
    guard lesson.reach == .everyone else { return [] }
    switch lesson.lesson.teaching {
    case .example(let example):
      let (key, words, gist) = Self.key(example.utterance)
      if sentences[key] == nil {
        byGist[gist, default: []].insert(key)
        for word in words { byWord[word, default: []].insert(key) }
      }
      sentences[key, default: [:]][lesson.id] = Meaning(
        utterance: example.utterance, question: example.question, qualifiers: lesson.lesson.qualifiers)
      return [.sentence(key), .gist(gist)]
    case .labelling(let function) where !function.condition.needsMentions:
      reasons[lesson.id] = Reason(function: function, qualifiers: lesson.lesson.qualifiers)
      for word in Self.places(of: function) { reasonsByWord[word, default: []].insert(lesson.id) }
      return touched(by: function)
    default: return []
    }
  }

  mutating func withdraw(_ lesson: StandingLesson) -> Set<ClashPlace> {
    guard lesson.reach == .everyone else { return [] }
    switch lesson.lesson.teaching {
    case .example(let example):
      let (key, words, gist) = Self.key(example.utterance)
      sentences[key]?[lesson.id] = nil
      if sentences[key]?.isEmpty == true {
        sentences[key] = nil
        byGist.remove(key, under: gist)
        for word in words { byWord.remove(key, under: word) }
      }
      return [.sentence(key), .gist(gist)]
    case .labelling(let function) where !function.condition.needsMentions:
      reasons[lesson.id] = nil
      for word in Self.places(of: function) { reasonsByWord.remove(lesson.id, under: word) }
      return touched(by: function)
    default: return []
    }
  }

  func clashes(at place: ClashPlace) -> [Clash] {
    switch place {
    case .sentence(let key): (clash(over: key).map { [$0] } ?? []) + clashesWithReasons(over: key)
    case .gist(let gist): clash(overGist: gist).map { [$0] } ?? []
    default: []
    }
  }

  /// The words alone: case, marks and spaces do not make another sentence.
  private static func key(_ utterance: String) -> (key: String, words: Set<String>, gist: String) {
    let words = Token.tokens(of: utterance).filter { $0.kind != .mark }.map(\.normal)
    return (words.joined(separator: " "), Set(words), SentenceGist.gist(of: utterance))
  }

  /// How a sentence is called; no concept of anybody's has quotation marks around it.
  private static func quoted(_ sentence: String) -> Concept { Concept("“\(sentence)”") }

  // MARK: Examples among themselves

  /// By question, those that some other example of the same scope takes for another question.
  private static func disputed(_ taught: [ID<Lesson>: Meaning]) -> [Concept: [ID<Lesson>]] {
    let asked = Set(taught.values.map(\.question))
    guard asked.count > 1 else { return [:] }
    let clashing = taught.filter { _, mine in
      taught.values.contains { $0.question != mine.question && $0.qualifiers.overlaps(mine.qualifiers) }
    }
    return Dictionary(grouping: clashing.keys) { clashing[$0]?.question ?? "" }
  }

  private func clash(over key: String) -> Clash? {
    let meanings = Self.disputed(sentences[key] ?? [:])
    return meanings.count > 1 ? Clash(over: Self.quoted(key), meanings: meanings) : nil
  }

  /// None where one of the sentences is disputed itself: settle that first.
  private func clash(overGist gist: String) -> Clash? {
    let keys = byGist[gist] ?? []
    guard keys.count > 1 else { return nil }
    var all: [ID<Lesson>: Meaning] = [:]
    for key in keys {
      let taught = sentences[key] ?? [:]
      guard Self.disputed(taught).isEmpty else { return nil }
      all.merge(taught) { mine, _ in mine }
    }
    let meanings = Self.disputed(all)
    guard meanings.count > 1, let first = meanings.values.joined().min(), let shown = all[first]?.utterance else { return nil }
    return Clash(
      .likeExamples, known: [gist], about: Self.quoted(shown), "asks", asking: .taught(Self.quoted(shown)),
      meanings.sorted { $0.key < $1.key }.map { .init(.value(.concept($0.key)), $0.value) })
  }

  // MARK: Reasons

  private static func places(of function: LabellingFunction) -> [String?] {
    function.condition.wordsNeeded.map { $0.map(Optional.some) } ?? [nil]
  }

  private func touched(by function: LabellingFunction) -> Set<ClashPlace> {
    let keys =
      function.condition.wordsNeeded.map { $0.reduce(into: Set<String>()) { $0.formUnion(byWord[$1] ?? []) } } ?? Set(sentences.keys)
    return Set(
      keys.filter { key in
        sentences[key]?.values.contains { function.contradicts($0.question) && function.condition.holds(of: MarkedText($0.utterance)) }
          == true
      }.map { .sentence($0) })
  }

  /// One for each label that reasons tell or deny of the sentence.
  private func clashesWithReasons(over key: String) -> [Clash] {
    guard let taught = sentences[key], !reasons.isEmpty else { return [] }
    let words = Set(key.split(separator: " ").map(String.init))
    let near = words.reduce(into: reasonsByWord[nil] ?? []) { $0.formUnion(reasonsByWord[$1] ?? []) }
    var found: [[String]: [Clash.Answer: Set<ID<Lesson>>]] = [:]
    for (example, meaning) in taught {
      for id in near {
        guard let reason = reasons[id], reason.function.contradicts(meaning.question), reason.qualifiers.overlaps(meaning.qualifiers),
          reason.function.condition.holds(of: MarkedText(meaning.utterance))
        else { continue }
        let function = reason.function
        let parts = [key, function.label.key, function.isNegated ? "not" : ""]
        let (told, asked): (Clash.Answer, Clash.Answer) =
          function.isNegated ? (.no, .yes) : (.value(.concept(function.label)), .value(.concept(meaning.question)))
        found[parts, default: [:]][told, default: []].insert(id)
        found[parts, default: [:]][asked, default: []].insert(example)
      }
    }
    return found.map { parts, positions in
      Clash(
        .reasonAgainstExample, known: parts, about: Self.quoted(key), "asks", asking: .taught(Self.quoted(key)),
        positions.map { .init($0.key, $0.value.sorted()) })
    }
    .sorted { $0.id < $1.id }
  }
}

extension LabellingFunction {
  /// Whether a sentence of which it speaks cannot be meant so. To be about sugar says nothing of what is asked.
  fileprivate func contradicts(_ question: Concept) -> Bool {
    isNegated ? label == question : label.isAsked && label != question
  }
}

extension Dictionary {
  /// Takes one out of the set under a key, and the set once it is empty.
  mutating func remove<Element>(_ element: Element, under key: Key) where Value == Set<Element> {
    self[key]?.remove(element)
    if self[key]?.isEmpty == true { self[key] = nil }
  }
}
