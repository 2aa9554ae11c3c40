internal import Foundation
public import Lessons

/// Checks proofs against the lessons alone, one step at a time, knowing nothing of how they were found.
///
/// It shares no code with what finds proofs, so a fault in the one does not hide in the other. Two kinds of step it
/// takes on trust, since they speak of all lessons at once: that something is *not known*, and that what a proof
/// prevails over was the only thing to prevail over.
public struct ProofChecker: Sendable {
  private let lessons: [ID<Lesson>: StandingLesson]
  private let view: PointOfView

  /// - Parameter lessons: each id once.
  public init(_ lessons: some Sequence<StandingLesson>, _ view: PointOfView) {
    self.lessons = Dictionary(lessons.map { ($0.id, $0) }) { $1 }
    self.view = view
  }

  /// - Returns: the first step that does not follow; nil where all do.
  /// - Complexity: O(n) in the steps of the proof.
  public func fault(in proof: Proof) -> Proof? {
    var parts = proof.premises
    if case .prevails(let beaten, _) = proof.reason { parts += beaten }
    for part in parts { if let fault = fault(in: part) { return fault } }
    return follows(proof) ? nil : proof
  }

  private func follows(_ proof: Proof) -> Bool {
    let premises = proof.premises
    switch proof.reason {
    case .taught(let id): return premises.isEmpty && (teaching(id).map { says($0, proof.conclusion) } ?? false)
    case .prevails: return premises.first?.conclusion == proof.conclusion
    case .notKnown: if case .notKnown = proof.conclusion { return premises.isEmpty } else { return false }
    default: break
    }
    switch proof.conclusion {
    case .comparison(let comparison, let subject, let holds):
      return proof.reason == .computed && compares(comparison, subject, holds, premises)
    case .aggregate(let aggregate, let subject, let whole):
      return proof.reason == .aggregated && amounts(aggregate, subject, whole, premises)
    default: break
    }
    guard let claim = proof.claim else { return false }
    let claims = premises.compactMap(\.claim)
    switch proof.reason {
    case .rule(let id):
      guard case .rule(let rule)? = teaching(id) else { return false }
      return applies(rule, claim, premises)
    case .chain: return !claim.isNegated && claim.value.concept == end(of: premises, from: claim.subject)
    case .inherited(let kind):
      return claims.count == 2 && claims[0] == isA(claim.subject, kind) && claims[1].subject == kind
        && claims[1] == Claim(kind, claim.property, claim.value, isNegated: claim.isNegated)
    case .sameName:
      guard let own = claims.first, own.isNegated == claim.isNegated else { return false }
      let pairs = links(in: premises)
      let values = own.value == claim.value || zip2(own.value.concept, claim.value.concept).map { areLinked($0, $1, pairs) } ?? false
      return areLinked(own.subject, claim.subject, pairs) && areLinked(own.property, claim.property, pairs) && values
    case .broader:
      guard claims.count == 2, let own = claims[0].value.concept, let wanted = claim.value.concept else { return false }
      return claims[0] == Claim(claim.subject, claim.property, .concept(own), isNegated: claim.isNegated)
        && claims[1] == (claim.isNegated ? isA(wanted, own) : isA(own, wanted))
    case .passedOn:
      guard claims.count == 2, let part = claims[0].value.concept, !claim.isNegated else { return false }
      return claims[0] == Claim(claim.subject, claim.property, .concept(part)) && claims[1] == Claim(part, claim.property, claim.value)
        && (claim.property == .contains || isTaught(.transitive, of: claim.property, premises))
    case .converse:
      guard claims.count == 1, let other = claim.value.concept, !claim.isNegated, let trait = traits(in: premises).first else {
        return false
      }
      guard claims[0].subject == other, claims[0].value == .concept(claim.subject), !claims[0].isNegated else { return false }
      let links = links(in: premises)
      func isCalled(_ property: Concept, _ name: Concept) -> Bool { areLinked(name, property, links) }
      switch trait.trait {
      case .symmetric: return isCalled(claim.property, trait.property) && isCalled(claims[0].property, trait.property)
      case .inverse(let other):
        return (isCalled(claim.property, trait.property) && isCalled(claims[0].property, other))
          || (isCalled(claim.property, other) && isCalled(claims[0].property, trait.property))
      default: return false
      }
    case .unlisted:
      return claims.count == 1 && claims[0].subject == claim.subject && claims[0].property == claim.property && !claims[0].isNegated
        && claim.isNegated && isTaught(.complete, of: claim.property, premises)
    case .converted:
      guard let own = claims.first, premises.count > 1, case .conversion(let conversion) = premises[1].conclusion,
        let numbers = own.value.range, let range = claim.value.range, own.isNegated == claim.isNegated, own.property == claim.property
      else { return false }
      let isMeant =
        conversion.isNamed(in: claim.property) || areLinked(conversion.substance, claim.property, links(in: premises))
        || claims.contains(isA(claim.property, conversion.substance))
      return isMeant && own.subject == claim.subject && conversion.convert(numbers, to: range.unit) == range
    case .disjoint: return claim.isNegated && excludes(claim, premises)
    case .compared: return claims.count == 1 && compares(claims[0], claim)
    case .amount:
      guard let own = claims.first, let range = own.value.range, !own.isNegated, .concept(own.property) == claim.value else { return false }
      return own.subject == claim.subject
        && (claim.isNegated ? range.lower?.amount == 0 && range.upper?.amount == 0 : range.lower.map { $0.amount >= 0 } ?? false)
    case .otherValue:
      guard let own = claims.first else { return false }
      return claim.isNegated && !own.isNegated && own.subject == claim.subject && own.property == claim.property && own.value != claim.value
        && (premises.count == 1 || isTaught(.single, of: claim.property, premises))
    case .failsDefinition(let id):
      guard case .rule(let rule)? = teaching(id), claim.isNegated, let bound = match(rule.head, claim.negation, [:]) else { return false }
      func isAsked(_ claim: Claim) -> Bool { rule.body.contains { match($0, claim, bound) != nil } }
      let fails = premises.contains { premise in
        if case .comparison(let comparison, claim.subject, false) = premise.conclusion {
          rule.body.contains(.comparison(comparison))
        } else {
          false
        }
      }
      return (fails || claims.contains { isAsked($0.negation) }) && claims.allSatisfy { isAsked($0) || isAsked($0.negation) }
    case .taught, .prevails, .notKnown, .computed, .aggregated: return false
    }
  }

