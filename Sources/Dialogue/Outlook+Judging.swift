import Lessons
import Reasoning
import TeachingLanguage

/// Yes, no, opinions differ, or not taught.
extension Outlook {
  func judged(_ claim: Claim, _ question: Question, _ understood: Understood) -> Draft {
    let verdict = beliefs.judge(claim, in: view)
    var draft: Draft
    switch verdict.outcome {
    case .yes: draft = decided(sayer.sentence("yes"), claim, verdict.yes, understood)
    case .no: draft = decided(sayer.sentence("no"), claim.negation, verdict.no, understood)
    case .contested: draft = contested(verdict, understood)
    case .unknown:
      draft = narrowerOrNotTaught(question, understood)
      draft.answer.because = verdict.gaps.prefix(Self.alternativesMax).map { reason($0) }
      if draft.answer.kind == .notTaught { tell(otherMeasureOf: claim, in: &draft.answer) }
      if draft.answer.kind == .notTaught, let gap = verdict.gaps.first { tell(gap, in: &draft.answer) }
    }
    let told = Set(draft.answer.lessons)
    draft.answer.others += verdict.silenced.map { reason($0) }.filter { !$0.lessons.isSubset(of: told) }
    draft.claim = verdict.outcome == .no ? claim.negation : claim
    return draft
  }

  private func decided(_ word: String, _ holds: Claim, _ proofs: [Proof], _ understood: Understood) -> Draft {
    let every = everyValue(proofs)
    let said =
      every.map { ", by every value taught (\($0.said))" }
      ?? ": \(proofs.first.flatMap(plainFact).map { $0.continued() } ?? sayer.say(holds).continued())"
    let hedge = hedge(proofs)
    var draft = Draft(.answered, "\(hedge.map { "\($0) \(word.lowercased())" } ?? word)\(said).", understood: understood)
    draft.answer.because = reasons(proofs)
    draft.answer.sureness = sureness(of: proofs)
    let cited = Set(draft.answer.lessons)
    draft.answer.because += every?.held.filter { !$0.lessons.isSubset(of: cited) }.flatMap { reasons(Array($0.proofs.prefix(1))) } ?? []
    draft.answer.others = overruled(by: proofs)
    draft.saysNumber = every != nil || holds.value.range != nil
    return draft
  }

  /// For a measure, the number itself says more than its bounds: “the glycemic index of a banana is 51”.
  private func plainFact(_ proof: Proof) -> String? {
    guard case .compared = proof.reason, let premise = proof.premises.first else { return nil }
    return sentence(of: premise)
  }

  /// “89 and 73, both at least 70”: where values differ and the answer does not. Nil where one value was taught.
  private func everyValue(_ proofs: [Proof]) -> (said: String, held: [HeldValue])? {
    guard let compared = proofs.first?.comparison, case .claim(let claim) = compared.conclusion else { return nil }
    let held = values(of: claim.subject, property: claim.property)
    let said = held.map { sayer.say($0.value) }
    guard Set(said).count > 1 else { return nil }
    let bounds = "\(claim.isNegated ? "not " : "")\(sayer.say(claim.value))"
    return ("\(said.listed()), \(said.count == 2 ? "both" : "all") \(bounds)", held)
  }

  private func contested(_ verdict: Verdict, _ understood: Understood) -> Draft {
    let clauses = [side("yes", verdict.yes, against: verdict.no), side("no", verdict.no, against: verdict.yes)]
    var draft = Draft(.opinionsDiffer, [.text("Opinions differ: ")] + clauses.joined(by: "; ") + [.text(".")], understood: understood)
    draft.answer.because = reasons(verdict.yes)
    draft.answer.others = reasons(verdict.no)
    draft.saysNumber = (verdict.yes + verdict.no).contains { $0.comparison != nil }
    return draft
  }

  /// “Ana says that the glycemic index of honey is 50, so yes”: by the step that the other side denies.
  private func side(_ word: String, _ proofs: [Proof], against others: [Proof]) -> [Part] {
    guard let step = proofs.lazy.compactMap({ $0.step(deniedBy: others) }).first ?? proofs.first else { return [.text(word)] }
    let what = plainFact(step) ?? (step == proofs.first ? nil : sentence(of: step))
    return position(what.map { "that \($0.continued()), so \(word)" } ?? word, by: speakers(of: [step]))
  }

