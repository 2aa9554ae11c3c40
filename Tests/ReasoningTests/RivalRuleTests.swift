import Foundation
import Lessons
import Reasoning
import Testing

/// Two rules that conclude what cannot both hold of whatever meets the conditions of both.
@Suite struct RivalRuleTests {
  private var village = Village()

  private func rivals(_ key: Concept) -> [Clash] { village.beliefs.clashes(about: key).filter { $0.kind == .rules } }

  private static func rule(
    _ value: Concept, _ isNegated: Bool = false, if body: [Condition], unless: [[Condition]] = [], _ strength: Rule.Strength = .byDefault
  ) -> Teaching {
    .rule(Rule(Pattern(.x, .isA, .concept(value), isNegated: isNegated), if: body, unless: unless, strength: strength))
  }

  private static let lowFat = rule("healthy", if: [.isA("food"), .measure(.x, "fat", .below(3))])
  private static let fried = rule("healthy", true, if: [.isA("food"), .isA("fried")])

  @Test mutating func `they clash before any such thing is known, and the witness asks for all that both ask for`() throws {
    let one = village.teach(Self.lowFat, by: "ana")
    let other = village.teach(Self.fried, by: "bruno")
    let clash = try #require(rivals("healthy").first)
    #expect(clash.sides == [[one], [other]])
    #expect(clash.witness.question == .whether(.isA(Clash.something, "healthy")))
    #expect(clash.witness.answers == [.yes, .no])
    #expect(clash.witness.conditions == [.isA("food"), .measure(.x, "fat", .below(3)), .isA("fried")])
  }

  @Test mutating func `numbers of one property are put together in one range, and kinds that follow are left out`() throws {
    village.teach(.isA("fruit", "food"))
    village.teach(Self.rule("low-GI", if: [.isA("food"), .measure(.x, "glycemic index", .below(55))]), by: "ana")
    village.teach(Self.rule("low-GI", true, if: [.isA("fruit"), .measure(.x, "glycemic index", .between(50, 70))]), by: "bruno")
    let clash = try #require(rivals("low-GI").first)
    let range = QuantityRange(lower: .init(50), upper: .init(55, isIncluded: false))
    #expect(clash.witness.conditions == [.measure(.x, "glycemic index", range), .isA("fruit")])
  }

  @Test mutating func `what is stricter, more particular, excepted or impossible does not clash`() {
    village.teach(Self.lowFat, by: "ana")
    village.teach(Self.rule("healthy", true, if: [.isA("food"), .measure(.x, "fat", .below(3)), .isA("fried")]), by: "bruno")
    #expect(rivals("healthy").isEmpty)
    village.teach(Self.rule("sweet", if: [.isA("fruit")]), by: "ana")
    village.teach(.isA("lemon", "fruit"))
    village.teach(Self.rule("sweet", true, if: [.isA("lemon")]), by: "bruno")
    #expect(rivals("sweet").isEmpty)
    village.teach(Self.rule("legal", if: [.isA("contract")], unless: [[.isA("unsigned")]]), by: "ana")
    village.teach(Self.rule("legal", true, if: [.isA("unsigned")]), by: "bruno")
    #expect(rivals("legal").isEmpty)
    village.teach(Self.rule("heavy", if: [.measure(.x, "weight", .between(5, 9))]), by: "ana")
    village.teach(Self.rule("heavy", true, if: [.measure(.x, "weight", .below(5))]), by: "bruno")
    #expect(rivals("heavy").isEmpty)
    village.teach(Self.rule("warm", if: [.isA("mammal")], .strict), by: "ana")
    village.teach(Self.rule("warm", true, if: [.isA("sick")]), by: "bruno")
    #expect(rivals("warm").isEmpty)
  }

