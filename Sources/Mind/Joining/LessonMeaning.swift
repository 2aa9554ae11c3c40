import Lessons

/// What a lesson says, whoever says it and in whatever words.
struct LessonMeaning: Hashable, Sendable {
  let teaching: Teaching
  let qualifiers: Qualifiers
  /// Where nothing but the words says what it means.
  let words: String

  init(_ lesson: Lesson) {
    teaching = lesson.teaching
    qualifiers = lesson.qualifiers
    words = lesson.teaching == .note ? lesson.words : ""
  }
}
