import Lessons
import Reasoning
import TeachingLanguage

/// What guidelines add to an answer, put in its place, or forbid.
///
/// A guideline set off by the question kind or by something about the person knows the whole case: what it says
/// stands instead of the answer. One set off by a topic alone only adds, unless there is no answer.
extension Outlook {
  func guided(_ draft: Draft, kinds: [Concept], facts: [Pattern]) -> Draft {
    let mentioned = draft.concepts.reduce(into: [Concept]()) { if !$0.contains($1) { $0.append($1) } }
    let applying = knowledge.guidelines.applying(
      topics: mentioned.reduce(into: []) { $0.formUnion(topics(around: $1)) },
      questions: kinds.reduce(into: []) { $0.formUnion(names(of: $1)) },
      facts: facts, from: view, matches: speaks)
    guard !applying.isEmpty else { return draft }

    var draft = draft
    let isAnswer = [.answered, .opinionsDiffer].contains(draft.answer.kind)
    var instead: [Advice] = []
    var besides: [Advice] = []
    for (standing, guideline) in applying {
      let reason = Reason(
        .guideline, sentence(of: standing.id) ?? "", citing: standing,
        reasons: guideline.when.flatMap { why($0, mentioned: mentioned, facts: facts) })
      for advice in guideline.advice {
        switch advice {
        case .avoid(let what) where what.forbidsNumbers:
          if draft.saysNumber || !isAnswer { instead.append(Advice(.avoid, [.text(line("no.number"))], reason: reason)) }
        case .say(let words) where guideline.knowsTheCase || !isAnswer:
          instead.append(Advice(.say, [.text(words)], reason: reason))
        // Who is told no number is told whom to ask in the same breath.
        case .refer where draft.answer.kind == .notTaught || instead.last?.reason.lesson == standing.id:
          instead.append(self.advice(advice, because: reason))
        default: besides.append(self.advice(advice, because: reason))
        }
      }
    }
    // An offer of near names stays an offer, except where the very question is what the guideline is for.
    if draft.answer.kind == .askBack, !applying.contains(where: { $0.guideline.knowsTheCase }) {
      besides = instead.filter { $0.kind != .avoid } + besides
      instead = []
    }
    if !instead.isEmpty { draft.replace(with: instead) }
    draft.answer.advice = besides
    return draft
  }

  /// What an advice says to the person.
  private func advice(_ advice: Guideline.Advice, because reason: Reason) -> Advice {
    switch advice {
    case .warn(let concept):
      let definition = beliefs.definitions(of: concept, in: view).first
      let meaning = definition.flatMap { standing in
        if case .definition(let definition) = standing.lesson.teaching { " (\(definition.text))" } else { nil }
      }
      let why = definition.map { [Reason(.taught, sayer.say($0.lesson.teaching), citing: $0)] } ?? []
      return Advice(.warn, [.text(line("careful", ["name": "\(concept.label)\(meaning ?? "")"]))], reason: reason.adding(why))
    case .say(let words): return Advice(.say, [.text(words)], reason: reason)
    case .refer(let concept): return Advice(.refer, [.text(sayer.sentence("refer", subject: concept))], reason: reason)
    case .avoid(let what): return Advice(.avoid, [.text(line("avoid", ["what": what]))], reason: reason)
    case .other(let words): return Advice(.other, [.text(spoken(words))], reason: reason)
    }
  }

  /// An instruction as it is carried out: “mention that cooling helps” is said as “Cooling helps.”
  private func spoken(_ words: String) -> String {
    let said = words.lowercased()
    for opening in line("say.openings").split(separator: "/").map({ $0.trimmingPrefix(" ") }) where said.hasPrefix(opening) {
      return String(words.dropFirst(opening.count)).capitalised.ended
    }
    if said.hasPrefix("ask ") { return "May I \(words.prefix(1).lowercased() + words.dropFirst())?" }
    return line("advised", ["what": words]).ended
  }

