import Community
public import Examination
public import Lessons
import Mind
import Reasoning
import Understanding

/// What became of the village since a release was cut.
public struct ReleaseComparison: Sendable {
  /// A test that the release answers otherwise than the village does now.
  public struct Turn: Sendable {
    public let then: TestResult
    public let now: TestResult
  }

  /// Today's tests, asked of the release: how many it passes.
  public let passedThen: Int
  public let passedNow: Int
  public let tests: Int
  public let turned: [Turn]
  /// Lessons that count for everyone now and did not then, newest first.
  public let added: [ID<Lesson>]
  /// Lessons that count for everyone still, and say something else now.
  public let changed: [ID<Lesson>]
  /// Lessons that the release holds to, and that count no more.
  public let gone: [ID<Lesson>]
}

extension VillageService {
  /// Compares a release with the village as it stands; nil where there is no such release. Computed beside the actor.
  public nonisolated func comparison(with release: String) async -> ReleaseComparison? {
    guard let (then, now, standing, thresholds) = await minds(of: release) else { return nil }
    let examiner = Examiner(responder: language.responder)
    let (before, after) = (
      examiner.results(of: then, asked: now.tests, thresholds: thresholds), examiner.results(of: now, thresholds: thresholds)
    )
    let present = Dictionary(uniqueKeysWithValues: after.map { ($0.lesson, $0) })
    let turned = before.compactMap { result in
      present[result.lesson].flatMap { $0.said == result.said ? nil : ReleaseComparison.Turn(then: result, now: $0) }
    }
    var (added, changed, gone): ([ID<Lesson>], [ID<Lesson>], [ID<Lesson>]) = ([], [], [])
    for id in standing.lessons.keys {
      let (old, new) = (then.common(id), now.common(id))
      switch (old, new) {
      case (nil, _?): added.append(id)
      case (_?, nil): gone.append(id)
      case (let old?, let new?): if old.lesson != new.lesson { changed.append(id) }
      case (nil, nil): break
      }
    }
    func newestFirst(_ ids: [ID<Lesson>]) -> [ID<Lesson>] {
      let age = { (id: ID<Lesson>) in standing.lessons[id]?.current.sequence ?? 0 }
      return ids.sorted { (age($0), $0) > (age($1), $1) }
    }
    return ReleaseComparison(
      passedThen: before.count(where: \.passes), passedNow: after.count(where: \.passes), tests: after.count, turned: turned,
      added: newestFirst(added), changed: newestFirst(changed), gone: newestFirst(gone))
  }

  private func minds(of release: String) -> (then: Mind, now: Mind, Standing, Thresholds)? {
    state.minds[release].map { ($0, state.mind, state.standing, thresholds) }
  }
}

extension Mind {
  /// The lesson as everyone's view holds it.
  fileprivate func common(_ id: ID<Lesson>) -> StandingLesson? { beliefs.lesson(id).flatMap { $0.reach == .everyone ? $0 : nil } }
}
