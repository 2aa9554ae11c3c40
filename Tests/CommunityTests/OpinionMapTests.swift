import Community
import Testing
import Understanding

@Suite struct OpinionMapTests {
  private static func map(_ ballots: [RandomCrowd.Ballot], seed: UInt64, splits: Int = 0) -> OpinionMap {
    var random = SeededGenerator(seed: seed)
    return OpinionMap(RandomCrowd.matrix(ballots), splits: splits, using: &random)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `the order of votes leaves no trace`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ballots = RandomCrowd.ballots(participants: 40, statements: 25, schools: 2, slips: 0.2, using: &random)
    #expect(Self.map(ballots, seed: seed) == Self.map(ballots.shuffled(using: &random), seed: seed), "seed \(seed)")
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `votes heard one by one in any order give the same map`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ballots = RandomCrowd.ballots(participants: 40, statements: 25, schools: 2, slips: 0.2, using: &random)
    let (early, late) = (ballots.prefix(ballots.count - 60), ballots.suffix(60))
    var one = Self.map(Array(early), seed: seed)
    var other = one
    for ballot in late { one.cast(ballot.vote, by: ballot.participant, on: ballot.statement) }
    for ballot in late.shuffled(using: &random) { other.cast(ballot.vote, by: ballot.participant, on: ballot.statement) }
    #expect(one == other, "seed \(seed)")
    #expect(one.groupTally == GroupTally(one.votes, groups: one.groups, groupCount: one.centers.count), "seed \(seed)")
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `a vote withdrawn is as if never cast`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ballots = RandomCrowd.ballots(participants: 40, statements: 25, schools: 2, slips: 0.2, using: &random)
    let held = ballots[Int(seed) * 7]
    let never = Self.map(ballots.filter { $0 != held }, seed: seed)
    var back = never
    back.cast(held.vote, by: held.participant, on: held.statement)
    #expect(back != never, "seed \(seed)")
    back.withdraw(by: held.participant, on: held.statement)
    #expect(back == never, "seed \(seed)")
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `two schools are found and claimed as camps`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ballots = RandomCrowd.ballots(participants: 60, statements: 40, schools: 2, slips: 0.1, using: &random)
    let map = Self.map(ballots, seed: seed, splits: 3)
    #expect(map.campCount == 2, "seed \(seed)")
    #expect(AdjustedRandIndex.between(map.groups, (0..<60).map { $0 % 2 }) == 1, "seed \(seed)")
    #expect(map.consensus.items.contains { $0.statement == 39 && $0.side == .agree }, "seed \(seed)")
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `where everybody votes as it comes no camps are claimed`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ballots = RandomCrowd.ballots(participants: 80, statements: 30, schools: 1, slips: 0.5, using: &random)
    let map = Self.map(ballots, seed: seed, splits: 3)
    #expect(map.campCount == 0, "seed \(seed)")
    #expect(map.stability.mean < SplitHalf.agreementMin, "seed \(seed)")
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `renaming participants and turning all votes round change no camp`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ballots = RandomCrowd.ballots(participants: 60, statements: 40, schools: 3, slips: 0.05, using: &random)
    let names = (0..<60).shuffled(using: &random)
    let turned = ballots.map {
      RandomCrowd.Ballot(participant: names[$0.participant], statement: $0.statement, vote: $0.vote == .agree ? .disagree : .agree)
    }
    let (one, other) = (Self.map(ballots, seed: seed), Self.map(turned, seed: seed))
    #expect(AdjustedRandIndex.between(one.groups, names.map { other.groups[$0] }) == 1, "seed \(seed)")
  }

  @Test func `a lone outlier is no camp`() {
    var random = SeededGenerator(seed: 1)
    var ballots = RandomCrowd.ballots(participants: 40, statements: 30, schools: 1, slips: 0, using: &random)
    for statement in 0..<30 {
      ballots.append(RandomCrowd.Ballot(participant: 40, statement: statement, vote: statement % 2 == 0 ? .agree : .disagree))
    }
    let map = Self.map(ballots, seed: 1, splits: 3)
    #expect(map.centers.count > 1 && map.campCount == 0)
  }

  @Test func `an empty conversation and one of a single vote have a map`() {
    #expect(Self.map([], seed: 0).campCount == 0)
    let one = Self.map([RandomCrowd.Ballot(participant: 0, statement: 0, vote: .agree)], seed: 0)
    #expect(one.campCount == 0)
    #expect(one.consensus.items.count <= 1)
  }
}
