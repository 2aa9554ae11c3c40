import Foundation
import Lessons
import Testing

@Suite struct UnitTests {
  private func unit(_ code: String) -> Lessons.Unit { Lessons.Unit(code: code) }

  @Test func `units of one kind convert exactly`() {
    #expect(Quantity(1.5, unit("kg")).converted(to: .gram) == Quantity(1500, .gram))
    #expect(Quantity(250, unit("mg")).converted(to: .gram) == Quantity(Decimal(plain: "0.25") ?? 0, .gram))
    #expect(Quantity(2, unit("dL")).converted(to: unit("mL")) == Quantity(200, unit("mL")))
  }

  @Test func `units of different kinds do not convert`() {
    #expect(Quantity(1, .gram).converted(to: unit("mL")) == nil)
    #expect(Quantity(51).converted(to: .gram) == nil)
  }

  @Test func `an unknown unit converts to itself alone`() {
    #expect(Quantity(2, unit("pinch")).converted(to: unit("pinch")) == Quantity(2, unit("pinch")))
    #expect(Quantity(2, unit("pinch")).converted(to: unit("handful")) == nil)
  }

  @Test func `a share of a hundred grams is taken of any mass`() {
    let carbohydrate = Quantity(Decimal(plain: "28.2") ?? 0, Lessons.Unit(.gram, per: 100, .gram))
    #expect(carbohydrate.share(of: Quantity(150, .gram)) == Quantity(Decimal(plain: "42.3") ?? 0, .gram))
    #expect(carbohydrate.share(of: Quantity(1, unit("kg"))) == Quantity(282, .gram))
    #expect(carbohydrate.share(of: Quantity(1, unit("L"))) == nil)
  }

  @Test func `grams in a hundred grams are a percentage`() {
    let share = Quantity(23, Lessons.Unit(.gram, per: 100, .gram))
    #expect(share.converted(to: .percent) == Quantity(23, .percent))
  }

  @Test(arguments: ["1e5", "1,000", "", "-", ".", "1.2.3", "0x10", " 1", String(repeating: "9", count: 31)])
  func `only plain decimals are numbers`(text: String) {
    #expect(Decimal(plain: text) == nil)
  }

  @Test func `a decimal is written as it is read`() {
    for text in ["0", "51", "-0.5", "11.9", "100000"] { #expect(Decimal(plain: text)?.plain == text) }
  }
}

@Suite struct QuantityRangeTests {
  private func range(_ lower: Int?, _ upper: Int?, lowerIncluded: Bool = true, upperIncluded: Bool = true) -> QuantityRange {
    QuantityRange(
      lower: lower.map { .init(Decimal($0), isIncluded: lowerIncluded) }, upper: upper.map { .init(Decimal($0), isIncluded: upperIncluded) }
    )
  }

  @Test func `bounds count where they are included`() {
    #expect(range(48, 54).contains(48))
    #expect(!range(48, 54, lowerIncluded: false).contains(48))
    #expect(!range(nil, 55, upperIncluded: false).contains(55))
  }

  @Test func `ranges that share a number overlap`() {
    #expect(range(1, 5).overlaps(range(5, 9)))
    #expect(!range(1, 5, upperIncluded: false).overlaps(range(5, 9)))
    #expect(range(nil, nil).overlaps(range(5, 9)))
  }

  @Test func `a range lies within a wider one`() {
    #expect(range(2, 3).isWithin(range(1, 5)))
    #expect(!range(0, 3).isWithin(range(1, 5)))
    #expect(!range(nil, 3).isWithin(range(1, 5)))
    #expect(range(1, 5, lowerIncluded: false).isWithin(range(1, 5)))
    #expect(!range(1, 5).isWithin(range(1, 5, lowerIncluded: false)))
  }

  @Test func `about means within a tenth`() {
    let about = QuantityRange(about: Quantity(50))
    #expect(about.contains(45) && about.contains(55) && !about.contains(56))
  }
}
