import Testing

@testable import Understanding

struct NeighbourChoiceTests {
  /// Meanings by slot: 0 is in slots 0–4, 1 in 5–9, and so on.
  private func choice(limit: Int, nearestOfAll: Int, nearestOfEach: Int, slots: Int = 20) -> NeighbourChoice {
    NeighbourChoice(
      limit: limit, nearestOfAll: nearestOfAll, nearestOfEach: nearestOfEach, precedes: <, meaningNumbers: (0..<slots).map { $0 / 5 },
      meaningsCount: (slots + 4) / 5)
  }

  @Test func `a near meaning is heard whole before more of the nearest are`() {
    // Near: 0, 5, 6, 7; the rest of meaning 0 is farther than everything else.
    let scores = (0..<20).map { slot in slot == 0 ? 0.9 : (5...7).contains(slot) ? 0.8 : slot < 5 ? 0.1 : 0.5 }
    let chosen = choice(limit: 8, nearestOfAll: 4, nearestOfEach: 5).chosen(of: scores.enumerated().map { ($1, $0) })
    #expect(Set(chosen.map(\.slot)) == [0, 5, 6, 7, 1, 2, 3, 4])
  }

  @Test func `of each meaning no more than the nearest of each are added`() {
    let scores = (0..<20).map { -Double($0) }
    let chosen = choice(limit: 9, nearestOfAll: 1, nearestOfEach: 3).chosen(of: scores.enumerated().map { ($1, $0) })
    #expect(Set(chosen.map(\.slot)) == [0, 1, 2, 5, 6, 7, 10, 11, 12])
  }

  @Test func `where there are few meanings, more of the nearest take part`() {
    let scores = (0..<20).map { -Double($0) }
    let chosen = choice(limit: 14, nearestOfAll: 2, nearestOfEach: 2).chosen(of: scores.enumerated().map { ($1, $0) })
    #expect(Set(chosen.map(\.slot)) == Set(0..<11).union([11, 15, 16]))
  }

  @Test func `fewer than the limit are all chosen, and never more than it`() {
    let few = (0..<5).map { (score: Double($0), slot: $0) }
    #expect(choice(limit: 8, nearestOfAll: 4, nearestOfEach: 5).chosen(of: few).count == 5)
    var random = SplitMix64(seed: 4)
    for _ in 0..<200 {
      let all = (0..<Int.random(in: 9...20, using: &random)).map { (score: Double(Int.random(in: 0...3, using: &random)), slot: $0) }
      let limit = Int.random(in: 1...8, using: &random)
      let made = choice(
        limit: limit, nearestOfAll: .random(in: 1...9, using: &random), nearestOfEach: .random(in: 1...5, using: &random))
      let chosen = Set(made.chosen(of: all).map(\.slot))
      #expect(chosen.count == limit)
      #expect(Set(made.chosen(of: all.shuffled(using: &random)).map(\.slot)) == chosen)
    }
  }
}
