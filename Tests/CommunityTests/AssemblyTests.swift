import Community
import Lessons
import Testing
import Understanding

/// The plain rule of a small village, panels, and replay.
@Suite struct AssemblyTests {
  private static let day: Int64 = 86_400_000

  /// Ada founds; Bo and Cy are teachers she let in, Dee and Eve newcomers let in by Bo.
  private static func village(_ policy: AcceptancePolicy = .standard) -> Assembly {
    var assembly = Assembly(policy: policy, seed: 1)
    let sponsors: [Int?] = [nil, 0, 0, 1, 1]
    for (member, sponsor) in sponsors.enumerated() {
      assembly.apply(.joined(member, .init(sponsor: sponsor, isTeacher: member < 3, group: member % 2)), at: 1)
    }
    return assembly
  }

  private static func status(_ assembly: Assembly, _ item: Int = 0) -> ItemStanding.Status? { assembly.standing(of: item)?.status }

  @Test func `one review by another teacher accepts`() {
    var assembly = Self.village()
    assembly.apply(.proposed(item: 0, .init(author: 3)), at: 2)
    #expect(assembly.standing(of: 0)?.missing == [.reviews(1)])
    assembly.apply(.opinion(.endorse, by: 4, on: 0), at: 3)
    #expect(Self.status(assembly) == .waiting)
    assembly.apply(.opinion(.endorse, by: 2, on: 0), at: 4)
    #expect(Self.status(assembly) == .accepted)
    #expect(assembly.standing(of: 0)?.rule == .review)
  }

  @Test func `the author's own endorsement and the sponsor's alone accept nothing`() {
    var assembly = Self.village()
    assembly.apply(.proposed(item: 0, .init(author: 3)), at: 2)
    assembly.apply(.opinion(.endorse, by: 3, on: 0), at: 3)
    assembly.apply(.opinion(.endorse, by: 1, on: 0), at: 4)
    #expect(Self.status(assembly) == .waiting)
    assembly.apply(.opinion(.endorse, by: 4, on: 0), at: 5)
    #expect(Self.status(assembly) == .accepted, "with somebody else the sponsor's review counts")
  }

  @Test func `a dispute vetoes until it is taken back or resolved`() {
    for isResolved in [true, false] {
      var assembly = Self.village()
      assembly.apply(.proposed(item: 0, .init(author: 3)), at: 2)
      assembly.apply(.opinion(.dispute, by: 4, on: 0), at: 3)
      assembly.apply(.opinion(.endorse, by: 2, on: 0), at: 4)
      #expect(assembly.standing(of: 0)?.missing == [.disputesToResolve(1)])
      assembly.apply(isResolved ? .disputesResolved(item: 0) : .opinion(nil, by: 4, on: 0), at: 5)
      #expect(Self.status(assembly) == .accepted)
    }
  }

  @Test func `what could do harm needs two teachers, another group, and the group that answers for it`() {
    var assembly = Self.village()
    assembly.apply(.proposed(item: 0, .init(author: 3, consequence: .high, owner: 1)), at: 2)
    assembly.apply(.opinion(.endorse, by: 2, on: 0), at: 3)
    #expect(assembly.standing(of: 0)?.missing == [.reviews(1), .owningGroup(1)])
    assembly.apply(.opinion(.endorse, by: 1, on: 0), at: 4)
    #expect(Self.status(assembly) == .accepted)
  }

  @Test func `where the policy lets a teacher's word stand, it does until somebody disputes it`() {
    var policy = AcceptancePolicy.standard
    policy.teachersNeedReview = false
    var assembly = Self.village(policy)
    assembly.apply(.proposed(item: 0, .init(author: 1)), at: 2)
    #expect(Self.status(assembly) == .accepted && assembly.standing(of: 0)?.rule == .teacher)
    assembly.apply(.opinion(.dispute, by: 2, on: 0), at: 3)
    #expect(Self.status(assembly) == .contested && assembly.standing(of: 0)?.isInForce == true)
    assembly.apply(.proposed(item: 1, .init(author: 1, consequence: .high)), at: 4)
    #expect(Self.status(assembly, 1) == .waiting)
  }

  /// Nine teachers let in by the founder; one item of the first is accepted.
  private static func teachers() -> Assembly {
    var assembly = Assembly(seed: 4)
    for member in 0..<10 { assembly.apply(.joined(member, .init(sponsor: member == 0 ? nil : 0, isTeacher: true)), at: 1) }
    assembly.apply(.proposed(item: 0, .init(author: 1)), at: 2)
    assembly.apply(.opinion(.endorse, by: 2, on: 0), at: 3)
    return assembly
  }

  @Test func `disputes contest an accepted item and call a panel; only two thirds of it reject`() throws {
    var assembly = Self.teachers()
    assembly.apply(.opinion(.dispute, by: 3, on: 0), at: 4)
    #expect(Self.status(assembly) == .contested)
    #expect(assembly.openPanels.isEmpty)
    assembly.apply(.opinion(.dispute, by: 4, on: 0), at: 5)
    let panel = try #require(assembly.standing(of: 0)?.openPanel)
    #expect(panel.seats.count == 3 && Set(panel.seats).isDisjoint(with: [0, 1, 2, 3, 4]))
    assembly.apply(.panelVote(.dispute, by: panel.seats[0], on: 0), at: 6)
    assembly.apply(.panelVote(.dispute, by: 3, on: 0), at: 7)
    #expect(Self.status(assembly) == .contested, "who was not drawn has no vote")
    assembly.apply(.panelVote(.dispute, by: panel.seats[1], on: 0), at: 8)
    #expect(Self.status(assembly) == .rejected && assembly.standing(of: 0)?.rule == .panel)
  }

