import Lessons
import Reasoning
import TeachingLanguage

/// Yes, no, opinions differ, or not taught.
extension Outlook {
  func judged(_ claim: Claim, _ question: Question, _ understood: Understood) -> Draft {
    let verdict = beliefs.judge(claim, in: view)
    var draft: Draft
    switch verdict.outcome {
    case .yes: draft = decided("Yes", claim, verdict.yes, understood)
    case .no: draft = decided("No", claim.negation, verdict.no, understood)
    case .contested: draft = contested(verdict, understood)
    case .unknown:
      draft = narrowerOrNotTaught(question, understood)
      draft.answer.because = verdict.gaps.prefix(Self.alternativesMax).map { reason($0) }
    }
    draft.answer.others += verdict.silenced.map { reason($0) }
    draft.claim = verdict.outcome == .no ? claim.negation : claim
    return draft
  }

  private func decided(_ word: String, _ holds: Claim, _ proofs: [Proof], _ understood: Understood) -> Draft {
    let every = byEveryValue(proofs)
    let said =
      every.map { ", by every value taught (\($0))" }
      ?? ": \(proofs.first.flatMap(plainFact).map { $0.continued() } ?? sayer.say(holds).continued())"
    var draft = Draft(.answered, "\(word)\(said).", understood: understood)
    draft.answer.because = reasons(proofs)
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
  private func byEveryValue(_ proofs: [Proof]) -> String? {
    guard let compared = proofs.lazy.compactMap(\.comparison).first, case .claim(let claim) = compared.conclusion else { return nil }
    let held = values(of: claim.subject, property: claim.property)
    let said = held.map { sayer.say($0.value) }
    guard Set(said).count > 1 else { return nil }
    let bounds = "\(claim.isNegated ? "not " : "")\(sayer.say(claim.value))"
    return "\(said.listed()), \(said.count == 2 ? "both" : "all") \(bounds)"
  }

  private func contested(_ verdict: Verdict, _ understood: Understood) -> Draft {
    let yes = verdict.yes.reduce(into: Set<ID<Lesson>>()) { $0.formUnion($1.lessons) }
    let no = verdict.no.reduce(into: Set<ID<Lesson>>()) { $0.formUnion($1.lessons) }
    let clauses = [
      side("yes", verdict.yes, making: yes.subtracting(no)), side("no", verdict.no, making: no.subtracting(yes)),
    ]
    var draft = Draft(.opinionsDiffer, [.text("Opinions differ: ")] + clauses.joined(by: "; ") + [.text(".")], understood: understood)
    draft.answer.because = reasons(verdict.yes)
    draft.answer.others = reasons(verdict.no)
    draft.saysNumber = (verdict.yes + verdict.no).contains { $0.comparison != nil }
    return draft
  }

  /// “Ana says that the glycemic index of rice is 48, so yes”: by the lessons that only this side rests on.
  private func side(_ word: String, _ proofs: [Proof], making difference: Set<ID<Lesson>>) -> [Part] {
    let speaking = speakers(of: proofs)
    let deciding = difference.intersection(speaking).isEmpty ? speaking : difference.intersection(speaking)
    let leaf = proofs.lazy.compactMap { $0.leaf(among: deciding) }.first
    guard let leaf else { return position(word, by: deciding) }
    // A fact that is the answer itself needs no “so”.
    let what = leaf == proofs.first ? word : "that \(sentence(of: leaf).continued()), so \(word)"
    return position(what, by: deciding)
  }

  private func reason(_ gap: Gap) -> Reason {
    switch gap {
    case .missing(let condition, let rule):
      Reason(
        .notKnown, [.text("Nobody taught whether \(sayer.say(condition).continued()).")],
        reasons: [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    case .blocked(let proofs, let rule):
      Reason(
        .notKnown, [.text("An exception holds: \(proofs.map { sentence(of: $0).continued() }.listed()).")],
        reasons: proofs.map { reason($0) } + [Reason(.rule, sentence(of: rule) ?? "", citing: standing(rule))])
    }
  }
}

extension Proof {
  /// The first comparison of a number with bounds on the way.
  var comparison: Proof? {
    if case .compared = reason { return self }
    return premises.lazy.compactMap(\.comparison).first
  }

  /// The taught fact of one of these lessons that this rests on.
  func leaf(among lessons: Set<ID<Lesson>>) -> Proof? {
    if case .taught(let id) = reason, lessons.contains(id) { return self }
    return premises.lazy.compactMap { $0.leaf(among: lessons) }.first
  }
}
