public import Lessons
import Reasoning
import TeachingLanguage
import Understanding

extension Responder {
  /// What “that's wrong” offers beside an answer: this fact, this understanding, this wording.
  ///
  /// - Parameter utterance: what the person had asked.
  public func remedies(
    for answer: Answer, to utterance: String, knowing knowledge: Knowledge, from view: PointOfView
  ) -> [Remedy] {
    let outlook = outlook(knowing: knowledge, from: view, in: Conversation())
    return facts(answer, outlook) + [understanding(answer, utterance, outlook)].compactMap { $0 } + wording(answer, utterance, outlook)
  }

  private func facts(_ answer: Answer, _ outlook: Outlook) -> [Remedy] {
    answer.lessons.compactMap { outlook.standing($0) }.compactMap { standing in
      guard let form = form(for: standing.lesson.teaching, outlook) else { return nil }
      return Remedy(.fact, outlook.line("fact.wrong"), sentence: outlook.sentence(of: standing.id), lesson: standing.id, form: form)
    }
  }

  /// The sentence of a lesson up to what would be put right.
  private func form(for teaching: Teaching, _ outlook: Outlook) -> String? {
    switch teaching {
    case .claim(let claim) where claim.value.range != nil && !claim.isNegated:
      outlook.starterOfValue(claim.subject, claim.property)
    case .claim(let claim): outlook.sayer.say(claim.negation)
    case .definition(let definition): "\(outlook.sayer.name(definition.concept).capitalised) \(outlook.line("is")) "
    case .rule, .name, .disjoint, .property, .contrast, .conversion, .guideline, .procedure, .labelling: outlook.sayer.say(teaching)
    case .example, .test, .stopWord, .phrasing, .note: nil
    }
  }

  /// An example sentence for what was really meant; the choices are the question kinds nearest to it.
  private func understanding(_ answer: Answer, _ utterance: String, _ outlook: Outlook) -> Remedy? {
    guard !utterance.isEmpty else { return nil }
    let prediction = outlook.predict(utterance)
    let kinds = prediction.ranked.prefix(Outlook.optionsMax + 1).compactMap { ranked in
      prediction.support(for: ranked.meaning).first.map(outlook.questionKind)
    }
    let choices = kinds.filter { $0 != answer.understood.question }.prefix(Outlook.optionsMax).map { kind in
      Option(kind.label, sending: outlook.sayer.say(.example(Example(utterance.quotable, asks: kind))))
    }
    let form = outlook.line("start.example", ["said": utterance.quotable]) + " "
    return Remedy(.understanding, outlook.line("meant.else"), form: form, choices: choices)
  }

  private func wording(_ answer: Answer, _ utterance: String, _ outlook: Outlook) -> [Remedy] {
    guard answer.kind.isAnswer || answer.kind == .notTaught else { return [] }
    if let kind = answer.understood.question {
      return [Remedy(.wording, outlook.line("said.otherwise"), form: outlook.line("start.say", ["what": kind.label]) + " \"")]
    }
    guard let subject = answer.asked?.subject else { return [] }
    return [
      Remedy(
        .wording, outlook.line("said.otherwise"), form: "\(outlook.sayer.name(subject).capitalised) \(outlook.line("also.called")) \"",
        choices: [
          Option(
            outlook.line("add.advice"), sending: outlook.sayer.sentence("start.say.about", subject: subject) + " \"")
        ])
    ]
  }
}

extension String {
  /// As it can stand between quotation marks.
  fileprivate var quotable: String { excerpt.filter { $0 != "\"" && $0 != "“" && $0 != "”" } }
}
