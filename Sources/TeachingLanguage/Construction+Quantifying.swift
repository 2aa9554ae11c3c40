import Foundation
import Lessons

extension Construction {
  /// How many of them: “most”, “rarely”, “there are three kinds”.
  static let quantifying = [
    share("rule.most", 85, isNegated: false), share("rule.rarely", 85, isNegated: true), share("rule.often", 70, isNegated: false),
    Construction(
      "sure.percent", "amount",
      build: { parts in
        guard let quantity = parts[0]?.quantity, quantity.unit == .percent, (1...99).contains(quantity.amount),
          quantity.amount == quantity.amount.rounded(to: 0)
        else { return nil }
        return .qualifiers(Qualifiers(sureness: Int(quantity.amount.plain)))
      },
      split: { phrase, _ in
        guard let sureness = phrase.qualifiers?.sureness else { return nil }
        return [.value(.quantity(Quantity(.init(sureness), .percent)))]
      }),
    Construction("alternatives.of", "chosen", build: { $0[0] }, split: unsaid),
    Construction(
      "chosen", "number", "things",
      build: { parts in
        guard let number = parts[0]?.quantity, number.unit == .none, let things = parts[1]?.concepts, things.count <= chosenMax,
          let least = Int(number.amount.plain), (1..<things.count).contains(least)
        else { return nil }
        return .alternatives(
          choices(of: least, from: things[...]).map { $0.map { .pattern(Pattern(.x, .contains, .concept($0))) } })
      }, split: unsaid),
    Construction(
      "kindsOf", "number", "kind", "kinds",
      build: { parts in
        guard let number = parts[0]?.quantity, number.unit == .none, let kind = parts[1]?.concept, let kinds = parts[2]?.concepts,
          number.amount == .init(kinds.count), let others = oneOf(kind, kinds)
        else { return nil }
        return .taught(kinds.map { Taught(.claim(Claim($0, .isA, .concept(kind)))) } + others)
      }, split: unsaid),
  ]

  private static let chosenMax = 6

  /// Every way to take so many of them, in their order.
  private static func choices(of count: Int, from things: ArraySlice<Concept>) -> [[Concept]] {
    guard count > 0 else { return [[]] }
    guard let first = things.first else { return [] }
    let rest = things.dropFirst()
    return choices(of: count - 1, from: rest).map { [first] + $0 } + choices(of: count, from: rest)
  }

  /// A rule that holds of so many in a hundred.
  private static func share(_ name: String, _ sureness: Int, isNegated: Bool) -> Construction {
    Construction(
      name, "scope", "predicates",
      build: { parts in
        guard let scope = parts[0]?.conditions, !scope.isEmpty, let heads = parts[1]?.predicates, !heads.contains(where: \.isNegated),
          let taught = rules(isNegated ? heads.map(\.negated) : heads, scope, unless: nil, .byDefault).taught
        else { return nil }
        return .taught(taught.map { Taught($0.teaching, Qualifiers(sureness: sureness)) })
      },
      split: { phrase, sayer in
        guard let taught = phrase.taught, taught.count == 1, let lesson = taught.first, lesson.qualifiers == Qualifiers(sureness: sureness),
          case .rule(let rule) = lesson.teaching, rule.strength == .byDefault, rule.unless.isEmpty, rule == rule.withKnownApart,
          let head = Predicate(rule.head), head.isNegated == isNegated, let kind = kind(of: rule.body), sayer.isNoun(kind)
        else { return nil }
        return [.conditions(rule.body), .predicates([isNegated ? head.negated : head])]
      })
  }
}
