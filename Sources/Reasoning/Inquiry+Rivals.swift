internal import Lessons

/// Rules that conclude what cannot both hold: which they are, and the case in which they do.
///
/// Two such rules clash where something can meet the conditions of both and nothing that was taught says which counts: none
/// of the two is stricter or more particular, none is silenced there by an exception of its own, and no third rule that is
/// more particular decides. That is found from the rules and the kinds they name alone, whether or not such a thing is known
/// yet; the conditions of both together are the witness.
extension Inquiry {
  /// A rule whose conditions are all about the one thing that it concludes about.
  private struct Contender {
    let rule: Rule
    let compiled: CompiledRule
    let scope: Scope
    let qualifiers: Qualifiers

    var id: ID<Lesson> { compiled.id }
  }

  private func contender(_ slot: Slot) -> Contender? {
    guard case .rule(let rule) = store[slot].lesson.teaching, let compiled = self.rule(at: slot), !rule.roams, !compiled.isDefeating,
      rule.head.subject == .x, !rule.body.contains(where: \.isOpen), !rule.unless.joined().contains(where: \.isOpen)
    else { return nil }
    let kinds = compiled.body.compactMap(kindAsked).map(root)
    let rest = compiled.body.filter { kindAsked($0) == nil }
    return Contender(
      rule: rule, compiled: compiled, scope: scope(of: slot, kinds: kinds, conditions: rest), qualifiers: store[slot].lesson.qualifiers)
  }

  /// - Parameter key: what the rules conclude: the kind where it is that something is one, else the property.
  func noteRivals(over key: Symbol, _ collector: inout ClashCollector) {
    let names = names(of: key)
    if names.contains(where: { index.rulesByHead[$0] != nil }), !isSame(key, isA) { noteRivals(forProperty: key, &collector) }
    guard names.contains(where: { index.rulesByObject[$0] != nil }) else { return }
    let positive = kindHeads(names, where: { !$0.isNegated }).compactMap { contender($0.slot) }
    guard !positive.isEmpty else { return }
    let negative = kindHeads(kindsAbove(key), where: { $0.isNegated && isBelow(key, $0.value) }).compactMap { contender($0.slot) }
    let value = Value.concept(shown(key))
    noteRivals(positive, negative, dispute(.rules, key, isA, [value]), isA, value, &collector)
    let name = shown(key)
    let heads = kindHeads(keptApart(fromAllAbove: key), where: { !$0.isNegated })
    for other in Set(heads.map(\.value)).sorted(by: { concept($0) < concept($1) })
    where name < shown(other) && areApart(key, .concept(concept(other))) {
      let apart = heads.filter { $0.value == other }.compactMap { contender($0.slot) }
      noteRivals(positive, apart, dispute(.rules, key, isA, [value, .concept(shown(other))]), isA, value, &collector)
    }
  }

  private func noteRivals(forProperty property: Symbol, _ collector: inout ClashCollector) {
    let all = heads(property).compactMap { head in contender(head.slot).map { (head, $0) } }
    let positive = all.filter { !$0.0.isNegated }
    for (head, one) in positive {
      let negative = all.filter { $0.0.isNegated && head.value != Symbols.none && entailsValue(head.value, $0.0.value) }.map(\.1)
      guard !negative.isEmpty else { continue }
      let value = Value.concept(shown(head.value))
      noteRivals([one], negative, dispute(.rules, property, property, [value]), property, value, &collector)
    }
    for (place, (_, one)) in positive.enumerated() {
      for (_, other) in positive[(place + 1)...] {
        guard case .value(let mine) = one.rule.head.object, case .value(let theirs) = other.rule.head.object,
          isSingleValued(property, isNumeric: mine.isNumeric).isSingle, excludes(mine, theirs, property),
          let witness = clash(one, other, among: all.map(\.1))
        else { continue }
        collector.note(
          dispute(.rules, property, property), nil, .value(of: Clash.something, property: shown(property)),
          [(.value(mine), one.id), (.value(theirs), other.id)], where: witness)
      }
    }
  }

  private func entailsValue(_ one: Symbol, _ other: Symbol) -> Bool { other != Symbols.none && (isSame(one, other) || isBelow(one, other)) }

  private func noteRivals(
    _ affirming: [Contender], _ denying: [Contender], _ dispute: Dispute, _ property: Symbol, _ value: Value,
    _ collector: inout ClashCollector
  ) {
    let all = affirming + denying
    for one in affirming {
      for other in denying {
        guard let witness = clash(one, other, among: all) else { continue }
        collector.note(
          dispute, value, .whether(Claim(Clash.something, shown(property), value)), [(.yes, one.id), (.no, other.id)], where: witness)
      }
    }
  }

