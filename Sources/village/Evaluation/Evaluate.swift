import ArgumentParser

struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well and how fast the village understands.",
    subcommands: [EvaluateIntents.self, EvaluateAnswers.self, EvaluateNames.self, EvaluateReading.self])
}
