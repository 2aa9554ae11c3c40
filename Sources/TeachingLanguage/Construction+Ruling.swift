import Lessons

extension Construction {
  static let ruling = [
    Construction(
      "scope", "kind", "relatives",
      build: { parts in
        let kind = parts[0]?.concept.map { Condition.pattern(Pattern(.x, .isA, .concept($0))) }
        return .conditions([kind].compactMap { $0 } + (parts[1]?.conditions ?? []))
      },
      split: { phrase, sayer in
        guard var rest = phrase.conditions else { return nil }
        let kind = kind(of: rest).flatMap { sayer.isNoun($0) ? $0 : nil }
        if kind != nil { rest.removeFirst() }
        return [kind.map { .concept($0) }, rest.isEmpty ? nil : .conditions(rest)]
      }),
    Construction(
      "having.scope", "property", "value",
      reading: { parts, grammar in condition(parts[0], parts[1], grammar).map { .conditions([$0]) } }, split: unsaid),
    Construction(
      "conditions", "first", "rest",
      build: { parts in
        guard let first = parts[0]?.conditions else { return nil }
        return .conditions(first + (parts[1]?.conditions ?? []))
      },
      split: { phrase, _ in
        guard let all = phrase.conditions, let first = all.first else { return nil }
        return [.conditions([first]), all.count == 1 ? nil : .conditions(Array(all.dropFirst()))]
      }),
    Construction(
      "measured", "property", "value",
      reading: { parts, grammar in condition(parts[0], parts[1], grammar).map { .conditions([$0]) } },
      split: { phrase, _ in
        guard let only = phrase.onlyCondition else { return nil }
        switch only {
        case .measure(.x, let property, let range): return [.concept(property), .value(.range(range))]
        case .pattern(let pattern):
          guard let predicate = Predicate(pattern), !predicate.isNegated, isAttribute(predicate.property, predicate.value),
            let object = predicate.value.concept
          else { return nil }
          return [.concept(predicate.property), .concept(object)]
        default: return nil
        }
      }),
    Construction(
      "which", "predicates", build: { $0[0]?.predicates.flatMap(conditions) },
      split: { phrase, _ in
        guard case .pattern(let pattern)? = phrase.onlyCondition, let predicate = Predicate(pattern), predicate.value.range == nil else {
          return nil
        }
        return [.predicates([predicate])]
      }),
    Construction("which.amounts", "predicates", build: { $0[0]?.predicates.flatMap(conditions) }, split: unsaid),
    Construction("which.lack", "predicates", build: { $0[0]?.predicates.flatMap(conditions) }, split: unsaid),
    Construction(
      "which.relate", "verb", "objects",
      build: { parts in
        guard let verb = parts[0]?.concept, let objects = parts[1]?.concepts else { return nil }
        return .conditions(objects.map { .pattern(Pattern(.x, verb, .concept($0))) })
      }, split: unsaid),
    Construction(
      "is.condition", "quality",
      build: { $0[0]?.concept.map { .conditions([.pattern(Pattern(.x, .isA, .concept($0)))]) } }, split: unsaid),
    Construction(
      "alternatives", "first", "rest",
      build: { parts in
        guard let first = parts[0]?.conditions else { return nil }
        return .alternatives([first] + (parts[1]?.alternatives ?? []))
      },
      split: { phrase, _ in
        guard let all = phrase.alternatives, let first = all.first else { return nil }
        return [.conditions(first), all.count == 1 ? nil : .alternatives(Array(all.dropFirst()))]
      }),
    Construction(
      "premises.which", "scope", "predicates", "rest",
      build: { parts in
        guard let scope = parts[0]?.conditions, let predicates = parts[1]?.predicates, let more = conditions(predicates)?.conditions else {
          return nil
        }
        return .conditions(scope + more + (parts[2]?.conditions ?? []))
      }, split: unsaid),
    Construction(
      "premises.measured", "property", "kind", "value", "rest",
      reading: { parts, grammar in
        guard let kind = parts[1]?.concept, let measured = condition(parts[0], parts[2], grammar) else { return nil }
        return .conditions([.pattern(Pattern(.x, .isA, .concept(kind))), measured] + (parts[3]?.conditions ?? []))
      }, split: unsaid),
    Construction(
      "rule.strict", "scope", "predicates", "unless",
      build: { parts in
        // “every fruit is not sweet” may mean none or not every one; “every banana is a fruit” is a plain claim.
        guard let scope = parts[0]?.conditions, let heads = parts[1]?.predicates, !heads.contains(where: \.isNegated) else { return nil }
        guard !(scope.count == 1 && kind(of: scope) != nil && parts[2] == nil && heads.allSatisfy(\.isNoun)) else { return nil }
        return rules(heads, scope, unless: parts[2], .strict)
      },
      split: { phrase, sayer in
        guard let rule = phrase.rule, rule.strength == .strict, !rule.head.isNegated, let parts = ruleParts(rule), !isPlainKind(rule, sayer)
        else {
          return nil
        }
        return parts
      }),
    Construction(
      "rule.never", "scope", "predicates", "unless",
      build: { parts in
        guard let scope = parts[0]?.conditions, !scope.isEmpty, let heads = parts[1]?.predicates, !heads.contains(where: \.isNegated) else {
          return nil
        }
        guard !(scope.count == 1 && kind(of: scope) != nil && parts[2] == nil && heads.allSatisfy(\.isNoun)) else { return nil }
        let none = heads.map { Predicate($0.property, $0.value, isNegated: true) }
        return rules(none, scope, unless: parts[2], .strict)
      },
      split: { phrase, sayer in
        guard let rule = phrase.rule, rule.strength == .strict, rule.head.isNegated, !isPlainKind(rule, sayer), let parts = ruleParts(rule),
          let head = Predicate(rule.head), let kind = kind(of: rule.body), sayer.isNoun(kind)
        else { return nil }
        return [parts[0], .predicates([Predicate(head.property, head.value)]), parts[2]]
      }),
    Construction(
      "rule.strictly", "scope", "predicates", "unless",
      build: { parts in
        guard let scope = parts[0]?.conditions, let heads = parts[1]?.predicates else { return nil }
        return rules(heads, scope, unless: parts[2], .strict)
      },
      split: { phrase, _ in phrase.rule.flatMap { $0.strength == .strict ? ruleParts($0) : nil } }),
    Construction(
      "rule.defeating", "scope", "predicates", "unless",
      build: { parts in
        guard let scope = parts[0]?.conditions, !scope.isEmpty, let heads = parts[1]?.predicates, !heads.contains(where: \.isNegated) else {
          return nil
        }
        return rules(heads.map { Predicate($0.property, $0.value, isNegated: true) }, scope, unless: parts[2], .defeating)
      },
      split: { phrase, sayer in
        guard let rule = phrase.rule, rule.strength == .defeating, let parts = ruleParts(rule), let head = Predicate(rule.head),
          head.isNegated
        else { return nil }
        return [parts[0], .predicates([Predicate(head.property, head.value)]), parts[2]]
      }),
    Construction(
      "rule.default", "scope", "predicates", "conditions", "unless",
      build: { parts in
        guard let scope = parts[0]?.conditions, let heads = parts[1]?.predicates else { return nil }
        // “if it is fried or it contains sugar” is two rules.
        let all = (parts[2]?.alternatives ?? [[]]).compactMap { rules(heads, scope + $0, unless: parts[3], .byDefault).taught }
        return .taught(all.flatMap { $0 })
      },
      split: { phrase, _ in
        guard let rule = phrase.rule, rule.strength == .byDefault, let parts = ruleParts(rule) else { return nil }
        return [parts[0], parts[1], nil, parts[2]]
      }),
    Construction(
      "rule.if", "conditions", "scope", "predicates", "unless",
      build: { parts in
        // “if a food is fried, the patient is …” speaks of two things.
        guard let body = parts[0]?.conditions, let heads = parts[2]?.predicates,
          (parts[1]?.conditions ?? []).allSatisfy(body.contains)
        else { return nil }
        return rules(heads, body, unless: parts[3], .byDefault)
      }, split: unsaid),
    Construction(
      "rule.means", "quality", "kind", "scope",
      build: { parts in
        guard let quality = parts[0]?.concept, let named = parts[1]?.concept, let scope = parts[2]?.conditions, kind(of: scope) == named
        else {
          return nil
        }
        return rules([Predicate(.isA, .concept(quality))], scope, unless: nil, .byDefault)
      }, split: unsaid),
  ]

