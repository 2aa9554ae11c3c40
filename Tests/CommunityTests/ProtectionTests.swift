import Community
import Testing

@Suite struct ProtectionTests {
  private static func near(_ a: Double, _ b: Double, within tolerance: Double = 1e-9) -> Bool { abs(a - b) < tolerance }

  @Test func `members who surprise the same way on four items are joined, others are not`() {
    var joins = CoSurprise()
    for item in 0..<4 { joins.freeze(item, agrees: [9, 9, 0], votes: [10, 10, 0]) }
    for item in 0..<4 {
      for member in 0..<8 { joins.observe(false, by: member, on: item, camp: 0) }
      // The others dispute one item each at most.
      for member in 8..<30 { joins.observe(member % 8 != item, by: member, on: item, camp: 1) }
    }
    #expect(joins.groups() == [Array(0..<8)])
  }

  @Test func `a vote taken back leaves no trace in who is joined`() {
    var never = CoSurprise()
    for item in 0..<4 { never.freeze(item, agrees: [9, 9, 0], votes: [10, 10, 0]) }
    var back = never
    for item in 0..<4 { for member in 0..<6 { back.observe(false, by: member, on: item, camp: nil) } }
    #expect(!back.groups().isEmpty)
    for item in 0..<4 { for member in 0..<6 { back.observe(nil, by: member, on: item, camp: nil) } }
    #expect(back.groups().isEmpty && back.z(0, 1) == 0)
  }

  @Test func `a rush is what chance hardly brings`() {
    #expect(Self.near(BurstTest.tail(1, mean: 1), 1 - 1 / 2.718_281_828_459_045))
    #expect(Self.near(BurstTest.tail(3, mean: 2), 1 - 5 * 0.135_335_283_236_612_7))
    #expect(BurstTest.isBurst(13, mean: 3) && !BurstTest.isBurst(9, mean: 3))
  }

  @Test func `a budget is for a day and for everybody it belongs to`() {
    var budget = InfluenceBudget(shareMax: 0.02)
    let day: Int64 = 86_400_000
    let lessons: [(changed: Int, holders: [Int], time: Int64)] = [
      (15, [1, -1], 0), (10, [2, -1], 1), (5, [2, -1], 2), (20, [1, -1], day),
    ]
    let within = lessons.map { budget.spend($0.changed, of: 1000, by: $0.holders, at: $0.time) }
    #expect(within == [true, false, true, true])
    #expect(Self.near(budget.spent(by: 2, at: 3), 0.005))
  }

  @Test func `three in ten disputed raise the alarm, one in twenty does not`() {
    var (turned, steady) = (DriftDetector(), DriftDetector())
    for lesson in 0..<200 {
      turned.record(isDisputed: lesson % 10 < 3, at: Int64(lesson))
      steady.record(isDisputed: lesson % 20 == 0, at: Int64(lesson))
    }
    #expect(turned.alarm != nil && steady.alarm == nil)
  }

  @Test func `trust hardly crosses one vouch into a crowd of false accounts`() {
    // A founder's twenty guests, each with four of their own; forty false accounts hang on one of these.
    let sponsors: [Int?] = [nil] + (1...20).map { _ in 0 } + (0..<80).map { 1 + $0 / 4 } + (0..<40).map { $0 == 0 ? 21 : 101 }
    let trust = TrustFlow.influence(sponsors)
    let honest = trust[1...100].reduce(0, +) / 100
    let crowd = trust[102...].reduce(0, +) / 39
    #expect(crowd < 0.3 * honest)
  }

  @Test func `competence shrinks to the wider topic and to what was declared`() {
    var competence = Competence()
    competence.declare(.specialist, by: 0)
    #expect(Self.near(competence.accuracy(of: 0, topic: 3, kind: .fact), 0.8))
    competence.setWider(1, than: 3)
    for _ in 0..<8 { competence.record(false, by: 0, topic: 3, kind: .fact) }
    let reasons = competence.reasons(of: 0, topic: 3, kind: .fact)
    #expect(reasons.misses == 8 && reasons.priorWorth == 8 && Self.near(reasons.accuracy, reasons.prior / 2))
    #expect(competence.accuracy(of: 0, topic: 3, kind: .wording) > competence.accuracy(of: 0, topic: 3, kind: .fact))
    for _ in 0..<8 { competence.record(false, by: 0, topic: 3, kind: .fact, weight: -1) }
    #expect(Self.near(competence.accuracy(of: 0, topic: 3, kind: .fact), 0.8))
  }

  @Test func `near-duplicates share one weight, different texts have one each`() {
    let texts = ["how much insulin for lunch", "How much insulin for lunch?", "which bread has the most fibre"]
    #expect(SharedWeight.weights(texts.map(SharedWeight.shingles)) == [0.5, 0.5, 1])
    #expect(Self.near(SharedWeight.score([true, true, false], weights: [0.5, 0.5, 1]), 0.5))
  }
}
