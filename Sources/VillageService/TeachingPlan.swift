import Community
import Lessons
import Mind
import Reasoning
import TeachingLanguage

/// What is to be done with one sentence.
struct TeachingPlan {
  var lessons: [Lesson] = []
  var revision: Act?
  var isNote = false
  var repair: Repair?
  var handedBack: TaughtSentence.Outcome?
  var said = ""

  init(lessons: [Lesson]) {
    self.lessons = lessons
    if lessons.count == 1, case .note = lessons[0].teaching { isNote = true }
  }
  init(revision: Act) { self.revision = revision }
  init(note: Lesson, repair: Repair?) {
    lessons = [note]
    isNote = true
    self.repair = repair
  }
  init(handedBack: TaughtSentence.Outcome) { self.handedBack = handedBack }

  mutating func cite(_ source: String) {
    lessons = lessons.map { lesson in
      guard !isNote, lesson.qualifiers.source == nil else { return lesson }
      var qualifiers = lesson.qualifiers
      qualifiers.source = source
      return lesson.scoped(to: qualifiers)
    }
  }

  func outcome(in sequence: Int, _ state: VillageState) -> TaughtSentence.Outcome {
    if let handedBack { return handedBack }
    if isNote, let note = lessons.first { return .noted(sequence: sequence, note.id, repair) }
    let ids = Set(lessons.map(\.id))
    return .recorded(
      sequence: sequence, lessons: lessons.map(\.id), said: said,
      isWaiting: lessons.contains { state.standing.lessons[$0.id]?.status == .waiting },
      clashes: state.mind.clashes.values.filter { !ids.isDisjoint(with: $0.lessons) }.map(\.id).sorted())
  }
}