  @Test func `a panel that keeps an item is not followed by another at once, and never by more than three a year`() throws {
    var assembly = Self.teachers()
    var time: Int64 = 10
    for month in 0..<11 {
      time += 31 * Self.day
      assembly.apply(.opinion(nil, by: 3, on: 0), at: time)
      assembly.apply(.opinion(.dispute, by: 3, on: 0), at: time)
      assembly.apply(.opinion(.dispute, by: 4, on: 0), at: time)
      if let panel = assembly.standing(of: 0)?.openPanel {
        for seat in panel.seats { assembly.apply(.panelVote(.endorse, by: seat, on: 0), at: time) }
      }
      #expect(assembly.standing(of: 0)?.isInForce == true, "month \(month)")
    }
    #expect(try #require(assembly.standing(of: 0)).panels.count == 3)
  }

  @Test func `a panel that nobody attends lapses and changes nothing`() throws {
    var assembly = Self.teachers()
    for member in 3...4 { assembly.apply(.opinion(.dispute, by: member, on: 0), at: 5) }
    assembly.advance(to: 5 + 8 * Self.day)
    #expect(try #require(assembly.standing(of: 0)).panels.map(\.ruling) == [.lapsed])
    #expect(Self.status(assembly) == .contested)
  }

  @Test func `who comes through one door has one seat`() throws {
    var assembly = Assembly(seed: 9)
    // Founder 0 lets in 1...6; 6 lets in 7...20, all teachers.
    for member in 0...20 {
      let sponsor = member == 0 ? nil : member <= 6 ? 0 : 6
      assembly.apply(.joined(member, .init(sponsor: sponsor, isTeacher: true)), at: 1)
    }
    assembly.apply(.proposed(item: 0, .init(author: 1)), at: 2)
    assembly.apply(.opinion(.endorse, by: 2, on: 0), at: 3)
    for member in 3...4 { assembly.apply(.opinion(.dispute, by: member, on: 0), at: 4) }
    let seats = try #require(assembly.standing(of: 0)?.openPanel).seats
    #expect(seats.count { $0 >= 6 } <= 1)
  }

  @Test func `quarantine holds an item until somebody independent approves`() {
    var assembly = Self.village()
    assembly.apply(.proposed(item: 0, .init(author: 3)), at: 2)
    assembly.apply(.replayed(item: 0, changed: 3, questions: 100), at: 2)
    #expect(assembly.standing(of: 0)?.isQuarantined == true)
    assembly.apply(.opinion(.endorse, by: 4, on: 0), at: 3)
    #expect(Self.status(assembly) == .waiting)
    assembly.apply(.opinion(.endorse, by: 2, on: 0), at: 4)
    #expect(Self.status(assembly) == .accepted)
  }

  @Test func `competence remembers who judged rightly before it was known`() {
    var assembly = Self.village()
    assembly.apply(.proposed(item: 0, .init(author: 3, topic: 5, kind: .rule)), at: 2)
    assembly.apply(.opinion(.endorse, by: 2, on: 0), at: 3)
    assembly.apply(.opinion(.endorse, by: 4, on: 0), at: 4)
    #expect(assembly.competence.reasons(of: 2, topic: 5, kind: .rule).hits == 1)
    #expect(assembly.competence.reasons(of: 4, topic: 5, kind: .rule).hits == 0)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `no sequence of events is refused, and a replay stands the same`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var events: [AssemblyEvent] = (0..<30).map { .joined($0, .init(sponsor: $0 < 3 ? nil : $0 / 3, isTeacher: $0 < 4)) }
    for item in 0..<20 { events.append(.proposed(item: item, .init(author: item, consequence: item % 5 == 0 ? .high : .ordinary))) }
    for _ in 0..<600 {
      let (member, item) = (Int.random(in: 0..<32, using: &random), Int.random(in: 0..<22, using: &random))
      switch Int.random(in: 0..<20, using: &random) {
      case 0: events.append(.banned(member))
      case 1: events.append(.withdrawn(item: item))
      case 2: events.append(.quarantined(item: item))
      case 3: events.append(.disputesResolved(item: item))
      case 4: events.append(.replayed(item: item, changed: 1, questions: 100))
      case 5: events.append(.opinion(nil, by: member, on: item))
      case 6...8: events.append(.panelVote(.dispute, by: member, on: item))
      case 9...12: events.append(.opinion(.dispute, by: member, on: item))
      default: events.append(.opinion(.endorse, by: member, on: item))
      }
    }
    var (one, other) = (Assembly(seed: seed), Assembly(seed: seed))
    for (number, event) in events.enumerated() { one.apply(event, at: Int64(number) * 3_600_000, salt: UInt64(number)) }
    for (number, event) in events.enumerated() { other.apply(event, at: Int64(number) * 3_600_000, salt: UInt64(number)) }
    #expect(one == other, "seed \(seed)")
    for item in 0..<20 { #expect(one.standing(of: item) == other.standing(of: item), "seed \(seed)") }
  }
}
