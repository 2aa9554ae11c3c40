import Lessons

extension Construction {
  /// Kinds that have no others beside them: “Every vehicle is a car, a bus or a truck.”
  static let choosing = [
    oneOf("rule.oneOf", areApart: false), oneOf("rule.either", areApart: true),
    Construction(
      "known", "property",
      build: { parts in
        parts[0]?.concept.map { .conditions([.pattern(Pattern(.x, $0, .variable("y")))]) }
      },
      split: { phrase, _ in known(phrase) { !isVerb($0) }.map { [.concept($0)] } }),
    Construction(
      "known.verb", "verb",
      build: { parts in
        parts[0]?.concept.map { .conditions([.pattern(Pattern(.x, $0, .variable("y")))]) }
      },
      split: { phrase, _ in known(phrase) { isVerb($0) && $0 != .contains }.map { [.concept($0)] } }),
    Construction(
      "known.contents", build: { _ in .conditions([.pattern(Pattern(.x, .contains, .variable("y")))]) },
      split: { phrase, _ in known(phrase) { $0 == .contains }.map { _ in [] } }),
    Construction(
      "unknown", "known", build: { parts in parts[0]?.conditions.map { .alternatives([$0]) } }, split: unsaid),
    Construction(
      "unknown.said", "predicates",
      build: { parts in
        guard let only = parts[0]?.predicates?.only?.condition else { return nil }
        return .alternatives([[only]])
      }, split: unsaid),
    Construction(
      "unknown.whether", "predicates",
      build: { parts in
        guard let only = parts[0]?.predicates?.only, let condition = only.condition else { return nil }
        // What is known not to be so is known, too.
        let opposite = Predicate(only.property, only.value, isNegated: !only.isNegated).condition
        return .alternatives([[condition], opposite.map { [$0] }].compactMap { $0 })
      }, split: unsaid),
    Construction(
      "unknowns", "first", "rest",
      build: { parts in parts[0]?.alternatives.map { .alternatives($0 + (parts[1]?.alternatives ?? [])) } }, split: unsaid),
    Construction(
      "rule.unknown", "scope", "predicates", "conditions", "unknown", "unless",
      build: { parts in
        guard let scope = parts[0]?.conditions ?? .some([]), let heads = parts[1]?.predicates, let unknown = parts[3]?.alternatives else {
          return nil
        }
        let unless = unknown + (parts[4]?.alternatives ?? [])
        return rules(heads, scope + (parts[2]?.conditions ?? []), unless: .alternatives(unless), .byDefault)
      }, split: unsaid),
  ]

  /// For each kind: what is none of the others is it.
  static func oneOf(_ kind: Concept, _ choices: [Concept]) -> [Taught]? {
    guard choices.count > 1, Set(choices + [kind]).count == choices.count + 1 else { return nil }
    func isA(_ kind: Concept, isNegated: Bool = false) -> Condition {
      .pattern(Pattern(.x, .isA, .concept(kind), isNegated: isNegated))
    }
    return choices.map { choice in
      let others = choices.filter { $0 != choice }.map { isA($0, isNegated: true) }
      return Taught(.rule(Rule(Pattern(.x, .isA, .concept(choice)), if: [isA(kind)] + others, strength: .strict)))
    }
  }

  /// Said one by one.
  private static func oneOf(_ name: String, areApart: Bool) -> Construction {
    Construction(
      name, "kind", "choices",
      build: { parts in
        guard let kind = parts[0]?.concept, let choices = parts[1]?.concepts, var taught = oneOf(kind, choices) else { return nil }
        if areApart {
          for (place, one) in choices.enumerated() { taught += choices[(place + 1)...].map { Taught(.disjoint(one, $0)) } }
        }
        return .taught(taught)
      }, split: unsaid)
  }

  private static func isVerb(_ property: Concept) -> Bool {
    property == .contains || property.key == "has" || AnyLanguage.isVerbal(property.label)
  }

  private static func known(_ phrase: Phrase, _ isSaid: (Concept) -> Bool) -> Concept? {
    guard case .pattern(let pattern)? = phrase.onlyCondition, pattern.subject == .x, !pattern.isNegated, case .variable = pattern.object,
      pattern.property != .isA, isSaid(pattern.property)
    else { return nil }
    return pattern.property
  }
}

extension [Predicate] {
  fileprivate var only: Predicate? { count == 1 ? first : nil }
}

extension Rule {
  /// The same rule, where each number or thing that is only known to be there has a name of its own: y, z, and so on.
  var withKnownApart: Rule {
    let names = ["y", "z", "w", "v", "u", "t", "s", "r"]
    var next = 0
    func apart(_ conditions: [Condition]) -> [Condition] {
      conditions.map { condition in
        guard case .pattern(let pattern) = condition, pattern.subject == .x, case .variable = pattern.object, next < names.count else {
          return condition
        }
        next += 1
        return .pattern(Pattern(.x, pattern.property, .variable(names[next - 1]), isNegated: pattern.isNegated))
      }
    }
    let body = apart(body)
    let shared = next
    let unless = unless.map { list in
      // No exception speaks of another's.
      next = shared
      return apart(list)
    }
    return Rule(head, if: body, unless: unless, strength: strength)
  }
}
