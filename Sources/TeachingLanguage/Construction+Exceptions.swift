import Lessons

extension Construction {
  /// What is left out of a rule, kept in it all the same, or assumed until something is known.
  static let excepting = [
    // “except printers and routers”: each is an exception of its own.
    Construction(
      "excepted", "kinds",
      build: { parts in
        parts[0]?.concepts.map { .alternatives($0.map { [.pattern(Pattern(.x, .isA, .concept($0)))] }) }
      }, split: unsaid),
    Construction(
      "rule.even", "scope", "predicates", "conditions", "even",
      build: { parts in
        guard let scope = parts[0]?.conditions, let heads = parts[1]?.predicates, let even = parts[3]?.conditions else { return nil }
        // The narrower rule is what stands against another about the same things.
        let all = (parts[2]?.alternatives ?? [[]]).flatMap { conditions in
          [scope + conditions, scope + conditions + even].compactMap { rules(heads, $0, unless: nil, .byDefault).taught }
        }
        return .taught(all.flatMap { $0 })
      }, split: unsaid),
    assumed("rule.assumed", isNegated: false), assumed("rule.assumedNot", isNegated: true),
    // “If it is not known whether it is void, assume that it is valid.”
    Construction(
      "rule.assumedInstead", "scope", "predicates", "heads",
      build: { parts in
        guard let scope = parts[0]?.conditions, let heads = parts[2]?.predicates, let unknown = parts[1]?.predicates, unknown.count == 1,
          let one = unknown.first, let condition = one.condition, let opposite = one.negated.condition
        else { return nil }
        return rules(heads, scope, unless: .alternatives([[condition], [opposite]]), .byDefault)
      }, split: unsaid),
  ]

  /// It is taken to be so unless it is known not to be.
  private static func assumed(_ name: String, isNegated: Bool) -> Construction {
    Construction(
      name, "scope", "predicates",
      build: { parts in
        guard let scope = parts[0]?.conditions, let predicates = parts[1]?.predicates, predicates.count == 1, let one = predicates.first,
          let condition = one.condition, let opposite = one.negated.condition
        else { return nil }
        return rules([isNegated ? one.negated : one], scope, unless: .alternatives([[isNegated ? condition : opposite]]), .byDefault)
      }, split: unsaid)
  }
}

extension Predicate {
  var negated: Predicate { Predicate(property, value, isNegated: !isNegated, isNoun: isNoun) }
}
