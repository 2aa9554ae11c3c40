import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct DoubtTests {
  private var village = Village()

  private func doubts(_ teaching: Teaching) -> [Doubt] { village.beliefs.doubts(about: Lesson(id: "new", teaching), in: .community) }

  private func rule(_ conditions: Condition...) -> Teaching { .rule(Rule(Pattern(.x, .isA, .concept("good")), if: conditions)) }

  @Test mutating func `a rule whose conditions exclude each other can never apply`() {
    let (low, high) = (
      Condition.measure(.x, "gi", .below(50)),
      Condition.measure(.x, "gi", QuantityRange(lower: QuantityRange.Bound(60), upper: nil, unit: .none))
    )
    #expect(doubts(rule(low, high)) == [.neverApplies(low, high)])
    #expect(doubts(rule(low, .measure(.x, "gi", .below(40)))).isEmpty)
    #expect(doubts(rule(.contains("sugar"), .contains("sugar", isNegated: true))).count == 1)
    #expect(doubts(rule(.isA("fruit"), .isA("vegetable"))).isEmpty)
    village.teach(.disjoint("fruit", "vegetable"))
    #expect(doubts(rule(.isA("fruit"), .isA("vegetable"))) == [.neverApplies(.isA("fruit"), .isA("vegetable"))])
  }

  @Test mutating func `a number in what measures something else is doubted, and one that converts is not`() {
    let gram = Lessons.Unit(code: "g/100 g")
    #expect(doubts(.claim(.number("rice", "protein", 3, .gram))).isEmpty)
    let first = village.teach(.claim(.number("oat", "protein", 17, gram)))
    #expect(doubts(.claim(.number("rice", "protein", 3, .gram))) == [.otherMeasure(of: "protein", .gram, usual: gram, lesson: first)])
    #expect(doubts(.claim(.number("rice", "protein", 3000, Lessons.Unit(code: "mg/100 g")))).isEmpty)
    #expect(doubts(rule(.measure(.x, "protein", .below(5, .gram)))).count == 1)
    village.teach(.claim(.number("egg", "protein", 6, .gram)))
    #expect(doubts(.claim(.number("rice", "protein", 3, .gram))).isEmpty)
  }

  @Test mutating func `a kind of what is of it is a circle`() {
    village.teach(.isA("banana", "fruit"))
    village.teach(.isA("fruit", "food"))
    #expect(doubts(.isA("food", "banana")) == [.circle("food", "banana")])
    #expect(doubts(.isA("banana", "food")).isEmpty)
    #expect(doubts(.isA("banana", "banana")).isEmpty)
  }

  @Test mutating func `what cannot be added or compared is doubted`() {
    let (share, energy) = (Lessons.Unit(code: "g/100 g"), Lessons.Unit(code: "kcal/100 g"))
    village.teach(.claim(.number("oat", "protein", 17, share)))
    let first = village.teach(.claim(.number("oat", "energy", 389, energy)))
    func computed(_ property: Concept, _ formula: Formula) -> Teaching { .rule(Rule(Pattern(.x, property, .formula(formula)), if: [])) }
    #expect(
      doubts(computed("surplus", .plus(.property("protein"), .property("energy")))) == [
        .unlikeTerms(.property("protein"), share, .property("energy"), energy)
      ])
    let perGram = Formula.times(.quantity(Quantity(4, Lessons.Unit(code: "kcal/g"))), .property("protein"))
    #expect(doubts(computed("surplus", .minus(.property("energy"), perGram))).isEmpty)
    #expect(doubts(computed("energy", perGram)).isEmpty)
    #expect(
      doubts(computed("energy", .times(.quantity(Quantity(4)), .property("protein")))) == [
        .otherMeasure(of: "energy", share, usual: energy, lesson: first)
      ])
    #expect(doubts(computed("energy", .times(.quantity(Quantity(2)), .property("energy")))) == [.ownResult("energy")])
    #expect(doubts(rule(.comparison(Comparison(.property("energy"), .above, .property("protein"))))).count == 1)
  }

  @Test mutating func `a threshold in other units than the number is computed in is doubted`() {
    let share = Lessons.Unit(code: "g/100 g")
    village.teach(.claim(.number("oat", "carb", 60, share)))
    village.teach(.gi("oat", 55))
    let load = Formula.over(.times(.property("glycemic index"), .property("carb")), .quantity(Quantity(100)))
    let computed = village.teach(.rule(Rule(Pattern(.x, "load", .formula(load)), if: [])))
    #expect(doubts(rule(.measure(.x, "load", .below(10)))) == [.otherMeasure(of: "load", .none, usual: share, lesson: computed)])
    #expect(doubts(rule(.measure(.x, "load", .below(10, share)))).isEmpty)
    // Nor is it met by mistake.
    village.teach(rule(.measure(.x, "load", .below(10))))
    #expect(village.judge(.isA("oat", "good")).outcome == .unknown)
  }

  @Test mutating func `a number computed in other units than rules ask for is doubted`() {
    let share = Lessons.Unit(code: "g/100 g")
    village.teach(.claim(.number("oat", "carb", 60, share)))
    village.teach(.gi("oat", 55))
    let asking = village.teach(rule(.measure(.x, "load", .below(10))))
    func load(_ divisor: Quantity) -> Teaching {
      let formula = Formula.over(.times(.property("glycemic index"), .property("carb")), .quantity(divisor))
      return .rule(Rule(Pattern(.x, "load", .formula(formula)), if: []))
    }
    #expect(doubts(load(Quantity(100))) == [.otherMeasure(of: "load", share, usual: .none, lesson: asking)])
    #expect(doubts(load(Quantity(100, share))).isEmpty)
  }
}
