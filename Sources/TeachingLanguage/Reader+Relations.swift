import Lessons

/// Relations that nobody has taught and that are taken at once, as the words can say nothing else.
extension Reader {
  /// Whether what is told of the past can be meant of no other time: who made it, or on which day it happened.
  func keepsItsTime(_ reading: Reading) -> Bool {
    guard case .lesson(let taught) = reading.meaning else { return false }
    return taught.allSatisfy { lesson in
      guard case .claim(let claim) = lesson.teaching else { return false }
      return claim.value.days != nil || isMadeOnce(claim.property.label)
        || grammar.functionWords.contains(claim.property.key, in: .makerNoun) || isDoneOnce(claim.property.label)
    }
  }

  /// “is written by”
  private func isMadeOnce(_ relation: String) -> Bool {
    let parts = relation.split(separator: " ").map(String.init)
    return isPassive(relation) && grammar.functionWords.contains(parts[1], in: .madeOnce)
      && grammar.functionWords.contains(parts[2], in: .agent)
  }

  /// “is connected to”, “is part of” and “was opened” on a day can be nothing else; “plans for” may be a noun, but not between two names.
  func isClear(relation: Concept, in taught: [Taught]) -> Bool {
    if isPassive(relation.label) { return true }
    let claims = taught.compactMap { lesson -> Claim? in
      if case .claim(let claim) = lesson.teaching, claim.property == relation { claim } else { nil }
    }
    guard !claims.isEmpty else { return false }
    if isPlace(relation.label) { return claims.allSatisfy { $0.value.concept?.isNamed == true } }
    if isEvent(relation.label), claims.allSatisfy({ $0.value.days != nil }) { return true }
    return isVerb(relation.label) || isDoneOnce(relation.label)
      ? claims.allSatisfy { isFullName($0.subject) && $0.value.concept?.isNamed == true && !$0.isNegated } : false
  }

  /// “wrote”, “died in”, “was awarded”: who did it once has done it for good.
  private func isDoneOnce(_ relation: String) -> Bool {
    var parts = relation.split(separator: " ").map(String.init)
    if let was = parts.first, grammar.functionWords.contains(was, in: .wasOne) { parts.removeFirst() }
    guard let deed = parts.first, grammar.functionWords.contains(deed, in: .doneOnce) else { return false }
    return parts.count == 1 || parts.count == 2 && grammar.morphology.isPreposition(parts[1])
  }

  func isPassive(_ relation: String) -> Bool {
    let parts = relation.split(separator: " ").map(String.init)
    guard parts.count == 3, grammar.functionWords.contains(parts[0], in: .isOne) else { return false }
    return (grammar.morphology.isParticiple(parts[1]) || grammar.morphology.isIrregularParticiple(parts[1]))
      && grammar.morphology.isPreposition(parts[2])
  }

  /// “is in”, “is part of”
  private func isPlace(_ relation: String) -> Bool {
    let parts = relation.split(separator: " ").map(String.init)
    guard parts.count > 1, grammar.functionWords.contains(parts[0], in: .isOne) else { return false }
    if parts.count == 2 { return grammar.functionWords.contains(parts[1], in: .placePreposition) }
    let words = grammar.functionWords
    return parts.count == 3 && words.contains(parts[1], in: .relational) && words.contains(parts[2], in: .of)
  }

  /// “was opened”
  private func isEvent(_ relation: String) -> Bool {
    let parts = relation.split(separator: " ").map(String.init)
    // “opened”, “first opened”
    let isFirst = parts.count == 2 && grammar.functionWords.contains(parts[0], in: .first)
    if parts.count == 1 || isFirst, let last = parts.last, grammar.morphology.isPast(last) { return true }
    guard parts.count == 2, grammar.functionWords.contains(parts[0], in: .wasOne) else { return false }
    return grammar.morphology.isParticiple(parts[1]) || grammar.morphology.isIrregularParticiple(parts[1])
  }

  /// A verb that everybody knows, with a small word or none: “plays for”, “serves”.
  private func isVerb(_ relation: String) -> Bool {
    let parts = relation.split(separator: " ").map(String.init)
    guard let first = parts.first, parts.count <= 2, parts.count == 1 || grammar.morphology.isPreposition(parts[1]) else { return false }
    let plain = grammar.morphology.verbPhrase(relation)?.base?.split(separator: " ").first.map(String.init)
    return grammar.morphology.isFrequentVerb(plain ?? first)
  }

  /// Two words with capitals, or more: “Ana Sousa”, “Ana de Sousa”.
  private func isFullName(_ concept: Concept) -> Bool {
    let words = concept.label.split(separator: " ")
    func isCapital(_ word: Substring) -> Bool { word.first.map { $0.isUppercase || $0.isNumber } ?? false }
    return words.count > 1 && words.first.map(isCapital) == true && words.last.map(isCapital) == true
      && words.allSatisfy { isCapital($0) || grammar.functionWords.contains(String($0), in: .connector) }
  }
}
