import Lessons
import Reasoning
import TeachingLanguage

/// “Which …?” and “What is …?”
extension Outlook {
  func members(of kind: Concept?, _ conditions: [Condition], _ question: Question, _ understood: Understood) -> Draft {
    let found = beliefs.members(of: kind, where: conditions, in: view, limit: Answer.itemsFoundMax)
    guard !found.isEmpty else {
      var draft = notTaught(question, understood)
      draft.answer.text = [.text("\(line("none")) \(handRaised)")]
      return draft
    }
    let listed = found.prefix(Answer.itemsMax)
    let names = listed.map { $0.verdict.outcome == .contested ? "\($0.concept.label) (\(line("opinions.vary")))" : $0.concept.label }
    let more = found.count - listed.count
    // A sentence can carry a few names; the rest stand in the list below it.
    let said = names.count > Answer.itemsSaidMax ? Array(names.prefix(Answer.itemsSaidMax - 3)) : names
    let unsaid = found.count - said.count
    let rest = found.count == Answer.itemsFoundMax ? line("many.more") : line("so.many.more", ["count": "\(unsaid)"])
    let text = (said + (unsaid > 0 ? [rest] : [])).listed(line("and"))
    var draft = Draft(.answered, line("by.taught", ["what": text]), understood: understood)
    draft.answer.items = zip(listed, names).map { .init(name: $1, concept: $0.concept) }
    draft.answer.itemsLeftOff = more
    draft.answer.because = listed.flatMap { reasons($0.verdict.yes) }
    draft.answer.others = listed.flatMap { reasons($0.verdict.no) }
    return draft
  }

  /// A definition, else the full name, else the kinds it belongs to, else what was taught about it.
  func meaning(of concept: Concept, _ question: Question, _ understood: Understood) -> Draft {
    let preferred = beliefs.preferredName(of: concept, in: view)
    let definitions = beliefs.definitions(of: concept, in: view)
    let naming = preferred == concept ? [] : beliefs.lessons(mentioning: concept, in: view).filter { $0.lesson.names(concept, preferred) }
    var because: [Reason] = []
    var sentences: [String] = []
    if let standing = naming.first {
      sentences.append(sayer.say(standing.lesson.teaching))
      because.append(Reason(.name, sayer.say(standing.lesson.teaching), citing: standing))
    }
    if let standing = definitions.first {
      sentences.append(sayer.say(standing.lesson.teaching))
      because.append(Reason(.taught, sayer.say(standing.lesson.teaching), citing: standing))
    }
    if sentences.isEmpty {
      let kinds = beliefs.kinds(of: concept, in: view).filter { $0.distance == 1 && !$0.isContested }
      sentences = kinds.prefix(3).map { sentence(of: $0.proof) }
      because = kinds.prefix(3).map { reason($0.proof) }
    }
    var items: [StandingLesson] = []
    if sentences.isEmpty {
      items = beliefs.claims(about: concept, in: view)
      guard !items.isEmpty else { return narrowerOrNotTaught(question, understood) }
      sentences = [
        sayer.sentence("but.this", subject: preferred) + " "
          + items.prefix(3).map { sayer.say($0.lesson.teaching).continued() }.listed(line("and")) + "."
      ]
      because = items.prefix(3).map { Reason(.taught, sayer.say($0.lesson.teaching), citing: $0) }
    }
    var draft = Draft(.answered, sentences.joined(separator: " "), understood: understood)
    draft.answer.because = because
    draft.answer.others = definitions.dropFirst().prefix(Self.alternativesMax).map {
      Reason(.taught, sayer.say($0.lesson.teaching), citing: $0)
    }
    return draft
  }
}

extension Lesson {
  /// Whether this says that the two are names of one thing.
  func names(_ one: Concept, _ other: Concept) -> Bool {
    guard case .name(let naming) = teaching else { return false }
    return (naming.concept == one && naming.other == other) || (naming.concept == other && naming.other == one)
  }
}
