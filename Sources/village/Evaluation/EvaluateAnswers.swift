import Lessons
import Community
import Mind
import ArgumentParser
import struct Dialogue.Answer
import struct Dialogue.Conversation
import Foundation
import VillageService

struct EvaluateAnswers: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answers",
    abstract: "Ask a file of questions, one a line, and tell how many were answered and how long it took.",
    discussion: "Nothing is recorded. Use it before and after a change of what was taught.")

  @Option(help: "A text file with one question a line.")
  var questions: String

  @Option(help: "Ask them all so many times.")
  var rounds = 1

  @OptionGroup var data: DataOptions

  @Flag(help: "Print JSON.")
  var json = false

  private struct Report: Encodable {
    let questions: Int
    let kinds: [String: Int]
    let usP50: Double
    let usP99: Double
    let startSeconds: Double
    let lessons: Int

    enum CodingKeys: String, CodingKey {
      case questions, kinds, lessons
      case usP50 = "us_p50"
      case usP99 = "us_p99"
      case startSeconds = "start_seconds"
    }
  }

  func validate() throws {
    guard rounds >= 1 else { throw ValidationError("--rounds is at least 1.") }
  }

  func run() async throws {
    try await speakingPlainly {
      let clock = ContinuousClock()
      let begin = clock.now
      let service = try await VillageService.open(
        ledger: try data.existingLedger(), people: try data.people(), understanding: try data.understanding.settings(keepingIn: data.data))
      let startSeconds = (clock.now - begin) / .seconds(1)
      let lines = try String(decoding: contents(ofFile: questions), as: UTF8.self).split(separator: "\n").map(String.init)
      guard !lines.isEmpty else { throw Complaint("There is no question in \(questions).", hint: "Write one question a line.") }
      var kinds: [String: Int] = [:]
      var times: [Double] = []
      for round in 0..<rounds {
        for line in lines {
          let (answer, seconds) = await service.timedAnswer(line)
          times.append(seconds * 1e6)
          if round == 0 { kinds[answer.kind.rawValue, default: 0] += 1 }
        }
      }
      times.sort()
      func percentile(_ share: Double) -> Double { times[min(times.count - 1, Int(Double(times.count) * share))] }
      let report = Report(
        questions: lines.count, kinds: kinds, usP50: percentile(0.5), usP99: percentile(0.99), startSeconds: startSeconds,
        lessons: await service.look { $0.standing.lessons.count })
      if json { return try printJSON(report) }
      print(
        "\(report.questions) questions to \(report.lessons) lessons; half within \(Int(report.usP50)) µs, 99 of 100 within \(Int(report.usP99)) µs."
      )
      for (kind, count) in kinds.sorted(by: { $0.key < $1.key }) { print("  \(count) \(kind)") }
    }
  }
}

extension VillageService {
  /// An answer and how long it took: what a page or a program would wait for.
  fileprivate nonisolated func timedAnswer(_ text: String) async -> (Answer, seconds: Double) {
    let clock = ContinuousClock()
    let begin = clock.now
    let answer = await answer(text, in: Conversation(), from: .community).answer
    return (answer, (clock.now - begin) / .seconds(1))
  }
}
