import Foundation
import Lessons

extension Construction {
  /// One number beside another: “its sugar is above its fiber”, “it contains at least three vegetables”.
  static let comparing =
    [
      compared("compared.above", .above), compared("compared.atLeast", .atLeast), compared("compared.below", .below),
      compared("compared.atMost", .atMost), compared("compared.equal", .equal),
      Construction(
        "compared.bare", "formula",
        build: { parts in
          guard let computed = parts[0]?.computed else { return nil }
          if case .property = computed.formula { return nil }
          return .compared(.equal, computed)
        }, split: unsaid),
      counted("counted.above", .above), counted("counted.atLeast", .atLeast), counted("counted.below", .below),
      counted("counted.atMost", .atMost), counted("counted.equal", .equal),
      Construction(
        ambiguous: "counted.bare", "number", "over",
        build: { parts in
          [Comparison.Relation.atLeast, .equal].compactMap { count(parts[0], $0, parts[1]) }.map { .conditions([.comparison($0)]) }
        }),
      Construction(
        "counted.between", "low", "high", "over",
        build: { parts in
          guard let low = count(parts[0], .atLeast, parts[2]), let high = count(parts[1], .atMost, parts[2]) else { return nil }
          return .conditions([.comparison(low), .comparison(high)])
        }, split: unsaid),
      Construction(
        "counted.not", "count",
        build: { parts in
          guard case .comparison(let comparison)? = parts[0]?.onlyCondition, let relation = comparison.relation.negated else { return nil }
          return .conditions([.comparison(Comparison(comparison.left, relation, comparison.right))])
        }, split: unsaid),
      Construction(
        "counting.kind", "kind",
        build: { $0[0]?.concept.map { .formula(Computed(.aggregate(Aggregate(.count, over: .contains, kind: $0)))) } },
        split: { phrase, sayer in
          guard let aggregate = phrase.aggregate, aggregate.relation == .contains, let kind = aggregate.kind, sayer.isCounted(kind) else {
            return nil
          }
          return [.concept(kind)]
        }),
      // “it interacts with more than two drugs”
      Construction(
        "counted.by", "verb", "count",
        build: { parts in
          guard let verb = parts[0]?.concept, let all = parts[1]?.conditions else { return nil }
          let turned = all.compactMap { counting(over: verb, $0) }
          return turned.count == all.count ? .conditions(turned) : nil
        },
        split: { phrase, _ in
          guard case .comparison(let comparison)? = phrase.onlyCondition, case .aggregate(let aggregate) = comparison.left,
            AnyLanguage.isVerbal(aggregate.relation.label), aggregate.relation != .contains,
            let count = counting(over: .contains, .comparison(comparison))
          else { return nil }
          return [.concept(aggregate.relation), .conditions([count])]
        }),
      // “It has at least two symptoms” could measure something called symptom, so it is said in more words.
      Construction(
        "counting.property", "property",
        build: { $0[0]?.concept.map { .formula(Computed(.aggregate(Aggregate(.count, over: $0)))) } }, split: unsaid),
      Construction(
        "compare", "left", "right",
        build: { parts in comparison(parts[0], parts[1]) },
        split: { phrase, _ in
          guard case .comparison(let comparison)? = phrase.onlyCondition else { return nil }
          return [.formula(Computed(comparison.left)), .compared(comparison.relation, Computed(comparison.right))]
        }),
      Construction(
        "compare.whose", "property", "right",
        build: { parts in parts[0]?.concept.flatMap { comparison(.formula(Computed(.property($0))), parts[1]) } },
        split: { phrase, _ in
          guard case .comparison(let comparison)? = phrase.onlyCondition, case .property(let property) = comparison.left else { return nil }
          return [.concept(property), .compared(comparison.relation, Computed(comparison.right))]
        }),
      more("compare.more", .above), more("compare.less", .below),
      Construction(
        "premises.compared", "property", "kind", "right", "rest",
        build: { parts in
          guard let property = parts[0]?.concept, let kind = parts[1]?.concept,
            let compared = comparison(.formula(Computed(.property(property), of: kind)), parts[2])?.conditions
          else { return nil }
          return .conditions(compared + (parts[3]?.conditions ?? []))
        }, split: unsaid),
      Construction(
        "premises.counted", "scope", "count", "rest",
        build: { parts in
          guard let scope = parts[0]?.conditions, let count = parts[1]?.conditions else { return nil }
          return .conditions(scope + count + (parts[2]?.conditions ?? []))
        }, split: unsaid),
    ]

  /// “more sugar than fiber”
  private static func more(_ name: String, _ relation: Comparison.Relation) -> Construction {
    Construction(
      name, "left", "right",
      build: { parts in
        guard let left = parts[0]?.concept, let right = parts[1]?.concept, left != right else { return nil }
        return .conditions([.comparison(Comparison(.property(left), relation, .property(right)))])
      }, split: unsaid)
  }

  /// “above its fiber”
  private static func compared(_ name: String, _ relation: Comparison.Relation) -> Construction {
    Construction(
      name, "formula", build: { $0[0]?.computed.map { .compared(relation, $0) } },
      split: { phrase, _ in
        guard case .compared(relation, let computed) = phrase else { return nil }
        return [.formula(computed)]
      })
  }

  /// “at least three vegetables”; one where no number is said.
  private static func counted(_ name: String, _ relation: Comparison.Relation) -> Construction {
    Construction(
      name, "number", "over",
      build: { parts in count(parts[0], relation, parts[1]).map { .conditions([.comparison($0)]) } },
      split: { phrase, _ in
        guard case .comparison(let comparison)? = phrase.onlyCondition, comparison.relation == relation,
          case .aggregate(let aggregate) = comparison.left, aggregate.function == .count,
          case .quantity(let number) = comparison.right, number.unit == .none, number.amount == number.amount.rounded(to: 0)
        else { return nil }
        return [number.amount == 1 ? nil : .value(.quantity(number)), .formula(Computed(comparison.left))]
      })
  }

  private static func count(_ number: Phrase?, _ relation: Comparison.Relation, _ over: Phrase?) -> Comparison? {
    let quantity = number == nil ? Quantity(1) : number?.quantity
    guard let quantity, quantity.unit == .none, quantity.amount == quantity.amount.rounded(to: 0), let counted = over?.computed else {
      return nil
    }
    return Comparison(counted.formula, relation, .quantity(quantity))
  }

  /// The same count of what another relation leads to.
  private static func counting(over relation: Concept, _ condition: Condition) -> Condition? {
    guard case .comparison(let comparison) = condition, case .aggregate(let aggregate) = comparison.left, aggregate.function == .count,
      let kind = aggregate.kind
    else { return nil }
    let counted = Formula.aggregate(Aggregate(.count, over: relation, kind: kind))
    return .comparison(Comparison(counted, comparison.relation, comparison.right))
  }

  /// Nil for what a range says: “its GI is below 55”.
  private static func comparison(_ left: Phrase?, _ right: Phrase?) -> Phrase? {
    guard let left = left?.computed, case .compared(let relation, let right)? = right, !left.formula.leaves.isEmpty,
      let both = left.combined(with: right, { one, _ in one })
    else { return nil }
    if case .property = left.formula, right.formula.leaves.isEmpty { return nil }
    let kind = both.kind.map { Condition.pattern(Pattern(.x, .isA, .concept($0))) }
    return .conditions([kind, .comparison(Comparison(left.formula, relation, right.formula))].compactMap { $0 })
  }
}
