import Lessons
import TeachingLanguage
import Understanding

/// Questions in people's own words, understood by sentences that were taught.
extension Turn {
  static let nearestMax = 3
  static let fillersMax = 3

  /// Nil where nothing taught is like this.
  func byExamples() -> [Draft]? {
    if let parts = partsByExamples() { return parts.flatMap { $0.answers() } }
    let heard = heard().voted(votes())
    switch heard.outcome {
    case .answer(let meaning): return answers(asking: meaning, heard)
    case .ask(let meanings): return [choice(among: meanings, heard)]
    case .notTaught: return nil
    }
  }

  /// “Can I have cake and where is the clinic?” asks two things: each part as if it had been said alone. Nil where it asks
  /// one thing.
  private func partsByExamples() -> [Turn]? {
    let segments = outlook.knowledge.learner.segments(of: text, thresholds: outlook.knowledge.thresholds, in: outlook.examples)
    guard segments.count > 1 else { return nil }
    let parts = segments.compactMap { saying($0.text) }
    return parts.count == segments.count ? parts : nil
  }

  /// What taught examples make of this, where they are sure that it is one of these.
  func kindByExamples(among minded: Set<String>) -> Understood? {
    let heard = heard(minding: minded).voted(votes())
    guard case .answer(let meaning) = heard.outcome, minded.contains(meaning) else { return nil }
    return understood(meaning, heard)
  }

  private func answers(asking meaning: String, _ heard: Heard) -> [Draft] {
    let understood = understood(meaning, heard)
    guard let kind = understood.question else { return [] }
    let mentions = concepts(in: text)
    guard let template = outlook.reader.questionTemplate(of: kind, vocabulary: outlook.vocabulary) else {
      return [advised(kind, understood, mentions)]
    }
    guard let slot = template.slot else { return [answer(template.question, understood, kind: kind, mentioned: mentions)] }
    let own = Set(template.question.concepts)
    let things = fillers(of: slot, among: mentions.filter { !own.contains($0) })
    if !things.isEmpty {
      let drafts = things.prefix(Self.fillersMax).map { thing in
        let question = measured(template.filled(with: thing))
        var understood = understood
        understood.paraphrase = outlook.sayer.say(question)
        return answer(question, understood, kind: kind, mentioned: mentions)
      }
      // A guideline for all things is said once.
      return drafts.enumerated().filter { place, draft in !drafts[..<place].contains { $0.answer.text == draft.answer.text } }
        .map(\.element)
    }
    if let unknown = unknownWord(besides: heard.prediction) {
      return [answer(template.filled(with: unknown.concept), understood, kind: kind, mentioned: mentions)]
    }
    let advised = advised(kind, understood, mentions)
    guard advised.answer.kind == .notTaught else { return [advised] }
    var draft = Draft(.askBack, outlook.sayer.sentence("which", property: slot), understood: understood)
    draft.concepts = mentions
    return [finish(draft, kind: kind)]
  }

  /// “How many carbs in 150 g of rice?” asks for an amount, whatever the question kind says.
  private func measured(_ question: Question) -> Question {
    guard case .value(let subject, let property) = question else { return question }
    for mention in outlook.reader.mentions(in: text, vocabulary: outlook.vocabulary, today: context.today) {
      if case .quantity(let quantity) = mention.kind, quantity.unit != .none {
        return .amount(property: property, in: quantity, of: subject)
      }
    }
    return question
  }

  /// The things mentioned that are of the kind that is asked about; else any thing; else what was spoken of last.
  private func fillers(of slot: Concept, among mentions: [Concept]) -> [Concept] {
    let fitting = mentions.filter { $0 != slot && outlook.isOne($0, of: slot) }
    if !fitting.isEmpty { return fitting }
    let things = mentions.filter { $0 != slot && !outlook.vocabulary.roles(of: $0).isDisjoint(with: [.thing, .kind]) }
    if let first = things.first { return [first] }
    let pointsBack = Phrase.words(of: text).contains(where: Phrase.pointsBack)
    guard pointsBack, let last = conversation.lastQuestion?.subject, outlook.isOne(last, of: slot) else { return [] }
    return [last]
  }

