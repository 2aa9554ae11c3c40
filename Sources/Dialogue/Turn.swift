import Lessons
import TeachingLanguage
import Understanding

/// One sentence on its way to an answer.
struct Turn {
  /// How near in weight two readings of a question are both tried.
  private static let closeMax = 0.5

  let text: String
  let sentence: SentenceReading
  let conversation: Conversation
  let outlook: Outlook
  let context: ReadingContext

  init(
    _ sentence: SentenceReading, of message: String, _ context: ReadingContext, _ conversation: Conversation, _ outlook: Outlook
  ) {
    self.text = sentence.text
    self.sentence = sentence
    self.context = context
    self.conversation = conversation
    self.outlook = outlook
  }

  /// The same conversation, as if this had been said.
  func saying(_ text: String) -> Turn? {
    var conversation = conversation
    conversation.last?.options = []  // a choice is made once
    return outlook.reader.read(text, vocabulary: outlook.vocabulary, context: context).first.map {
      Turn($0, of: text, context, conversation, outlook)
    }
  }

  /// What to say, more than one answer where several things were asked about, and what to remember.
  func take() -> (answers: [Answer], conversation: Conversation) {
    if let chosen { return chosen.take() }
    if let walked = walking() { return walked }
    if Phrase.asksWhy(text) { return ([why()], conversation) }
    if Phrase.saysWrong(text) { return ([somethingWrong()], conversation) }
    switch sentence.readings.first?.meaning {
    case .courtesy(let courtesy): return ([courteous(courtesy)], conversation)
    case .correction(let correction): return ([correcting(correction)], conversation)
    case .aboutMe(let fact):
      // “I feel shaky” may be what people here say when they ask what to do.
      if let asked = byExamples(), !remembers(fact) { return conclude(asked) }
      return remembering(fact)
    case .lesson(let taught):
      // The public does not teach: what it says is more likely a question in its own words.
      if !isPlainStatement || outlook.view.member == nil, let asked = byExamples() { return conclude(asked) }
      return ([teaching(taught)], conversation)
    case .question, nil: return conclude(answers())
    }
  }

  private func conclude(_ drafts: [Draft]) -> (answers: [Answer], conversation: Conversation) {
    var conversation = conversation
    if let first = drafts.first { conversation.conclude(with: first.answer, claiming: first.claim) }
    return (drafts.map(\.answer), conversation)
  }

  /// Of the choices that the last answer offered, the one that this names.
  private var chosen: Turn? {
    guard let options = conversation.last?.options, !options.isEmpty else { return nil }
    let said = Phrase.words(of: text)
    let option =
      Phrase.choice(text).flatMap { options.indices.contains($0) ? options[$0] : nil }
      ?? options.first { Phrase.words(of: $0.label) == said && $0.text != text }
    return option.flatMap { saying($0.text) }
  }

  /// A statement that teaches, by its form: not a question, and not someone talking of themselves.
  private var isPlainStatement: Bool {
    let words = Phrase.words(of: text)
    return !text.hasSuffix("?") && !["i", "i'm", "im", "my", "i've", "i'd", "me", "can", "may", "should"].contains(words.first ?? "")
  }

  // MARK: Questions

  /// The grammar first, then the last question over again, then taught examples, then what comes near.
  func answers() -> [Draft] {
    if let again = followUp() { return [again] }
    let asked = byGrammar()
    if let asked, asked.answer.kind.isAnswer { return [asked] }
    if let theirs = askedForSome()?.byGrammar(), theirs.answer.kind.isAnswer { return [theirs] }
    guard let examples = byExamples() else { return [asked ?? unread()] }
    guard let asked else { return examples }
    return examples.contains { $0.answer.kind.isAnswer && outweighsGrammar($0.answer.understood) } ? examples : [asked]
  }

  /// Whether what taught examples heard counts beside what the grammar read. Where every word is known, “Is a carrot a
  /// fruit?” asks just that, and only what is surely the same question in other words counts.
  private func outweighsGrammar(_ heard: Understood) -> Bool {
    guard let reading = sentence.readings.first, case .question = reading.meaning, reading.newConcepts.isEmpty else { return true }
    return heard.certainty?.isQuiteSure ?? true
  }

  func byGrammar() -> Draft? {
    var questions: [(question: Question, reading: Reading)] = []
    for reading in sentence.readings {
      if case .question(let question) = reading.meaning { questions.append((question, reading)) }
    }
    guard !questions.isEmpty else { return nil }
    let near = questions.prefix { $0.reading.weight - questions[0].reading.weight < Self.closeMax }
    // Two names of one thing make two readings and one question.
    var seen: Set<Question> = []
    let close = near.filter { seen.insert(outlook.preferred($0.question)).inserted }.prefix(3)
    let drafts = close.map { answer($0.question, understood(by: $0.reading)) }
    let answered = drafts.filter { $0.answer.kind.isAnswer }
    if let doubtful = zip(drafts, close).first(where: { $0.0.answer.kind.isAnswer })?.1, let word = farSlip(in: doubtful.reading) {
      return askingAbout(word, doubtful.reading)
    }
    guard answered.count > 1 else { return answered.first ?? drafts[0] }
    var draft = Draft(.askBack, outlook.line("what.meant"), understood: Understood(.grammar))
    draft.answer.options = close.map { Option($0.reading.paraphrase, sending: $0.reading.paraphrase) }
    return draft
  }

