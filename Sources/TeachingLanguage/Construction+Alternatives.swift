import Lessons

extension Construction {
  /// What holds of something or something else: “Ana is a nurse or a doctor”, and what holds of some.
  static let disjoining = [
    choice("choice.named", isEither: false, named), choice("choice.namedEither", isEither: true, named),
    choice("choice.scope", isEither: false, scoped), choice("choice.scopeEither", isEither: true, scoped),
    Construction(
      "rule.namedChoice", "conditions", "subject", "choices",
      build: { parts in
        guard let body = parts[0]?.conditions, let subject = parts[1]?.concept, let choices = parts[2]?.predicates, choices.count > 1,
          Set(choices).count == choices.count
        else { return nil }
        return .taught(
          choices.map { choice in
            let none = choices.filter { $0 != choice }.map { Predicate($0.property, $0.value, isNegated: !$0.isNegated).pattern }
            let others = none.map { Condition.pattern($0).about(.concept(subject)) }
            let head = Pattern(.concept(subject), choice.property, .value(choice.value), isNegated: choice.isNegated)
            return Taught(.rule(Rule(head, if: body + others)))
          })
      }, split: unsaid),
    // That some are so keeps from concluding that none is.
    Construction(
      "rule.some", "scope", "predicates",
      build: { parts in
        guard let scope = parts[0]?.conditions, !scope.isEmpty, let heads = parts[1]?.predicates else { return nil }
        return rules(heads, scope, unless: nil, .defeating)
      },
      split: { phrase, sayer in
        guard let rule = phrase.rule, rule.strength == .defeating, !rule.head.isNegated, rule.unless.isEmpty,
          kind(of: rule.body).map(sayer.isNoun) == true, let head = Predicate(rule.head)
        else { return nil }
        return [.conditions(rule.body), .predicates([head])]
      }),
  ]

  private typealias About = @Sendable (Phrase) -> (subject: Term, conditions: [Condition])?

  private static let named: About = { phrase in phrase.concept.map { (.concept($0), []) } }
  private static let scoped: About = { phrase in phrase.conditions.map { (.x, $0) } }

  /// Each follows where none of the others holds; of “either … or” none does where another holds.
  private static func choice(_ name: String, isEither: Bool, _ about: @escaping About) -> Construction {
    Construction(
      name, "subject", "choices",
      build: { parts in
        guard let (subject, scope) = parts[0].flatMap(about), let choices = parts[1]?.predicates, choices.count > 1,
          Set(choices).count == choices.count, choices.allSatisfy({ $0.value.range == nil })
        else { return nil }
        func condition(_ predicate: Predicate, isTurned: Bool) -> Pattern {
          Pattern(subject, predicate.property, .value(predicate.value), isNegated: predicate.isNegated != isTurned)
        }
        var taught: [Taught] = []
        for (index, choice) in choices.enumerated() {
          let others = choices.enumerated().filter { $0.offset != index }.map(\.element)
          let none = others.map { Condition.pattern(condition($0, isTurned: true)) }
          taught.append(Taught(.rule(Rule(condition(choice, isTurned: false), if: scope + none))))
          guard isEither else { continue }
          for other in others {
            taught.append(
              Taught(.rule(Rule(condition(other, isTurned: true), if: scope + [.pattern(condition(choice, isTurned: false))]))))
          }
        }
        return .taught(taught)
      }, split: unsaid)
  }
}
