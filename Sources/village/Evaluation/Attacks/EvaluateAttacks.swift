import ArgumentParser
import Community
import Foundation
import Simulation

struct EvaluateAttacks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attacks",
    abstract: "Try twelve attacks on how a village decides, in made-up villages.",
    discussion: """
      The village's own rules decide, as in the product. Beside them stand a majority of 67 in 100 and the core of Community \
      Notes, on the same opinions. A criterion that is missed is shown as such; the exit code is 0 all the same.
      """)

  @Option(help: "From where chance begins.")
  var seed: UInt64 = 1

  @Option(help: "Only this scenario, 1 to 12.")
  var scenario: Int?

  @Option(help: "How often each is played.")
  var runs = 8

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    if let scenario, AttackScenario(rawValue: scenario) == nil {
      throw ValidationError("There are scenarios 1 to 12.\nLeave it out for all.")
    }
    guard (1...1000).contains(runs) else { throw ValidationError("Each is played 1 to 1000 times.") }
  }

  func run() throws {
    var size = SimulatedVillage.Size()
    size.runs = runs
    let scenarios = AttackScenario.allCases.filter { scenario == nil || $0.rawValue == scenario }
    let clock = ContinuousClock()
    var rows: [AttackReport.Row] = []
    for one in scenarios {
      var comparison = RuleComparison(inForceCounts: one != .promoteBad && one != .promotePartisan)
      var outcome: AttackOutcome?
      let duration = clock.measure {
        outcome = one.play(size, seed: seed) { village, targets, share in comparison.add(village, targets, share) }
      }
      guard let outcome else { continue }
      rows.append(AttackReport.Row(outcome, comparison: comparison.figures, seconds: duration / .seconds(1)))
      if !json { print(rows[rows.count - 1].summary) }
    }
    let peace = scenario == nil ? (0..<runs).map { Peace(size, seed: seed &+ UInt64($0)) } : []
    let report = AttackReport(seed: seed, runs: runs, scenarios: rows, peace: AttackReport.Calm(peace))
    if json { return try printJSON(report) }
    if let calm = report.peace { print(calm.summary) }
    print("\(rows.count { $0.met }) of \(rows.count) criteria met.")
  }
}
