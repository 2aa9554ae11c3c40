import Foundation
import Lessons

extension Construction {
  /// One thing beside another: “an avocado has more fat than a banana”, “which fruit has the highest glycemic index?”
  static let contrasting =
    [
      contrast("contrast.above", .above), contrast("contrast.below", .below), contrast("contrast.equal", .equal),
      asking("ask.above", .above), asking("ask.below", .below), asking("ask.equal", .equal),
      extreme("ask.greatest", isGreatest: true), extreme("ask.least", isGreatest: false),
      extremeOf("ask.greatestOf", isGreatest: true), extremeOf("ask.leastOf", isGreatest: false),
      Construction("times.twice", build: { _ in .value(.quantity(Quantity(2))) }, split: unsaid),
      Construction("times.same", build: { _ in .value(.quantity(Quantity(1))) }, split: unsaid),
      Construction(
        "times.many", "number",
        build: { parts in
          guard let quantity = parts[0]?.quantity, quantity.unit == .none, quantity.amount > 0 else { return nil }
          return .value(.quantity(quantity))
        }, split: { phrase, _ in phrase.quantity.map { [.value(.quantity($0))] } }),
      Construction(
        "trait.range", "property", "range",
        build: { parts in
          guard let property = parts[0]?.concept, case .range(let range)? = parts[1]?.value else { return nil }
          return .taught([Taught(.property(PropertyTrait(property, .range(range))))])
        },
        split: { phrase, _ in
          guard case .property(let trait) = phrase.teaching, case .range(let range) = trait.trait else { return nil }
          return [.concept(trait.property), .value(.range(range))]
        }),
      Construction(
        "trait.unit", "property", "unit",
        build: { parts in
          guard let property = parts[0]?.concept, let unit = parts[1]?.quantity?.unit, unit != .none else { return nil }
          return .taught([Taught(.property(PropertyTrait(property, .unit(unit))))])
        },
        split: { phrase, _ in
          guard case .property(let trait) = phrase.teaching, case .unit(let unit) = trait.trait else { return nil }
          return [.concept(trait.property), .value(.quantity(Quantity(1, unit)))]
        }),
    ]

  /// “… than the GI of a banana”: the second property is the first, or the two cannot be compared.
  private static func build(_ relation: Comparison.Relation, _ parts: [Phrase?]) -> Contrast? {
    guard let property = parts[0]?.concept, let subject = parts[1]?.concept, let other = parts[2]?.concept, subject != other else {
      return nil
    }
    if let again = parts[3]?.concept, again != property { return nil }
    let factor = parts[4]?.quantity?.amount ?? 1
    return Contrast(property, of: subject, relation, factor, of: other)
  }

  private static func split(_ contrast: Contrast, _ relation: Comparison.Relation) -> [Phrase?]? {
    guard contrast.relation == relation, relation == .equal || contrast.factor == 1 else { return nil }
    return [
      .concept(contrast.property), .concept(contrast.subject), .concept(contrast.other), nil,
      relation == .equal && contrast.factor != 1 ? .value(.quantity(Quantity(contrast.factor))) : nil,
    ]
  }

  private static func contrast(_ name: String, _ relation: Comparison.Relation) -> Construction {
    Construction(
      name, "property", "subject", "other", "again", "times",
      build: { parts in build(relation, parts).map { .taught([Taught(.contrast($0))]) } },
      split: { phrase, _ in
        guard case .contrast(let contrast) = phrase.teaching else { return nil }
        return split(contrast, relation)
      })
  }

  private static func asking(_ name: String, _ relation: Comparison.Relation) -> Construction {
    Construction(
      name, "property", "subject", "other", "again", "times",
      build: { parts in build(relation, parts).map { .question(.contrast($0)) } },
      split: { phrase, _ in
        guard case .contrast(let contrast)? = phrase.question else { return nil }
        return split(contrast, relation)
      })
  }

  private static func extreme(_ name: String, isGreatest: Bool) -> Construction {
    Construction(
      name, "property", "kind",
      build: { parts in
        guard let property = parts[0]?.concept, let kind = parts[1]?.concept else { return nil }
        return .question(.extreme(Extreme(property, isGreatest: isGreatest, kind: kind)))
      },
      split: { phrase, _ in
        guard case .extreme(let extreme)? = phrase.question, extreme.isGreatest == isGreatest, let kind = extreme.kind else { return nil }
        return [.concept(extreme.property), .concept(kind)]
      })
  }

  private static func extremeOf(_ name: String, isGreatest: Bool) -> Construction {
    Construction(
      name, "property", "things",
      build: { parts in
        guard let property = parts[0]?.concept, let things = parts[1]?.concepts, things.count > 1 else { return nil }
        return .question(.extreme(Extreme(property, isGreatest: isGreatest, among: things)))
      },
      split: { phrase, _ in
        guard case .extreme(let extreme)? = phrase.question, extreme.isGreatest == isGreatest, extreme.among.count > 1 else { return nil }
        return [.concept(extreme.property), .concepts(extreme.among)]
      })
  }
}
