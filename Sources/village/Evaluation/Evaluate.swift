import ArgumentParser

struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well and how fast the village understands and reasons.",
    subcommands: [EvaluateIntents.self, EvaluateAnswers.self, EvaluateNames.self, EvaluateReasoning.self])
}
