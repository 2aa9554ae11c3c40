public import Dialogue
public import Lessons
public import Mind
public import TeachingLanguage

/// The language a village is taught in: what reads, what says, what answers. Made once; holds no village's state.
public struct Language: Sendable {
  public let reader: Reader
  public let responder: Responder
  let grammar: Grammar

  public init(grammar: Grammar) {
    self.grammar = grammar
    self.reader = Reader(grammar: grammar)
    self.responder = Responder(grammar: grammar)
  }

  public static func english() throws -> Language { Language(grammar: try Grammar.english()) }

  /// Says lessons with the village's own words. Keep it no longer than the state it was made of.
  public func sayer(for state: VillageState) -> Sayer {
    Sayer(grammar: grammar, vocabulary: state.mind.vocabulary(for: nil))
  }
}

extension Sayer {
  /// A lesson as a sentence: what it means where that can be said, else the words it was taught in.
  public func say(_ lesson: Lesson) -> String {
    if case .note = lesson.teaching { return lesson.words }
    let said = say(lesson.teaching, lesson.qualifiers)
    return said.isEmpty ? lesson.words : said
  }
}
