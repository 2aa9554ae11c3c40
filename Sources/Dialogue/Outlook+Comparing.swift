import Lessons
import Reasoning
import TeachingLanguage

/// “Does an avocado have more fat than a banana?” “Which fruit has the highest glycemic index?”
extension Outlook {
  /// A thing with its number.
  struct Candidate {
    let concept: Concept
    let held: HeldValue
    let range: QuantityRange
  }

  /// By the two numbers, or else by what was taught of the two together.
  func contrasted(_ contrast: Contrast, _ question: Question, _ understood: Understood) -> Draft {
    let one = number(of: contrast.subject, contrast.property)
    let other = number(of: contrast.other, contrast.property)
    guard let one, let other, let holds = contrast.holds(one.range, other.range) else {
      return taught(contrast, understood) ?? narrowerOrNotTaught(question, understood)
    }
    let said = [one, other].map { sayer.say(Claim($0.concept, contrast.property, $0.held.value)).continued() }
    var draft = Draft(.answered, "\(sayer.sentence(holds ? "yes" : "no")): \(said[0]), \(line("and")) \(said[1]).", understood: understood)
    draft.answer.because = reasons(one.held.proofs) + reasons(other.held.proofs)
    draft.saysNumber = true
    return draft
  }

  private func taught(_ contrast: Contrast, _ understood: Understood) -> Draft? {
    let lessons = beliefs.lessons(mentioning: contrast.subject, in: view)
    for standing in lessons {
      guard case .contrast(let known) = standing.lesson.teaching, let answer = known.answers(contrast, names: names) else { continue }
      let said = sayer.say(standing.lesson.teaching)
      var draft = Draft(.answered, "\(sayer.sentence(answer ? "yes" : "no")): \(said.continued()).", understood: understood)
      draft.answer.because = [Reason(.taught, said, citing: standing)]
      return draft
    }
    return nil
  }

  func foremost(_ extreme: Extreme, _ question: Question, _ understood: Understood) -> Draft {
    let found = candidates(for: extreme)
    guard let first = found.first else { return notTaught(question, understood) }
    let comparable = found.filter { $0.range.converted(to: first.range.unit) != nil }
    // No other may be beyond the one that is named.
    let best = comparable.filter { one in
      comparable.allSatisfy { other in
        Contrast(extreme.property, of: "one", extreme.isGreatest ? .atLeast : .atMost, of: "other").holds(one.range, other.range) == true
      }
    }
    guard !best.isEmpty else {
      var draft = notTaught(question, understood)
      draft.answer.text = [.text("\(line("not.certain")) \(handRaised)")]
      draft.answer.because = comparable.prefix(Answer.itemsMax).flatMap { reasons(Array($0.held.proofs.prefix(1))) }
      return draft
    }
    let number = sayer.say(best[0].held.value)
    let names = best.prefix(Answer.itemsSaidMax).map { sayer.name($0.concept) }.listed(line("and"))
    var draft = Draft(.answered, line("foremost", ["names": names, "number": number]), understood: understood)
    draft.answer.because = best.flatMap { reasons(Array($0.held.proofs.prefix(1))) }
    draft.answer.others = comparable.filter { one in !best.contains { $0.concept == one.concept } }.prefix(Self.alternativesMax)
      .flatMap { reasons(Array($0.held.proofs.prefix(1))) }
    draft.saysNumber = true
    return draft
  }

  /// Those asked about that have a number, in the order asked or by name.
  func candidates(for extreme: Extreme) -> [Candidate] {
    let things = extreme.among.isEmpty ? extreme.kind.map { beliefs.concepts(ofKind: $0, in: view) } ?? [] : extreme.among
    return things.compactMap { number(of: $0, extreme.property) }
  }

  private func number(of concept: Concept, _ property: Concept) -> Candidate? {
    guard let held = values(of: concept, property: property).first, let range = held.value.range else { return nil }
    return Candidate(concept: concept, held: held, range: range)
  }
}

extension Contrast {
  /// What this says of the other; nil where it decides nothing.
  fileprivate func answers(_ asked: Contrast, names: (Concept) -> Set<Concept>) -> Bool? {
    for known in [self, turned].compactMap(\.self) {
      guard names(asked.property).contains(known.property), names(asked.subject).contains(known.subject),
        names(asked.other).contains(known.other), known.factor == asked.factor
      else { continue }
      switch (known.relation, asked.relation) {
      case let (one, two) where one == two: return true
      case (.above, .atLeast), (.below, .atMost), (.equal, .atLeast), (.equal, .atMost): return true
      case (.above, .below), (.above, .atMost), (.above, .equal), (.below, .above), (.below, .atLeast), (.below, .equal): return false
      case (.equal, .above), (.equal, .below), (.atMost, .above), (.atLeast, .below): return false
      default: continue
      }
    }
    return nil
  }
}
