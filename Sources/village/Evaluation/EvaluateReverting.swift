import ArgumentParser
import Community
import Foundation
import Lessons
import Mind

struct EvaluateReverting: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverting",
    abstract: "Take back all that one of many teachers did, and all since a day: in what time, and whether anything of it is left.",
    discussion: """
      Twenty teachers and two newcomers teach, correct, take back, comment, review, settle and found groups. After each reversal, and \
      after it was itself taken back, the village is compared with one to which the acts in question never came.
      """)

  @Option(help: "How many entries the ledger has.")
  var entries = 100_000

  @Option(help: "How many things they speak of.")
  var things = 30_000

  @Option(help: "From where chance begins.")
  var seed: UInt64 = 1

  @Flag(help: "Print one JSON object.")
  var json = false

  private struct Row: Encodable {
    let what: String
    let acts: Int
    /// Folding the reversal.
    let seconds: Double
    /// Folding that it is taken back.
    let secondsBack: Double
    /// Whether the village is what a replay without the acts makes it, and after taking it back what it was.
    let isExact: Bool
  }

  private struct Report: Encodable {
    let entries: Int
    let lessons: Int
    let secondsReplaying: Double
    let reversals: [Row]
  }

  func run() throws {
    let world = JoiningWorld(things: things, wrongOneIn: 10)
    let life = world.tail(of: world.beginning(lessons: min(1_000, entries / 10), seed: seed), entries: entries, name: "r", seed: seed)
    let clock = ContinuousClock()
    var state = VillageState()
    let replay = clock.measure { state = VillageState(replaying: life) }
    let last = life.count
    let reversals = [
      ("one of twenty teachers", Reversal("r1", of: "t7", 1...last, reason: "It was not theirs.")),
      ("a newcomer", Reversal("r2", of: "n1", 1...last, reason: "Spam.")),
      ("everybody's last tenth", Reversal("r3", of: nil, (last - last / 10)...last, reason: "An account was stolen.")),
    ]
    let rows = reversals.map { measure($0.0, $0.1, on: state, life, clock) }
    let report = Report(
      entries: last, lessons: state.standing.lessons.count, secondsReplaying: replay / .seconds(1), reversals: rows)
    if json { try printJSON(report) } else { show(report) }
    guard rows.allSatisfy(\.isExact) else { throw ExitCode.failure }
  }

  private func measure(_ what: String, _ reversal: Reversal, on before: VillageState, _ life: [Entry], _ clock: ContinuousClock) -> Row {
    var state = before
    let time = life.last?.time ?? 0
    let reverted = Entry(sequence: life.count + 1, .reverted(reversal), by: "t0", at: time)
    let seconds = clock.measure { _ = state.fold(reverted) }
    let without = VillageState(replaying: life.filter { !reversal.covers($0) })
    var isExact = state.mind == without.mind && agree(state.standing, without.standing)
    let back = Entry(sequence: life.count + 2, .reversalWithdrawn(reversal.id, reason: "It was theirs."), by: "t0", at: time)
    let secondsBack = clock.measure { _ = state.fold(back) }
    isExact = isExact && state.mind == before.mind && agree(state.standing, before.standing)
    let acts = life.count { reversal.covers($0) }
    return Row(what: what, acts: acts, seconds: seconds / .seconds(1), secondsBack: secondsBack / .seconds(1), isExact: isExact)
  }

  /// Without the log of what was done, in which a reversal leaves everything.
  private func agree(_ one: Standing, _ other: Standing) -> Bool {
    one.lessons == other.lessons && one.members == other.members && one.settlements == other.settlements
  }

  private func show(_ report: Report) {
    print("\(report.entries) entries with \(report.lessons) lessons, replayed in \(seconds(report.secondsReplaying)) s.")
    for row in report.reversals {
      print(
        "  \(row.what), \(row.acts) acts: \(seconds(row.seconds)) s, taken back again \(seconds(row.secondsBack)) s; "
          + (row.isExact ? "as if never done" : "SOMETHING IS LEFT"))
    }
  }

  private func seconds(_ seconds: Double) -> String { String(format: "%.2f", seconds) }
}