  /// Whether what is known of the person is what a guideline speaks of, or narrower: any insulin is insulin.
  private func speaks(_ fact: Pattern, of trigger: Pattern) -> Bool {
    guard fact.isNegated == trigger.isNegated, fact.property == trigger.property || names(of: fact.property).contains(trigger.property)
    else { return false }
    if fact.object == trigger.object { return true }
    guard case .value(.concept(let mine)) = fact.object, case .value(.concept(let theirs)) = trigger.object else { return false }
    return isOne(mine, of: theirs)
  }

  /// What set a guideline off, where it is not plain: the mentioned thing is of the kind, the person said so.
  private func why(_ trigger: Guideline.Trigger, mentioned: [Concept], facts: [Pattern]) -> [Reason] {
    switch trigger {
    case .topic(let topic): return mentioned.contains(topic) ? [] : mentioned.lazy.compactMap { whyOne($0, of: topic) }.first ?? []
    case .question: return []
    case .person(let pattern):
      return facts.first { speaks($0, of: pattern) }.map { fact in
        let object = fact.object.concept, asked = pattern.object.concept
        let narrower = object.flatMap { object in asked.flatMap { object == $0 ? nil : whyOne(object, of: $0) } } ?? []
        return [Reason(.understood, [.text(line("you.said", ["said": sayer.say(aboutMe: fact)]))], reasons: narrower)]
      } ?? []
    }
  }

  private func whyOne(_ concept: Concept, of kind: Concept) -> [Reason]? {
    if names(of: concept).contains(kind) { return naming(concept, kind).map { [$0] } }
    return beliefs.kinds(of: concept, in: view).first { names(of: $0.concept).contains(kind) }.map { held in
      [reason(held.proof)] + (held.concept == kind ? [] : naming(held.concept, kind).map { [$0] } ?? [])
    }
  }

  /// The lesson that the two are names of one thing.
  func naming(_ one: Concept, _ other: Concept) -> Reason? {
    beliefs.lessons(mentioning: one, in: view).first { $0.lesson.names(one, other) }
      .map { Reason(.name, sayer.say($0.lesson.teaching), citing: $0) }
  }
}

extension Draft {
  fileprivate mutating func replace(with advice: [Advice]) {
    let isForbidden = advice.contains { $0.kind == .avoid }
    var texts: [[Part]] = []
    for one in advice where !texts.contains(one.text) { texts.append(one.text) }
    answer.kind = .guided
    answer.text = texts.joined(by: " ")
    answer.raisedHand = nil
    answer.starter = nil
    answer.options = []
    let reasons = advice.reduce(into: [Reason]()) { if !$0.contains($1.reason) { $0.append($1.reason) } }
    // What must not be said must not be read in the reasons either.
    answer.because = reasons + (isForbidden ? [] : answer.because)
    if isForbidden {
      answer.others = []
      answer.items = []
      answer.itemsLeftOff = 0
      claim = nil
      saysNumber = false
    }
  }
}

extension Guideline {
  /// Set off by the question itself or by the person, not by a topic alone.
  fileprivate var knowsTheCase: Bool {
    when.contains { if case .topic = $0 { false } else { true } }
  }
}

extension Reason {
  fileprivate func adding(_ more: [Reason]) -> Reason {
    Reason(
      kind, text, formula: formula, lesson: lesson, author: author, sequence: sequence, source: source, reasons: reasons + more)
  }
}

extension String {
  /// “give a number”, “give numbers”, “name a figure”: what keeps every quantity unsaid.
  fileprivate var forbidsNumbers: Bool {
    let words = Set(lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init))
    return !words.isDisjoint(with: [
      "number", "numbers", "figure", "figures", "quantity", "quantities", "amount", "amounts", "número", "números", "quantidade",
      "quantidades", "valor", "valores", "cantidad", "cantidades", "cifra", "cifras",
    ])
  }

  fileprivate var ended: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
}
