import Foundation
import Lessons
@testable import TeachingLanguage

// Foundation has a unit of its own.
private typealias Unit = Lessons.Unit

/// Numbers made from others, and what is true of relations.
extension RandomMeaning {
  /// A number made from others.
  mutating func computed() -> Formula {
    if random.chance(25) { return .aggregate(aggregate()) }
    var formula = formula(depth: 2)
    while formula.leaves.isEmpty || !formula.isComputed { formula = self.formula(depth: 2) }
    return formula
  }

  mutating func formula(depth: Int) -> Formula {
    guard depth > 0, random.chance(65) else {
      switch random.below(6) {
      case 0: return .aggregate(aggregate())
      case 1, 2: return .quantity(quantity())
      default: return .property(concept(names.properties))
      }
    }
    let (left, right) = (formula(depth: depth - 1), formula(depth: depth - 1))
    switch random.below(4) {
    case 0: return .plus(left, right)
    case 1: return .minus(left, right)
    case 2: return .times(left, right)
    default: return .over(left, right)
    }
  }

  mutating func aggregate() -> Aggregate {
    let function = random.pick([Aggregate.Function.count, .sum, .average, .least, .greatest])
    return Aggregate(
      function, of: function == .count ? nil : concept(names.properties),
      over: random.chance(50) ? .contains : concept(names.relations + [names.properties[3], names.ingredient]),
      kind: random.chance(50) ? concept(names.kinds) : nil)
  }

  mutating func comparison() -> Comparison {
    let relation = random.pick([Comparison.Relation.above, .atLeast, .below, .atMost, .equal])
    if random.chance(40) {
      let over = random.chance(70) ? Concept.contains : concept(names.relations)
      let count = Aggregate(.count, over: over, kind: concept(names.kinds))
      return Comparison(.aggregate(count), relation, .quantity(Quantity(Decimal(random.below(4)))))
    }
    if random.chance(50) { return Comparison(.property(concept(names.properties)), relation, computed()) }
    return Comparison(computed(), relation, formula(depth: 1))
  }

  mutating func conditionOfAny() -> Condition {
    switch random.below(20) {
    case 0..<5: .comparison(comparison())
    case 5: .pattern(Pattern(.x, random.chance(30) ? .contains : concept(names.properties + names.relations), .variable("y")))
    default: condition()
    }
  }

  /// “If X interacts with Y and Y is a food, then X reduces Y.”
  mutating func ruleAboutTwo() -> Rule {
    let (x, y) = (Term.variable("x"), Term.variable("y"))
    var body: [Condition] = [.pattern(Pattern(x, concept(names.relations), y))]
    if random.chance(50) { body.insert(.pattern(Pattern(x, .isA, .concept(concept(names.kinds)))), at: 0) }
    if random.chance(50) { body.append(.pattern(Pattern(y, .isA, .concept(concept(names.qualities))))) }
    if random.chance(20) { body.append(.pattern(Pattern(x, .contains, y))) }
    if random.chance(30) { return Rule(Pattern(x, .isA, .concept(concept(names.qualities))), if: body) }
    return Rule(Pattern(x, Concept(names.helps), y, isNegated: random.chance(20)), if: body)
  }

  mutating func trait() -> PropertyTrait {
    let property = concept(names.relations + ["capital", names.ingredient])
    switch random.below(7) {
    case 5: return PropertyTrait(concept(names.measures), .range(range()))
    case 6:
      return PropertyTrait(
        concept(names.measures), .unit(Unit(code: random.pick(["kg", "EUR", "mg/dL", "mg/d", "cup"]))))
    case 0: return PropertyTrait(concept(names.properties), isSingleValued: random.chance(50))
    case 1: return PropertyTrait(concept(names.properties), .complete)
    case 2: return PropertyTrait(property, .transitive)
    case 3: return PropertyTrait(property, .symmetric)
    default: return PropertyTrait(property, .inverse(of: concept([names.helps, names.isTreatedBy, names.properties[3]])))
    }
  }

  mutating func conversion() -> Conversion {
    let units = random.pick([("mmol/L", "mg/dL"), ("cup", "g"), ("slice", "g"), (names.tablet, "mg"), ("serving", "kcal"), ("mL", "g")])
    return Conversion(of: concept(names.things), Quantity(amount(), Unit(code: units.0)), is: Quantity(amount(), Unit(code: units.1)))
  }
}