  static func rules(_ heads: [Predicate], _ body: [Condition], unless: Phrase?, _ strength: Rule.Strength) -> Phrase {
    // “… if the food is raw” says again that it is a food.
    let body = body.enumerated().filter { index, condition in !body[..<index].contains(condition) }.map(\.element)
    return .taught(
      heads.map { Taught(.rule(Rule($0.pattern, if: body, unless: unless?.alternatives ?? [], strength: strength).withKnownApart)) })
  }

  private static func ruleParts(_ rule: Rule) -> [Phrase?]? {
    // “It contains something and treats something”: not the same thing.
    guard let head = Predicate(rule.head), rule == rule.withKnownApart else { return nil }
    return [.conditions(rule.body), .predicates([head]), rule.unless.isEmpty ? nil : .alternatives(rule.unless)]
  }

  /// “Every dog is an animal” would be read as the claim that dogs are a kind of animal.
  private static func isPlainKind(_ rule: Rule, _ sayer: Sayer) -> Bool {
    guard rule.body.count == 1, rule.unless.isEmpty, rule.head.property == .isA, kind(of: rule.body) != nil,
      case .value(.concept(let object)) = rule.head.object
    else { return false }
    return sayer.isNoun(object)
  }

  /// What the first condition says `x` is a kind of.
  static func kind(of conditions: [Condition]) -> Concept? {
    guard case .pattern(let pattern)? = conditions.first, pattern.subject == .x, pattern.property == .isA, !pattern.isNegated,
      case .value(.concept(let kind)) = pattern.object
    else { return nil }
    return kind
  }

  private static func condition(_ property: Phrase?, _ value: Phrase?, _ grammar: Grammar) -> Condition? {
    // “if its GI is unknown” asks for no value of that name.
    guard let property = property?.concept, let value = value?.value else { return nil }
    guard value.concept.map({ grammar.functionWords.contains($0.key, in: .unknown) }) != true else { return nil }
    return Predicate(property, value).condition
  }

  private static let conditions: @Sendable ([Predicate]) -> Phrase? = { predicates in
    let conditions = predicates.compactMap(\.condition)
    return conditions.count == predicates.count ? .conditions(conditions) : nil
  }
}

extension Phrase {
  var rule: Rule? { if case .rule(let rule) = teaching { rule } else { nil } }

  var onlyCondition: Condition? {
    guard let conditions, conditions.count == 1 else { return nil }
    return conditions[0]
  }
}
