import Community
import Testing
import Understanding

@Suite struct BridgingTests {
  private static func model(_ ballots: [RandomCrowd.Ballot]) -> BridgingModel {
    var model = BridgingModel()
    for ballot in ballots { model.put(ballot.vote == .agree ? 1 : 0, by: ballot.participant, on: ballot.statement) }
    return model
  }

  private static func ballots(_ seed: UInt64) -> [RandomCrowd.Ballot] {
    var random = SeededGenerator(seed: seed)
    return RandomCrowd.ballots(participants: 60, statements: 40, schools: 2, slips: 0.15, using: &random).shuffled(using: &random)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `the last tenth of votes heard one by one comes close to an estimation from all`(seed: UInt64) {
    let ballots = Self.ballots(seed)
    var full = Self.model(ballots)
    #expect(full.refit().converged, "seed \(seed)")
    let cut = ballots.count * 9 / 10
    var streamed = Self.model(Array(ballots[..<cut]))
    streamed.refit()
    for ballot in ballots[cut...] { streamed.cast(ballot.vote == .agree ? 1 : 0, by: ballot.participant, on: ballot.statement) }
    let apart = (0..<full.itemCount).map { abs(full.intercept(ofItem: $0) - streamed.intercept(ofItem: $0)) }.max() ?? 1
    #expect(apart < 0.03, "seed \(seed)")
  }

  @Test func `what both schools hold has the highest intercepts, and the factor tells the schools apart`() {
    var random = SeededGenerator(seed: 7)
    var model = Self.model(RandomCrowd.ballots(participants: 60, statements: 40, schools: 2, slips: 0.05, using: &random))
    model.refit()
    // Held by one school alone, or by both: the last five are held by all.
    let shared = (35..<40).map { model.intercept(ofItem: $0) }.min() ?? 0
    #expect(shared > 0.1)
    #expect((35..<40).allSatisfy { abs(model.factor(ofItem: $0)) < 0.3 })
    let sides = (0..<60).map { model.factor(ofMember: $0) > 0 }
    #expect(AdjustedRandIndex.between(sides, (0..<60).map { $0 % 2 }) == 1)
    #expect(model.explainedByFactor() > 0.3)
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `sums patched vote by vote are those of a new start`(seed: UInt64) {
    let ballots = Self.ballots(seed)
    var patched = Self.model(Array(ballots.prefix(200)))
    patched.refit()
    for ballot in ballots.dropFirst(200).prefix(200) {
      patched.cast(ballot.vote == .agree ? 1 : 0, by: ballot.participant, on: ballot.statement)
    }
    for ballot in ballots.dropFirst(300).prefix(50) { patched.cast(nil, by: ballot.participant, on: ballot.statement) }
    #expect(patched.largestSumError < 1e-9, "seed \(seed)")
  }

  @Test func `a refit of votes taken and taken back is that of never`() {
    let ballots = Self.ballots(5)
    var never = Self.model(Array(ballots.prefix(300)))
    var back = never
    never.refit()
    for ballot in ballots.dropFirst(300).prefix(20) { back.put(1, by: ballot.participant, on: ballot.statement) }
    for ballot in ballots.dropFirst(300).prefix(20) { back.put(nil, by: ballot.participant, on: ballot.statement) }
    back.refit()
    #expect((0..<40).allSatisfy { abs(never.intercept(ofItem: $0) - back.intercept(ofItem: $0)) < 1e-9 })
  }

  @Test func `the sign of the factor stays from one estimation to the next`() {
    let ballots = Self.ballots(6)
    var model = Self.model(ballots)
    model.refit()
    let before = (0..<60).map { model.factor(ofMember: $0) }
    model.cast(nil, by: ballots[0].participant, on: ballots[0].statement)
    model.refit()
    let alike = (0..<60).reduce(0.0) { $0 + before[$1] * model.factor(ofMember: $1) }
    #expect(alike > 0)
  }

  @Test func `where votes come as they may, the factor explains nothing`() {
    var random = SeededGenerator(seed: 8)
    let model = Self.model(RandomCrowd.ballots(participants: 80, statements: 30, schools: 1, slips: 0.5, using: &random))
    #expect(model.explainedByFactor() < 0.05)
  }
}
