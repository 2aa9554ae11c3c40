import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct RelationTests {
  private var village = Village()

  @Test mutating func `what is in a thing's parts is in the thing, and both lessons are cited`() throws {
    let ids = [village.teach(.contains("muesli", "oat"), by: "ana"), village.teach(.contains("oat", "gluten"), by: "bruno")]
    let verdict = village.judge(.contains("muesli", "gluten"))
    #expect(verdict.outcome == .yes)
    let proof = try #require(verdict.yes.first)
    #expect(proof.lessons == Set(ids) && proof.reason == .passedOn)
    #expect(ProofChecker(village.taught, .community).fault(in: proof) == nil)
    #expect(village.names(of: nil, where: [.contains("gluten")]) == ["muesli", "oat"])
    let contents = village.beliefs.values(of: "muesli", property: .contains, in: .community).map(\.value)
    #expect(contents == [.concept("oat"), .concept("gluten")])
  }

  @Test mutating func `parts have parts, and things are of kinds`() {
    village.teach(.contains("breakfast", "granola"))
    village.teach(.isA("granola", "muesli"))
    village.teach(.contains("muesli", "oat"))
    village.teach(.isA("oat", "cereal"))
    village.teach(.contains("cereal", "gluten"))
    village.teach(.isA("gluten", "allergen"))
    #expect(village.judge(.contains("breakfast", "gluten")).outcome == .yes)
    #expect(village.judge(.contains("breakfast", "allergen")).outcome == .yes)
    #expect(village.names(of: nil, where: [.contains("allergen")]).contains("breakfast"))
    #expect(village.judge(.contains("oat", "muesli")).outcome == .unknown)
  }

  @Test mutating func `an amount in a part is contained, too`() {
    village.teach(.contains("smoothie", "banana"))
    village.teach(.claim(.number("banana", "potassium", 358)))
    #expect(village.judge(.contains("smoothie", "potassium")).outcome == .yes)
  }

  @Test mutating func `what is taught of the thing itself outweighs what is in its parts`() throws {
    village.teach(.contains("oat", "gluten"))
    village.teach(.contains("safe muesli", "oat"))
    village.teach(.not(.contains("safe muesli", "gluten")), by: "bruno")
    let verdict = village.judge(.contains("safe muesli", "gluten"))
    #expect(verdict.outcome == .no)
    #expect(try #require(verdict.no.first).overruled.count == 2)
  }

  @Test mutating func `a part that is denied passes nothing on`() {
    village.teach(.contains("muesli", "oat"))
    village.teach(.contains("oat", "gluten"))
    village.teach(.isA("corn muesli", "muesli"))
    #expect(village.judge(.contains("corn muesli", "gluten")).outcome == .yes)
    village.teach(.not(.contains("corn muesli", "oat")))
    #expect(village.judge(.contains("corn muesli", "gluten")).outcome == .unknown)
  }

  @Test mutating func `opinions that differ on a part differ on the whole`() {
    village.teach(.contains("muesli", "oat"))
    village.teach(.contains("oat", "gluten"), by: "ana")
    village.teach(.not(.contains("oat", "gluten")), by: "bruno")
    #expect(village.judge(.contains("muesli", "gluten")).outcome == .contested)
  }

  @Test mutating func `things that contain each other end`() {
    village.teach(.contains("box", "bag"))
    village.teach(.contains("bag", "box"))
    village.teach(.contains("bag", "coin"))
    #expect(village.judge(.contains("box", "coin")).outcome == .yes)
    #expect(village.judge(.contains("coin", "box")).outcome == .unknown)
  }

  @Test mutating func `rules look at what is in the parts`() {
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("unsafe food")), if: [.contains("gluten")])))
    village.teach(.contains("muesli", "oat"))
    let lesson = village.next(.contains("oat", "gluten"))
    #expect(village.judge(.isA("muesli", "unsafe food")).outcome == .unknown)
    let effects = village.beliefs.effects(ifTaught: lesson, in: .community)
    #expect(effects.groups.contains { $0.value == .concept("unsafe food") && $0.subjects == ["muesli", "oat"] })
    village.teach(.contains("oat", "gluten"))
    #expect(village.judge(.isA("muesli", "unsafe food")).outcome == .yes)
  }

  @Test mutating func `a relation that passes on leads from one to the next, and the lesson that says so is cited`() throws {
    let trait = village.teach(.property(PropertyTrait("is part of", .transitive)))
    let steps = [("toe", "foot"), ("foot", "leg"), ("leg", "body"), ("body", "person")].map { part, whole in
      village.teach(.claim(Claim(Concept(part), "is part of", .concept(Concept(whole)))))
    }
    let verdict = village.judge(Claim("toe", "is part of", .concept("person")))
    #expect(verdict.outcome == .yes)
    let proof = try #require(verdict.yes.first)
    #expect(proof.lessons == Set(steps + [trait]))
    #expect(ProofChecker(village.taught, .community).fault(in: proof) == nil)
    #expect(village.judge(Claim("person", "is part of", .concept("toe"))).outcome == .unknown)
    let wholes = village.beliefs.values(of: "toe", property: "is part of", in: .community).compactMap(\.value.concept?.label)
    #expect(wholes.sorted() == ["body", "foot", "leg", "person"])
    let parts = village.names(of: nil, where: [.pattern(Pattern(.x, "is part of", .concept("leg")))])
    #expect(parts == ["foot", "toe"])
    village.beliefs.withdraw(trait)
    #expect(village.judge(Claim("toe", "is part of", .concept("leg"))).outcome == .unknown)
  }

  @Test mutating func `a relation that goes both ways is known from either side`() throws {
    let ids = [
      village.teach(.property(PropertyTrait("interacts with", .symmetric))),
      village.teach(.claim(Claim("metformin", "interacts with", .concept("alcohol")))),
    ]
    village.teach(.isA("wine", "alcohol"))
    let verdict = village.judge(Claim("alcohol", "interacts with", .concept("metformin")))
    #expect(verdict.outcome == .yes && verdict.yes.first?.lessons == Set(ids))
    #expect(ProofChecker(village.taught, .community).fault(in: try #require(verdict.yes.first)) == nil)
    // What holds of alcohol holds of wine.
    #expect(village.judge(Claim("wine", "interacts with", .concept("metformin"))).outcome == .yes)
    #expect(village.beliefs.values(of: "alcohol", property: "interacts with", in: .community).map(\.value) == [.concept("metformin")])
    let found = village.names(of: nil, where: [.pattern(Pattern(.x, "interacts with", .concept("metformin")))])
    #expect(found.contains("alcohol") && found.contains("wine"))
  }

  @Test mutating func `two relations that say the same from either side`() throws {
    village.teach(.property(PropertyTrait("treats", .inverse(of: "is treated by"))))
    village.teach(.claim(Claim("metformin", "treats", .concept("diabetes"))))
    village.teach(.claim(Claim("asthma", "is treated by", .concept("salbutamol"))))
    for claim in [Claim("diabetes", "is treated by", .concept("metformin")), Claim("salbutamol", "treats", .concept("asthma"))] {
      let verdict = village.judge(claim)
      #expect(verdict.outcome == .yes)
      #expect(ProofChecker(village.taught, .community).fault(in: try #require(verdict.yes.first)) == nil)
    }
    #expect(village.judge(Claim("diabetes", "treats", .concept("metformin"))).outcome == .unknown)
    #expect(village.names(of: nil, where: [.pattern(Pattern(.x, "is treated by", .concept("metformin")))]) == ["diabetes"])
  }

  @Test mutating func `passing on and going both ways together end`() {
    village.teach(.property(PropertyTrait("is connected to", .symmetric)))
    village.teach(.property(PropertyTrait("is connected to", .transitive)))
    for place in 1..<6 { village.teach(.claim(Claim(Concept("port \(place)"), "is connected to", .concept(Concept("port \(place + 1)"))))) }
    #expect(village.judge(Claim("port 6", "is connected to", .concept("port 1"))).outcome == .yes)
    #expect(village.judge(Claim("port 3", "is connected to", .concept("port 9"))).outcome == .unknown)
  }

  @Test mutating func `what is listed in full and not listed is denied`() throws {
    let trait = village.teach(.property(PropertyTrait("allergen", .complete)))
    village.teach(.claim(Claim("pesto", "allergen", .concept("nut"))))
    let verdict = village.judge(Claim("pesto", "allergen", .concept("egg")))
    #expect(verdict.outcome == .no && verdict.lessons.contains(trait))
    #expect(ProofChecker(village.taught, .community).fault(in: try #require(verdict.no.first)) == nil)
    #expect(village.judge(Claim("pesto", "allergen", .concept("nut"))).outcome == .yes)
    // Where nothing is listed nobody may have begun to.
    #expect(village.judge(Claim("bread", "allergen", .concept("egg"))).outcome == .unknown)
  }

  @Test mutating func `a step by what is true of another relation is not accepted`() throws {
    village.teach(.property(PropertyTrait("interacts with", .symmetric)))
    village.teach(.property(PropertyTrait("is part of", .transitive)))
    village.teach(.claim(Claim("metformin", "interacts with", .concept("alcohol"))))
    village.teach(.claim(Claim("cat", "hunts", .concept("mouse"))))
    let checker = ProofChecker(village.taught, .community)
    let sound = try #require(village.judge(Claim("alcohol", "interacts with", .concept("metformin"))).yes.first)
    #expect(checker.fault(in: sound) == nil)
    let hunts = Proof(.claim(Claim("cat", "hunts", .concept("mouse"))), .taught("l4"))
    let forged = Proof(.claim(Claim("mouse", "hunts", .concept("cat"))), .converse, [hunts, sound.premises[1]])
    #expect(checker.fault(in: forged) == forged)
    let trait = Proof(.trait(PropertyTrait("is part of", .transitive)), .taught("l2"))
    let chained = Proof(.claim(Claim("cat", "hunts", .concept("mouse"))), .passedOn, [hunts, hunts, trait])
    #expect(checker.fault(in: chained) == chained)
  }

  @Test mutating func `what is true of a relation is true under its other names`() throws {
    village.teach(.property(PropertyTrait("interacts with", .symmetric)))
    village.teach(.name(Naming("interacts with", "reacts with", kind: .same)))
    village.teach(.claim(Claim("metformin", "reacts with", .concept("alcohol"))))
    let verdict = village.judge(Claim("alcohol", "reacts with", .concept("metformin")))
    #expect(verdict.outcome == .yes)
    #expect(ProofChecker(village.taught, .community).fault(in: try #require(verdict.yes.first)) == nil)
  }
}
