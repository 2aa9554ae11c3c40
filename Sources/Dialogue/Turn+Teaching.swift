import Lessons
import Reasoning
import TeachingLanguage

/// What is taught or corrected in a conversation: proposed, never recorded here.
extension Turn {
  private var author: ID<Member>? { outlook.view.member }

  /// A statement: offered as a lesson.
  func teaching(_ taught: [Taught]) -> Answer {
    let steps = taught.map { Proposal.Step(.teach, outlook.sayer.say($0.teaching, $0.qualifiers), teaching: $0.teaching, $0.qualifiers) }
    let said = steps.map(\.sentence).filter { !$0.isEmpty }.joined(separator: " ")
    return proposing(.lesson, outlook.line("learn.this", ["said": said.excerpt]), steps)
  }

  func correcting(_ correction: TeachingLanguage.Correction) -> Answer {
    switch correction {
    case .value(let value, _): revising { Claim($0.subject, $0.property, value) }
    case .meant(let word, let concept): revising { $0.meaning(concept, by: word) }
    case .forget(let claim): forgetting(lessons(saying: claim), outlook.sayer.say(claim))
    case .forgetLast: forgetting(conversation.lastLessons.filter(isTaughtFact), nil)
    }
  }

  /// “It is 48, not 51”: a lesson of this person's about the last claim. A colleague's stays beside it.
  private func revising(_ revise: (Claim) -> Claim?) -> Answer {
    guard let last = conversation.lastClaim, let claim = revise(last) else {
      return Answer(
        .askBack, [.text(outlook.line("what.it.is"))], understood: Understood(.conversation))
    }
    let about = outlook.beliefs.claims(about: last.subject, in: outlook.view).filter { standing in
      guard case .claim(let other) = standing.lesson.teaching else { return false }
      return outlook.names(of: last.property).contains(other.property) && !other.isNegated
    }
    let own = about.last { $0.author == author }
    let said = outlook.sayer.say(claim)
    var text: [Part] = [.text(outlook.line("learn.from.you", ["said": said]))]
    if let own { text.append(.text(" " + outlook.line("replaces", ["said": outlook.sayer.say(own.lesson.teaching)]))) }
    if let other = about.first(where: { $0.author != author }) {
      text += [
        .text(" \(outlook.line("stays.what")) "), .member(other.author),
        .text(" " + outlook.line("stays.beside", ["said": outlook.sayer.say(other.lesson.teaching)])),
      ]
    }
    return proposing(.correction, text, [.init(.teach, said, teaching: .claim(claim), lesson: own?.id)])
  }

  private func forgetting(_ lessons: [ID<Lesson>], _ sentence: String?) -> Answer {
    let standings = lessons.compactMap(outlook.standing)
    guard !standings.isEmpty else {
      let what = sentence.map { ": “\($0)”" } ?? "."
      return Answer(.courtesy, [.text("\(outlook.line("nothing.to.forget"))\(what)")], understood: Understood(.conversation))
    }
    let steps = standings.map { standing in
      Proposal.Step(
        standing.author == author ? .retract : .challenge, outlook.sentence(of: standing.id) ?? "", lesson: standing.id)
    }
    var parts: [[Part]] = []
    for (step, standing) in zip(steps, standings) {
      parts.append(
        step.kind == .retract
          ? [.text(outlook.line("forget.this", ["said": step.sentence]))]
          : [.member(standing.author), .text(" " + outlook.line("challenge", ["said": step.sentence]))])
    }
    return proposing(.correction, parts.joined(by: " "), steps)
  }

  private func lessons(saying claim: Claim) -> [ID<Lesson>] {
    let proofs = outlook.beliefs.judge(claim, in: outlook.view).yes
    let direct = outlook.beliefs.claims(about: claim.subject, in: outlook.view).filter {
      if case .claim(let other) = $0.lesson.teaching { other == claim } else { false }
    }
    guard direct.isEmpty else { return direct.map(\.id) }
    // Not said in so many words: the facts and rules that it follows from.
    return proofs.first.map { outlook.speakers(of: [$0]).sorted() } ?? []
  }

  private func isTaughtFact(_ id: ID<Lesson>) -> Bool {
    switch outlook.standing(id)?.lesson.teaching {
    case .example?, .labelling?, .test?, .stopWord?, .phrasing?, .note?, nil: false
    default: true
    }
  }

  private func proposing(_ kind: Answer.Kind, _ text: String, _ steps: [Proposal.Step]) -> Answer {
    proposing(kind, [.text(text)], steps)
  }

  private func proposing(_ kind: Answer.Kind, _ parts: [Part], _ steps: [Proposal.Step]) -> Answer {
    guard author != nil else {
      return Answer(
        .courtesy,
        [
          .text(outlook.line("only.members"))
        ],
        understood: Understood(.conversation))
    }
    var answer = Answer(
      kind, parts, understood: Understood(.conversation, paraphrase: steps.map(\.sentence).joined(separator: " ").excerpt))
    answer.proposal = Proposal(words: text, steps: steps)
    return answer
  }
}