  private func teaching(_ id: ID<Lesson>) -> Teaching? { lessons[id].flatMap { view.sees($0) ? $0.lesson.teaching : nil } }

  private func says(_ teaching: Teaching, _ conclusion: Proof.Conclusion) -> Bool {
    switch (teaching, conclusion) {
    case (.claim(let taught), .claim(let claim)): taught == claim
    case (.definition(let definition), .claim(let claim)): definition.kind.map { isA(definition.concept, $0) == claim } ?? false
    case (.name(let naming), .same(let one, let other)): Set([naming.concept, naming.other]) == Set([one, other])
    case (.disjoint(let mine, let theirs), .disjoint(let one, let other)): Set([mine, theirs]) == Set([one, other])
    case (.property(let taught), .trait(let trait)): taught == trait
    case (.conversion(let taught), .conversion(let conversion)): taught == conversion
    default: false
    }
  }

  private func isA(_ subject: Concept, _ kind: Concept) -> Claim { Claim(subject, .isA, .concept(kind)) }

  private func zip2<Wrapped>(_ one: Wrapped?, _ other: Wrapped?) -> (Wrapped, Wrapped)? {
    if let one, let other { (one, other) } else { nil }
  }

  private func traits(in premises: [Proof]) -> [PropertyTrait] {
    premises.compactMap { if case .trait(let trait) = $0.conclusion { trait } else { nil } }
  }

  /// Whether the premises teach this of the property, under any name that they link to it.
  private func isTaught(_ trait: PropertyTrait.Trait, of property: Concept, _ premises: [Proof]) -> Bool {
    traits(in: premises).contains { $0.trait == trait && areLinked($0.property, property, links(in: premises)) }
  }

  private func links(in premises: [Proof]) -> [(Concept, Concept)] {
    premises.compactMap { if case .same(let one, let other) = $0.conclusion { (one, other) } else { nil } }
  }

  private func end(of steps: [Proof], from start: Concept) -> Concept? {
    steps.reduce(start) { (current: Concept?, step) in
      switch step.conclusion {
      case .same(let one, let other) where one == current: other
      case .claim(let claim) where claim.subject == current && claim.property == .isA && !claim.isNegated: claim.value.concept
      default: nil
      }
    }
  }

  private func areLinked(_ one: Concept, _ other: Concept, _ pairs: [(Concept, Concept)]) -> Bool {
    var reached: Set = [one]
    for _ in pairs {
      for (left, right) in pairs {
        if reached.contains(left) { reached.insert(right) }
        if reached.contains(right) { reached.insert(left) }
      }
    }
    return reached.contains(other)
  }

  /// x is an a (or a itself), nothing is both a and b, k is a b (or b itself): x is no k.
  private func excludes(_ claim: Claim, _ premises: [Proof]) -> Bool {
    guard let kind = claim.value.concept else { return false }
    let pairs = premises.compactMap { if case .disjoint(let one, let other) = $0.conclusion { (one, other) } else { nil } }
    guard let (one, other) = pairs.first, pairs.count == 1 else { return false }
    let held = premises.compactMap(\.claim)
    func isOf(_ thing: Concept, _ kind: Concept) -> Bool { thing == kind || held.contains(isA(thing, kind)) }
    return isOf(claim.subject, one) && isOf(kind, other)
  }

