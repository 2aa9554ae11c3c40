import ArgumentParser
import Community
import Examination
import Foundation
import Lessons
import Mind
import Reasoning

struct EvaluateContradictions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contradictions",
    abstract: "Teach contradictions of every kind, and lessons that only look like them, and count what is found.",
    discussion: """
      The lessons are made from a seed. With --lessons a village of so many is taught first, of all sorts of lessons that
      have nothing to do with each other, and the time of each lesson after that is measured: folding it, and finding what
      it contradicts.

        village evaluate contradictions --json --seed 7
        village evaluate contradictions --lessons 100000
      """)

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(help: "Another seed makes other lessons.")
  var seed: UInt64 = 1

  @Option(help: "How many contradictions of each kind.")
  var each = 50

  @Option(help: "How many lessons the village holds before.")
  var lessons = 0

  func run() async throws {
    try await speakingPlainly {
      let corpus = ContradictionCorpus(seed: seed, eachKind: each)
      var mind = Mind()
      let crowd = Self.crowd(lessons, seed: seed, apartFrom: corpus)
      mind.apply(crowd.map { .accept($0) })
      let before = Set(mind.clashes.keys)
      var milliseconds: [Double] = []
      for lesson in corpus.lessons(seed: seed) {
        let start = ContinuousClock.now
        mind.apply([.accept(lesson)])
        milliseconds.append((ContinuousClock.now - start) / .milliseconds(1))
      }
      let found = mind.clashes.filter { !before.contains($0.key) }.values
      let durations = Durations(milliseconds: milliseconds)
      let outcome = Outcome(
        held: crowd.count, lessons: milliseconds.count, report: ContradictionReport(corpus, found: found),
        half: durations.percentile(0.5), most: durations.percentile(0.95))
      if json { try printJSON(outcome) } else { show(outcome) }
    }
  }

  /// Lessons about other things, without a contradiction among them: the innocent cases and one side of each other case.
  ///
  /// Without those that two names are one: after each of these the learner reads all example sentences again, which takes
  /// longer than all the rest and has nothing to do with contradictions.
  private static func crowd(_ count: Int, seed: UInt64, apartFrom corpus: ContradictionCorpus) -> [StandingLesson] {
    guard count > 0 else { return [] }
    var crowd: [StandingLesson] = []
    crowd.reserveCapacity(count)
    let large = ContradictionCorpus(seed: seed &+ 1, eachKind: count / 110 + corpus.cases.count, after: corpus.cases.count)
    for example in large.cases {
      for lesson in example.kind == nil ? example.lessons : Array(example.lessons.prefix(1)) where crowd.count < count {
        if case .name = lesson.lesson.teaching { continue }
        let own = Lesson(id: ID("x\(crowd.count)"), lesson.lesson.teaching, lesson.lesson.qualifiers)
        crowd.append(StandingLesson(own, by: lesson.author, sequence: crowd.count + 1))
      }
    }
    return crowd
  }

  private struct Outcome: Encodable {
    let held: Int
    let lessons: Int
    let report: ContradictionReport
    let half: Double
    let most: Double

    private enum CodingKeys: String, CodingKey {
      case held, lessons, report, half = "ms_p50", most = "ms_p95"
    }
  }

  private func show(_ outcome: Outcome) {
    func percent(_ share: Double) -> String { String(format: "%.1f", share * 100) }
    print("\(outcome.lessons) lessons taught to a village of \(outcome.held).")
    for row in outcome.report.kinds {
      print("  \(row.kind): \(row.found) found, \(row.missed) missed, \(row.falseAlarms) false alarms")
    }
    print(
      "Of all contradictions \(percent(outcome.report.recall)) of 100 are found; of those found \(percent(outcome.report.precision)) are some."
    )
    if !outcome.report.missedSorts.isEmpty { print("Missed: \(outcome.report.missedSorts.joined(separator: ", ")).") }
    if !outcome.report.alarmedSorts.isEmpty { print("False alarms: \(outcome.report.alarmedSorts.joined(separator: ", ")).") }
    let (half, most) = (Int(outcome.half * 1000), Int(outcome.most * 1000))
    print("A lesson takes \(half) µs; 95 of 100 take at most \(most) µs.")
  }
}