  /// Where a number is known, and not how it converts into what was asked for.
  private func tell(otherMeasureOf claim: Claim, in answer: inout Answer) {
    guard let asked = claim.value.range?.unit,
      let held = values(of: claim.subject, property: claim.property).first(where: { $0.value.range != nil }),
      let unit = held.value.range?.unit,
      !unit.isCommensurable(with: asked), unit != .none, asked != .none
    else { return }
    let known = sayer.say(Claim(claim.subject, claim.property, held.value))
    answer.text = [.text("I was taught that \(known.continued()), but not how to turn that into \(asked.code). \(handRaised)")]
    answer.because = reasons(held.proofs)
    answer.starter = "1 \(unit.code) of \(claim.property.label) is … \(asked.code)."
  }

  /// What a rule would need to answer, or what keeps it from answering; the sentence to teach is then that.
  private func tell(_ gap: Gap, in answer: inout Answer) {
    let need: String
    switch gap {
    case .missing(.measure(let term, let property, _), _):
      guard let subject = term.concept else { return }
      need = "For that I would need to know the \(property.label) of \(sayer.name(subject))."
      answer.starter = "The \(property.label) of \(sayer.name(subject)) is "
    case .missing(.pattern(let pattern), _) where pattern.asksForNumber:
      guard let subject = pattern.subject.concept else { return }
      need = "For that I would need to know the \(pattern.property.label) of \(sayer.name(subject))."
      answer.starter = "The \(pattern.property.label) of \(sayer.name(subject)) is "
    case .missing(let condition, _):
      need = "For that I would need to know whether \(say(condition))."
      answer.starter = say(condition).capitalised + "."
    case .openList(let subject, _):
      need = "For that I would need to know whether what I was taught of \(sayer.name(subject)) is all."
    case .undecided(let rule):
      need =
        "“\((sentence(of: rule) ?? "").withoutStop)” waits for its own exception: whether that holds depends on this. Say in one of the rules which comes first."
    case .blocked(let proofs, _):
      need = "An exception is known: \(proofs.map { sentence(of: $0).continued() }.listed())."
    }
    answer.text = [.text("\(need) \(handRaised)")]
    if let asked = answer.asked { answer.text.insert(.text("\(notTaughtSentence(asked)) "), at: 0) }
  }

  private func reason(_ gap: Gap) -> Reason {
    switch gap {
    case .missing(.pattern(let pattern), let rule) where pattern.asksForNumber:
      Reason(
        .notKnown, [.text("Nobody taught the \(pattern.property.label) of \(pattern.subject.concept.map { sayer.name($0) } ?? "it").")],
        reasons: [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    case .missing(let condition, let rule):
      Reason(
        .notKnown, [.text("Nobody taught whether \(say(condition)).")],
        reasons: [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    case .openList(let subject, let rule):
      Reason(
        .notKnown, [.text("Nobody taught whether what is known of \(sayer.name(subject)) is all.")],
        reasons: [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    case .undecided(let rule):
      Reason(
        .notKnown, [.text("Whether its exception holds depends on what it concludes, so neither is decided.")],
        reasons: [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    case .blocked(let proofs, let rule):
      Reason(
        .notKnown, [.text("An exception holds: \(proofs.map { sentence(of: $0).continued() }.listed()).")],
        reasons: proofs.map { reason($0) } + (rule.map { [Reason(.rule, sentence(of: $0) ?? "", citing: standing($0))] } ?? []))
    }
  }
}

extension Pattern {
  /// Whether any number would do.
  fileprivate var asksForNumber: Bool { if case .variable = object { !isNegated && !property.isBuiltIn } else { false } }
}

extension Proof {
  /// The first comparison of a number with bounds on the way.
  var comparison: Proof? {
    if case .compared = reason { return self }
    return premises.lazy.compactMap(\.comparison).first
  }

  /// The nearest step whose opposite one of these concludes.
  func step(deniedBy others: [Proof]) -> Proof? {
    if let claim, others.contains(where: { $0.claim == claim.negation }) { return self }
    return premises.lazy.compactMap { $0.step(deniedBy: others) }.first
  }
}
