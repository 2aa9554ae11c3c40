import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct MeasureTests {
  private var village = Village()
  private static let molar = Lessons.Unit(code: "mmol/L")
  private static let mass = Lessons.Unit(code: "mg/dL")
  private static let glucose = Teaching.conversion(Conversion(of: "glucose", Quantity(1, molar), is: Quantity(18, mass)))

  @Test mutating func `a number in one measure is compared in another by what was taught, and that is cited`() throws {
    let ids = [village.teach(Self.glucose), village.teach(.claim(.number("Ana", "blood glucose", 7, Self.molar)))]
    let verdict = village.judge(.range("Ana", "blood glucose", .between(100, 130, Self.mass)))
    #expect(verdict.outcome == .yes && verdict.yes.first?.lessons == Set(ids))
    #expect(ProofChecker(village.taught, .community).fault(in: try #require(verdict.yes.first)) == nil)
    village.beliefs.withdraw(ids[0])
    #expect(village.judge(.range("Ana", "blood glucose", .between(100, 130, Self.mass))).outcome == .unknown)
  }

  @Test mutating func `two measures of one number are one opinion, two of different numbers are two`() {
    village.teach(Self.glucose)
    village.teach(.claim(.number("Ana", "glucose", 7, Self.molar)))
    village.teach(.claim(.number("Ana", "glucose", 126, Self.mass)), by: "bruno")
    #expect(village.beliefs.values(of: "Ana", property: "glucose", in: .community).count == 1)
    #expect(village.beliefs.clashes(about: "Ana").isEmpty)
    village.teach(.claim(.number("Ana", "glucose", 90, Self.mass)), by: "cy")
    #expect(village.beliefs.values(of: "Ana", property: "glucose", in: .community).count == 2)
    #expect(village.beliefs.clashes(about: "Ana").count == 1)
  }

  @Test mutating func `a rule's threshold is met in either measure`() {
    village.teach(Self.glucose)
    let high = QuantityRange(lower: .init(Decimal(string: "6.5")!), upper: nil, unit: Self.molar)
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("hyperglycemic")), if: [.measure(.x, "glucose", high)])))
    village.teach(.claim(.number("Ana", "glucose", 126, Self.mass)))
    village.teach(.claim(.number("Bo", "glucose", 90, Self.mass)))
    #expect(village.judge(.isA("Ana", "hyperglycemic")).outcome == .yes)
    #expect(village.judge(.isA("Bo", "hyperglycemic")).outcome == .no)
    #expect(village.names(of: nil, where: [.isA("hyperglycemic")]) == ["Ana"])
  }

  @Test mutating func `so much of a thing converts by what was taught of the thing`() {
    village.teach(.conversion(Conversion(of: "rice", Quantity(1, Unit(code: "cup")), is: Quantity(180, .gram))))
    village.teach(.isA("white rice", "rice"))
    let cups = Quantity(2, Unit(code: "cup"))
    #expect(village.beliefs.convert(cups, of: "white rice", to: .gram, in: .community)?.quantity == Quantity(360, .gram))
    #expect(village.beliefs.convert(cups, of: "bread", to: .gram, in: .community) == nil)
  }

  // MARK: How sure, and where

  @Test mutating func `a guess gives way to what somebody is sure of, and the rung is named`() throws {
    village.teach(.gi("rice", 60), Qualifiers(sureness: 50))
    #expect(village.amounts(of: "rice", "glycemic index") == [60])
    village.teach(.gi("rice", 73), by: "bruno")
    #expect(village.amounts(of: "rice", "glycemic index") == [73])
    #expect(village.beliefs.clashes(about: "rice").isEmpty)
    let proof = try #require(village.beliefs.values(of: "rice", property: "glycemic index", in: .community).first?.proofs.first)
    guard case .prevails(_, let rungs) = proof.reason else { return #expect(Bool(false), "\(proof.reason)") }
    #expect(rungs == [.surer])
  }

  @Test mutating func `a lesson for a region counts there alone and outweighs what holds everywhere`() throws {
    village.teach(.gi("rice", 73))
    village.teach(.gi("rice", 60), by: "bruno", Qualifiers(region: "Brazil"))
    #expect(village.amounts(of: "rice", "glycemic index") == [73])
    let brazil = PointOfView(regions: ["Brazil"])
    #expect(village.amounts(of: "rice", "glycemic index", in: brazil) == [60])
    #expect(village.beliefs.clashes(about: "rice").isEmpty)
  }

  @Test mutating func `each rung of the ladder is named`() throws {
    func rungs(_ claim: Claim, _ view: PointOfView = .community) -> [Rung] {
      let verdict = village.judge(claim, in: view)
      guard case .prevails(_, let rungs)? = (verdict.yes + verdict.no).first?.reason else { return [] }
      return rungs
    }
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("sweet")), if: [.isA("fruit")])))
    village.teach(.isA("lemon", "fruit"))
    village.teach(.not(.isA("lemon", "sweet")))
    #expect(rungs(.isA("lemon", "sweet")) == [.ownLesson])
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("sweet"), isNegated: true), if: [.isA("citrus")])))
    village.teach(.isA("citrus", "fruit"))
    village.teach(.isA("lime", "citrus"))
    #expect(rungs(.isA("lime", "sweet")) == [.narrowerKind])
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("healthy")), if: [.isA("fruit")])))
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("healthy"), isNegated: true), if: [.isA("fruit"), .contains("poison")])))
    village.teach(.isA("ackee", "fruit"))
    village.teach(.contains("ackee", "poison"))
    #expect(rungs(.isA("ackee", "healthy")) == [.narrowerConditions])
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("animal"), isNegated: true), if: [.isA("fruit")], strength: .strict)))
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("animal")), if: [.isA("living")])))
    village.teach(.isA("kiwi", "fruit"))
    village.teach(.isA("kiwi", "living"))
    #expect(rungs(.isA("kiwi", "animal")) == [.strict])
    village.teach(.not(.contains("tea", "caffeine")), Qualifiers(audience: "child"))
    village.teach(.contains("tea", "caffeine"))
    #expect(rungs(.contains("tea", "caffeine"), PointOfView(audiences: ["child"])) == [.audience])
  }

  @Test mutating func `as some people teach it, their word counts for more where nothing else decides`() throws {
    village.teach(.gi("rice", 89), by: "ana")
    village.teach(.gi("rice", 73), by: "bruno")
    village.teach(.gi("rice", 60), by: "clara", reach: .only("clara"))
    #expect(village.amounts(of: "rice", "glycemic index").count == 2)
    #expect(village.amounts(of: "rice", "glycemic index", in: PointOfView(people: ["ana"])) == [89])
    #expect(village.amounts(of: "rice", "glycemic index", in: PointOfView(people: ["clara"])) == [60])
    #expect(village.amounts(of: "rice", "glycemic index", in: PointOfView(people: ["ana", "bruno"])).count == 2)
    // What is more particular still counts for more.
    village.teach(.isA("basmati", "rice"))
    village.teach(.gi("basmati", 58), by: "bruno")
    #expect(village.amounts(of: "basmati", "glycemic index", in: PointOfView(people: ["ana"])) == [58])
  }

  @Test mutating func `what they endorse counts as theirs, and what they dispute does not count`() {
    let (anas, brunos) = (village.teach(.gi("rice", 89), by: "ana"), village.teach(.gi("rice", 73), by: "bruno"))
    let claras = village.teach(.gi("rice", 60), by: "clara", reach: .only("clara"))
    let village = village
    func amounts(endorsed: Set<ID<Lesson>> = [], disputed: Set<ID<Lesson>> = []) -> [Decimal] {
      village.amounts(of: "rice", "glycemic index", in: PointOfView(people: ["dee"], endorsed: endorsed, disputed: disputed)).sorted()
    }
    #expect(amounts() == [73, 89])
    #expect(amounts(endorsed: [brunos]) == [73])
    #expect(amounts(endorsed: [claras]) == [60])
    #expect(amounts(disputed: [brunos]) == [89])
    #expect(amounts(disputed: [anas, brunos]) == [])
  }

  @Test mutating func `a conversion of one thing converts no other, and no proof may say so`() throws {
    village.teach(Self.glucose)
    village.teach(.claim(.number("Ana", "cholesterol", 5, Self.molar)))
    village.teach(.claim(.number("Ana", "glucose", 5, Self.molar)))
    #expect(village.judge(.range("Ana", "cholesterol", .below(130, Self.mass))).outcome == .unknown)
    let sound = try #require(village.judge(.range("Ana", "glucose", .below(130, Self.mass))).yes.first?.premises.first)
    let own = Proof(.claim(.number("Ana", "cholesterol", 5, Self.molar)), .taught("l2"))
    let forged = Proof(.claim(.number("Ana", "cholesterol", 90, Self.mass)), .converted, [own, sound.premises[1]])
    let checker = ProofChecker(village.taught, .community)
    #expect(checker.fault(in: sound) == nil && checker.fault(in: forged) == forged)
  }
}
