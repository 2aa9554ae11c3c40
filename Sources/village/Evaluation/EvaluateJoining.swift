import Community
import ArgumentParser
import Foundation
import Lessons
import Mind

struct EvaluateJoining: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "joining",
    abstract: "Let two villages live apart and join them: how much settles itself, and in what time.",
    discussion: """
      Twenty teachers and two newcomers describe the same things in both: they teach, correct, take back, comment, review, \
      settle and found groups, now and then wrong. Every act that the join writes is checked again on a fresh replay.
      """)

  @Option(help: "How many acts each village does while they live apart.")
  var edits = 5_000

  @Option(help: "How many lessons both begin with.")
  var lessons = 1_000

  @Option(help: "How many things they speak of: the fewer, the more often they meet.")
  var things = 3_000

  @Option(help: "One in so many lessons is wrong.")
  var wrongOneIn = 10

  @Option(help: "From where chance begins.")
  var seed: UInt64 = 1

  @Flag(help: "Print one JSON object.")
  var json = false

  private struct Report: Encodable {
    let edits: Int
    let settledShare: Double
    let taken: Int
    let same: Int
    let settled: Int
    let discussed: Int
    let setAside: Int
    let contested: Int
    let contradictions: Int
    let contradictionsSettled: Int
    /// Acts that the village would have refused; there must be none.
    let violations: Int
    /// Entries of the fork without a step, or with two; there must be none.
    let lost: Int
    /// What a second join of the same fork would write; there must be nothing.
    let writtenAgain: Int
    let seconds: Double
    let secondsReplayingBoth: Double

    var text: String {
      """
      Two forks of \(edits) acts each: \(Int((settledShare * 1000).rounded()))/1000 of one's acts settled by themselves on joining the other.
        \(taken) taken, of which \(contested) contradict the other side and are open; \(same) the same, \(settled) settled by decisions
        \(discussed) to discussion, \(setAside) set aside
        \(contradictions) contradictions between the two, \(contradictionsSettled) settled
        \(violations) violations, \(lost) lost, \(writtenAgain) written by a second join
        \(String(format: "%.2f", seconds)) s; replaying both ledgers \(String(format: "%.2f", secondsReplayingBoth)) s
      """
    }
  }

  func run() throws {
    let world = JoiningWorld(things: things, wrongOneIn: wrongOneIn)
    let beginning = world.beginning(lessons: lessons, seed: seed)
    let here = world.tail(of: beginning, edits: edits, name: "h", seed: seed &* 2 &+ 1)
    let fork = world.tail(of: beginning, edits: edits, name: "f", seed: seed &* 2 &+ 2)
    let common = beginning.entries.count
    let clock = ContinuousClock()
    let replay = clock.measure {
      _ = VillageState(replaying: here)
      _ = VillageState(replaying: fork)
    }
    let input = JoinInput(common: common, here: here, fork: fork, time: here.last?.time ?? 0)
    var plan = VillageState.joining(input)
    let seconds = clock.measure { plan = VillageState.joining(input) }

    var state = VillageState(replaying: here)
    var violations = 0
    for planned in plan.entries {
      if (try? state.standing.validate(planned.entry.act, by: planned.entry.author)) == nil { violations += 1 }
      state.fold(planned.entry)
    }
    let again = VillageState.joining(
      JoinInput(
        common: common, here: here + plan.entries.map(\.entry), fork: fork,
        counterparts: Dictionary(grouping: plan.entries, by: \.source).mapValues { $0.map(\.entry.sequence) },
        joinedBefore: plan.entries.last?.source ?? 0, time: input.time))
    let count = plan.count
    let report = Report(
      edits: edits, settledShare: count.settledShare, taken: count.taken, same: count.same, settled: count.settled,
      discussed: count.discussed, setAside: count.setAside, contested: count.contested, contradictions: plan.contradictions.count,
      contradictionsSettled: plan.contradictions.count { $0.settledIn != nil }, violations: violations + (state == plan.state ? 0 : 1),
      lost: plan.steps.map(\.entry) == Array(fork.dropFirst(common)) ? 0 : 1, writtenAgain: again.entries.count,
      seconds: seconds / .seconds(1), secondsReplayingBoth: replay / .seconds(1))
    if json { try printJSON(report) } else { print(report.text) }
  }
}
