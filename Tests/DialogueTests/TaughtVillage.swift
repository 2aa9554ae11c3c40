import Dialogue
import Lessons
import Reasoning
import TeachingLanguage
import Understanding

/// A village small enough to hold in a test: the real parser, beliefs, learner and guidelines, taught sentence by sentence.
struct TaughtVillage {
  static let english = Result { Grammars([try Grammar.english()]) }
  static let bundled = Result { try Grammars.bundled() }

  private(set) var beliefs = Beliefs()
  private(set) var learner = Learner()
  private(set) var lexicon = Lexicon()
  private(set) var guidelines = GuidelineBook()
  private(set) var labellings = LabellingBook()
  private(set) var procedures = ProcedureBook()
  private(set) var lessons: [StandingLesson] = []
  private(set) var sequence = 0
  let responder: Responder
  let reader: Reader

  /// - Parameter isOfManyLanguages: whether it is taught in Portuguese and Spanish, too.
  init(isOfManyLanguages: Bool = false) throws {
    let grammars = try (isOfManyLanguages ? Self.bundled : Self.english).get()
    responder = Responder(grammars: grammars)
    reader = Reader(grammars: grammars)
  }

  var vocabulary: Vocabulary { Vocabulary(layers: [lexicon]) }

  var knowledge: Knowledge {
    let limited = Set(lessons.filter { $0.isLimited && Exemplar($0) != nil }.map(\.id))
    return Knowledge(
      beliefs: beliefs, learner: learner, limitedExamples: limited, vocabulary: vocabulary, guidelines: guidelines, labellings: labellings,
      procedures: procedures)
  }

  /// Teaches sentences; returns those that were not read as lessons.
  @discardableResult
  mutating func teach(_ text: String, by author: ID<Member> = "ana", reach: Reach = .everyone) -> [String] {
    var unread: [String] = []
    var context = ReadingContext()
    for sentence in reader.read(text, vocabulary: vocabulary, context: context) {
      guard case .lesson(let taught)? = sentence.readings.first?.meaning else {
        unread.append(sentence.text)
        continue
      }
      for one in taught {
        accept(Lesson(id: ID("l\(sequence + 1)"), one.teaching, one.qualifiers, words: sentence.text), by: author, reach)
      }
      if case .claim(let claim)? = taught.last?.teaching { context.subjects = [claim.subject] }
    }
    return unread
  }

  mutating func accept(_ lesson: Lesson, by author: ID<Member>, _ reach: Reach = .everyone) {
    sequence += 1
    let standing = StandingLesson(lesson, by: author, sequence: sequence, reach: reach)
    lessons.append(standing)
    beliefs.accept(standing)
    guidelines.accept(standing)
    labellings.accept(standing)
    procedures.accept(standing)
    lexicon.add(lesson)
    if let exemplar = Exemplar(standing) { learner.teach(exemplar) }
  }

  mutating func withdraw(_ id: ID<Lesson>) {
    guard let index = lessons.firstIndex(where: { $0.id == id }) else { return }
    let standing = lessons.remove(at: index)
    beliefs.withdraw(id)
    guidelines.withdraw(standing)
    labellings.withdraw(standing)
    procedures.withdraw(standing)
    lexicon.remove(standing.lesson)
    learner.revert(id.rawValue)
  }

  func without(_ id: ID<Lesson>) -> TaughtVillage {
    var copy = self
    copy.withdraw(id)
    return copy
  }

  func ask(_ text: String, in conversation: Conversation = Conversation(), from view: PointOfView = .community) -> Answer {
    responder.respond(to: text, in: conversation, knowing: knowledge, from: view).answer
  }

  static func name(_ member: ID<Member>) -> String { member.rawValue.prefix(1).uppercased() + member.rawValue.dropFirst() }
}

extension Answer {
  var said: String { text.plain(naming: TaughtVillage.name) }
}
