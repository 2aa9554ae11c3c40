import Community
import Dispatch
import Examination
import Foundation
import Ledger
import Lessons
import Logging
import Mind
import Understanding

extension VillageService {
  private static let pause: Duration = .seconds(3)
  private static let daysLookedBack = 30.0
  /// Nobody's questions are more than this many of those asked anew: a crowd of questions from one is not the public.
  private static let questionsOfOneMax = 50

  /// Asks anew what people asked of late, once lessons came to rest, and counts what they changed; teaching goes on meanwhile.
  func replaySoon() {
    guard replaying == nil else { return }
    replaying = Task { [weak self] in
      try? await Task.sleep(for: Self.pause)
      await self?.replayNow()
    }
  }

  /// Waits until what lessons did to the answers is counted.
  public func finishReplaying() async {
    if let running = replaying { await running.value }
    let last = Task { await replayNow() }
    replaying = last
    await last.value
  }

  private func replayNow() async {
    await replay()
    replaying = nil
    if let answered, lastTaught > answered.sequence { replaySoon() }
  }

  private func replay() async {
    let questionsMin = state.standing.policy.influenceQuestionsMin
    let month = clock().addingTimeInterval(-Self.daysLookedBack * 86_400)
    let asked = try? await people.questionsAsked(
      since: month, ofOneMax: Self.questionsOfOneMax, limit: Standing.questionsAskedAnewMax)
    guard let asked, asked.count >= questionsMin else { return answered = nil }
    let (sequence, mind, thresholds) = basis
    let now = await Self.answers(to: asked, of: mind, at: sequence, thresholds, Examiner(responder: language.responder))
    let before = answered
    answered = now
    guard let before, before.count >= questionsMin else { return }
    for (author, influence) in now.influences(since: before).sorted(by: { $0.key < $1.key }) {
      do {
        _ = try await record(.answersChanged(influence), by: author, request: request(influence))
      } catch {
        logger.warning("what lessons did to the answers could not be recorded", metadata: ["error": "\(error)"])
      }
    }
  }

  /// Two servers of one village count a lesson once. No client's key has a space, so nobody can use this one up.
  private func request(_ influence: Influence) -> String {
    "influence \(influence.lessons.compactMap { state.standing.lessons[$0.lesson]?.current.sequence }.max() ?? 0)"
  }

  /// On a thread of its own, with the lowest priority: it takes a question's time for each.
  private static func answers(
    to questions: [String], of mind: Mind, at sequence: Int, _ thresholds: Thresholds, _ examiner: Examiner
  ) async -> AnsweredQuestions {
    await withCheckedContinuation { continuation in
      DispatchQueue.global(qos: .background).async {
        continuation.resume(returning: examiner.answers(to: questions, of: mind, at: sequence, thresholds: thresholds))
      }
    }
  }
}
