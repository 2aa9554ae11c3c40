import Foundation
import Lessons
import Reasoning
import TeachingLanguage

/// From a question to what was taught about it.
extension Outlook {
  func answer(_ question: Question, understood: Understood) -> Draft {
    var draft = draft(for: preferred(question), understood: understood)
    draft.answer.asked = question
    draft.concepts = question.concepts
    if draft.answer.kind.isAnswer { draft.answer.because += renamings(in: question, beyond: Set(draft.answer.lessons)) }
    return draft
  }

  private func draft(for question: Question, understood: Understood) -> Draft {
    switch question {
    case .value(let subject, let property): value(of: subject, property, question, understood)
    case .amount(let property, let whole, let subject): amount(of: property, in: whole, of: subject, question, understood)
    case .whether(let claim): judged(claim, question, understood)
    case .measures(let subject, let property, let range): judged(Claim(subject, property, .range(range)), question, understood)
    case .which(let kind, let conditions): members(of: kind, conditions, question, understood)
    case .contrast(let contrast): contrasted(contrast, question, understood)
    case .extreme(let extreme): foremost(extreme, question, understood)
    case .meaning(let concept): meaning(of: concept, question, understood)
    case .taught: notTaught(question, understood)
    }
  }

  /// The question under the names that most people use: “GI” becomes “glycemic index”.
  func preferred(_ question: Question) -> Question {
    if case .meaning = question { return question }  // “What does GI mean?” is about the name itself
    return question.concepts.reduce(question) { $0.replacing($1, with: beliefs.preferredName(of: $1, in: view)) }
  }

  /// The lessons that give the names used their better-known ones, where the proofs do not cite them already.
  private func renamings(in question: Question, beyond cited: Set<ID<Lesson>>) -> [Reason] {
    if case .meaning = question { return [] }
    return question.concepts.compactMap { concept in
      let preferred = beliefs.preferredName(of: concept, in: view)
      return preferred == concept ? nil : naming(concept, preferred)
    }.filter { $0.lessons.isDisjoint(with: cited) }
  }

  // MARK: What is the value?

  private func value(of subject: Concept, _ property: Concept, _ question: Question, _ understood: Understood) -> Draft {
    let held = values(of: subject, property: property)
    guard let first = held.first else {
      let elsewhere = sayer.asksPlace(property) ? whereabouts(of: subject, besides: property) : nil
      return elsewhere.map { value(of: subject, $0, question, understood) } ?? narrowerOrNotTaught(question, understood)
    }
    if held.contains(where: { !$0.against.isEmpty }) || differ(held, property) {
      var draft = differing(held.map { (sayer.say($0.value), $0) }, understood)
      draft.claim = Claim(subject, property, first.value)
      draft.saysNumber = first.value.range != nil
      return draft
    }
    let isList = held.count > 1 && !beliefs.isSingleValued(property, for: first.value, in: view)
    let claim = Claim(subject, property, first.value)
    var draft = Draft(
      .answered, isList ? listing(held, of: subject, property) : hedged(sayer.say(claim), first.proofs), understood: understood)
    if !isList { draft.answer.sureness = sureness(of: first.proofs) }
    draft.answer.because = isList ? held.prefix(Answer.itemsMax).flatMap { reasons(Array($0.proofs.prefix(1))) } : reasons(first.proofs)
    draft.answer.others = (isList ? [] : held.dropFirst().flatMap { reasons($0.proofs) }) + overruled(by: held.flatMap(\.proofs))
    if isList {
      draft.answer.items = held.prefix(Answer.itemsMax).map { .init(name: sayer.say($0.value), concept: $0.value.concept) }
      draft.answer.itemsLeftOff = max(0, held.count - Answer.itemsMax)
    }
    draft.claim = claim
    draft.saysNumber = first.value.range != nil
    return draft
  }

  /// The relation by which it was taught where something is: “is located in”, where “is in” is asked.
  private func whereabouts(of subject: Concept, besides asked: Concept) -> Concept? {
    beliefs.claims(about: subject, in: view).lazy.compactMap { standing -> Concept? in
      guard case .claim(let claim) = standing.lesson.teaching, !claim.isNegated, claim.property != asked else { return nil }
      return sayer.tellsPlace(claim.property) ? claim.property : nil
    }.first
  }

  /// “Probably, the glycemic index of rice is 60.”
  private func hedged(_ sentence: String, _ proofs: [Proof]) -> String {
    hedge(proofs).map { "\($0), \(sentence.continued())." } ?? sentence
  }

  /// Whether these cannot all be the value: one value is wanted, and two of them have no number in common.
  private func differ(_ held: [HeldValue], _ property: Concept) -> Bool {
    guard held.count > 1, let first = held.first, beliefs.isSingleValued(property, for: first.value, in: view) else { return false }
    return held.indices.contains { left in
      held.indices.contains { right in
        guard left < right else { return false }
        guard let one = held[left].value.range, let other = held[right].value.range?.converted(to: one.unit) else { return true }
        return !one.overlaps(other)
      }
    }
  }

  /// “Opinions differ: Ana says 89 (source: …), Bruno says 73 (source: …).”
  private func differing(_ positions: [(what: String, held: HeldValue)], _ understood: Understood) -> Draft {
    var clauses = positions.map { position($0.what, by: speakers(of: $0.held.proofs)) }
    for (what, held) in positions where !held.against.isEmpty {
      clauses.append(position(line("that.not", ["what": what]), by: speakers(of: held.against)))
    }
    var draft = Draft(
      .opinionsDiffer, [.text(line("opinions.differ") + " ")] + clauses.joined(by: ", ") + [.text(".")], understood: understood)
    draft.answer.because = positions.first.map { reasons($0.held.proofs) } ?? []
    draft.answer.others = positions.dropFirst().flatMap { reasons($0.held.proofs) } + positions.flatMap { reasons($0.held.against) }
    return draft
  }