  /// A question kind that only guidelines answer.
  private func advised(_ kind: Concept, _ understood: Understood, _ mentions: [Concept]) -> Draft {
    var draft = outlook.notTaught(.taught(kind), understood)
    draft.answer.raisedHand = text.excerpt
    draft.concepts = mentions
    return finish(draft, kind: kind)
  }

  /// “Did you mean …?” with the likeliest first.
  private func choice(among meanings: [String], _ heard: Heard) -> Draft {
    let mentions = concepts(in: text)
    let options = meanings.compactMap { meaning -> Option? in
      guard let support = heard.prediction.support(for: meaning).first else {
        return heard.told.first { $0.key == meaning }.map { Option($0.label, sending: outlook.sayer.say(.taught($0))) }
      }
      let kind = outlook.questionKind(of: support)
      guard let template = outlook.reader.questionTemplate(of: kind, vocabulary: outlook.vocabulary), let slot = template.slot,
        let thing = fillers(of: slot, among: mentions.filter { !template.question.concepts.contains($0) }).first
      else { return Option(kind.label, sending: support.exemplar.text) }
      let said = outlook.sayer.say(template.filled(with: thing))
      return Option(said, sending: said)
    }
    var understood = meanings.first.map { self.understood($0, heard) } ?? Understood(.examples)
    understood.question = nil
    let asked = options.map { $0.label.hasSuffix("?") ? "“\($0.label)”" : $0.label }.listed(outlook.line("or"))
    let text = outlook.line(asked.hasSuffix("”") ? "mean.to.ask.quoted" : "mean.to.ask", ["asked": asked])
    var draft = Draft(.askBack, text, understood: understood)
    draft.answer.options = options
    draft.concepts = mentions
    return finish(draft, kind: nil)
  }

  private func understood(_ meaning: String, _ heard: Heard) -> Understood {
    let prediction = heard.prediction
    let supports = prediction.support(for: meaning).filter { $0.share > 0 }
    let told = heard.told.first { $0.key == meaning }
    let kind = told ?? supports.first.map(outlook.questionKind) ?? Concept(meaning)
    var understood = Understood(
      .examples, mentions: mentions(in: text), repairs: prediction.repairs.map { .init(written: $0.written.excerpt, read: $0.readAs) },
      question: kind,
      nearest: supports.prefix(Self.nearestMax).map { support in
        .init(sentence: support.exemplar.text.excerpt, question: outlook.questionKind(of: support), lesson: ID(support.exemplar.id))
      },
      certainty: told == nil ? outlook.certainty(of: prediction) : nil)
    understood.standIn = heard.standIn
    if told != nil { understood.told = heard.because.map(\.id) }
    return understood
  }

  // MARK: Mentions

  func concepts(in text: String) -> [Concept] {
    mentions(in: text).reduce(into: []) { if !$0.contains($1.concept) { $0.append($1.concept) } }
  }

  func mentions(in text: String) -> [Understood.Mention] {
    outlook.reader.mentions(in: text, vocabulary: outlook.vocabulary, today: context.today).compactMap { mention in
      guard case .concept(let concept, _) = mention.kind, outlook.isKnown(concept) else { return nil }
      return Understood.Mention(written: mention.written.excerpt, concept: concept, range: mention.range)
    }
  }

  /// A word that neither everyday English nor any sentence taught for this has: likely the name of something new.
  func unknownWord(besides prediction: Prediction) -> Understood.Mention? {
    let repaired = Set(prediction.repairs.map { $0.written.lowercased() })
    let taught = prediction.support.reduce(into: Set<String>()) { $0.formUnion(Phrase.words(of: $1.exemplar.text)) }
    let token = Token.tokens(of: text).first { token in
      let word = token.normal
      return token.kind == .word && word.count > 2 && !repaired.contains(word) && !CommonWords.english.contains(word)
        && !taught.contains(word) && word.allSatisfy(\.isLetter)
    }
    return token.flatMap { token in
      guard let concept = try? Concept(parsing: token.normal) else { return nil }
      return Understood.Mention(written: String(token.written(in: text)).excerpt, concept: concept, range: token.range)
    }
  }
}