  @Test mutating func `a third rule that is more particular ends it, and so does what people settled to go first`() {
    let one = village.teach(Self.lowFat, by: "ana")
    village.teach(Self.fried, by: "bruno")
    var settled = village
    village.teach(
      Self.rule("healthy", true, if: [.isA("food"), .isA("fried"), .measure(.x, "fat", .below(3))]), by: "clara")
    #expect(rivals("healthy").isEmpty)
    settled.beliefs.withdraw("l2")
    settled.beliefs.accept(StandingLesson(Lesson(id: "l2", Self.fried), by: "bruno", sequence: 2, yieldingTo: [one]))
    #expect(settled.beliefs.clashes(about: "healthy").isEmpty)
    settled.teach(.isA("rice cake", "food"))
    settled.teach(.isA("rice cake", "fried"))
    settled.teach(.claim(.number("rice cake", "fat", 1)))
    let verdict = settled.judge(.isA("rice cake", "healthy"))
    #expect(verdict.outcome == .yes)
    guard case .prevails(_, let rungs)? = verdict.yes.first?.reason else { return #expect(Bool(false), "nothing prevailed") }
    #expect(rungs == [.precedence])
  }

  @Test mutating func `a third rule that says so under another name of the kind sides with the one and not the other`() {
    village.teach(.name(Naming("healthy", "wholesome")))
    village.teach(Self.lowFat, by: "ana")
    village.teach(Self.fried, by: "bruno")
    #expect(rivals("healthy").count == 1)
    village.teach(Self.rule("wholesome", if: [.isA("food"), .isA("fried"), .measure(.x, "fat", .below(3))]), by: "clara")
    #expect(rivals("healthy").isEmpty)
  }

  @Test mutating func `kinds of which nothing is both, and two values of what has one, clash too`() {
    village.teach(.disjoint("drink", "food"))
    village.teach(Self.rule("drink", if: [.isA("liquid")]), by: "ana")
    village.teach(Self.rule("food", if: [.contains("protein")]), by: "bruno")
    #expect(village.beliefs.clashes(about: "drink").contains { $0.kind == .rules })
    village.teach(.property(PropertyTrait("portion", isSingleValued: true)))
    for (amount, kind, author): (Decimal, Concept, ID<Member>) in [(2, "fruit", "ana"), (3, "snack", "bruno")] {
      village.teach(.rule(Rule(Pattern(.x, "portion", .value(.quantity(Quantity(amount)))), if: [.isA(kind)])), by: author)
    }
    #expect(rivals("portion").first?.witness.question == .value(of: Clash.something, property: "portion"))
  }

  /// A thing that meets the witness's conditions, taught so, is contested; and whatever is contested by rules alone was
  /// found before.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `every witness is a real case, and no case is missed`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var village = Village()
    let kinds: [Concept] = ["k0", "k1", "k2", "k3"]
    func kind() -> Concept { kinds[Int.random(in: 0..<4, using: &random)] }
    for (lower, upper) in [("k1", "k0"), ("k3", "k2")] as [(Concept, Concept)] where Bool.random(using: &random) {
      village.teach(.isA(lower, upper))
    }
    if Int.random(in: 0..<3, using: &random) == 0 { village.teach(.disjoint("k1", "k3")) }
    for author in ["ana", "bruno", "clara", "diego"] as [ID<Member>] {
      var body: [Condition] = [.isA(kind())]
      if Bool.random(using: &random) {
        let lower = Decimal(Int.random(in: 0...6, using: &random))
        body.append(.measure(.x, "size", .between(lower, lower + Decimal(Int.random(in: 0...5, using: &random)))))
      }
      let unless: [[Condition]] = Int.random(in: 0..<3, using: &random) == 0 ? [[.isA(kind())]] : []
      village.teach(
        Self.rule(
          "q", Bool.random(using: &random), if: body, unless: unless, Int.random(in: 0..<5, using: &random) == 0 ? .strict : .byDefault),
        by: author)
    }
    let clash = village.beliefs.clashes(about: "q").first { $0.kind == .rules }
    if let clash {
      var real = village
      for condition in clash.witness.conditions {
        switch condition {
        case .measure(_, let property, let range):
          let (lower, upper) = (range.lower?.amount ?? 0, range.upper?.amount ?? 10)
          real.teach(.claim(.number("thing", property, (lower + upper) / 2)), by: "eva")
        case .pattern(let pattern):
          if case .value(let value) = pattern.object { real.teach(.claim(Claim("thing", pattern.property, value)), by: "eva") }
        case .comparison: break
        }
      }
      #expect(real.judge(.isA("thing", "q")).outcome == .contested, "seed \(seed)")
    }
    for _ in 0..<20 {
      var real = village
      for kind in kinds where Bool.random(using: &random) { real.teach(.isA("thing", kind), by: "eva") }
      real.teach(.claim(.number("thing", "size", Decimal(Int.random(in: 0...10, using: &random)))), by: "eva")
      let isBoth = real.beliefs.clashes(about: "thing").contains { $0.kind == .disjointKinds }
      if real.judge(.isA("thing", "q")).outcome == .contested, !isBoth { #expect(clash != nil, "seed \(seed)") }
    }
  }
}