  /// The conditions of a case that the two decide differently and nothing else decides; nil where there is none.
  ///
  /// - Parameter all: whatever concludes the one or the other, and might decide between them.
  private func clash(_ one: Contender, _ other: Contender, among all: [Contender]) -> [Condition]? {
    guard one.qualifiers.overlaps(other.qualifiers), !outranks(one, other), !outranks(other, one) else { return nil }
    let conditions = one.rule.body + other.rule.body
    let isPossible = conditions.indices.allSatisfy { place in !conditions[(place + 1)...].contains { exclude(conditions[place], $0) } }
    guard isPossible else { return nil }
    let thirds = all.filter { $0.id != one.id && $0.id != other.id }
    return cases(of: joint(one.rule, other.rule), cutBy: thirds).first { isOpen($0, between: one, other, among: thirds) }
  }

  /// Whether both speak in this case, and no third that outranks one of them.
  private func isOpen(_ conditions: [Condition], between one: Contender, _ other: Contender, among thirds: [Contender]) -> Bool {
    let compiled = conditions.map { CompiledRule.Condition($0, symbol) }
    guard !isSilent(one, compiled), !isSilent(other, compiled) else { return false }
    return !thirds.contains { third in
      guard meets(third.compiled.body, compiled), !isSilent(third, compiled) else { return false }
      return outranks(third, agrees(third, with: one) ? other : one)
    }
  }

  /// Whether two rules with the same key conclude the same: both deny, or both affirm one value, under whichever name.
  private func agrees(_ one: Contender, with other: Contender) -> Bool {
    let (head, another) = (one.rule.head, other.rule.head)
    guard head.isNegated == another.isNegated else { return false }
    if case .value(let mine) = head.object, case .value(let theirs) = another.object { return isSameValue(mine, theirs) }
    return head.object == another.object
  }

  private func outranks(_ one: Contender, _ other: Contender) -> Bool {
    if one.compiled.isStrict != other.compiled.isStrict { return one.compiled.isStrict }
    if precedes(one.scope, other.scope) { return true }
    return !one.compiled.isStrict && isMoreSpecific(one.scope, than: other.scope, of: Symbols.none)
  }

  /// Whether an exception of its own keeps a rule from speaking of what meets the conditions.
  private func isSilent(_ contender: Contender, _ conditions: [CompiledRule.Condition]) -> Bool {
    contender.compiled.unless.contains { meets($0, conditions) }
  }

  /// Whether whatever meets the given conditions meets all that are asked.
  private func meets(_ asked: [CompiledRule.Condition], _ given: [CompiledRule.Condition]) -> Bool {
    asked.allSatisfy { wanted in
      given.contains { condition in
        if implies(condition, wanted) { return true }
        guard let kind = kindAsked(condition), let other = kindAsked(wanted) else { return false }
        return isBelow(kind, other)
      }
    }
  }

  private static let casesMax = 64

  /// The conditions, their ranges cut where those of other rules begin or end; whole ranges first, single numbers last.
  private func cases(of conditions: [Condition], cutBy thirds: [Contender]) -> [[Condition]] {
    let others = thirds.flatMap { $0.rule.body + $0.rule.unless.joined() }
    return conditions.reduce([[]]) { cases, condition in
      guard case .measure(let subject, let property, let range) = condition else { return cases.map { $0 + [condition] } }
      let bounds = others.compactMap { other -> QuantityRange? in
        guard case .measure(_, let theirs, let cut) = other, isSame(symbol(theirs), symbol(property)) else { return nil }
        return cut.converted(to: range.unit)
      }
      let pieces = range.pieces(cutAt: bounds.flatMap { [$0.lower, $0.upper].compactMap { $0?.amount } })
      return Array(cases.flatMap { given in pieces.map { given + [.measure(subject, property, $0)] } }.prefix(Self.casesMax))
    }
  }

  /// All that both ask for: kinds that follow from others left out, numbers of one property in one range.
  private func joint(_ one: Rule, _ other: Rule) -> [Condition] {
    var joint: [Condition] = []
    for condition in one.body + other.body where !joint.contains(condition) {
      guard case .measure(let subject, let property, let range) = condition,
        let place = joint.firstIndex(where: { $0.measures(property) { isSame(symbol($0), symbol($1)) } }),
        case .measure(_, let known, let before) = joint[place], let both = range.converted(to: before.unit).flatMap(before.intersection)
      else {
        joint.append(condition)
        continue
      }
      joint[place] = .measure(subject, known, both)
    }
    return joint.filter { condition in
      guard let kind = condition.kind else { return true }
      return !joint.contains { other in
        other != condition && other.kind.map { isBelow(symbol($0), symbol(kind)) && !isSame(symbol($0), symbol(kind)) } == true
      }
    }
  }
}

extension Condition {
  /// Looks at numbers against each other, or at values that are not named.
  fileprivate var isOpen: Bool {
    switch self {
    case .comparison: true
    case .pattern(let pattern): if case .variable = pattern.object { true } else { false }
    case .measure: false
    }
  }

  fileprivate var kind: Concept? {
    guard case .pattern(let pattern) = self, !pattern.isNegated, pattern.property == .isA else { return nil }
    return pattern.object.concept
  }

  fileprivate func measures(_ property: Concept, _ isSame: (Concept, Concept) -> Bool) -> Bool {
    if case .measure(_, let mine, _) = self { isSame(mine, property) } else { false }
  }
}
