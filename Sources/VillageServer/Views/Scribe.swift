import Community
import Lessons
import Mind
import Reasoning
import TeachingLanguage
import VillageService

/// Puts what the village holds into words for one viewer. Made for one look at the state and dropped with it.
struct Scribe {
  let state: VillageState
  let viewer: Viewer
  let sayer: Sayer
  let clashes: [ID<Lesson>: Clash]

  init(_ state: VillageState, _ viewer: Viewer, _ language: Language) {
    self.state = state
    self.viewer = viewer
    sayer = language.sayer(for: state)
    clashes = state.clashesByLesson()
  }

  /// What a lesson says, without its source: that stands beside it.
  func sentence(_ lesson: Lesson) -> String {
    var qualifiers = lesson.qualifiers
    qualifiers.source = nil
    return sayer.say(Lesson(id: lesson.id, lesson.teaching, qualifiers, words: lesson.words))
  }

  /// What a lesson says as it stands: where a settlement narrowed it, so narrowed.
  func sentence(_ record: LessonRecord) -> String {
    sentence(record.scope.map { record.lesson.scoped(to: $0.qualifiers) } ?? record.lesson)
  }

  func person(_ id: ID<Member>) -> Person { viewer.person(id) }

  /// Whether the viewer may see a lesson at all: what waits for review is for members alone.
  func mayBeSeen(_ record: LessonRecord) -> Bool {
    viewer.role != nil || (record.isStanding && record.status == .accepted)
  }
}

extension Exchange {
  /// Looks at the village and puts what is seen into words.
  func look<Told: Sendable>(_ viewer: Viewer, _ body: @Sendable (Scribe) throws -> Told) async rethrows -> Told {
    let language = site.service.language
    return try await site.service.look { state in try body(Scribe(state, viewer, language)) }
  }
}
