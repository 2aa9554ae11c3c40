import Community
import Examination
import Lessons
import Mind
import Reasoning
import Testing

@Suite struct ImpactTests {
  private func claim(_ id: ID<Lesson>, _ value: Value) -> StandingLesson {
    StandingLesson(Lesson(id: id, .claim(Claim("rice", "colour", value))), by: "ana", sequence: 1)
  }

  private func values(_ mind: Mind, of subject: String) -> [Value] {
    mind.beliefs.values(of: Concept(subject), property: "colour", in: .community).map(\.value)
  }

  @Test func `only the questions that come out otherwise are told`() {
    var mind = Mind()
    mind.apply([.accept(claim("l1", .text("white")))])
    let impact = Impact(of: [.withdraw("l1")], on: mind, asking: ["rice", "bread"]) { values($0, of: $1) }
    #expect(impact.changes.map(\.question) == ["rice"])
    #expect(impact.changes.first?.before == [.text("white")])
    #expect(impact.changes.first?.after == [])
    #expect(values(mind, of: "rice") == [.text("white")])
  }
}
