import Foundation
import Lessons
import Testing

@Suite struct FormulaTests {
  private func unit(_ code: String) -> Lessons.Unit { Lessons.Unit(code: code) }
  private func exactly(_ amount: Decimal, _ code: String = "") -> QuantityRange { QuantityRange(exactly: Quantity(amount, unit(code))) }
  private func between(_ lower: Decimal, _ upper: Decimal) -> QuantityRange { QuantityRange(lower: .init(lower), upper: .init(upper)) }

  @Test func `units multiply and divide, and equal ones cancel between factors`() {
    #expect(exactly(4, "kcal/g").multiplied(by: exactly(13, "g/100 g")) == exactly(52, "kcal/100 g"))
    #expect(exactly(4, "kcal/g").multiplied(by: exactly(500, "mg")) == exactly(2, "kcal"))
    #expect(exactly(64, "kg").divided(by: exactly(16, "m2")) == exactly(4, "kg/m2"))
    #expect(exactly(160, "cm").multiplied(by: exactly(1, "m"))?.unit == unit("cm2"))
    #expect(exactly(30, "g/100 g").divided(by: exactly(10, "g/100 g")) == exactly(3))
    #expect(exactly(50, "kcal").multiplied(by: exactly(10, "%")) == exactly(5, "kcal"))
    #expect(exactly(20, "g/100 g").divided(by: exactly(4)) == exactly(5, "g/100 g"))
  }

  @Test func `areas and volumes convert by the power of their units`() {
    #expect(Quantity(1, unit("m2")).converted(to: unit("cm2")) == Quantity(10_000, unit("cm2")))
    #expect(Quantity(25, unit("kg/m2")).converted(to: unit("g/cm2")) == Quantity(Decimal(string: "2.5")!, unit("g/cm2")))
    #expect(!unit("m2").isCommensurable(with: unit("m")))
  }

  @Test func `sums convert, and what measures different things is not added`() {
    #expect(exactly(1, "kg").adding(exactly(200, "g")) == exactly(Decimal(string: "1.2")!, "kg"))
    #expect(exactly(1, "kg").adding(exactly(1, "kcal")) == nil)
    #expect(exactly(1, "kg").subtracting(exactly(200, "g")) == exactly(Decimal(string: "0.8")!, "kg"))
  }

  @Test func `bounds are computed with bounds`() {
    #expect(between(1, 2).adding(between(10, 20)) == between(11, 22))
    #expect(between(10, 20).subtracting(between(1, 2)) == between(8, 19))
    #expect(between(2, 3).multiplied(by: between(4, 5)) == between(8, 15))
    #expect(between(-2, 3).multiplied(by: between(4, 5)) == between(-10, 15))
    #expect(between(8, 12).divided(by: between(2, 4)) == between(2, 6))
    #expect(between(8, 12).divided(by: between(0, 4)) == nil)
    let atLeast = QuantityRange(lower: .init(2), upper: nil)
    #expect(atLeast.multiplied(by: between(3, 4)) == QuantityRange(lower: .init(6), upper: nil))
    #expect(QuantityRange(about: Quantity(50)).multiplied(by: exactly(2))?.about == 100)
  }

  @Test func `a comparison holds of all numbers, of none, or nobody knows`() {
    func holds(_ relation: Comparison.Relation, _ left: QuantityRange, _ right: QuantityRange) -> Bool? {
      Comparison(.property("left"), relation, .property("right")).holds { $0 == .property("left") ? left : right }
    }
    #expect(holds(.below, exactly(1), exactly(2)) == true)
    #expect(holds(.below, exactly(2), exactly(2)) == false)
    #expect(holds(.atMost, exactly(2), exactly(2)) == true)
    #expect(holds(.above, between(3, 5), exactly(2)) == true)
    #expect(holds(.above, between(1, 5), exactly(2)) == nil)
    #expect(holds(.atLeast, QuantityRange(lower: .init(3), upper: nil), exactly(3)) == true)
    #expect(holds(.atMost, QuantityRange(lower: .init(3), upper: nil), exactly(3)) == nil)
    #expect(holds(.equal, exactly(1, "kg"), exactly(1000, "g")) == true)
    #expect(holds(.below, exactly(1, "kg"), exactly(1, "kcal")) == nil)
  }

  @Test func `a number is rounded to the digits that count`() {
    #expect((Decimal(1) / 3).rounded(toDigits: 4) == Decimal(string: "0.3333"))
    #expect((Decimal(200_000) / 3).rounded(toDigits: 3) == 66_700)
    #expect(Decimal(string: "-0.00123456")!.rounded(toDigits: 2) == Decimal(string: "-0.0012"))
    #expect(Decimal(0).rounded(toDigits: 3) == 0)
    #expect(Decimal(string: "999.96")!.rounded(toDigits: 4) == 1000)
  }

  @Test func `all of a thing's numbers come to one`() {
    let numbers = [exactly(10, "g"), exactly(500, "mg"), exactly(2, "g")]
    func value(_ function: Aggregate.Function) -> QuantityRange? {
      Aggregate(function, of: "carb", over: .contains).value(numbers, isComplete: false)
    }
    #expect(value(.sum) == exactly(Decimal(string: "12.5")!, "g"))
    #expect(value(.least) == exactly(Decimal(string: "0.5")!, "g"))
    #expect(value(.greatest) == exactly(10, "g"))
    #expect(value(.average)?.rounded(toDigits: 3) == exactly(Decimal(string: "4.17")!, "g"))
    #expect(Aggregate(.count, over: .contains).value(numbers, isComplete: false) == QuantityRange(lower: .init(3), upper: nil))
    #expect(Aggregate(.count, over: .contains).value([], isComplete: true) == exactly(0))
    #expect(Aggregate(.sum, of: "carb", over: .contains).value([], isComplete: true) == nil)
  }
}
