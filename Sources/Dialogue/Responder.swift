public import Lessons
public import TeachingLanguage

/// Answers a turn: what was said goes in, an answer with its reasons and what to remember come out.
///
/// Nothing here acts. What the answer proposes, the shell records if the person agrees; what it raises a hand for, the
/// shell puts on the list.
///
/// The order of trying: what is said about the conversation itself; what the sentence says by the grammar; what taught
/// examples say it asks; near names; and then that it was not taught.
public struct Responder: Sendable {
  /// Longer messages are not read: nobody asks that much at once, and reading costs time.
  public static let charactersMax = 2000
  /// Sentences of one message that are answered.
  public static let sentencesMax = 5
  /// A name alone, or a word or two, is of the language spoken so far.
  private static let bareWordsMax = 3

  let grammars: Grammars
  let reader: Reader

  public init(grammar: Grammar) { self.init(grammars: Grammars([grammar])) }

  public init(grammars: Grammars) {
    self.grammars = grammars
    reader = Reader(grammars: grammars)
  }

  /// - Parameters:
  ///   - text: what the person wrote; anything at all.
  ///   - view: whose lessons count; audiences that the person is known to belong to are added.
  public func respond(
    to text: String, in conversation: Conversation, knowing knowledge: Knowledge, from view: PointOfView
  ) -> (answer: Answer, conversation: Conversation) {
    var conversation = conversation
    // Counting bytes first: counting characters of a huge text would cost what the limit is to save.
    guard text.utf8.count <= Self.charactersMax * 4, text.count <= Self.charactersMax else {
      let limit = grammars.line("too.much", ["limit": "\(Self.charactersMax)"], speaking: conversation.language)
      return (Answer(.askBack, [.text(limit)], understood: Understood(.nothing)), conversation)
    }
    let context = ReadingContext(
      subjects: conversation.lastQuestion?.subject.map { [$0] } ?? [], lastClaim: conversation.lastClaim, today: view.day)
    let sentences = reader.read(text, vocabulary: knowledge.vocabulary, context: context)
    var answers: [Answer] = []
    for sentence in sentences.prefix(Self.sentencesMax) {
      let language = spoken(sentence, after: conversation)
      conversation.language = language
      let outlook = outlook(knowing: knowledge, from: view, in: conversation, speaking: language)
      let turn = Turn(sentence, of: text, context, conversation, outlook)
      let taken = turn.take()
      answers += taken.answers
      conversation = taken.conversation
    }
    guard var answer = answers.first else {
      return (
        Answer(.askBack, [.text(grammars.line("what.to.know", speaking: conversation.language))], understood: Understood(.nothing)),
        conversation
      )
    }
    answer.further = Array(answers.dropFirst().prefix(Self.sentencesMax - 1))
    if sentences.count > Self.sentencesMax {
      let note = grammars.line("first.sentences", ["limit": "\(Self.sentencesMax)"], speaking: conversation.language)
      answer.further.append(Answer(.courtesy, [.text(note)], understood: Understood(.nothing)))
    }
    return (answer, conversation)
  }

  /// The language of a sentence; where its words tell none, as those of “Ok”, the one spoken so far.
  private func spoken(_ sentence: SentenceReading, after conversation: Conversation) -> String {
    if let language = Phrase.language(of: sentence.text) { return language }
    guard let before = conversation.language, !grammars.tells(sentence.text) else { return sentence.language }
    return sentence.readings.isEmpty || Phrase.words(of: sentence.text).count <= Self.bareWordsMax ? before : sentence.language
  }

  /// - Parameter language: what is answered in; nil: the village's first.
  func outlook(
    knowing knowledge: Knowledge, from view: PointOfView, in conversation: Conversation, speaking language: String? = nil
  ) -> Outlook {
    var view = view
    view.audiences.formUnion(conversation.audiences(knowing: knowledge))
    let sayer = Sayer(grammars: grammars, vocabulary: knowledge.vocabulary).translating()
    return Outlook(knowledge: knowledge, view: view, reader: reader, sayer: language.map { sayer.speaking($0) } ?? sayer)
  }
}
