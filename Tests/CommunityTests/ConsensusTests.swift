import Community
import Testing
import Understanding

@Suite struct ConsensusTests {
  private static func near(_ a: Double, _ b: Double, within tolerance: Double = 1e-4) -> Bool { abs(a - b) < tolerance }

  @Test func `bounds of eight in ten are those worked out by hand`() {
    let bounds = Proportion.bounds(8, of: 10)
    #expect(Self.near(bounds.lowerBound, 0.6016) && Self.near(bounds.upperBound, 0.9138))
    #expect(Proportion.bounds(0, of: 0) == 0...1)
    #expect(Proportion.bounds(0, of: 5).lowerBound == 0)
  }

  @Test func `Polis' tests are those worked out by hand`() {
    #expect(Self.near(Proportion.aboveHalf(8, of: 9), 2 * 10.0.squareRoot() * 0.4))
    // (10 of 10 against 5 of 10, one more each): p = 15/20, z = 0.5 / √(0.1875 · 0.2).
    #expect(Self.near(Proportion.difference(9, of: 9, from: 4, of: 9), 0.5 / 0.0375.squareRoot()))
  }

  @Test func `Polis' group-informed consensus is a product over groups`() {
    let counts = [GroupTally.Count(agrees: 3, passes: 1), GroupTally.Count(agrees: 1, disagrees: 1)]
    #expect(Self.near(Consensus.polis(counts), 4.0 / 6 * 2 / 4))
  }

  @Test func `two voters of a thousand make no consensus`() {
    let few = Consensus.score(.agree, [GroupTally.Count(agrees: 2), GroupTally.Count(agrees: 2)])
    let many = Consensus.score(.agree, [GroupTally.Count(agrees: 40), GroupTally.Count(agrees: 40)])
    #expect(few < 0.5 * many)
    #expect(Consensus.score(.agree, [GroupTally.Count(agrees: 40), GroupTally.Count()]) == 0)
  }

  @Test func `rejecting is the mirror image of agreeing`() {
    let counts = [GroupTally.Count(agrees: 7, disagrees: 2, passes: 1), GroupTally.Count(agrees: 5, disagrees: 1)]
    let mirrored = counts.map { GroupTally.Count(agrees: $0.disagrees, disagrees: $0.agrees, passes: $0.passes) }
    #expect(Consensus.score(.agree, counts) == Consensus.score(.reject, mirrored))
  }

  @Test func `a group is known by what it holds and the others do not`() {
    var votes = VoteMatrix()
    for participant in 0..<20 {
      votes.cast(.agree, by: participant, on: 0)
      votes.cast(participant < 10 ? .agree : .disagree, by: participant, on: 1)
      votes.cast(participant < 10 ? .disagree : .agree, by: participant, on: 2)
    }
    let tally = GroupTally(votes, groups: (0..<20).map { $0 < 10 ? 0 : 1 }, groupCount: 2)
    let first = Representative.statements(of: 0, in: tally)
    #expect(first.map(\.statement) == [1, 2])
    #expect(first.map(\.side) == [.agree, .reject])
    #expect(Self.near(first[0].share, 11.0 / 12) && Self.near(first[0].ratio, 11))
    #expect(Consensus(tally).items.map(\.statement) == [0])
  }

  @Test func `the adjusted Rand index is that of the paper`() {
    #expect(AdjustedRandIndex.between([0, 0, 1, 1], ["b", "b", "a", "a"]) == 1)
    #expect(Self.near(AdjustedRandIndex.between([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]), 0.8 / 3.3))
    #expect(Self.near(AdjustedRandIndex.between([0, 0, 1, 1], [0, 1, 1, 1]), 0))
  }

  @Test func `the space puts those who vote alike together and apart from the others`() {
    var votes = VoteMatrix()
    for participant in 0..<20 {
      for statement in 0..<10 {
        votes.cast((participant < 10) == (statement % 2 == 0) ? .agree : .disagree, by: participant, on: statement)
      }
    }
    var random = SeededGenerator(seed: 3)
    let space = OpinionSpace(votes, using: &random)
    let places = votes.rows.map { space.place($0) }
    // All ten loadings are ±1/√10, and every centred vote is ±1: the two places are ±√10 on the first axis.
    for (participant, place) in places.enumerated() {
      #expect(Self.near(abs(place.x), 10.0.squareRoot(), within: 1e-6) && Self.near(place.y, 0, within: 1e-6))
      #expect((place.x * places[0].x > 0) == (participant < 10))
    }
  }
}
