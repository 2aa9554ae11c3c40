import ArgumentParser
import Encoders
import Foundation
import Understanding

struct Encode: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Turn sentences to vectors, as the assistant does to find what means alike.",
    discussion: """
      Reads a sentence from each line of the standard input and prints its vector: the numbers of one line, with blanks
      between them.

        echo "How sweet is honey?" | village encode --weights FOLDER
      """)

  @Option(help: "A folder with a sentence encoder in the layout of Hugging Face. Default: the one that the set-up fetched.")
  var weights: String?

  @Flag(help: "Print a JSON array for each sentence.")
  var json = false

  @Flag(help: "Print no vectors but how long a sentence takes, one by one and many together, as one JSON object.")
  var time = false

  func run() throws {
    let folder = weights.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? ModelStore.standardFolder()
    guard let encoder = try ModelStore.loadEncoder(in: folder) else {
      throw ValidationError("There is no sentence encoder in “\(folder.path)”.\nFetch one: scripts/fetch-understanding.sh")
    }
    var sentences: [String] = []
    while let line = readLine() { sentences.append(line) }
    guard !time else { return try printJSON(Timing(encoder, sentences)) }
    for vector in encoder.vectors(of: sentences).compactMap({ $0 }) {
      let numbers = vector.map(\.description)
      print(json ? "[\(numbers.joined(separator: ","))]" : numbers.joined(separator: " "))
    }
  }

  /// Each sentence is timed twice over: as the clock on the wall has it, and as this thread was at work.
  private struct Timing: Encodable {
    let sentences: Int
    let millisecondsP50: Double
    let millisecondsP99: Double
    let workMillisecondsP50: Double
    let workMillisecondsTogether: Double

    enum CodingKeys: String, CodingKey {
      case sentences
      case millisecondsP50 = "ms_p50"
      case millisecondsP99 = "ms_p99"
      case workMillisecondsP50 = "cpu_ms_p50"
      case workMillisecondsTogether = "cpu_ms_mean_together"
    }

    init(_ encoder: Bert, _ sentences: [String]) {
      let clock = ContinuousClock()
      var times: [Double] = []
      var works: [Double] = []
      for sentence in sentences {
        let begin = Self.workMilliseconds
        times.append(clock.measure { _ = encoder.vector(of: sentence) } / .milliseconds(1))
        works.append(Self.workMilliseconds - begin)
      }
      times.sort()
      works.sort()
      let begin = Self.workMilliseconds
      _ = encoder.vectors(of: sentences)
      let together = Self.workMilliseconds - begin
      self.sentences = sentences.count
      millisecondsP50 = times.isEmpty ? 0 : times[times.count / 2]
      millisecondsP99 = times.isEmpty ? 0 : times[times.count * 99 / 100]
      workMillisecondsP50 = works.isEmpty ? 0 : works[works.count / 2]
      workMillisecondsTogether = sentences.isEmpty ? 0 : together / Double(sentences.count)
    }

    private static var workMilliseconds: Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }
  }
}
