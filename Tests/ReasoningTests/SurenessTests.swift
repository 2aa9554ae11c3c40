import Lessons
import Reasoning
import Testing

@Suite struct SurenessTests {
  private var village = Village()

  private func sureness(_ claim: Claim) -> Int { Int((village.beliefs.sureness(of: village.judge(claim).yes) * 100).rounded()) }

  @Test mutating func `what a teacher says is as sure as the teacher`() {
    village.teach(.isA("apple", "fruit"))
    village.teach(.isA("tomato", "fruit"), Qualifiers(sureness: 50))
    #expect(sureness(.isA("apple", "fruit")) == 99)
    #expect(sureness(.isA("tomato", "fruit")) == 50)
  }

  @Test mutating func `a chain is as sure as its least sure step, and rules take something off`() {
    village.teach(.isA("apple", "fruit"))
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("sweet")), if: [.isA("fruit")])))
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("food")), if: [.isA("fruit")], strength: .strict)))
    village.teach(.rule(Rule(Pattern(.x, .isA, .concept("liked")), if: [.isA("sweet")])))
    #expect(sureness(.isA("apple", "food")) == 97)
    #expect(sureness(.isA("apple", "sweet")) == 91)
    #expect(sureness(.isA("apple", "liked")) == 89)
  }

  @Test mutating func `teachers who say the same make it surer, one who says it twice does not`() {
    village.teach(.isA("tomato", "fruit"), by: "ana", Qualifiers(sureness: 50))
    village.teach(.isA("berry", "fruit"), by: "ana", Qualifiers(sureness: 50))
    village.teach(.isA("tomato", "berry"), by: "ana")
    #expect(sureness(.isA("tomato", "fruit")) == 50)
    village.teach(.isA("tomato", "fruit"), by: "bruno", Qualifiers(sureness: 50))
    #expect(sureness(.isA("tomato", "fruit")) == 75)
  }

  @Test mutating func `one source heard twice is one voice`() {
    village.teach(.isA("tomato", "fruit"), by: "ana", Qualifiers(source: "a book", sureness: 70))
    village.teach(.isA("tomato", "fruit"), by: "bruno", Qualifiers(source: "a book", sureness: 70))
    #expect(sureness(.isA("tomato", "fruit")) == 70)
  }

  @Test mutating func `a newcomer's word counts for less`() {
    village.teach(.isA("tomato", "fruit"), by: "dora", weight: 0.2)
    #expect(sureness(.isA("tomato", "fruit")) == 60)
  }
}
