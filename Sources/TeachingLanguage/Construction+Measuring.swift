import Foundation
import Lessons

extension Construction {
  static let measuring = [
    Construction(
      "quality.measured", "amount", "quality",
      reading: { parts, grammar in
        guard let amount = parts[0]?.value, let property = parts[1]?.concept.flatMap(grammar.measure),
          amount.unit.map({ $0 != .none }) == true
        else { return nil }
        return .predicates([Predicate(property, amount)])
      }, split: unsaid),
    Construction(
      "measured.in", "amount", "property",
      reading: { parts, grammar in
        guard let amount = parts[0]?.value, let property = parts[1]?.concept, grammar.isMeasure(property) else { return nil }
        return .predicates([Predicate(property, amount)])
      }, split: unsaid),
    Construction(
      "elevated", "amount",
      reading: { parts, grammar in
        guard let amount = parts[0]?.value, let property = grammar.functionWords[.elevation].first else { return nil }
        return .predicates([Predicate(Concept(property), amount)])
      }, split: unsaid),
    bound("below", { QuantityRange(lower: nil, upper: .init($0.amount, isIncluded: false), unit: $0.unit) }) { range in
      range.lower == nil && range.upper?.isIncluded == false ? range.upper : nil
    },
    bound("atMost", { QuantityRange(lower: nil, upper: .init($0.amount), unit: $0.unit) }) { range in
      range.lower == nil && range.upper?.isIncluded == true ? range.upper : nil
    },
    bound("above", { QuantityRange(lower: .init($0.amount, isIncluded: false), upper: nil, unit: $0.unit) }) { range in
      range.upper == nil && range.lower?.isIncluded == false ? range.lower : nil
    },
    bound("atLeast", { QuantityRange(lower: .init($0.amount), upper: nil, unit: $0.unit) }) { range in
      range.upper == nil && range.lower?.isIncluded == true ? range.lower : nil
    },
    bound("exactly", { QuantityRange(exactly: $0) }) { range in
      range.about == nil && range.lower == range.upper && range.lower?.isIncluded == true ? range.lower : nil
    },
    bound("around", { QuantityRange(about: $0) }) { range in
      guard let about = range.about, QuantityRange(about: Quantity(about, range.unit)) == range else { return nil }
      return .init(about)
    },
    Construction(
      "between", "low", "high",
      build: { parts in
        guard let (low, high) = sameUnit(parts[0], parts[1]), low.amount < high.amount else { return nil }
        return .value(.range(QuantityRange(lower: .init(low.amount), upper: .init(high.amount), unit: high.unit)))
      },
      split: { phrase, _ in
        guard let range = phrase.range, range.unit != .date, range.about == nil, let lower = range.lower, let upper = range.upper,
          lower.isIncluded,
          upper.isIncluded,
          lower.amount < upper.amount
        else { return nil }
        return [.value(.quantity(Quantity(lower.amount))), .value(.quantity(Quantity(upper.amount, range.unit)))]
      }),
    Construction(
      "bounds", "lower", "upper",
      build: { parts in
        guard let below = parts[0]?.range, let above = parts[1]?.range, let lower = below.lower, let upper = above.upper,
          below.unit == above.unit || below.unit == .none, lower.amount < upper.amount
        else { return nil }
        return .value(.range(QuantityRange(lower: lower, upper: upper, unit: above.unit)))
      },
      split: { phrase, _ in
        guard let range = phrase.range, range.unit != .date, range.about == nil, let lower = range.lower, let upper = range.upper,
          lower.amount < upper.amount
        else {
          return nil
        }
        return [
          .value(.range(QuantityRange(lower: lower, upper: nil, unit: range.unit))),
          .value(.range(QuantityRange(lower: nil, upper: upper, unit: range.unit))),
        ]
      }),
    Construction(
      "plusMinus", "quantity", "slack",
      build: { parts in
        guard let quantity = parts[0]?.quantity, let slack = parts[1]?.quantity, slack.amount > 0,
          slack.unit == quantity.unit || slack.unit == .none || quantity.unit == .none || slack.unit == .percent
        else { return nil }
        let unit = quantity.unit == .none && slack.unit != .percent ? slack.unit : quantity.unit
        let width = slack.unit == .percent && quantity.unit != .percent ? abs(quantity.amount) * slack.amount / 100 : slack.amount
        return .value(
          .range(
            QuantityRange(lower: .init(quantity.amount - width), upper: .init(quantity.amount + width), unit: unit, about: quantity.amount))
        )
      },
      split: { phrase, _ in
        guard let range = phrase.range, let about = range.about, let lower = range.lower, let upper = range.upper,
          upper.amount - about == about - lower.amount, upper.amount > about
        else { return nil }
        // “82% ± 24” could be a quarter of it.
        let unit = range.unit == .percent ? range.unit : .none
        return [.value(.quantity(Quantity(about, unit))), .value(.quantity(Quantity(upper.amount - about, range.unit)))]
      }),
  ]

  private static func bound(
    _ name: String, _ range: @escaping @Sendable (Quantity) -> QuantityRange,
    _ amount: @escaping @Sendable (QuantityRange) -> QuantityRange.Bound?
  ) -> Construction {
    Construction(
      name, "quantity", build: { $0[0]?.quantity.map { .value(.range(range($0))) } },
      split: { phrase, _ in
        guard let wanted = phrase.range, wanted.unit != .date, let bound = amount(wanted), name == "around" || wanted.about == nil else {
          return nil
        }
        return [.value(.quantity(Quantity(bound.amount, wanted.unit)))]
      })
  }

  /// “between 48 and 54 g”: the unit is said once, or one converts into the other.
  private static func sameUnit(_ low: Phrase?, _ high: Phrase?) -> (Quantity, Quantity)? {
    guard let low = low?.quantity, let high = high?.quantity else { return nil }
    if low.unit == .none { return (Quantity(low.amount, high.unit), high) }
    return low.converted(to: high.unit).map { ($0, high) }
  }
}

extension Phrase {
  /// A range as such; a plain quantity is none.
  var range: QuantityRange? { if case .value(.range(let range)) = self { range } else { nil } }
}
