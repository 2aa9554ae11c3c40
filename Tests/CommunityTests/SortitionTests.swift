import Lessons
import Testing

@testable import Community

/// Who sits on a panel, and what it takes for one to accept.
@Suite struct SortitionTests {
  private static func candidate(_ member: Int, _ camp: Int?, isSpare: Bool = false) -> Sortition.Candidate {
    Sortition.Candidate(member: member, camp: camp, tree: member, isSpare: isSpare)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the camps and those between them have a third of the seats each, however many they are`(seed: UInt64) {
    let camps: [Int?] = Array(repeating: 0, count: 40) + Array(repeating: 1, count: 10) + Array(repeating: nil, count: 100)
    let drawn = Sortition.draw(camps.enumerated().map { Self.candidate($0, $1) }, seats: 15, seed: seed)
    for camp in [0, 1, nil] { #expect(drawn.count { $0.camp == camp } == 5) }
    #expect(Set(drawn.map(\.member)).count == 15)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `who took sides or came late sits only where seats would stay empty`(seed: UInt64) {
    let candidates = (0..<30).map { Self.candidate($0, $0 % 2, isSpare: $0 >= 12) }
    #expect(Sortition.draw(candidates, seats: 9, seed: seed).allSatisfy { !$0.isSpare })
    #expect(Sortition.draw(candidates, seats: 15, seed: seed).count { $0.isSpare } == 3)
  }

  private static func panel(_ votes: [(camp: Int?, stance: Opinion.Stance)]) -> Panel {
    Panel(
      number: 0, cause: .late, called: 0, deadline: 10, seats: Array(votes.indices), camps: votes.map(\.camp),
      votes: votes.map(\.stance), ruling: nil, ruled: nil)
  }

  @Test func `a panel that must accept does so by two thirds of all and of each camp`() {
    func votes(_ camp: Int?, _ endorse: Int, _ dispute: Int) -> [(camp: Int?, stance: Opinion.Stance)] {
      Array(repeating: (camp, .endorse), count: endorse) + Array(repeating: (camp, .dispute), count: dispute)
    }
    let policy = AcceptancePolicy.standard
    #expect(Self.panel(votes(0, 5, 0) + votes(1, 4, 1) + votes(nil, 5, 0)).outcome(policy, at: 1) == .accepts)
    #expect(Self.panel(votes(0, 5, 0) + votes(1, 3, 2) + votes(nil, 5, 0)).outcome(policy, at: 1) == .rejects, "three of five")
    #expect(Self.panel(votes(0, 4, 1) + votes(1, 4, 1) + votes(nil, 1, 4)).outcome(policy, at: 1) == .rejects, "nine of fifteen")
  }
}
