import Mind
import Community
import Lessons
import Reasoning

/// How a lesson stands, as a class for its look and a word for its reader.
struct StandingMark: Sendable {
  let `class`: String
  let word: String
}

struct Link: Sendable {
  let path: String
  let words: String
}

/// A lesson as every list shows it; see `Templates/lesson-line.mustache`.
struct LessonLine: Sendable {
  let id: String
  let path: String
  var sentence: String
  let standing: StandingMark
  let teacher: Person
  let when: When
  let source: String?
  let scope: String?
  let fresh: Bool
  let disagreement: Link?
  let canChallenge: Bool
  let canCorrect: Bool
  let canWithdraw: Bool
  /// Whether a founder may take it back for its author.
  let canTakeBack: Bool
  let canComment: Bool
  let canReview: Bool
  /// What would follow if it held; where something is said of it.
  var effect: String?
}

extension Scribe {
  func line(_ id: ID<Lesson>) -> LessonLine? { state.standing.lessons[id].map { line(id, $0) } }

  func line(_ id: ID<Lesson>, _ record: LessonRecord) -> LessonLine {
    let isMine = record.author == viewer.member
    let clash = clashes[id]
    return LessonLine(
      id: id.rawValue, path: URLPath.lesson(id), sentence: sentence(record), standing: mark(record, clash), teacher: person(record.author),
      when: viewer.when(record.current.time), source: record.lesson.qualifiers.source, scope: nil,
      fresh: viewer.isNew(record.current.sequence, by: record.author),
      disagreement: clash.map { Link(path: URLPath.disagreement($0.id), words: "opinions differ") },
      canChallenge: viewer.canTeach && !isMine && record.isStanding, canCorrect: isMine && record.isStanding,
      canWithdraw: isMine && record.isStanding,
      canTakeBack: viewer.isFounder && !isMine && record.isStanding, canComment: viewer.canTeach,
      canReview: record.status == .waiting && viewer.isTeacher && viewer.member.map { state.mayReview(id, $0) } ?? false)
  }

  func mark(_ record: LessonRecord, _ clash: Clash?) -> StandingMark {
    if state.standing.lessons[record.lesson.id] == nil { return StandingMark(class: "withdrawn", word: "taken back") }
    if case .note = record.lesson.teaching, record.isStanding { return StandingMark(class: "note", word: "a note") }
    switch record.status {
    case .waiting: return StandingMark(class: "waiting", word: "waiting for review")
    case .declined: return StandingMark(class: "withdrawn", word: "declined")
    case .retracted: return StandingMark(class: "withdrawn", word: "withdrawn")
    case .accepted:
      if record.overruledBy != nil { return StandingMark(class: "withdrawn", word: "settled otherwise") }
      let isDisputed = clash != nil || state.standing.opinionCount(on: .lesson(record.lesson.id)).dispute > 0
      return isDisputed ? StandingMark(class: "disputed", word: "disputed") : StandingMark(class: "accepted", word: "accepted")
    }
  }
}
