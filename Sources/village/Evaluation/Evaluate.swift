import ArgumentParser

struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well and how fast the village understands, reads, reasons, and weighs what its people say.",
    subcommands: [
      EvaluateIntents.self, EvaluateAnswers.self, EvaluateNames.self, EvaluateReading.self, EvaluateReasoning.self, EvaluateTruth.self,
      EvaluateOpinions.self, EvaluateBridging.self, EvaluateAttacks.self, EvaluateSureness.self, EvaluateJoining.self,
      EvaluateContradictions.self, EvaluateReverting.self,
    ])
}
