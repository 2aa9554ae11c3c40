import Lessons
import Reasoning
import TeachingLanguage

/// What is said about the conversation itself: courtesies, the person, why, and what is wrong.
extension Turn {
  func courteous(_ courtesy: Courtesy) -> Answer {
    let text =
      switch courtesy {
      case .greeting: outlook.line("hello")
      case .thanks: outlook.line("welcome")
      case .farewell: outlook.line("goodbye")
      case .yes, .no: outlook.line("all.right")
      }
    return Answer(.courtesy, [.text(text)], understood: Understood(.conversation))
  }

  // MARK: The person

  /// Whether some guideline or audience makes use of this.
  func remembers(_ fact: Pattern) -> Bool {
    var properties = outlook.names(of: fact.property)
    properties.insert(fact.property)
    if properties.contains(where: { outlook.knowledge.guidelines.minds($0, from: outlook.view) }) { return true }
    var alone = Conversation()
    alone.remember(fact)
    return !alone.audiences(knowing: outlook.knowledge).isEmpty
  }

  func remembering(_ fact: Pattern) -> (answers: [Answer], conversation: Conversation) {
    let said = outlook.sayer.say(aboutMe: fact).excerpt
    let understood = Understood(.conversation, paraphrase: said)
    guard remembers(fact) else {
      let text = outlook.line("no.use", ["said": said])
      return ([Answer(.courtesy, [.text(text)], understood: understood)], conversation)
    }
    var conversation = conversation
    conversation.remember(fact)
    return ([Answer(.courtesy, [.text(outlook.line("keep.in.mind", ["said": said]))], understood: understood)], conversation)
  }

  // MARK: Why

  func why() -> Answer {
    guard let last = conversation.last else {
      return Answer(.courtesy, [.text(outlook.line("nothing.told"))], understood: Understood(.conversation))
    }
    var answer = Answer(.courtesy, explanation(of: last), understood: Understood(.conversation), asked: last.asked)
    answer.because = last.because
    answer.others = last.others
    answer.advice = last.advice
    return answer
  }

  /// The first reason with every lesson that it ends in, and who taught it.
  private func explanation(of last: Answer) -> [Part] {
    let said = last.because.filter { $0.kind != .understood }
    guard !said.isEmpty else {
      return [.text(last.kind == .notTaught ? outlook.line("nobody.that.one") : outlook.line("no.more.reasons"))]
    }
    var lines: [[Part]] = []
    for reason in (last.kind == .opinionsDiffer ? said + last.others : Array(said.prefix(1))) {
      for line in reason.told where !lines.contains(line) { lines.append(line) }
    }
    return [.text(outlook.line("because.of.this") + " ")] + Array(lines.prefix(8)).joined(by: " ")
  }

  // MARK: Wrong

  /// “That is wrong”, without saying what is right.
  func somethingWrong() -> Answer {
    guard conversation.last != nil else {
      return Answer(.askBack, [.text(outlook.line("wrong.nothing"))], understood: Understood(.conversation))
    }
    let example = conversation.lastClaim.map { claim in
      claim.value.range == nil ? outlook.line("tell.right") : outlook.line("tell.right.value")
    }
    return Answer(
      .askBack,
      [.text("\(outlook.line("what.wrong")) \(example ?? outlook.line("tell.right"))")],
      understood: Understood(.conversation))
  }
}

extension Reason {
  /// This reason and those below that a lesson stands behind, each a sentence with its teacher: outermost first.
  fileprivate var told: [[Part]] {
    var line = text
    if let author {
      line += [.text(" ("), .member(author)] + (source.map { [.text(", "), .source($0)] } ?? []) + [.text(")")]
    }
    let below = reasons.flatMap(\.told)
    return lesson == nil && kind != .arithmetic && kind != .notKnown && !below.isEmpty ? below : [line] + below
  }
}
