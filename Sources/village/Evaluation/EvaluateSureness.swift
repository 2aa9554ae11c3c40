import ArgumentParser
import Dialogue
import Examination
import Foundation
import Lessons
import VillageService

struct EvaluateSureness: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sureness",
    abstract: "Ask the village's tests, and compare how sure it says to be with how often it is right.",
    discussion: "Tests are taught like any lesson: When someone asks \"Is a banana low-GI?\", the answer must be \"Yes\".")

  @OptionGroup var village: VillageOptions

  func run() async throws {
    try await speakingPlainly {
      let service = try await village.data.openVillage()
      let results = await service.testResults()
      let calibration = Calibration(results.compactMap { result in result.sureness.map { ($0, result.passes) } })
      if village.json { return try printJSON(calibration) }
      show(calibration, tests: results.count)
      for miss in results.filter({ !$0.passes }).prefix(Self.missesMax) { show(miss) }
    }
  }

  private static let missesMax = 20

  private func show(_ miss: TestResult) {
    print("“\(miss.test.question)” was to be answered “\(miss.test.words)”\(miss.sureness.map { " (\($0))" } ?? ""): \(miss.said)")
  }

  private func show(_ calibration: Calibration, tests: Int) {
    guard calibration.answers > 0 else {
      return print("No test was answered with one conclusion. Teach some: When someone asks \"…?\", the answer must be \"…\".")
    }
    print("\(tests) tests, \(calibration.answers) answered with one conclusion")
    print("  said        answers   right   of 100   said on average")
    for band in calibration.bands where band.answers > 0 {
      let columns = [
        "\(band.from) to \(band.upTo - 1)".padded(12), String(band.answers).padded(10), String(band.passed).padded(8),
        band.right.rounded(to: 0).padded(9), band.said.rounded(to: 1),
      ]
      print("  " + columns.joined())
    }
    print(
      "Brier score \(calibration.brier.rounded(to: 3)); of one who always says the share that passed, \(calibration.brierOfShare.rounded(to: 3))"
    )
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}

extension Double {
  fileprivate func rounded(to places: Int) -> String {
    formatted(.number.precision(.fractionLength(places)).locale(Locale(identifier: "en")))
  }
}
