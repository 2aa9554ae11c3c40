import Lessons
import Reasoning
import TeachingLanguage
import Understanding

/// “And brown rice?”, “What about 200 g?”: the last question over again.
extension Turn {
  func followUp() -> Draft? {
    let opened = Phrase.followUp(text)
    guard let question = conversation.lastQuestion else { return opened.flatMap(overview) ?? (isBare(text) ? overview(text) : nil) }
    guard let rest = opened ?? (isBare(text) ? text : nil) else { return nil }
    if let others = asked(of: rest) { return others.again(question) }
    guard let changed = change(question, to: rest) else { return nil }
    return again(changed)
  }

  /// “And for children?”: this turn as if the person were of those people; nil where no such people are named.
  private func asked(of rest: String) -> Turn? {
    guard let mention = only(in: rest), case .concept(let audience, let roles) = mention.kind, roles.contains(.audience),
      !outlook.isKnown(audience)
    else { return nil }
    var view = outlook.view
    view.audiences.insert(audience)
    let theirs = Outlook(knowledge: outlook.knowledge, view: view, reader: outlook.reader, sayer: outlook.sayer)
    return Turn(sentence, of: text, context, conversation, theirs)
  }

  /// “What is the dose of paracetamol for children?”: the question without its last words, as if the person were one of them.
  func askedForSome() -> Turn? {
    let mentions = outlook.reader.mentions(in: text, vocabulary: outlook.vocabulary, today: context.today)
    for mention in mentions.reversed() {
      guard case .concept(let audience, let roles) = mention.kind, roles.contains(.audience), !outlook.view.audiences.contains(audience),
        let before = withoutFor(String(decoding: text.utf8.prefix(mention.range.lowerBound), as: UTF8.self))
      else { continue }
      let rest = before + String(decoding: text.utf8.dropFirst(mention.range.upperBound), as: UTF8.self)
      var view = outlook.view
      view.audiences.insert(audience)
      let theirs = Outlook(knowledge: outlook.knowledge, view: view, reader: outlook.reader, sayer: outlook.sayer)
      return theirs.reader.read(rest, vocabulary: theirs.vocabulary, context: context).first.map {
        Turn($0, of: rest, context, conversation, theirs)
      }
    }
    return nil
  }

  /// The text without “for the” at its end; nil where it ends otherwise.
  private func withoutFor(_ text: String) -> String? {
    var words = text.split(separator: " ", omittingEmptySubsequences: true)
    while let last = words.last, PhraseBook.all.contains(where: { $0.determiners.contains(last.lowercased()) }) { words.removeLast() }
    guard let last = words.last, PhraseBook.all.contains(where: { $0.forWhom.contains(last.lowercased()) }) else { return nil }
    return words.dropLast().joined(separator: " ")
  }

  private func again(_ question: Question) -> Draft {
    let kind = conversation.last?.understood.question
    return answer(question, Understood(.followUp, paraphrase: outlook.sayer.say(question), question: kind), kind: kind)
  }

  /// The question with the one thing that was now said in the place of what it stands for.
  private func change(_ question: Question, to rest: String) -> Question? {
    guard let mention = only(in: rest) else {
      return newSubject(rest).flatMap { new in question.subject.map { question.replacing($0, with: new) } }
    }
    switch mention.kind {
    case .quantity(let quantity):
      guard case .amount(let property, _, let subject) = question else { return nil }
      return .amount(property: property, in: quantity, of: subject)
    case .concept(let concept, let roles):
      let isProperty = roles.contains(.property) && !roles.contains(.thing)
      switch question {
      case .value(let subject, _) where isProperty: return .value(of: subject, property: concept)
      case .amount(_, let quantity, let subject) where isProperty: return .amount(property: concept, in: quantity, of: subject)
      case .whether(let claim) where roles.isSubset(of: [.quality, .property, .relation]):
        return .whether(Claim(claim.subject, claim.property, .concept(concept), isNegated: claim.isNegated))
      case .which(nil, _): return nil
      default: return question.subject.map { question.replacing($0, with: concept) }
      }
    case .period: return nil
    }
  }

  /// The one thing that a text mentions, if it says nothing else.
  private func only(in text: String) -> Mention? {
    let mentions = outlook.reader.mentions(in: text, vocabulary: outlook.vocabulary, today: context.today)
    guard mentions.count == 1, let mention = mentions.first else { return nil }
    let others = Token.tokens(of: text).filter { $0.kind != .mark && !mention.range.contains($0.range.lowerBound) }
    return others.allSatisfy { Phrase.isFiller($0.normal) } ? mention : nil
  }

  /// Whether a text is nothing but the name of one known thing.
  private func isBare(_ text: String) -> Bool { Phrase.words(of: text).count <= 6 && only(in: text) != nil }

  /// A name that nobody taught, short enough to be one.
  private func newSubject(_ text: String) -> Concept? {
    let words = Phrase.words(of: text).drop { Phrase.isFiller($0) }
    guard (1...3).contains(words.count), words.allSatisfy({ !CommonWords.english.contains($0) || $0.count > 4 }) else { return nil }
    return try? Concept(parsing: words.joined(separator: " "))
  }

  /// A thing is named and nothing asked of it: what is known about it.
  private func overview(_ rest: String) -> Draft? {
    guard let mention = only(in: rest), case .concept(let concept, _) = mention.kind else { return nil }
    let properties = outlook.beliefs.claims(about: concept, in: outlook.view).reduce(into: [Concept]()) { properties, standing in
      if case .claim(let claim) = standing.lesson.teaching, !claim.property.isBuiltIn, !properties.contains(claim.property) {
        properties.append(claim.property)
      }
    }
    let questions = [Question.meaning(of: concept)] + properties.prefix(Outlook.optionsMax - 1).map { .value(of: concept, property: $0) }
    var draft = Draft(
      .askBack, outlook.sayer.sentence("know.about", subject: concept), understood: Understood(.conversation))
    draft.concepts = [concept]
    draft.answer.options = questions.map { outlook.sayer.say($0) }.map { Option($0, sending: $0) }
    return finish(draft, kind: nil)
  }
}
