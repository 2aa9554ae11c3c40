import ArgumentParser

struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well and how fast the village understands, and what it makes of many opinions.",
    subcommands: [
      EvaluateIntents.self, EvaluateAnswers.self, EvaluateNames.self, EvaluateTruth.self, EvaluateOpinions.self,
    ])
}
