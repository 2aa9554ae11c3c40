import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct RuleTests {
  private var village = Village()

  init() {
    village.teach(.lowGI)
    for food: Concept in ["lentil", "white rice", "banana", "falafel", "mango"] { village.teach(.isA(food, "food")) }
    village.teach(.gi("lentil", 32))
    village.teach(.gi("white rice", 89))
    village.teach(.gi("white rice", 73), by: "bruno")
    village.teach(.gi("banana", 51))
    village.teach(.gi("banana", 62), by: "bruno")
    village.teach(.gi("falafel", 32))
    village.teach(.isA("falafel", "fried food"))
  }

  @Test func `a threshold rule gives its conclusion with every condition as a premise`() throws {
    let verdict = village.judge(.isA("lentil", "low-GI"))
    #expect(verdict.outcome == .yes)
    let proof = try #require(verdict.yes.first)
    #expect(proof.reason == .rule("l1"))
    #expect(proof.premises.count == 3)
    #expect(proof.premises.last?.conclusion == .notKnown([.pattern(Pattern(.concept("lentil"), .isA, .concept("fried food")))]))
  }

  @Test func `outside the threshold by every value taught the answer is no`() {
    let verdict = village.judge(.isA("white rice", "low-GI"))
    #expect(verdict.outcome == .no)
    #expect(verdict.no.first?.reason == .failsDefinition("l1"))
  }

  @Test func `where teachers disagree about the number the conclusion depends on them`() {
    let verdict = village.judge(.isA("banana", "low-GI"))
    #expect(verdict.outcome == .contested)
    #expect(!verdict.yes.isEmpty && !verdict.no.isEmpty)
    #expect(village.judge(.range("banana", "glycemic index", .below(55))).outcome == .contested)
    #expect(village.judge(.range("banana", "glycemic index", .below(70))).outcome == .yes)
    #expect(village.judge(.range("banana", "glycemic index", .below(50))).outcome == .no)
  }

  @Test func `a known exception silences the rule and is named`() {
    let verdict = village.judge(.isA("falafel", "low-GI"))
    #expect(verdict.outcome == .unknown)
    guard case .blocked(let proofs, "l1")? = verdict.gaps.first else { return #expect(Bool(false), "\(verdict.gaps)") }
    #expect(proofs.first?.claim == .isA("falafel", "fried food"))
  }

  @Test func `a missing number is named as the gap`() {
    let verdict = village.judge(.isA("mango", "low-GI"))
    #expect(verdict.outcome == .unknown)
    #expect(verdict.gaps == [.missing(.measure(.concept("mango"), "glycemic index", .below(55)), rule: "l1")])
    #expect(village.judge(.isA("hypoglycemia", "low-GI")).gaps.isEmpty)
  }

  @Test mutating func `members are found through rules`() {
    #expect(village.names(of: "food", where: [.isA("low-GI")]) == ["banana", "lentil"])
    village.teach(.isA("red lentil", "lentil"))
    #expect(village.names(of: "food", where: [.isA("low-GI")]) == ["banana", "lentil", "red lentil"])
    #expect(village.names(of: nil, where: [.measure(.x, "glycemic index", .between(70, 100))]) == ["white rice"])
    #expect(village.beliefs.members(of: "food", where: [], in: .community, limit: 2).count == 2)
  }

  @Test mutating func `what rules make of a thing passes on what that kind is taught to be`() {
    village.teach(.claim(Claim("low-GI", "is good for", .concept("people with diabetes"))))
    let claim = Claim("lentil", "is good for", .concept("people with diabetes"))
    #expect(village.judge(claim).outcome == .yes)
    #expect(village.judge(Claim("banana", "is good for", .concept("people with diabetes"))).outcome == .contested)
    #expect(village.judge(Claim("white rice", "is good for", .concept("people with diabetes"))).outcome == .unknown)
    let condition = Condition.pattern(Pattern(.x, "is good for", .concept("people with diabetes")))
    #expect(village.names(of: "food", where: [condition]) == ["banana", "lentil"])
    #expect(village.beliefs.kinds(of: "lentil", in: .community).map(\.concept) == ["food", "low-GI"])
  }

  @Test mutating func `a fact about the very thing outweighs a default rule, and a strict rule ties with it`() {
    village.teach(.not(.isA("lentil", "low-GI")), by: "bruno")
    #expect(village.judge(.isA("lentil", "low-GI")).outcome == .no)
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("healthy food")), if: [.isA("lentil")], strength: .strict)))
    village.teach(.isA("beluga", "lentil"))
    village.teach(.not(.isA("beluga", "healthy food")), by: "bruno")
    #expect(village.judge(.isA("beluga", "healthy food")).outcome == .contested)
  }

  @Test mutating func `the rule that asks for more is the more specific`() {
    village.teach(.rule(Rule(Pattern(.x, "is", .concept("allowed")), if: [.isA("food")])))
    let denial = Pattern(.x, "is", .concept("allowed"), isNegated: true)
    village.teach(.rule(Rule(denial, if: [.isA("food"), .isA("fried food")])), by: "bruno")
    #expect(village.judge(Claim("lentil", "is", .concept("allowed"))).outcome == .yes)
    #expect(village.judge(Claim("falafel", "is", .concept("allowed"))).outcome == .no)
  }

  @Test mutating func `rules join over other things`() {
    let risky = Rule(
      Pattern(.x, .isA, .concept("risky food")),
      if: [.pattern(Pattern(.x, .contains, .variable("y"))), .pattern(Pattern(.variable("y"), .isA, .concept("allergen")))])
    village.teach(.rule(risky))
    village.teach(.contains("satay", "peanut"))
    #expect(village.judge(.isA("satay", "risky food")).outcome == .unknown)
    village.teach(.isA("peanut", "allergen"))
    #expect(village.judge(.isA("satay", "risky food")).outcome == .yes)
    #expect(village.names(of: nil, where: [.isA("risky food")]) == ["satay"])
  }

  @Test mutating func `rules that ask each other end`() {
    for (head, body): (Concept, Concept) in [("a", "b"), ("b", "c"), ("c", "a")] {
      village.teach(.rule(Rule(Pattern(.x, .isA, .concept(head)), if: [.isA(body)])))
    }
    #expect(village.judge(.isA("lentil", "a")).outcome == .unknown)
    village.teach(.isA("lentil", "c"))
    #expect(village.judge(.isA("lentil", "a")).outcome == .yes)
    #expect(village.judge(.isA("lentil", "b")).outcome == .yes)
  }

  @Test mutating func `two exceptions that wait for each other let neither speak`() {
    for (head, other): (Concept, Concept) in [("p", "q"), ("q", "p")] {
      village.teach(.rule(Rule(Pattern(.x, .isA, .concept(head)), if: [.isA("food")], unless: [[.isA(other)]])))
    }
    #expect(village.judge(.isA("lentil", "p")).outcome == .unknown)
    #expect(village.judge(.isA("lentil", "q")).outcome == .unknown)
  }

  @Test mutating func `units are converted before numbers are compared`() {
    village.teach(.claim(.number("banana", "mass", Decimal(string: "0.12")!, Lessons.Unit(code: "kg"))))
    village.teach(.claim(.number("banana", "mass", 120, .gram)), by: "bruno")
    #expect(village.beliefs.values(of: "banana", property: "mass", in: .community).count == 1)
    #expect(village.judge(.range("banana", "mass", .below(121_000, Lessons.Unit(code: "mg")))).outcome == .yes)
    #expect(village.judge(.range("banana", "mass", .below(1, Lessons.Unit(code: "L")))).outcome == .unknown)
  }

  @Test mutating func `what is taught of the thing itself comes before what its kind has`() throws {
    village.teach(.gi("food", 50))
    #expect(village.amounts(of: "lentil", "glycemic index") == [32])
    let inherited = try #require(village.beliefs.values(of: "mango", property: "glycemic index", in: .community).first)
    #expect(inherited.isInherited)
    #expect(village.judge(.isA("mango", "low-GI")).outcome == .yes)
  }

  @Test mutating func `values by rules carry their proof`() throws {
    village.teach(
      .rule(
        Rule(
          Pattern(.x, "portion", .value(.quantity(Quantity(60, .gram)))), if: [.isA("fried food")])))
    let held = try #require(village.beliefs.values(of: "falafel", property: "portion", in: .community).first)
    #expect(held.value == .quantity(Quantity(60, .gram)))
    #expect(held.lessons.count == 2)
  }

  // MARK: Need not

  private static func needNot(_ head: Condition, _ body: Condition...) -> Teaching {
    guard case .pattern(let pattern) = head else { return .note }
    let denial = Pattern(pattern.subject, pattern.property, pattern.object, isNegated: true)
    return .rule(Rule(denial, if: body, strength: .defeating))
  }

  @Test mutating func `what need not be so is not concluded, and the lesson that says so is named`() throws {
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("sweet")), if: [.isA("fruit")])))
    village.teach(.isA("lemon", "fruit"))
    #expect(village.judge(.isA("lemon", "sweet")).outcome == .yes)
    let id = village.teach(Self.needNot(.isA("sweet"), .isA("fruit")))
    let verdict = village.judge(.isA("lemon", "sweet"))
    #expect(verdict.outcome == .unknown)
    guard case .blocked(let proofs, nil)? = verdict.gaps.first else { return #expect(Bool(false), "\(verdict.gaps)") }
    #expect(proofs.first?.reason == .rule(id))
    village.beliefs.withdraw(id)
    #expect(village.judge(.isA("lemon", "sweet")).outcome == .yes)
  }

  @Test mutating func `what is more particular holds though it need not`() {
    village.teach(Self.needNot(.isA("sweet"), .isA("fruit")))
    village.teach(.isA("date", "fruit"))
    village.teach(.isA("date", "sweet"))
    #expect(village.judge(.isA("date", "sweet")).outcome == .yes)
    #expect(village.judge(.isA("fruit", "sweet")).outcome == .unknown)
    #expect(village.beliefs.clashes(about: "date").isEmpty)
  }

  @Test mutating func `need not denies nothing`() {
    village.teach(Self.needNot(.isA("sweet"), .isA("fruit")))
    village.teach(.isA("lime", "fruit"))
    village.teach(.not(.isA("lime", "sweet")))
    let verdict = village.judge(.isA("lime", "sweet"))
    #expect(verdict.outcome == .no && verdict.no.count == 1)
    village.teach(.contains("snack", "sugar"))
    village.teach(.isA("apple", "snack"))
    #expect(village.judge(.contains("apple", "sugar")).outcome == .yes)
    village.teach(Self.needNot(.contains("sugar"), .isA("snack")))
    #expect(village.judge(.contains("apple", "sugar")).outcome == .unknown)
    #expect(village.beliefs.values(of: "apple", property: .contains, in: .community).isEmpty)
  }

  // MARK: Exceptions that wait for each other

  private static func unless(_ head: Concept, _ exception: Concept) -> Teaching {
    .rule(Rule(Pattern(.x, .isA, .concept(head)), if: [.isA("thing")], unless: [[.isA(exception)]]))
  }

  @Test(arguments: [["p"], ["p", "q"], ["p", "q", "r"], ["p", "q", "r", "s"]] as [[Concept]])
  func `rules that wait for each other's exceptions decide nothing, and say so`(_ kinds: [Concept]) {
    var village = village
    village.teach(.isA("a", "thing"))
    for (place, kind) in kinds.enumerated() { village.teach(Self.unless(kind, kinds[(place + 1) % kinds.count])) }
    for kind in kinds {
      let verdict = village.judge(.isA("a", kind))
      #expect(verdict.outcome == .unknown, "\(kind)")
      #expect(verdict.gaps.contains { if case .undecided = $0 { true } else { false } }, "\(kind)")
    }
    // What is taught decides.
    village.teach(.isA("a", kinds[0]))
    #expect(village.judge(.isA("a", kinds[0])).outcome == .yes)
  }

  @Test mutating func `one that waits for what is undecided is not kept from concluding`() {
    village.teach(.isA("a", "thing"))
    village.teach(Self.unless("p", "q"))
    village.teach(Self.unless("q", "p"))
    village.teach(Self.unless("t", "q"))
    #expect(village.judge(.isA("a", "t")).outcome == .yes)
    village.teach(.isA("a", "q"))
    #expect(village.judge(.isA("a", "t")).outcome == .unknown)
    #expect(village.judge(.isA("a", "p")).outcome == .unknown)
  }
}