  private func compares(_ known: Claim, _ asked: Claim) -> Bool {
    guard known.subject == asked.subject, known.property == asked.property, let range = asked.value.range,
      let numbers = known.value.range?.converted(to: range.unit)
    else { return false }
    if known.isNegated { return asked.isNegated && (range == numbers || range.isWithin(numbers)) }
    return asked.isNegated ? !numbers.isWithin(range) || range.lower?.amount == range.upper?.amount : numbers.overlaps(range)
  }

  // MARK: Formulas

  /// The numbers that the premises give for the leaves, in order.
  private func numbers(_ leaves: [Formula], _ subject: Concept, _ premises: [Proof]) -> [Formula: QuantityRange]? {
    guard leaves.count == premises.count else { return nil }
    var numbers: [Formula: QuantityRange] = [:]
    for (leaf, premise) in zip(leaves, premises) {
      switch (leaf, premise.conclusion) {
      case (.property(let property), .claim(let claim)) where claim.subject == subject && claim.property == property && !claim.isNegated:
        numbers[leaf] = claim.value.range
      case (.aggregate(let own), .aggregate(let aggregate, subject, let whole)) where own == aggregate: numbers[leaf] = whole
      default: return nil
      }
    }
    return numbers
  }

  private func compares(_ comparison: Comparison, _ subject: Concept, _ holds: Bool, _ premises: [Proof]) -> Bool {
    numbers(comparison.leaves, subject, premises).map { numbers in comparison.holds { numbers[$0] } == holds } ?? false
  }

  /// Each member once, with its kind and number as far as asked, and together they come to the whole.
  private func amounts(_ aggregate: Aggregate, _ subject: Concept, _ whole: QuantityRange, _ premises: [Proof]) -> Bool {
    var claims = premises.compactMap(\.claim)
    let isComplete = isTaught(.complete, of: aggregate.relation, premises)
    var (members, numbers): (Set<Concept>, [QuantityRange]) = ([], [])
    func next() -> Claim? { claims.isEmpty ? nil : claims.removeFirst() }
    while let held = next() {
      guard held.subject == subject, held.property == aggregate.relation, !held.isNegated, let member = held.value.concept,
        members.insert(member).inserted
      else { return false }
      if let kind = aggregate.kind, next() != isA(member, kind) { return false }
      guard let property = aggregate.property else {
        numbers.append(QuantityRange(exactly: Quantity(1)))
        continue
      }
      guard let number = next(), number.subject == member, number.property == property, !number.isNegated, let range = number.value.range
      else { return false }
      numbers.append(range)
    }
    return aggregate.value(numbers, isComplete: isComplete) == whole
  }

  // MARK: Rules

  private typealias Bindings = [String: Value]

  private func applies(_ rule: Rule, _ claim: Claim, _ premises: [Proof]) -> Bool {
    let leaves = rule.formula?.leaves ?? []
    guard premises.count == rule.body.count + rule.unless.count + leaves.count, var bound = match(rule.head, claim, [:]) else {
      return false
    }
    for (condition, premise) in zip(rule.body, premises) {
      if case .comparison(let comparison) = condition {
        guard premise.conclusion == .comparison(comparison, of: claim.subject, holds: true) else { return false }
        continue
      }
      guard let claim = premise.claim, let more = match(condition, claim, bound) else { return false }
      bound = more
    }
    if let formula = rule.formula {
      let numbers = numbers(leaves, claim.subject, Array(premises.suffix(leaves.count)))
      guard let result = numbers.flatMap({ numbers in formula.value { numbers[$0] } }), claim.value.range == result.rounded(toDigits: 6)
      else {
        return false
      }
    }
    return zip(rule.unless, premises.dropFirst(rule.body.count)).allSatisfy { exception, premise in
      if case .notKnown(let conditions) = premise.conclusion { conditions.count == exception.count } else { false }
    }
  }

  private func match(_ condition: Condition, _ claim: Claim, _ bound: Bindings) -> Bindings? {
    switch condition {
    case .comparison: nil
    case .pattern(let pattern): match(pattern, claim, bound)
    case .measure(let subject, let property, let range):
      claim.property == property && claim.value == .range(range) && !claim.isNegated ? match(subject, .concept(claim.subject), bound) : nil
    }
  }

  private func match(_ pattern: Pattern, _ claim: Claim, _ bound: Bindings) -> Bindings? {
    guard pattern.property == claim.property, pattern.isNegated == claim.isNegated else { return nil }
    return match(pattern.subject, .concept(claim.subject), bound).flatMap { match(pattern.object, claim.value, $0) }
  }

  private func match(_ term: Term, _ value: Value, _ bound: Bindings) -> Bindings? {
    switch term {
    case .value(let own): own == value ? bound : nil
    case .formula: value.range == nil ? nil : bound
    case .variable(let name): bound[name].map { $0 == value } ?? true ? bound.merging([name: value]) { $1 } : nil
    }
  }
}