  /// A word that was read as another two slips away: near enough to offer, too far to answer. *Hyper*glycemia is not
  /// hypoglycemia.
  private func farSlip(in reading: Reading) -> Respelling? {
    reading.respellings.first { EditDistance.bounded($0.written.lowercased(), $0.readAs.lowercased(), atMost: 1) == nil }
  }

  private func askingAbout(_ word: Respelling, _ reading: Reading) -> Draft {
    var draft = Draft(
      .askBack, outlook.line("no.word.but", ["word": word.written.excerpt, "said": reading.paraphrase]), understood: Understood(.guess))
    draft.answer.options = [Option(reading.paraphrase, sending: reading.paraphrase)]
    return draft
  }

  private func understood(by reading: Reading) -> Understood {
    Understood(
      .grammar, paraphrase: reading.paraphrase,
      mentions: reading.spans.compactMap { span in
        guard case .concept(let concept, _) = span.kind else { return nil }
        return Understood.Mention(written: written(span.range), concept: concept, range: span.range)
      },
      repairs: reading.respellings.map { Understood.Repair(written: $0.written.excerpt, read: $0.readAs) })
  }

  private func written(_ range: Range<Int>) -> String {
    let start = range.lowerBound - sentence.range.lowerBound
    guard start >= 0 else { return "" }
    return String(decoding: text.utf8.dropFirst(start).prefix(range.count), as: UTF8.self).excerpt
  }

  /// Answers a question, with what guidelines add to it.
  ///
  /// - Parameter kind: the question kind, where taught examples told it; nil: it is looked for if a guideline cares.
  func answer(_ question: Question, _ understood: Understood, kind: Concept? = nil, mentioned: [Concept] = []) -> Draft {
    var draft = outlook.answer(question, understood: understood)
    draft.concepts += (mentioned + understood.mentions.map(\.concept)).filter { !draft.concepts.contains($0) }
    return finish(draft, kind: kind ?? self.kind(of: question))
  }

  /// The question kind that guidelines care for and that says just this of its subject.
  private func kind(of question: Question) -> Concept? {
    guard let subject = question.subject else { return nil }
    let asked = outlook.preferred(question)
    return outlook.knowledge.guidelines.questions.sorted().first { kind in
      let template = outlook.reader.questionTemplate(of: kind, vocabulary: outlook.vocabulary)
      guard let template, template.slot != nil else { return false }
      return outlook.preferred(template.filled(with: subject)) == asked
    }
  }

  /// Adds what guidelines say, and tells how the question was understood.
  func finish(_ draft: Draft, kind: Concept?) -> Draft {
    let topics = topicsTold(besides: draft.concepts)
    var draft = draft
    draft.concepts += topics.map(\.topic)
    var finished = outlook.guided(draft, kinds: kind.map { [$0] } ?? [], facts: conversation.facts)
    let minded = kind == nil ? outlook.knowledge.guidelines.questions : []
    if !minded.isEmpty, let heard = kindByExamples(among: Set(minded.map(\.key))), let question = heard.question,
      outweighsGrammar(heard)
    {
      let advised = outlook.guided(draft, kinds: [question], facts: conversation.facts)
      if advised.answer != finished.answer {
        finished = advised
        finished.answer.understood.hear(heard)
      }
    }
    finished.answer.because += understanding(finished.answer.understood)
    if !topics.isEmpty, !finished.answer.advice.isEmpty || finished.answer.kind == .guided {
      finished.answer.because += topics.map { told([$0.lesson.id], outlook.line("took.about", ["name": $0.topic.label])) }
    }
    return finished
  }

  /// What taught reasons told, citing them.
  private func told(_ lessons: [ID<Lesson>], _ text: String) -> Reason {
    let reasons = lessons.compactMap { id in outlook.standing(id).map { Reason(.rule, outlook.sentence(of: id) ?? "", citing: $0) } }
    return Reason(.understood, [.text(text)], reasons: reasons)
  }

  /// How the question was read, where that was not plain.
  private func understanding(_ understood: Understood) -> [Reason] {
    var reasons = understood.repairs.map {
      Reason(.understood, [.text(outlook.line("read.as", ["written": $0.written, "read": $0.read]))])
    }
    if let question = understood.question, let lessons = understood.told {
      reasons.append(told(lessons, outlook.line("took.asked", ["what": question.label])))
    } else if let question = understood.question, let certainty = understood.certainty {
      let nearest = understood.nearest.map { neighbour in
        Reason(
          .example, outlook.line("asks", ["sentence": neighbour.sentence, "what": neighbour.question.label]),
          citing: outlook.standing(neighbour.lesson))
      }
      let likened = understood.standIn.map { ", " + outlook.line("likened", ["written": $0.written, "read": $0.read]) } ?? ""
      reasons.append(
        Reason(
          .understood, [.text(outlook.line("took.asked", ["what": "\(question.label)\(likened) (\(outlook.say(certainty)))"]))],
          reasons: nearest))
    }
    return reasons
  }
}

extension Answer.Kind {
  /// Whether something that was taught is told.
  var isAnswer: Bool { self == .answered || self == .opinionsDiffer || self == .guided }
}
