import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct ClashTests {
  private var village = Village()

  @Test mutating func `two teachers' numbers for one property clash, with a question they answer differently`() throws {
    let ana = village.teach(.gi("white rice", 89), by: "ana")
    let bruno = village.teach(.gi("white rice", 73), by: "bruno")
    let clash = try #require(village.beliefs.clashes(about: "white rice").first)
    #expect(clash.kind == .values)
    #expect(clash.sides == [[ana], [bruno]])
    #expect(clash.witness.question == .value(of: "white rice", property: "glycemic index"))
    #expect(clash.witness.answers == [.value(.quantity(Quantity(89))), .value(.quantity(Quantity(73)))])
    #expect(clash.id.rawValue.utf8.count <= 15)
  }

  @Test mutating func `equal numbers, other audiences, other times and overlapping ranges do not clash`() {
    village.teach(.gi("banana", 51), by: "ana")
    village.teach(.gi("banana", 51), by: "bruno")
    village.teach(.gi("banana", 60), by: "bruno", Qualifiers(audience: "child"))
    let euro = Lessons.Unit(code: "EUR")
    village.teach(.claim(.number("rice", "price", 1, euro)), by: "ana", Qualifiers(until: Day(year: 2022, month: 12, day: 31)))
    village.teach(.claim(.number("rice", "price", 2, euro)), by: "bruno", Qualifiers(from: Day(year: 2023, month: 1, day: 1)))
    village.teach(.gi("lentil", 30), by: "ana")
    village.teach(.claim(.range("lentil", "glycemic index", .between(28, 33))), by: "bruno")
    for subject: Concept in ["banana", "rice", "lentil"] { #expect(village.beliefs.clashes(about: subject).isEmpty, "\(subject)") }
  }

  @Test mutating func `a teacher who corrects themselves clashes with nobody`() {
    village.teach(.gi("banana", 51))
    village.teach(.gi("banana", 48))
    village.teach(.contains("banana", "gluten"))
    village.teach(.not(.contains("banana", "gluten")))
    #expect(village.beliefs.clashes(about: "banana").isEmpty)
  }

  @Test mutating func `whether a property has one value is disputed, too, and the heavier word counts meanwhile`() throws {
    let one = village.teach(.property(PropertyTrait("color", isSingleValued: true)), by: "ana")
    village.teach(.claim(Claim("carrot", "color", .concept("orange"))), by: "ana")
    village.teach(.claim(Claim("carrot", "color", .concept("purple"))), by: "bruno")
    #expect(village.beliefs.clashes(about: "carrot").count == 1)
    // Nobody's word weighs more than the other's, and of concepts a thing has several where nobody says otherwise.
    let several = village.teach(.property(PropertyTrait("color", isSingleValued: false)), by: "bruno")
    #expect(village.beliefs.clashes(about: "carrot").isEmpty)
    let clash = try #require(village.beliefs.clashes(about: "color").first)
    #expect(clash.kind == .traits && clash.sides == [[one], [several]])
    // A third teacher for the first: what the last one said does not count for more because it was said last.
    village.teach(.property(PropertyTrait("color", isSingleValued: true)), by: "clara")
    village.teach(.property(PropertyTrait("color", isSingleValued: false)), by: "bruno")
    #expect(village.beliefs.clashes(about: "carrot").count == 1)
  }

  @Test mutating func `concepts clash as values only where a thing has one, and not with what they are kinds of`() {
    village.teach(.claim(Claim("banana", "color", .concept("yellow"))), by: "ana")
    village.teach(.claim(Claim("banana", "color", .concept("green"))), by: "bruno")
    #expect(village.beliefs.clashes(about: "banana").isEmpty)
    village.teach(.property(PropertyTrait("color", isSingleValued: true)))
    #expect(village.beliefs.clashes(about: "banana").map(\.kind) == [.values])
    village.teach(.claim(Claim("cherry", "color", .concept("crimson"))), by: "ana")
    village.teach(.claim(Claim("cherry", "color", .concept("red"))), by: "bruno")
    village.teach(.isA("crimson", "red"))
    #expect(village.beliefs.clashes(about: "cherry").isEmpty)
  }

  @Test mutating func `a claim clashes with its denial, and with the denial of what it entails`() {
    village.teach(.isA("almond", "nut"))
    let yes = village.teach(.contains("marzipan", "almond"), by: "ana")
    let no = village.teach(.not(.contains("marzipan", "nut")), by: "bruno")
    let clashes = village.beliefs.clashes(about: "marzipan")
    #expect(clashes.map(\.kind) == [.negation])
    #expect(clashes.first?.sides == [[yes], [no]])
    #expect(clashes.first?.witness.answers == [.yes, .no])
  }

  @Test mutating func `an amount clashes with the denial that there is any`() {
    village.teach(.claim(.number("egg", "protein", 12, .gram)), by: "ana")
    village.teach(.not(.contains("egg", "protein")), by: "bruno")
    #expect(village.beliefs.clashes(about: "egg").map(\.kind) == [.negation])
  }

  @Test mutating func `disjoint kinds clash in the thing where they meet, not in all things below`() {
    let fruit = village.teach(.isA("tomato", "fruit"), by: "ana")
    let vegetable = village.teach(.isA("tomato", "vegetable"), by: "bruno")
    let apart = village.teach(.disjoint("fruit", "vegetable"), by: "cy")
    village.teach(.isA("cherry tomato", "tomato"))
    let clashes = village.beliefs.clashes(about: "tomato")
    #expect(clashes.map(\.kind) == [.disjointKinds])
    #expect(clashes.first?.sides == [[fruit], [vegetable], [apart]])
    #expect(clashes.first?.witness.answers == [.yes, .no, .notBoth])
    #expect(village.beliefs.clashes(about: "cherry tomato").isEmpty)
  }

  @Test mutating func `a rule clashes with a fact about the very thing, unless its exception is known`() {
    let rule = village.teach(.lowGI, by: "ana")
    village.teach(.isA("falafel", "food"))
    village.teach(.gi("falafel", 32))
    let fact = village.teach(.not(.isA("falafel", "low-GI")), by: "bruno")
    let clashes = village.beliefs.clashes(about: "falafel")
    #expect(clashes.map(\.kind) == [.ruleAgainstFact])
    #expect(clashes.first?.sides == [[rule], [fact]])
    village.teach(.isA("falafel", "fried food"))
    #expect(village.beliefs.clashes(about: "falafel").isEmpty)
  }

  @Test mutating func `a lesson still being typed shows what it would clash with`() {
    village.teach(.gi("banana", 51), by: "ana")
    let same = village.next(.gi("banana", 51), by: "bruno")
    let other = village.next(.gi("banana", 58), by: "bruno", reach: .only("bruno"))
    let own = village.next(.gi("banana", 58), by: "ana")
    #expect(village.beliefs.clashes(of: same).isEmpty)
    #expect(village.beliefs.clashes(of: own).isEmpty)
    #expect(village.beliefs.clashes(of: other).map(\.sides) == [[["l1"], ["l2"]]])
  }

  @Test mutating func `a newcomer's waiting lesson clashes in their own eyes only`() {
    village.teach(.gi("banana", 51), by: "ana")
    village.teach(.gi("banana", 99), by: "nina", reach: .only("nina"))
    #expect(village.beliefs.clashes(about: "banana").isEmpty)
    #expect(village.beliefs.clashes(about: "banana", seenBy: "nina").count == 1)
  }

  @Test mutating func `a disagreement keeps its id whoever holds it and whatever else the things are called`() throws {
    village.teach(.gi("banana", 51), by: "ana")
    village.teach(.gi("banana", 58), by: "bruno")
    let first = try #require(village.beliefs.clashes(about: "banana").first).id
    var other = Village()
    other.teach(.gi("Banana", 40), by: "cy")
    other.teach(.name(Naming("glycemic index", "GI", kind: .abbreviation)))
    other.teach(.claim(.number("banana", "GI", 44)), by: "dora")
    #expect(other.beliefs.clashes(about: "banana").map(\.id) == [first])
  }
}
