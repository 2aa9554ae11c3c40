public import Lessons

/// Why a lesson, though it can be read, is likely not meant so.
public enum Doubt: Hashable, Sendable {
  /// Both are asked for and nothing can be both, so the rule never applies.
  case neverApplies(Condition, Condition)
  /// All others give the property in what measures something else: nothing could be compared.
  case otherMeasure(of: Concept, Unit, usual: Unit, lesson: ID<Lesson>)
  /// The two are added, subtracted or compared, and measure different things.
  case unlikeTerms(Formula, Unit, Formula, Unit)
  /// The number would be computed from itself.
  case ownResult(Concept)
  /// The kind is taught to be of the thing already: each would be of the other.
  case circle(Concept, Concept)
}

extension Beliefs {
  /// What speaks against a lesson, not accepted yet, being meant as it is read.
  ///
  /// - Complexity: O(k) in the claims of the properties that it names.
  public func doubts(about lesson: Lesson, in view: PointOfView) -> [Doubt] {
    let inquiry = Inquiry(self, .view(view))
    switch lesson.teaching {
    case .claim(let claim):
      let circle = inquiry.circle(claim).map { [$0] } ?? []
      return circle + (claim.value.unit.flatMap { inquiry.otherMeasure(of: claim.property, $0) }.map { [$0] } ?? [])
    case .rule(let rule):
      let measures = rule.body.compactMap { condition -> Doubt? in
        if case .measure(_, let property, let range) = condition { inquiry.otherMeasure(of: property, range.unit) } else { nil }
      }
      return (inquiry.contradiction(in: rule.body).map { [$0] } ?? []) + measures + inquiry.doubts(aboutFormulasOf: rule)
    default: return []
    }
  }
}

extension Inquiry {
  fileprivate func circle(_ claim: Claim) -> Doubt? {
    guard !claim.isNegated, claim.property == .isA, let kind = claim.value.concept else { return nil }
    let (thing, above) = (symbol(claim.subject), symbol(kind))
    return !isSame(thing, above) && isBelow(above, thing) ? .circle(claim.subject, kind) : nil
  }

  func otherMeasure(of property: Concept, _ unit: Unit) -> Doubt? {
    var usual: (unit: Unit, lesson: ID<Lesson>)?
    for (slot, trait) in traits(of: symbol(property)) {
      guard let taught = trait.unit else { continue }
      if taught.isCommensurable(with: unit) { return nil }
      usual = (taught, store[slot].id)
    }
    for slot in names(of: symbol(property)).flatMap({ index.claimsByProperty[$0] ?? [] }) where sees(slot) {
      guard let other = store[slot].lesson.claim?.value.unit else { continue }
      if other.isCommensurable(with: unit) || conversions(of: symbol(property)).contains(where: { $0.conversion.joins(unit, other) }) {
        return nil
      }
      if usual.map({ store[slot].id < $0.lesson }) ?? true { usual = (other, store[slot].id) }
    }
    if let usual { return .otherMeasure(of: property, unit, usual: usual.unit, lesson: usual.lesson) }
    return computedMeasure(of: property, other: unit)
  }

  /// The first two conditions that nothing can meet together.
  fileprivate func contradiction(in body: [Condition]) -> Doubt? {
    for (place, one) in body.enumerated() {
      for other in body[(place + 1)...] where exclude(one, other) { return .neverApplies(one, other) }
    }
    return nil
  }

  /// Whether nothing can meet both.
  func exclude(_ one: Condition, _ other: Condition) -> Bool {
    switch (one, other) {
    case (.measure(let subject, let property, let range), .measure(let its, let same, let wanted)):
      guard subject == its, isSame(symbol(property), symbol(same)), let converted = wanted.converted(to: range.unit) else { return false }
      return !range.overlaps(converted)
    case (.pattern(let mine), .pattern(let theirs)):
      guard mine.subject == theirs.subject, isSame(symbol(mine.property), symbol(theirs.property)) else { return false }
      if mine.isNegated != theirs.isNegated {
        let (positive, negative) = mine.isNegated ? (theirs, mine) : (mine, theirs)
        guard let one = positive.object.concept, let other = negative.object.concept else { return mine.object == theirs.object }
        return mine.property == .isA ? isBelow(symbol(one), symbol(other)) : isSame(symbol(one), symbol(other))
      }
      guard !mine.isNegated, mine.property == .isA, let kind = mine.object.concept, let otherKind = theirs.object.concept else {
        return false
      }
      return disjoints(above: symbol(kind)).contains { isBelow(symbol(otherKind), $0.other) }
    default: return false
    }
  }
}

extension Value {
  /// What a number is counted in; nil where it is none.
  fileprivate var unit: Unit? { range?.unit }
}
