import FoundationEssentials
import Lessons
import Reasoning

/// Facts: values, numbers, denials and kinds.
extension CaseMaker {
  mutating func makeFacts() {
    makeValues()
    makeNumbers()
    makeDenials()
    makeKinds()
    makeTraits()
  }

  private mutating func makeTraits() {
    func trait(_ names: CaseNames, single: Bool, _ qualifiers: Qualifiers = .none) -> (Teaching, Qualifiers) {
      (.property(PropertyTrait(names.concept(0), isSingleValued: single)), qualifiers)
    }
    clash(.traits, "one value and several", [trait(names, single: true), trait(names, single: false)])
    innocent(
      .traits, "several values for other people", [trait(names, single: true), trait(names, single: false, Qualifiers(audience: "child"))])
    innocent(.traits, "a second thought", [trait(names, single: true), trait(names, single: false)], by: ["ana", "ana"])
  }

  private mutating func makeValues() {
    func place(_ names: CaseNames, _ value: Int) -> Teaching {
      .claim(Claim(names.concept(0), names.concept(1), .concept(names.concept(value))))
    }
    var names = names
    let single = { (names: CaseNames) in (Teaching.property(PropertyTrait(names.concept(1), isSingleValued: true)), Qualifiers.none) }
    clash(.values, "two values", [(place(names, 2), .none), (place(names, 3), .none), single(names)])
    names = self.names
    innocent(
      .values, "a city and its island",
      [
        (place(names, 2), .none), (place(names, 3), .none), single(names),
        (.claim(Claim(names.concept(2), .isA, .concept(names.concept(3)))), .none),
      ])
    names = self.names
    innocent(
      .values, "synonyms",
      [
        (place(names, 2), .none), (place(names, 3), .none), single(names),
        (.name(Naming(names.concept(2), names.concept(3), kind: .same)), .none),
      ])
    names = self.names
    innocent(.values, "several values", [(place(names, 2), .none), (place(names, 3), .none)])
  }

  private mutating func makeNumbers() {
    let amount = Decimal(Int.random(in: 2...90, using: &random))
    func weight(_ names: CaseNames, _ amount: Decimal, _ unit: String) -> Teaching {
      .claim(Claim(names.concept(0), names.concept(1), .quantity(Quantity(amount, Unit(code: unit)))))
    }
    func range(_ names: CaseNames, _ from: Decimal, _ through: Decimal, _ unit: String) -> Teaching {
      let range = QuantityRange(lower: .init(from), upper: .init(through), unit: Unit(code: unit))
      return .claim(Claim(names.concept(0), names.concept(1), .range(range)))
    }
    clash(.values, "two numbers", [(weight(names, amount, "g"), .none), (weight(names, amount + 1, "g"), .none)])
    clash(
      .values, "intervals apart after conversion",
      [(range(names, amount, amount + 2, "kg"), .none), (range(names, (amount + 3) * 1000, (amount + 5) * 1000, "g"), .none)])
    clash(
      .supersession, "a later edition",
      [
        (weight(names, amount, "g"), Qualifiers(source: "Tables 2008")),
        (weight(names, amount + 1, "g"), Qualifiers(source: "Tables 2021")),
      ])
    innocent(.values, "unit conversion", [(weight(names, amount, "kg"), .none), (weight(names, amount * 1000, "g"), .none)])
    innocent(
      .values, "intervals that meet after conversion",
      [(range(names, amount, amount + 3, "kg"), .none), (range(names, (amount + 2) * 1000, (amount + 5) * 1000, "g"), .none)])
    innocent(
      .values, "other people", [(weight(names, amount, "g"), Qualifiers(audience: "child")), (weight(names, amount + 1, "g"), .none)])
    innocent(
      .values, "another time",
      [
        (weight(names, amount, "g"), Qualifiers(until: Day(iso: "2022-12-31"))),
        (weight(names, amount + 1, "g"), Qualifiers(from: Day(iso: "2023-01-01"))),
      ])
    innocent(
      .supersession, "own correction", [(weight(names, amount, "g"), .none), (weight(names, amount + 1, "g"), .none)], by: ["ana", "ana"])
  }

  private mutating func makeDenials() {
    func contains(_ names: CaseNames, _ value: Int = 1, not: Bool = false) -> Teaching {
      .claim(Claim(names.concept(0), .contains, .concept(names.concept(value)), isNegated: not))
    }
    func isA(_ names: CaseNames, _ one: Int, _ other: Int) -> Teaching {
      .claim(Claim(names.concept(one), .isA, .concept(names.concept(other))))
    }
    clash(.negation, "a claim and its denial", [(contains(names), .none), (contains(names, not: true), .none)])
    clash(
      .negation, "what it entails is denied", [(contains(names), .none), (contains(names, 2, not: true), .none), (isA(names, 1, 2), .none)])
    innocent(
      .negation, "a kind is denied, the thing has another",
      [(contains(names, 1, not: true), .none), (contains(names, 2), .none), (isA(names, 1, 2), .none)])
    innocent(
      .negation, "elsewhere", [(contains(names), Qualifiers(region: "Brazil")), (contains(names, not: true), Qualifiers(region: "India"))])
    innocent(.negation, "a guess gives way", [(contains(names), Qualifiers(sureness: 75)), (contains(names, not: true), .none)])
  }

  private mutating func makeKinds() {
    func isA(_ names: CaseNames, _ one: Int, _ other: Int, not: Bool = false) -> Teaching {
      .claim(Claim(names.concept(one), .isA, .concept(names.concept(other)), isNegated: not))
    }
    func apart(_ names: CaseNames) -> (Teaching, Qualifiers) { (.disjoint(names.concept(2), names.concept(3)), .none) }
    clash(.disjointKinds, "two kinds apart", [(isA(names, 0, 2), .none), (isA(names, 0, 3), .none), apart(names)])
    clash(
      .disjointKinds, "two kinds apart further up",
      [(isA(names, 0, 1), .none), (isA(names, 1, 2), .none), (isA(names, 0, 3), .none), apart(names)])
    innocent(.disjointKinds, "two kinds together", [(isA(names, 0, 2), .none), (isA(names, 0, 3), .none)])
    innocent(.disjointKinds, "siblings", [(isA(names, 0, 2), .none), (isA(names, 1, 3), .none), apart(names)])
  }
}
