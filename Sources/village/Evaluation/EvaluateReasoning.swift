import ArgumentParser
import Examination
import Foundation

struct EvaluateReasoning: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reasoning",
    abstract: "Judge statements by the facts and rules given with them, and check every proof.",
    discussion: """
      One JSON object a line: facts, rules and a statement, in the sentences of ProofWriter and ProntoQA or in
      ProofWriter's formal notation, with the answer that is right. The world is open unless the line says “closed”.
      Each theory is taught, lesson by lesson, to an empty village of its own; a checker that shares no code with what
      finds proofs goes through every one of them.

        village evaluate reasoning --theories proofwriter_dev.jsonl --json
      """)

  @Option(help: "A file of theories, one a line.")
  var theories: String

  @Flag(help: "Print one JSON object.")
  var json = false

  func run() async throws {
    try await speakingPlainly {
      let text = String(decoding: try contents(ofFile: theories), as: UTF8.self)
      var report = TheoryReport()
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        guard !line.allSatisfy(\.isWhitespace) else { continue }
        do throws(TheoryFault) {
          for theory in try Theory.theories(json: String(line)) { report.add(theory.judge(), on: theory) }
        } catch {
          report.skip()
          FileHandle.standardError.write(Data("\(theories), line \(number + 1), left out: \(error.reason)\n".utf8))
        }
      }
      guard report.questions > 0 else {
        throw Complaint("There is no theory in \(theories) that I can read.", hint: "Write one JSON object a line.")
      }
      if json { return try printJSON(report) }
      print("\(report.correct) of \(report.questions) statements judged right.")
      if report.unread > 0 { print("\(report.unread) lines could not be read and are left out.") }
      print("\(report.proofsValid) of \(report.proofsChecked) proofs valid.")
      for (depth, count) in report.byDepth.sorted(by: { $0.key < $1.key }) {
        print("  depth \(depth): \(count.correct) of \(count.questions)")
      }
      for id in report.wrong.prefix(20) { print("  wrong: \(id)") }
    }
  }
}
