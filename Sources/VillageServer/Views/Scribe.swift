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
  private let index: ClashIndex

  init(_ state: VillageState, _ viewer: Viewer, _ language: Language) {
    self.state = state
    self.viewer = viewer
    sayer = language.sayer(for: state)
    index = ClashIndex(state)
  }

  /// Which open disagreement each lesson is part of.
  var clashes: [ID<Lesson>: Clash] { index.byLesson }

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

/// The open disagreements by their lessons, found when first asked for: not every look needs them.
private final class ClashIndex {
  private let state: VillageState

  init(_ state: VillageState) { self.state = state }

  lazy var byLesson: [ID<Lesson>: Clash] = {
    var byLesson: [ID<Lesson>: Clash] = [:]
    for clash in state.openClashes() {
      for lesson in clash.lessons where byLesson[lesson] == nil { byLesson[lesson] = clash }
    }
    return byLesson
  }()
}

extension Exchange {
  /// Looks at the village and puts what is seen into words.
  func look<Told: Sendable>(_ viewer: Viewer, _ body: @Sendable (Scribe) throws -> Told) async rethrows -> Told {
    let language = site.service.language
    return try await site.service.look { state in try body(Scribe(state, viewer, language)) }
  }
}
