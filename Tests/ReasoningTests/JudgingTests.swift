import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct JudgingTests {
  private var village = Village()

  @Test func `what nobody taught is unknown, not no`() {
    #expect(village.judge(.contains("banana", "gluten")).outcome == .unknown)
    #expect(village.beliefs.values(of: "banana", property: "glycemic index", in: .community).isEmpty)
    #expect(village.beliefs.members(of: "fruit", where: [], in: .community).isEmpty)
  }

  @Test mutating func `kinds are kinds of kinds, and the proof names each step`() throws {
    let ids = [village.teach(.isA("banana", "fruit")), village.teach(.isA("fruit", "food")), village.teach(.isA("carrot", "vegetable"))]
    let verdict = village.judge(.isA("banana", "food"))
    #expect(verdict.outcome == .yes)
    #expect(verdict.lessons == Set(ids.prefix(2)))
    #expect(verdict.yes.first?.reason == .chain)
    #expect(village.judge(.isA("carrot", "food")).outcome == .unknown)
    #expect(village.beliefs.kinds(of: "banana", in: .community).map(\.concept) == ["fruit", "food"])
    #expect(village.beliefs.concepts(ofKind: "food", in: .community) == ["banana", "fruit"])
  }

  @Test mutating func `a circle of kinds ends`() {
    village.teach(.isA("a", "b"))
    village.teach(.isA("b", "c"))
    village.teach(.isA("c", "a"))
    village.teach(.contains("b", "water"))
    #expect(village.judge(.isA("a", "c")).outcome == .yes)
    #expect(village.judge(.contains("c", "water")).outcome == .yes)
    #expect(village.beliefs.concepts(ofKind: "a", in: .community) == ["b", "c"])
  }

  @Test mutating func `a denial is heard as no, and as yes to the denial`() {
    village.teach(.not(.contains("banana", "gluten")))
    #expect(village.judge(.contains("banana", "gluten")).outcome == .no)
    #expect(village.judge(Claim.contains("banana", "gluten").negation).outcome == .yes)
  }

  @Test mutating func `what is taught of a kind holds of its things unless they are taught otherwise`() throws {
    village.teach(.isA("bird", "animal"))
    village.teach(.isA("penguin", "bird"))
    village.teach(.isA("pingu", "penguin"))
    // A redundant link must bring birds no nearer.
    village.teach(.isA("pingu", "bird"))
    let general = village.teach(.claim(Claim("bird", "can", .concept("fly"))))
    let special = village.teach(.not(Claim("penguin", "can", .concept("fly"))), by: "bruno")
    #expect(village.judge(Claim("bird", "can", .concept("fly"))).outcome == .yes)
    let verdict = village.judge(Claim("pingu", "can", .concept("fly")))
    #expect(verdict.outcome == .no)
    let proof = try #require(verdict.no.first)
    #expect(proof.lessons.contains(special))
    #expect(proof.overruled.contains(general))
  }

  @Test mutating func `two teachers at odds are both cited`() {
    let yes = village.teach(.contains("oat", "gluten"), by: "ana")
    let no = village.teach(.not(.contains("oat", "gluten")), by: "bruno")
    let verdict = village.judge(.contains("oat", "gluten"))
    #expect(verdict.outcome == .contested)
    #expect(verdict.yes.map(\.lessons) == [[yes]])
    #expect(verdict.no.map(\.lessons) == [[no]])
  }

  @Test mutating func `a teacher's later word replaces their own and nobody else's`() {
    village.teach(.contains("oat", "gluten"), by: "ana")
    village.teach(.not(.contains("oat", "gluten")), by: "ana")
    #expect(village.judge(.contains("oat", "gluten")).outcome == .no)
    village.teach(.gi("banana", 51), by: "ana")
    village.teach(.gi("banana", 48), by: "bruno")
    village.teach(.gi("banana", 53), by: "ana")
    #expect(Set(village.amounts(of: "banana", "glycemic index")) == [48, 53])
  }

  @Test mutating func `nothing is of two kinds that share nothing`() {
    village.teach(.isA("banana", "fruit"))
    village.teach(.disjoint("fruit", "vegetable"))
    #expect(village.judge(.isA("banana", "vegetable")).outcome == .no)
    village.teach(.isA("leek", "vegetable"))
    village.teach(.isA("vegetable", "plant part"))
    #expect(village.judge(.isA("leek", "fruit")).outcome == .no)
    village.teach(.isA("tomato", "fruit"), by: "ana")
    village.teach(.isA("tomato", "vegetable"), by: "bruno")
    #expect(village.judge(.isA("tomato", "fruit")).outcome == .contested)
    #expect(village.judge(.isA("tomato", "plant part")).outcome == .contested)
  }

  @Test mutating func `containing almond is containing nut, and no nut is no almond`() {
    village.teach(.isA("almond", "nut"))
    village.teach(.contains("marzipan", "almond"))
    village.teach(.not(.contains("sorbet", "nut")))
    #expect(village.judge(.contains("marzipan", "nut")).outcome == .yes)
    #expect(village.judge(.contains("sorbet", "almond")).outcome == .no)
    #expect(village.judge(.contains("sorbet", "sugar")).outcome == .unknown)
  }

  @Test mutating func `an amount says whether something is contained`() {
    village.teach(.claim(.number("egg", "protein", 12, Lessons.Unit(.gram, per: 100, .gram))))
    village.teach(.claim(.number("egg", "fiber", 0, Lessons.Unit(.gram, per: 100, .gram))))
    #expect(village.judge(.contains("egg", "protein")).outcome == .yes)
    #expect(village.judge(.contains("egg", "fiber")).outcome == .no)
    #expect(village.judge(.contains("egg", "starch")).outcome == .unknown)
  }

  @Test mutating func `names of one thing are one, in both directions and only where the naming is seen`() {
    village.teach(.gi("banana", 51))
    village.teach(.name(Naming("glycemic index", "GI", kind: .abbreviation)), by: "nina", reach: .only("nina"))
    #expect(village.amounts(of: "banana", "GI").isEmpty)
    let nina = PointOfView(member: "nina")
    #expect(village.amounts(of: "banana", "GI", in: nina) == [51])
    #expect(village.beliefs.names(of: "glycemic index", in: nina) == ["GI"])
    #expect(village.beliefs.preferredName(of: "GI", in: nina) == "glycemic index")
    #expect(!village.beliefs.isKnown("GI", in: .community))
    village.teach(.name(Naming("banana", "plátano", language: "es")))
    village.teach(.isA("plátano", "fruit"))
    #expect(village.judge(.isA("banana", "fruit")).outcome == .yes)
    #expect(village.amounts(of: "plátano", "GI", in: nina) == [51])
  }

  @Test mutating func `lessons for an audience count for it alone, and more than general ones`() {
    let daily = Lessons.Unit(code: "mg/d")
    village.teach(.claim(.number("patient", "caffeine limit", 400, daily)))
    village.teach(.claim(.number("patient", "caffeine limit", 200, daily)), by: "bruno", Qualifiers(audience: "pregnant patient"))
    #expect(village.amounts(of: "patient", "caffeine limit") == [400])
    let pregnant = PointOfView(audiences: ["pregnant patient"])
    let verdict = village.beliefs.judge(.range("patient", "caffeine limit", .below(300, daily)), in: pregnant)
    #expect(verdict.outcome == .yes)
    #expect(village.amounts(of: "patient", "caffeine limit", in: pregnant) == [200])
  }

  @Test mutating func `a property with one value excludes the others`() {
    village.teach(.claim(Claim("banana", "color", .concept("yellow"))))
    #expect(village.judge(Claim("banana", "color", .concept("red"))).outcome == .unknown)
    village.teach(.property(PropertyTrait("color", isSingleValued: true)))
    #expect(village.judge(Claim("banana", "color", .concept("red"))).outcome == .no)
    #expect(village.judge(Claim("banana", "color", .concept("yellow"))).outcome == .yes)
  }

  @Test mutating func `text is compared without regard to case and spacing`() {
    village.teach(.claim(Claim("village", "motto", .text("Ask  why"))))
    #expect(village.judge(Claim("village", "motto", .text("ask why"))).outcome == .yes)
    #expect(village.judge(Claim("village", "motto", .text("other"))).outcome == .unknown)
  }

  @Test mutating func `a definition says what kind it is of`() {
    let id = village.teach(.definition(Definition("hypoglycemia", kind: "condition", text: "a condition in which blood sugar is too low")))
    #expect(village.judge(.isA("hypoglycemia", "condition")).lessons == [id])
    #expect(village.beliefs.definitions(of: "Hypoglycemia", in: .community).map(\.id) == [id])
  }
}
