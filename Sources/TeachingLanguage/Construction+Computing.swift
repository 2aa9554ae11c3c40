import Foundation
import Lessons

extension Construction {
  /// Numbers made from others: “its glycemic index times its carbs divided by 100”, “the sum of the carbs of what it contains”.
  static let computing =
    [
      chain("sum", [.plus, .minus]), chain("product", [.times, .over]),
      step("step.plus", .plus), step("step.minus", .minus), step("step.times", .times), step("step.over", .over),
      pair("leaf.sum", { .plus($0, $1) }), pair("leaf.difference", { .minus($0, $1) }), pair("leaf.product", { .times($0, $1) }),
      pair("leaf.ratio", { .over($0, $1) }),
      whole("leaf.squared") { .times($0, $0) }, whole("leaf.twice") { .times(.quantity(Quantity(2)), $0) },
      whole("leaf.half") { .times(.quantity(Quantity(Decimal(5) / 10)), $0) },
      function("leaf.total", .sum), function("leaf.average", .average), function("leaf.least", .least),
      function("leaf.greatest", .greatest),
      Construction(
        "leaf.quantity", "quantity", build: { $0[0]?.quantity.map { .formula(Computed(.quantity($0))) } },
        split: { phrase, _ in
          guard case .quantity(let quantity)? = phrase.computed?.formula else { return nil }
          return [.value(.quantity(quantity))]
        }),
      Construction(
        "leaf.property", "property", build: { $0[0]?.concept.map { .formula(Computed(.property($0))) } },
        split: { phrase, _ in
          guard case .property(let property)? = phrase.computed?.formula else { return nil }
          return [.concept(property)]
        }),
      Construction(
        "leaf.of", "property", "kind",
        build: { parts in
          guard let property = parts[0]?.concept, let kind = parts[1]?.concept else { return nil }
          return .formula(Computed(.property(property), of: kind))
        }, split: unsaid),
      Construction(
        "leaf.brackets", "formula", build: { $0[0] },
        split: { phrase, _ in phrase.computed?.formula.outermost == nil ? nil : [phrase] }),
      Construction(
        "leaf.count", "over", build: { $0[0] },
        split: { phrase, _ in
          guard let aggregate = phrase.aggregate, aggregate.function == .count else { return nil }
          return [phrase]
        }),
      over("over.contains", isSaid: { $0 == .contains }),
      over("over.verb", isSaid: { $0 != .contains && (AnyLanguage.isVerbal($0.label) || $0.key == "has") }),
      over("over.property", isSaid: { $0 != .contains && !AnyLanguage.isVerbal($0.label) && $0.key != "has" }),
      Construction(
        "number.of", "things",
        reading: { parts, grammar in
          guard let things = parts[0]?.concept else { return nil }
          let plural = grammar.morphology.plural(ofName: things.label) ?? things.label
          let words = grammar.functionWords[.numberOf] + [plural]
          return (try? Concept(parsing: words.joined(separator: " "))).map { .concept($0) }
        }, split: unsaid),
      Construction(
        "computed", "property", "scope", "formula", "conditions", "unless",
        build: { parts in
          guard let property = parts[0]?.concept, let scope = parts[1]?.conditions ?? .some([]), let computed = parts[2]?.computed,
            computed.formula.isComputed, computed.kind == nil || computed.kind == kind(of: scope)
          else { return nil }
          let body = (scope + (parts[3]?.conditions ?? [])).withoutRepeats
          let head = Pattern(.x, property, .formula(computed.formula))
          return .taught([Taught(.rule(Rule(head, if: body, unless: parts[4]?.alternatives ?? []).withKnownApart))])
        },
        split: { phrase, _ in
          guard let rule = phrase.rule, rule.strength == .byDefault, rule.head.subject == .x, !rule.head.isNegated,
            rule == rule.withKnownApart,
            case .formula(let formula) = rule.head.object
          else { return nil }
          let unless: Phrase? = rule.unless.isEmpty ? nil : .alternatives(rule.unless)
          return [.concept(rule.head.property), .conditions(rule.body), .formula(Computed(formula)), nil, unless]
        }),
    ]

