public import Dialogue
public import Lessons
public import Mind
public import TeachingLanguage

/// The languages a village is taught in: what reads, what says, what answers. Made once; holds no village's state.
public struct Language: Sendable {
  public let reader: Reader
  public let responder: Responder
  let grammars: Grammars

  public init(grammars: Grammars) {
    self.grammars = grammars
    self.reader = Reader(grammars: grammars)
    self.responder = Responder(grammars: grammars)
  }

  /// English, Portuguese and Spanish; English where nothing tells them apart.
  public static func bundled() throws -> Language { Language(grammars: try Grammars.bundled()) }

  /// Says lessons with the village's own words. Keep it no longer than the state it was made of.
  public func sayer(for state: VillageState) -> Sayer {
    Sayer(grammars: grammars, vocabulary: state.mind.vocabulary(for: nil))
  }
}

extension Sayer {
  /// A lesson as a sentence in the language it was taught in: what it means where that can be said, else its words.
  public func say(_ lesson: Lesson) -> String {
    if case .note = lesson.teaching { return lesson.words }
    let said = speaking(as: lesson.words).say(lesson.teaching, lesson.qualifiers)
    return said.isEmpty ? lesson.words : said
  }
}