  /// “The symptoms of hypoglycemia: sweating, tremor and confusion.”
  private func listing(_ held: [HeldValue], of subject: Concept, _ property: Concept) -> String {
    let shown = held.prefix(Answer.itemsMax)
    // “Ana walks every day” bends what she does, so that it cannot be listed by itself.
    let sentences = shown.map { sayer.say(Claim(subject, property, $0.value)) }
    if zip(sentences, shown).contains(where: { !$0.contains(sayer.say($1.value)) }) { return sentences.joined(separator: " ") }
    let values = shown.map { sayer.say($0.value) }.listed(line("and"))
    let isRelation = vocabulary.roles(of: property).contains(.relation) || property.isBuiltIn
    let start =
      isRelation
      ? "\(sayer.name(subject)) \(sayer.third(of: property))" : sayer.sentence("property.of", subject: subject, property: property) + ":"
    return "\(start) \(values)".capitalised + "."
  }

  // MARK: How much is in it?

  private func amount(of property: Concept, in whole: Quantity, of subject: Concept, _ question: Question, _ understood: Understood)
    -> Draft
  {
    let held = values(of: subject, property: property)
    guard !held.isEmpty else { return narrowerOrNotTaught(question, understood) }
    let shares = held.compactMap { value in share(of: value, in: whole, of: subject).map { (value, $0) } }
    guard let first = shares.first else {
      let known = sayer.say(Claim(subject, property, held[0].value))
      var draft = notTaught(question, understood)
      draft.answer.text = [
        .text(line("not.worked.out", ["known": known.continued(), "whole": sayer.say(Value.quantity(whole))]))
      ]
      draft.answer.because = reasons(held[0].proofs)
      return draft
    }
    func worked(_ held: HeldValue, _ share: Value) -> Reason {
      let formula = "\(sayer.say(held.value)) × \(sayer.say(Value.quantity(whole))) = \(sayer.say(share))"
      let conversion = conversion(of: whole, for: held, subject).map { [$0] } ?? []
      return Reason(.arithmetic, [.text("\(formula).")], formula: formula, reasons: reasons(held.proofs) + conversion)
    }
    var draft: Draft
    if differ(shares.map(\.0), property) {
      draft = differing(shares.map { (sayer.say($0.1), $0.0) }, understood)
    } else {
      let text = line(
        "there.are",
        ["amount": sayer.say(first.1), "property": property.label, "whole": sayer.say(Value.quantity(whole)), "subject": subject.label])
      draft = Draft(.answered, text, understood: understood)
    }
    draft.answer.because = [worked(first.0, first.1)]
    draft.answer.others = shares.dropFirst().map { worked($0.0, $0.1) } + overruled(by: held.flatMap(\.proofs))
    draft.claim = Claim(subject, property, first.0.value)
    draft.saysNumber = true
    return draft
  }
}

extension Outlook {
  /// What a share of this much comes to; a cup of it, where somebody taught what a cup of it weighs.
  private func share(of held: HeldValue, in whole: Quantity, of subject: Concept) -> Value? {
    if let share = held.value.share(of: whole) { return share }
    guard let per = held.value.range?.unit.per?.unit, let weighed = beliefs.convert(whole, of: subject, to: per, in: view) else {
      return nil
    }
    return held.value.share(of: weighed.quantity)
  }

  /// The lesson that tells how much that is, where it took one.
  private func conversion(of whole: Quantity, for held: HeldValue, _ subject: Concept) -> Reason? {
    guard held.value.share(of: whole) == nil, let per = held.value.range?.unit.per?.unit,
      let lesson = beliefs.convert(whole, of: subject, to: per, in: view)?.lesson
    else { return nil }
    return Reason(.taught, sentence(of: lesson) ?? "", citing: standing(lesson))
  }
}

extension Value {
  /// What a share of this much comes to; a range gives a range.
  func share(of whole: Quantity) -> Value? {
    switch self {
    case .quantity(let quantity): return quantity.part(of: whole).map { .quantity(Quantity($0.amount.rounded(to: 2), $0.unit)) }
    case .range(let range):
      func part(_ bound: QuantityRange.Bound?) -> (bound: QuantityRange.Bound, unit: Lessons.Unit)? {
        guard let bound, let part = Quantity(bound.amount, range.unit).part(of: whole) else { return nil }
        return (QuantityRange.Bound(part.amount.rounded(to: 2), isIncluded: bound.isIncluded), part.unit)
      }
      let (lower, upper) = (part(range.lower), part(range.upper))
      guard let unit = (lower ?? upper)?.unit else { return nil }
      let about = range.about.flatMap { Quantity($0, range.unit).part(of: whole)?.amount.rounded(to: 2) }
      return .range(QuantityRange(lower: lower?.bound, upper: upper?.bound, unit: unit, about: about))
    case .concept, .text: return nil
    }
  }
}

extension Quantity {
  /// Of so much per so much, or of so many percent.
  fileprivate func part(of whole: Quantity) -> Quantity? {
    unit == .percent ? Quantity(amount * whole.amount / 100, whole.unit) : share(of: whole)
  }
}
