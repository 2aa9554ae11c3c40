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
      every.map { ", \(line("every.value", ["said": $0.said]))" }
      ?? ": \((proofs.first.flatMap(plainFact) ?? sayer.say(holds)).continued(keeping: holds.subject.label))"
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
    let bounds = "\(claim.isNegated ? line("not") + " " : "")\(sayer.say(claim.value))"
    return ("\(said.listed(line("and"))), \(line(said.count == 2 ? "both" : "all")) \(bounds)", held)
  }

  private func contested(_ verdict: Verdict, _ understood: Understood) -> Draft {
    let clauses = [
      side(line("yes").lowercased(), verdict.yes, against: verdict.no), side(line("no").lowercased(), verdict.no, against: verdict.yes),
    ]
    var draft = Draft(
      .opinionsDiffer, [.text(line("opinions.differ") + " ")] + clauses.joined(by: "; ") + [.text(".")], understood: understood)
    draft.answer.because = reasons(verdict.yes)
    draft.answer.others = reasons(verdict.no)
    draft.saysNumber = (verdict.yes + verdict.no).contains { $0.comparison != nil }
    return draft
  }

  /// “Ana says that the glycemic index of honey is 50, so yes”: by the step that the other side denies.
  private func side(_ word: String, _ proofs: [Proof], against others: [Proof]) -> [Part] {
    guard let step = proofs.lazy.compactMap({ $0.step(deniedBy: others) }).first ?? proofs.first else { return [.text(word)] }
    let what = plainFact(step) ?? (step == proofs.first ? nil : sentence(of: step))
    return position(what.map { line("that.so", ["what": $0.continued(), "word": word]) } ?? word, by: speakers(of: [step]))
  }

  /// Where a number is known, and not how it converts into what was asked for.
  private func tell(otherMeasureOf claim: Claim, in answer: inout Answer) {
    guard let asked = claim.value.range?.unit,
      let held = values(of: claim.subject, property: claim.property).first(where: { $0.value.range != nil }),
      let unit = held.value.range?.unit,
      !unit.isCommensurable(with: asked), unit != .none, asked != .none
    else { return }
    let known = sayer.say(Claim(claim.subject, claim.property, held.value))
    answer.text = [.text("\(line("not.converted", ["known": known.continued(), "unit": asked.code])) \(handRaised)")]
    answer.because = reasons(held.proofs)
    answer.starter = line("start.conversion", ["unit": unit.code, "property": claim.property.label, "other": asked.code])
  }

  /// What a rule would need to answer, or what keeps it from answering; the sentence to teach is then that.
  private func tell(_ gap: Gap, in answer: inout Answer) {
    let need: String
    switch gap {
    case .missing(.measure(let term, let property, _), _):
      guard let subject = term.concept else { return }
      need = sayer.sentence("need.value", subject: subject, property: property)
      answer.starter = starterOfValue(subject, property)
    case .missing(.pattern(let pattern), _) where pattern.asksForNumber:
      guard let subject = pattern.subject.concept else { return }
      need = sayer.sentence("need.value", subject: subject, property: pattern.property)
      answer.starter = starterOfValue(subject, pattern.property)
    case .missing(let condition, _):
      need = line("need.whether", ["what": say(condition)])
      answer.starter = say(condition).capitalised + "."
    case .openList(let subject, _):
      need = sayer.sentence("need.all", subject: subject)
    case .undecided(let rule):
      need =
        line("undecided", ["rule": (sentence(of: rule) ?? "").withoutStop])
    case .blocked(let proofs, _):
      need = line("exception.known", ["what": proofs.map { sentence(of: $0).continued() }.listed(line("and"))])
    }
    answer.text = [.text("\(need) \(handRaised)")]
    if let asked = answer.asked { answer.text.insert(.text("\(notTaughtSentence(asked)) "), at: 0) }
  }

  func starterOfValue(_ subject: Concept, _ property: Concept) -> String {
    sayer.sentence("start.value", subject: subject, property: property) + " "
  }

  private func nobodyTaught(_ property: Concept, of subject: Concept?) -> String {
    sayer.sentence(subject == nil ? "nobody.its.value" : "nobody.value", subject: subject, property: property)
  }

  private func reason(_ gap: Gap) -> Reason {
    switch gap {
    case .missing(.pattern(let pattern), let rule) where pattern.asksForNumber:
      Reason(
        .notKnown, [.text(nobodyTaught(pattern.property, of: pattern.subject.concept))],
        reasons: [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    case .missing(let condition, let rule):
      Reason(
        .notKnown, [.text(line("nobody.whether", ["what": say(condition)]))],
        reasons: [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    case .openList(let subject, let rule):
      Reason(
        .notKnown, [.text(sayer.sentence("nobody.all", subject: subject))],
        reasons: [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    case .undecided(let rule):
      Reason(
        .notKnown, [.text(line("neither.decided"))],
        reasons: [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    case .blocked(let proofs, let rule):
      Reason(
        .notKnown, [.text(line("exception.holds", ["what": proofs.map { sentence(of: $0).continued() }.listed(line("and"))]))],
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
