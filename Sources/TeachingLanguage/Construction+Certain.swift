import Lessons

extension Construction {
  /// Rules that speak of certain things: “If the cat is cold, the dog is happy.” Lisbon is Lisbon, and not any city.
  static let rulingOfSome = [
    Construction(
      "qualities.scope", "qualities",
      build: { $0[0]?.concepts.map { .conditions($0.map { .pattern(Pattern(.x, .isA, .concept($0))) }) } }, split: unsaid),
    Construction(
      "named", "subject", "predicates",
      build: { parts in
        guard let subject = parts[0]?.concept, let predicates = parts[1]?.predicates else { return nil }
        let conditions = predicates.compactMap(\.condition)
        return conditions.count == predicates.count ? .conditions(conditions.map { $0.about(.concept(subject)) }) : nil
      },
      split: { phrase, _ in
        guard let only = phrase.onlyCondition, let subject = only.certainSubject, let predicate = only.predicate else { return nil }
        return [.concept(subject), .predicates([predicate])]
      }),
    Construction(
      "some.measures", "predicates",
      build: { parts in
        guard let predicates = parts[0]?.predicates else { return nil }
        let conditions = predicates.compactMap(\.condition)
        return conditions.count == predicates.count ? .conditions(conditions) : nil
      },
      split: { phrase, _ in
        guard let only = phrase.onlyCondition, only.subject == .x, let predicate = only.predicate else { return nil }
        return [.predicates([predicate])]
      }),
    Construction(
      "premises.of", "first", "rest",
      build: { parts in
        guard let first = parts[0]?.conditions, let subject = first.first?.subject else { return nil }
        // “If Ana is tired and she is ill”: where only Ana was named, she is meant.
        let rest = (parts[1]?.conditions ?? []).map { $0.subject == .x ? $0.about(subject) : $0 }
        return subject == .x || !rest.contains { $0.subject == .x } ? .conditions(first + rest) : nil
      },
      split: { phrase, _ in
        guard let all = phrase.conditions, let first = all.first else { return nil }
        guard first.subject == .x || !all.contains(where: { $0.subject == .x }) else { return nil }
        return [.conditions([first]), all.count == 1 ? nil : .conditions(Array(all.dropFirst()))]
      }),
    Construction(
      "rule.named", "conditions", "head", "unless",
      build: { parts in
        guard let body = parts[0]?.conditions, let heads = parts[1]?.conditions else { return nil }
        let unless = parts[2]?.alternatives ?? []
        guard (body + heads + unless.flatMap { $0 }).contains(where: { $0.certainSubject != nil }) else { return nil }
        var rules: [Taught] = []
        for head in heads {
          guard case .pattern(var pattern) = head else { return nil }
          if pattern.subject == .x, !body.contains(where: { $0.subject == .x }) {
            guard case .pattern(let named)? = body.first.map({ head.about($0.subject) }) else { return nil }
            pattern = named
          }
          rules.append(Taught(.rule(Rule(pattern, if: body.withoutRepeats, unless: unless))))
        }
        return .taught(rules)
      },
      split: { phrase, _ in
        guard let rule = phrase.rule, rule.strength == .byDefault, !rule.body.isEmpty else { return nil }
        let head = Condition.pattern(rule.head)
        guard (rule.body + [head]).contains(where: { $0.certainSubject != nil }) else { return nil }
        return [.conditions(rule.body), .conditions([head]), rule.unless.isEmpty ? nil : .alternatives(rule.unless)]
      }),
  ]
}

extension Condition {
  var subject: Term {
    switch self {
    case .pattern(let pattern): pattern.subject
    case .measure(let subject, _, _): subject
    case .comparison: .x
    }
  }

  /// The thing itself that it speaks of; nil where it speaks of any.
  var certainSubject: Concept? {
    if case .value(.concept(let concept)) = subject { concept } else { nil }
  }

  /// What it says of its subject; nil where the object is a variable, and for what compares.
  var predicate: Predicate? {
    switch self {
    case .pattern(let pattern): Predicate(Pattern(.x, pattern.property, pattern.object, isNegated: pattern.isNegated))
    case .measure(_, let property, let range):
      if let only = range.lower?.amount, range == QuantityRange(exactly: Quantity(only, range.unit)) {
        Predicate(property, .quantity(Quantity(only, range.unit)))
      } else {
        Predicate(property, .range(range))
      }
    case .comparison: nil
    }
  }

  /// The same of something else; what compares can only be said of any.
  func about(_ subject: Term) -> Condition {
    switch self {
    case .comparison: self
    case .pattern(let pattern): .pattern(Pattern(subject, pattern.property, pattern.object, isNegated: pattern.isNegated))
    case .measure(_, let property, let range): .measure(subject, property, range)
    }
  }
}

extension [Condition] {
  var withoutRepeats: [Condition] { enumerated().filter { index, condition in !self[..<index].contains(condition) }.map(\.element) }
}
