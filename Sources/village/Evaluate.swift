import ArgumentParser
import Examination
import Foundation
import Understanding

struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure how well the village understands.", subcommands: [EvaluateIntents.self])
}
