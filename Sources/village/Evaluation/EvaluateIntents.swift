import ArgumentParser
import Foundation
import Understanding

struct EvaluateIntents: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intents",
    abstract: "Teach sentences one by one and see whether others are understood.",
    discussion: """
      Each file holds one sentence a line: the sentence, a tab, what it means. The meaning “oos” is for what is none of the
      others. The very code is measured that the assistant understands with.

        village evaluate intents --train train.tsv --test test.tsv --json
        village evaluate intents --train train.tsv --test test.tsv --tier 1 --shots 5 --draws 5
        village evaluate intents --train all.tsv --cross-validation 5 --report report
      """)

  @Option(help: "Sentences to teach.")
  var train: String

  @Option(help: "Sentences to understand.")
  var test: String?

  @Option(help: "Sentences to fit by, when to say that something was not taught; else the taught ones, each left out in turn.")
  var validation: String?

  @OptionGroup var models: EvaluationModels

  @Option(help: "Teach only so many sentences of each meaning, and its name.")
  var shots: Int?

  @Option(help: "How many different choices of these sentences to try.")
  var draws = 1

  @Option(help: "What the choices, the slips of the pen and the parts are drawn from.")
  var seed: UInt64 = 1

  @Flag(help: "Do not teach the meanings' names besides.")
  var noNames = false

  @Option(help: "Hit each word of the test with a slip of the pen, with this probability.")
  var typos = 0.0

  @Option(help: "Teach and test with the training file alone, cut into so many parts.")
  var crossValidation: Int?

  @Option(help: "A folder to write reports to.")
  var report: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    guard (test == nil) != (crossValidation == nil) else {
      throw ValidationError("Give either --test FILE or --cross-validation PARTS.")
    }
    guard shots ?? 1 > 0, draws > 0, crossValidation ?? 2 > 1, (0...1).contains(typos) else {
      throw ValidationError("Shots and draws are at least 1, parts at least 2, and typos are a share from 0 to 1.")
    }
    guard draws == 1 || shots != nil else { throw ValidationError("Several draws need --shots: else all sentences are taught each time.") }
  }

  func run() throws {
    let settings = try models.settings()
    let runs = try runs()
    let checks = try validation.map { try IntentFile.rows(of: $0) } ?? []
    let clock = ContinuousClock()
    let begin = clock.now
    let evaluations = runs.map { run in
      IntentEvaluation(train: run.train, test: run.test, validation: checks, settings: settings) { (clock.now - begin) / .seconds(1) }
    }
    let summary = IntentSummary(evaluations, tier: settings.tier)
    if let report { try ReportFolder(path: report).write(IntentReport(evaluations.flatMap(\.answers)), summary: summary) }
    if json { try printJSON(summary) } else { summary.say() }
  }

  /// What is taught and asked, run by run.
  private func runs() throws -> [(train: [LabelledText], test: [LabelledText])] {
    let rows = try IntentFile.rows(of: train)
    var random = SeededGenerator(seed: seed)
    func slipped(_ test: [LabelledText]) -> [LabelledText] {
      guard typos > 0 else { return test }
      return test.map { LabelledText(text: Typos.slipped($0.text, probability: typos, using: &random), intent: $0.intent) }
    }
    func drawn(_ train: [LabelledText], _ draw: Int) -> [LabelledText] {
      shots.map { FewShot.draw($0, from: train, seed: seed &+ UInt64(draw), named: !noNames) } ?? train
    }
    if let parts = crossValidation {
      return FewShot.parts(parts, of: rows, seed: seed).enumerated().map { (drawn($1.train, $0), slipped($1.test)) }
    }
    let tests = slipped(try test.map { try IntentFile.rows(of: $0) } ?? [])
    return (0..<draws).map { (drawn(rows, $0), tests) }
  }
}
