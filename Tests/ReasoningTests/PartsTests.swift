import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct PartsTests {
  private var village = Village()

  @Test mutating func `what is in a thing's parts is in the thing, and both lessons are cited`() throws {
    let ids = [village.teach(.contains("muesli", "oat"), by: "ana"), village.teach(.contains("oat", "gluten"), by: "bruno")]
    let verdict = village.judge(.contains("muesli", "gluten"))
    #expect(verdict.outcome == .yes)
    let proof = try #require(verdict.yes.first)
    #expect(proof.lessons == Set(ids) && proof.reason == .part)
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
}
