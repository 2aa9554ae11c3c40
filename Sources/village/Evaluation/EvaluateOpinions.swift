import ArgumentParser
import Community
import Foundation
import Understanding

struct EvaluateOpinions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opinions",
    abstract: "Find groups that vote alike, whether they are stable, and what they share.",
    discussion: """
      Camps are claimed only where either half of the votes shows the same groups (adjusted Rand index of at least \
      \(SplitHalf.agreementMin)). The groups found are compared with known ones whether or not they are claimed.
      """)

  @Option(help: "Votes with a header: participant, statement, vote (1 agree, 0 pass, -1 disagree); Polis exports are read as they are.")
  var votes: String

  @Option(help: "Known groups with a header: participant, group.")
  var groups: String?

  @Option(help: "From where chance begins.")
  var seed: UInt64 = 0

  @Option(help: "How often the votes are parted in halves.")
  var splits = 10

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() throws {
    let file = try OpinionFile(votes: votes)
    let known = try groups.map { try file.groups(ofFile: $0) }
    var matrix = VoteMatrix()
    for vote in file.votes { matrix.cast(vote.vote, by: vote.participant, on: vote.statement) }
    let clock = ContinuousClock()
    var random = SeededGenerator(seed: seed)
    var map = OpinionMap(matrix, splits: 0, using: &random)
    let look = clock.measure {
      random = SeededGenerator(seed: seed)
      map = OpinionMap(matrix, splits: 0, using: &random)
      _ = map.groupConsensus
    }
    var stable = map
    let whole = clock.measure {
      random = SeededGenerator(seed: seed)
      stable = OpinionMap(matrix, splits: splits, using: &random)
    }
    let updates = updateTimes(file, stable, clock)
    let report = OpinionReport(
      file: file, map: stable, known: known, seconds: look / .seconds(1), secondsWithStability: whole / .seconds(1), updates: updates)
    if json { try printJSON(report) } else { print(report.summary) }
  }

  /// How long it takes to hear the last tenth of the votes once more, each with the statement's standing among the groups.
  private func updateTimes(_ file: OpinionFile, _ map: OpinionMap, _ clock: ContinuousClock) -> Durations {
    let last = file.votes.suffix(max(1, file.votes.count / 10))
    var map = map
    for vote in last { map.withdraw(by: vote.participant, on: vote.statement) }
    return Durations(
      milliseconds: last.map { vote in
        clock.measure {
          map.cast(vote.vote, by: vote.participant, on: vote.statement)
          _ = Consensus.score(.agree, map.groupTally.counts.map { $0[vote.statement] })
        } / .milliseconds(1)
      })
  }
}
