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
}
