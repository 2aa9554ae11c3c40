internal import Lessons

/// What speaks against formulas: apples added to kilometres.
extension Inquiry {
  func doubts(aboutFormulasOf rule: Rule) -> [Doubt] {
    let compared = rule.body.compactMap { if case .comparison(let comparison) = $0 { comparison } else { nil } }
    var doubts = compared.compactMap { unlike(.minus($0.left, $0.right)) }
    guard let formula = rule.formula else { return doubts }
    let looksAtItself = formula.leaves.contains { leaf in
      if case .property(let property) = leaf { isSame(symbol(property), symbol(rule.head.property)) } else { false }
    }
    if looksAtItself { doubts.append(.ownResult(rule.head.property)) }
    if let unlike = unlike(formula) {
      doubts.append(unlike)
    } else if let unit = unit(of: formula),
      let other = otherMeasure(of: rule.head.property, unit) ?? otherBounds(of: rule.head.property, unit)
    {
      doubts.append(other)
    }
    return doubts
  }

  /// Where rules ask of the property for bounds in what measures something else, so that what is computed would never meet them.
  private func otherBounds(of property: Concept, _ unit: Unit) -> Doubt? {
    for slot in names(of: symbol(property)).flatMap({ index.rulesByBody[$0] ?? [] }).sorted(by: isOlder) where sees(slot) {
      for case .measure(_, let asked, let range) in rule(at: slot)?.body ?? [] where isSame(asked, symbol(property)) {
        if !range.unit.isCommensurable(with: unit) {
          return .otherMeasure(of: property, unit, usual: range.unit, lesson: store[slot].id)
        }
      }
    }
    return nil
  }

  /// Where the property is computed in what measures something else.
  func computedMeasure(of property: Concept, other unit: Unit) -> Doubt? {
    for head in heads(symbol(property)) {
      guard case .rule(let rule) = store[head.slot].lesson.teaching, let formula = rule.formula, let usual = self.unit(of: formula) else {
        continue
      }
      return usual.isCommensurable(with: unit) ? nil : .otherMeasure(of: property, unit, usual: usual, lesson: store[head.slot].id)
    }
    return nil
  }

  /// The first two that are added, subtracted or compared, and cannot be.
  private func unlike(_ formula: Formula) -> Doubt? {
    switch formula {
    case .quantity, .property, .aggregate: return nil
    case .times(let one, let other), .over(let one, let other): return unlike(one) ?? unlike(other)
    case .plus(let one, let other), .minus(let one, let other):
      if let within = unlike(one) ?? unlike(other) { return within }
      guard let mine = unit(of: one), let theirs = unit(of: other), !mine.isCommensurable(with: theirs) else { return nil }
      return .unlikeTerms(one, mine, other, theirs)
    }
  }

  /// What the formula is counted in; nil where that is not known.
  private func unit(of formula: Formula) -> Unit? {
    switch formula {
    case .quantity(let quantity): return quantity.unit
    case .property(let property): return usualUnit(of: property)
    case .aggregate(let aggregate): return aggregate.function == .count ? Unit.none : aggregate.property.flatMap(usualUnit)
    case .plus(let one, let other), .minus(let one, let other): return unit(of: one) ?? unit(of: other)
    case .times(let one, let other):
      guard let one = unit(of: one), let other = unit(of: other) else { return nil }
      return Unit.product(one, other).unit
    case .over(let one, let other):
      guard let one = unit(of: one), let other = unit(of: other) else { return nil }
      return Unit.quotient(one, other).unit
    }
  }

  /// What numbers of the property are given in; nil where there are none, or in measures that do not convert.
  private func usualUnit(of property: Concept) -> Unit? {
    var usual: Unit?
    for slot in names(of: symbol(property)).flatMap({ index.claimsByProperty[$0] ?? [] }) where sees(slot) {
      guard let unit = store[slot].lesson.claim?.value.range?.unit else { continue }
      guard usual?.isCommensurable(with: unit) ?? true else { return nil }
      usual = usual ?? unit
    }
    return usual
  }
}