  /// Operations of one rank, from left to right.
  private static func chain(_ name: String, _ operations: [Step.Operation]) -> Construction {
    Construction(
      name, "first", "rest",
      build: { parts in
        guard let first = parts[0]?.computed else { return nil }
        var whole: Computed? = first
        for step in parts[1]?.steps ?? [] { whole = whole.flatMap { step.applied(to: $0) } }
        return whole.map { .formula($0) }
      },
      split: { phrase, _ in
        guard let formula = phrase.computed?.formula else { return nil }
        let (first, steps) = formula.unwound(by: operations)
        return [.formula(Computed(first)), steps.isEmpty ? nil : .steps(steps)]
      })
  }

  private static func step(_ name: String, _ operation: Step.Operation) -> Construction {
    Construction(
      name, "first", "rest",
      build: { parts in
        guard let first = parts[0]?.computed else { return nil }
        return .steps([Step(operation, first)] + (parts[1]?.steps ?? []))
      },
      split: { phrase, _ in
        guard let steps = phrase.steps, let first = steps.first, first.operation == operation else { return nil }
        return [.formula(first.operand), steps.count == 1 ? nil : .steps(Array(steps.dropFirst()))]
      })
  }

  /// “the sum of A and B”; said with signs' words.
  private static func pair(_ name: String, _ combine: @escaping @Sendable (Formula, Formula) -> Formula) -> Construction {
    Construction(
      name, "first", "rest",
      build: { parts in
        guard let first = parts[0]?.computed, let rest = parts[1]?.computed else { return nil }
        return first.combined(with: rest, combine).map { .formula($0) }
      }, split: unsaid)
  }

  private static func whole(_ name: String, _ change: @escaping @Sendable (Formula) -> Formula) -> Construction {
    Construction(
      name, "formula",
      build: { parts in
        guard let computed = parts[0]?.computed, !computed.formula.leaves.isEmpty else { return nil }
        return .formula(Computed(change(computed.formula), of: computed.kind))
      }, split: unsaid)
  }

  /// What is looked up of each; which those are is said like a count of them.
  private static func function(_ name: String, _ function: Aggregate.Function) -> Construction {
    Construction(
      name, "property", "over",
      build: { parts in
        guard let property = parts[0]?.concept, let over = parts[1]?.aggregate else { return nil }
        return .formula(Computed(.aggregate(Aggregate(function, of: property, over: over.relation, kind: over.kind))))
      },
      split: { phrase, _ in
        guard let aggregate = phrase.aggregate, aggregate.function == function, let property = aggregate.property else { return nil }
        let all = Aggregate(.count, over: aggregate.relation, kind: aggregate.kind)
        return [.concept(property), .formula(Computed(.aggregate(all)))]
      })
  }

  /// All that a relation leads to: “what it contains”, “the vegetables it contains”, “its ingredients”.
  private static func over(_ name: String, isSaid: @escaping @Sendable (Concept) -> Bool) -> Construction {
    Construction(
      name, "relation", "kind",
      build: { parts in
        .formula(Computed(.aggregate(Aggregate(.count, over: parts[0]?.concept ?? .contains, kind: parts[1]?.concept))))
      },
      split: { phrase, _ in
        guard let aggregate = phrase.aggregate, aggregate.function == .count, isSaid(aggregate.relation) else { return nil }
        return [aggregate.relation == .contains ? nil : .concept(aggregate.relation), aggregate.kind.map { .concept($0) }]
      })
  }
}

extension Formula {
  /// Whether it is more than a value: “the GI of a banana is 51” computes nothing.
  var isComputed: Bool {
    if case .aggregate = self { return true }
    return outermost != nil && !leaves.isEmpty
  }
}

extension Phrase {
  var computed: Computed? { if case .formula(let computed) = self { computed } else { nil } }
  var steps: [Step]? { if case .steps(let steps) = self { steps } else { nil } }
  var aggregate: Aggregate? { if case .aggregate(let aggregate)? = computed?.formula { aggregate } else { nil } }
}
