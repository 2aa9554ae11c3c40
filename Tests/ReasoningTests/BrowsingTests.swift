import Foundation
import Lessons
import Reasoning
import Testing

@Suite struct BrowsingTests {
  private var village = Village()

  @Test mutating func `concepts are listed in pages, with the label that most lessons use`() {
    village.teach(.isA("Banana", "fruit"))
    village.teach(.gi("banana", 51))
    let lower = village.teach(.contains("banana", "potassium"))
    let all = village.beliefs.allConcepts(in: .community)
    #expect(all.map(\.label) == ["banana", "fruit", "glycemic index", "potassium"])
    #expect(village.beliefs.allConcepts(in: .community, after: "banana", limit: 2) == ["fruit", "glycemic index"])
    village.beliefs.withdraw(lower)
    #expect(village.beliefs.allConcepts(in: .community).first?.label == "Banana")
    #expect(!village.beliefs.isKnown("potassium", in: .community))
  }

  @Test mutating func `what waits for review shows to its author alone, names and all`() {
    village.teach(.isA("durian", "fruit"), by: "nina", reach: .only("nina"))
    #expect(village.beliefs.allConcepts(in: .community).isEmpty)
    #expect(!village.beliefs.isKnown("durian", in: .community))
    #expect(village.beliefs.isKnown("durian", in: PointOfView(member: "nina")))
    #expect(village.beliefs.kindsWithCounts(in: .community).isEmpty)
    #expect(village.beliefs.lessons(mentioning: "fruit", in: .community).isEmpty)
  }

  @Test mutating func `every lesson that names a concept in any role is found`() {
    village.teach(.isA("lentil", "low-GI"))
    village.teach(.lowGI)
    village.teach(.guideline(Guideline(when: [.topic("low-GI")], advice: [.refer("doctor")])))
    village.teach(.example(Example("is it low?", asks: "low-GI")))
    village.teach(.gi("lentil", 32), Qualifiers(audience: "low-GI"))
    village.teach(.name(Naming("low-GI", "slow")))
    village.teach(.contains("slow", "starch"))
    village.teach(.note)
    #expect(village.beliefs.lessons(mentioning: "low-GI", in: .community).count == 6)
    #expect(village.beliefs.lessons(mentioning: "low-GI", in: PointOfView(audiences: ["low-GI"])).count == 7)
    #expect(village.beliefs.lessons(mentioning: "doctor", in: .community).count == 1)
  }

  @Test mutating func `kinds are counted by what is directly of them`() {
    village.teach(.isA("banana", "fruit"))
    village.teach(.isA("apple", "fruit"))
    village.teach(.isA("fruit", "food"))
    #expect(village.beliefs.kindsWithCounts(in: .community).map(\.kind) == ["fruit", "food"])
    #expect(village.beliefs.kindsWithCounts(in: .community).map(\.count) == [2, 1])
    #expect(village.beliefs.claims(about: "fruit", in: .community).count == 1)
  }

  @Test mutating func `a lesson that now counts otherwise is one lesson`() throws {
    let id = village.teach(.gi("banana", 51))
    let held = try #require(village.beliefs.lesson(id))
    village.beliefs.reweigh(StandingLesson(held.lesson, by: held.author, sequence: held.sequence, reach: .only("ana"), weight: 0.5))
    #expect(village.beliefs.count == 1)
    #expect(village.amounts(of: "banana", "glycemic index").isEmpty)
    #expect(village.beliefs.values(of: "banana", property: "glycemic index", in: PointOfView(member: "ana")).map(\.weight) == [0.5])
    village.beliefs.withdraw(id)
    #expect(village.beliefs == Beliefs())
  }
}
