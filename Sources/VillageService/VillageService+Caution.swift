import Community
import Dispatch
public import Lessons
import Mind
public import Understanding

/// How well the village understands what it was taught, found by asking taught sentences as if nobody had taught them.
public struct UnderstandingReport: Sendable {
  /// Of which learner this was found.
  let version: Version
  public let answers: [Learner.HeldOutAnswer]
  /// What fits these answers best; nil where there are too few to tell.
  public let fitted: Thresholds?
  /// The most frequent first.
  public let confusions: [Confusion]
  /// How mistakes would fall as more is taught.
  public let curve: LearningCurve
}

extension VillageService {
  /// Fewer taught sentences than this say nothing about how sure to be.
  public static let fittedFrom = 50
  private static let sampleMax = 300
  private static let pause: Duration = .milliseconds(500)

  /// When to answer, ask back, or say that it was not taught: as the community decided, else as fits what is taught.
  public var thresholds: Thresholds {
    state.standing.caution.map { Thresholds($0.caution) } ?? report?.fitted ?? Thresholds()
  }

  /// Whether examples were taught that the latest report does not know yet.
  public var isReporting: Bool { reporting != nil }

  /// The latest report; nil before the first.
  public func understandingReport() -> UnderstandingReport? { report }

  /// Finds the thresholds anew where examples were taught since; the answers go on meanwhile.
  func reportSoon() {
    guard reporting == nil, report?.version !== state.mind.learner.version else { return }
    reporting = Task { [weak self] in
      try? await Task.sleep(for: Self.pause)
      await self?.reportNow()
    }
  }

  /// Waits until how sure to be was found from all that is taught now.
  public func finishReporting() async {
    while let running = reporting { await running.value }
    if report?.version !== state.mind.learner.version { await reportNow() }
  }

  func reportNow() async {
    let learner = state.mind.learner
    let made = await Self.report(on: learner)
    report = made
    reporting = nil
    isOpen = true
    publish(VillageEvent(sequence: 0, kind: .understanding, by: nil, about: []))
    reportSoon()
  }

  /// On a thread of its own, with the lowest priority: it takes a question's time for each sentence.
  private static func report(on learner: Learner) async -> UnderstandingReport {
    await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .background).async {
        let answers = learner.heldOutAnswers(limit: sampleMax)
        let fitted = answers.count < fittedFrom ? nil : Thresholds.fitted(to: answers)
        continuation.resume(
          returning: UnderstandingReport(
            version: learner.version, answers: answers, fitted: fitted, confusions: Confusion.all(in: answers),
            curve: learner.learningCurve(limit: sampleMax / 3)))
      }
    }
  }
}

extension Thresholds {
  public init(_ caution: Caution) {
    self.init(confidenceMin: Double(caution.surenessMin) / 50 - 1, marginMin: Double(caution.leadMin) / 100)
  }

  /// The nearest that people can write down.
  public var caution: Caution {
    func hundredths(_ value: Double, in range: ClosedRange<Int>) -> Int {
      min(max(Int((value * 100).rounded()), range.lowerBound), range.upperBound)
    }
    return Caution(
      surenessMin: hundredths((confidenceMin + 1) / 2, in: Caution.surenessRange), leadMin: hundredths(marginMin, in: Caution.leadRange))
  }
}
