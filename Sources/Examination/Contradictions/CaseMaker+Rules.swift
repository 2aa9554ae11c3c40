import FoundationEssentials
import Lessons
import Reasoning

/// Rules against facts and against each other, with exceptions and defaults.
extension CaseMaker {
  private static func kind(_ concept: Concept) -> Condition { .pattern(Pattern(.x, .isA, .concept(concept))) }

  private static func rule(_ head: Concept, not isNegated: Bool = false, if body: [Condition], unless: [[Condition]] = []) -> (
    Teaching, Qualifiers
  ) {
    (.rule(Rule(Pattern(.x, .isA, .concept(head), isNegated: isNegated), if: body, unless: unless)), .none)
  }

  mutating func makeRules() {
    makeRuleAgainstFact()
    makeRivals()
  }

  private mutating func makeRuleAgainstFact() {
    func isA(_ names: CaseNames, _ other: Int, not: Bool = false) -> (Teaching, Qualifiers) {
      (.claim(Claim(names.concept(0), .isA, .concept(names.concept(other)), isNegated: not)), .none)
    }
    func rule(_ names: CaseNames, unless: [[Condition]] = []) -> (Teaching, Qualifiers) {
      Self.rule(names.concept(2), if: [Self.kind(names.concept(1))], unless: unless)
    }
    clash(.ruleAgainstFact, "what a rule concludes is denied", [rule(names), isA(names, 1), isA(names, 2, not: true)])
    innocent(
      .ruleAgainstFact, "an exception that is known",
      [rule(names, unless: [[Self.kind(names.concept(3))]]), isA(names, 1), isA(names, 3), isA(names, 2, not: true)])
    innocent(.ruleAgainstFact, "a rule that does not apply", [rule(names), isA(names, 4), isA(names, 2, not: true)])
  }

  private mutating func makeRivals() {
    let limit = Decimal(Int.random(in: 20...60, using: &random))
    func measure(_ names: CaseNames, _ from: Decimal, _ through: Decimal) -> Condition {
      .measure(.x, names.concept(4), QuantityRange(lower: .init(from), upper: .init(through)))
    }
    clash(
      .rules, "both apply",
      [
        Self.rule(names.concept(0), if: [Self.kind(names.concept(1))]),
        Self.rule(names.concept(0), not: true, if: [Self.kind(names.concept(2))]),
      ])
    clash(
      .rules, "numbers that meet",
      [
        Self.rule(names.concept(0), if: [Self.kind(names.concept(1)), measure(names, 0, limit)]),
        Self.rule(names.concept(0), not: true, if: [Self.kind(names.concept(1)), measure(names, limit - 5, limit + 9)]),
      ])
    innocent(
      .rules, "numbers apart",
      [
        Self.rule(names.concept(0), if: [Self.kind(names.concept(1)), measure(names, 0, limit)]),
        Self.rule(names.concept(0), not: true, if: [Self.kind(names.concept(1)), measure(names, limit + 1, limit + 9)]),
      ])
    innocent(
      .rules, "a default and its exception",
      [
        Self.rule(names.concept(0), if: [Self.kind(names.concept(1))]),
        Self.rule(names.concept(0), not: true, if: [Self.kind(names.concept(1)), Self.kind(names.concept(2))]),
      ])
    innocent(
      .rules, "a kind of the kind",
      [
        Self.rule(names.concept(0), if: [Self.kind(names.concept(1))]),
        Self.rule(names.concept(0), not: true, if: [Self.kind(names.concept(2))]),
        (.claim(Claim(names.concept(2), .isA, .concept(names.concept(1)))), .none),
      ])
  }
}
