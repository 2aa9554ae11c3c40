import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct FormulaTests {
  private var village = Village()

  private static let perHundred = Lessons.Unit(code: "g/100 g")
  /// “The glycemic load of a food is its glycemic index times its carbs divided by 100.”
  private static let load = Rule(
    Pattern(.x, "glycemic load", .formula(.over(.times(.property("glycemic index"), .property("carb")), .quantity(Quantity(100))))),
    if: [.isA("food")])

  private func check(_ verdict: Verdict) throws {
    for proof in verdict.yes + verdict.no { #expect(ProofChecker(village.taught, .community).fault(in: proof) == nil) }
  }

  @Test mutating func `a number is computed from others and names them all`() throws {
    let rule = village.teach(.rule(Self.load))
    let ids = [
      village.teach(.isA("banana", "food")), village.teach(.gi("banana", 51)),
      village.teach(.claim(.number("banana", "carb", 23, Self.perHundred))),
    ]
    let held = village.beliefs.values(of: "banana", property: "glycemic load", in: .community)
    #expect(held.map(\.value) == [.quantity(Quantity(Decimal(string: "11.73")!, Self.perHundred))])
    #expect(held.first?.proofs.first?.lessons == Set(ids + [rule]))
    #expect(ProofChecker(village.taught, .community).fault(in: try #require(held.first?.proofs.first)) == nil)
    let verdict = village.judge(.range("banana", "glycemic load", .below(20, Self.perHundred)))
    #expect(verdict.outcome == .yes)
    try check(verdict)
    village.beliefs.withdraw(ids[1])
    #expect(village.amounts(of: "banana", "glycemic load").isEmpty)
  }

  @Test mutating func `two opinions on a number are two on what is computed from it`() {
    village.teach(.rule(Self.load))
    village.teach(.isA("banana", "food"))
    village.teach(.claim(.number("banana", "carb", 20)))
    village.teach(.gi("banana", 50))
    village.teach(.gi("banana", 60), by: "bruno")
    #expect(village.amounts(of: "banana", "glycemic load") == [10, 12])
    #expect(village.judge(.range("banana", "glycemic load", .below(20))).outcome == .yes)
    #expect(village.judge(.range("banana", "glycemic load", .below(11))).outcome == .contested)
  }

  @Test mutating func `units are multiplied, divided and converted, and what cannot be added is not`() {
    let energy = Formula.plus(
      .times(.quantity(Quantity(4, Unit(code: "kcal/g"))), .property("protein")),
      .times(.quantity(Quantity(9, Unit(code: "kcal/g"))), .property("fat")))
    village.teach(.rule(Rule(Pattern(.x, "energy", .formula(energy)), if: [])))
    village.teach(.claim(.number("egg", "protein", 13, Self.perHundred)))
    village.teach(.claim(.number("egg", "fat", 11_000, Unit(code: "mg/100 g"))))
    #expect(
      village.beliefs.values(of: "egg", property: "energy", in: .community).map(\.value) == [
        .quantity(Quantity(151, Unit(code: "kcal/100 g")))
      ])
    village.teach(
      .rule(Rule(Pattern(.x, "bmi", .formula(.over(.property("weight"), .times(.property("height"), .property("height"))))), if: [])))
    village.teach(.claim(.number("Ana", "weight", 64, Unit(code: "kg"))))
    village.teach(.claim(.number("Ana", "height", 160, Unit(code: "cm"))))
    #expect(village.judge(.range("Ana", "bmi", .between(25, 25, Unit(code: "kg/m2")))).outcome == .yes)
    village.teach(.rule(Rule(Pattern(.x, "nonsense", .formula(.plus(.property("weight"), .property("height")))), if: [])))
    #expect(village.beliefs.values(of: "Ana", property: "nonsense", in: .community).isEmpty)
  }

  @Test mutating func `a range comes to a range`() {
    village.teach(.rule(Self.load))
    village.teach(.isA("rice", "food"))
    village.teach(.claim(.range("rice", "glycemic index", .between(60, 80))))
    village.teach(.claim(.number("rice", "carb", 50)))
    #expect(village.beliefs.values(of: "rice", property: "glycemic load", in: .community).map(\.value) == [.range(.between(30, 40))])
  }

  @Test mutating func `one number beside another decides a rule, and the missing one is named`() throws {
    let comparison = Comparison(.property("sugar"), .above, .times(.quantity(Quantity(2)), .property("fiber")))
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("sugary")), if: [.isA("food"), .comparison(comparison)])))
    for food: Concept in ["cake", "bean", "fig"] { village.teach(.isA(food, "food")) }
    village.teach(.claim(.number("cake", "sugar", 30, .gram)))
    village.teach(.claim(.number("cake", "fiber", 2000, Unit(code: "mg"))))
    village.teach(.claim(.number("bean", "sugar", 2, .gram)))
    village.teach(.claim(.number("bean", "fiber", 7, .gram)))
    village.teach(.claim(.number("fig", "sugar", 16, .gram)))
    #expect(village.judge(.isA("cake", "sugary")).outcome == .yes)
    #expect(village.judge(.isA("bean", "sugary")).outcome == .no)
    try check(village.judge(.isA("cake", "sugary")))
    try check(village.judge(.isA("bean", "sugary")))
    let gaps = village.judge(.isA("fig", "sugary")).gaps
    #expect(gaps == [.missing(.pattern(Pattern(.concept("fig"), "fiber", .variable("number"))), rule: "l1")])
    #expect(village.names(of: "food", where: [.isA("sugary")]) == ["cake"])
  }

  @Test mutating func `at least so many are counted, and that there are no more is not guessed`() throws {
    func rule(_ head: Concept, _ relation: Comparison.Relation, _ count: Decimal) -> Teaching {
      let count = Comparison(.aggregate(Aggregate(.count, over: .contains, kind: "vegetable")), relation, .quantity(Quantity(count)))
      return .rule(Rule(Pattern(.x, .isA, .concept(head)), if: [.isA("meal"), .comparison(count)]))
    }
    village.teach(rule("balanced", .atLeast, 3))
    village.teach(rule("plain", .atMost, 1))
    for meal: Concept in ["stew", "toast"] { village.teach(.isA(meal, "meal")) }
    for vegetable: Concept in ["carrot", "leek", "pea"] {
      village.teach(.isA(vegetable, "vegetable"))
      village.teach(.contains("stew", vegetable))
    }
    village.teach(.contains("toast", "bread"))
    village.teach(.contains("toast", "pea"))
    let verdict = village.judge(.isA("stew", "balanced"))
    #expect(verdict.outcome == .yes && verdict.lessons.count == 8)
    try check(verdict)
    #expect(village.judge(.isA("stew", "plain")).outcome == .no)
    #expect(village.judge(.isA("toast", "plain")).outcome == .unknown)
    village.teach(.property(PropertyTrait(.contains, .complete)))
    #expect(village.judge(.isA("toast", "plain")).outcome == .yes)
    try check(village.judge(.isA("toast", "plain")))
  }

  @Test mutating func `the numbers of all that a thing contains are added, if all are known`() throws {
    let sum = Formula.aggregate(Aggregate(.sum, of: "carb", over: .contains))
    village.teach(.rule(Rule(Pattern(.x, "carb", .formula(sum)), if: [.isA("meal")])))
    village.teach(.isA("lunch", "meal"))
    village.teach(.contains("lunch", "rice"))
    village.teach(.contains("lunch", "bean"))
    village.teach(.claim(.number("rice", "carb", 45, .gram)))
    #expect(village.amounts(of: "lunch", "carb").isEmpty)
    village.teach(.claim(.number("bean", "carb", 15, .gram)))
    #expect(village.amounts(of: "lunch", "carb") == [60])
    let proof = try #require(village.beliefs.values(of: "lunch", property: "carb", in: .community).first?.proofs.first)
    #expect(ProofChecker(village.taught, .community).fault(in: proof) == nil)
  }

  @Test mutating func `a proof with a wrong number is not accepted`() throws {
    village.teach(.rule(Self.load))
    village.teach(.isA("banana", "food"))
    village.teach(.gi("banana", 50))
    village.teach(.claim(.number("banana", "carb", 20)))
    let proof = try #require(village.beliefs.values(of: "banana", property: "glycemic load", in: .community).first?.proofs.first)
    let forged = Proof(.claim(.number("banana", "glycemic load", 11)), proof.reason, proof.premises)
    let checker = ProofChecker(village.taught, .community)
    #expect(checker.fault(in: proof) == nil && checker.fault(in: forged) == forged)
  }

  @Test mutating func `what follows of a thing is told beside what was taught of it`() {
    village.teach(.rule(Self.load))
    village.teach(.isA("banana", "food"))
    village.teach(.gi("banana", 50))
    village.teach(.claim(.number("banana", "carb", 20)))
    village.teach(.property(PropertyTrait("goes with", .symmetric)))
    village.teach(.claim(Claim("yogurt", "goes with", .concept("banana"))))
    village.teach(.contains("smoothie", "banana"))
    let found = village.beliefs.conclusions(about: "banana", in: .community, limit: 10)
    #expect(found.map(\.property) == ["glycemic load", "goes with"])
    #expect(found.map(\.held.value) == [.quantity(Quantity(10)), .concept("yogurt")])
    #expect(village.beliefs.conclusions(about: "banana", in: .community, limit: 1).count == 1)
  }
}
