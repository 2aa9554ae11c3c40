import Community
public import Examination
public import Lessons
import Mind
import Synchronization
import TeachingLanguage

extension VillageService {
  /// Asks every taught test as the public would; those that fail come first.
  ///
  /// Computed beside the actor, on the village as it stood when asked, and once for each state of it.
  public nonisolated func testResults() async -> [TestResult] {
    let (sequence, mind) = await look { ($0.standing.sequence, $0.mind) }
    if mind.tests.isEmpty { return [] }
    if let kept = keptResults.withLock({ $0 }), kept.sequence == sequence { return kept.results }
    let results = Examiner(responder: language.responder).results(of: mind)
    keptResults.withLock { $0 = KeptResults(sequence: sequence, results: results) }
    return results
  }

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
  let results: [TestResult]
}
