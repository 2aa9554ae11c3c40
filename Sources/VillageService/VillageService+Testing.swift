import Community
public import Examination
public import Lessons
import Mind
import Synchronization
import TeachingLanguage
import Understanding

extension VillageService {
  /// Asks every taught test as the public would; those that fail come first.
  ///
  /// Computed beside the actor, on the village as it stood when asked, and once for each state of it.
  public nonisolated func testResults() async -> [TestResult] {
    let (sequence, mind, thresholds) = await basis
    if mind.tests.isEmpty { return [] }
    if let kept = keptResults.withLock({ $0 }), kept.sequence == sequence, kept.thresholds == thresholds { return kept.results }
    let results = Examiner(responder: language.responder).results(of: mind, thresholds: thresholds)
    keptResults.withLock { $0 = KeptResults(sequence: sequence, thresholds: thresholds, results: results) }
    return results
  }

  /// What the village is made of at one moment.
  var basis: (Int, Mind, Thresholds) { (state.standing.sequence, state.mind, thresholds) }

  /// Keeps an answer that was given as a test, so that a lesson which changes it is noticed.
  public func keepAsTest(_ turn: Turn, by member: ID<Member>, request: String? = nil) async throws -> Recorded {
    let test = turn.answer.test(of: turn.utterance)
    let lesson = Lesson(id: ID(newID()), .test(test), words: language.sayer(for: state).say(.test(test)))
    return try await record(.taught([lesson]), by: member, request: request)
  }
}

/// The results of the tests at one state of the village.
struct KeptResults: Sendable {
  let sequence: Int
  let thresholds: Thresholds
  let results: [TestResult]
}
