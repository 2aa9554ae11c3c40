import Community
import Lessons
import Mind
import TeachingLanguage

/// Tells acts as sentences without their subject: “took back: The glycemic index of white rice is 64.”
struct Teller {
  let state: VillageState
  let sayer: Sayer

  func words(of act: Act) -> String {
    switch act {
    case .founded(let name): "founded the village “\(name)”."
    case .joined(let role, let group, _): "joined as \(role.rawValue)\(group.map { ", \($0)" } ?? "")."
    case .roleGranted(_, let role): "gave someone the standing of a \(role.rawValue)."
    case .taught(let lessons): "taught: \(sentences(of: lessons))"
    case .tableTaught(let table):
      "brought in \(table.rows.count) rows of a table (\(table.source)), from \(table.rows[0].subject.label) on."
    case .revised(let lesson, _): "changed a lesson to: \(sayer.say(lesson))"
    case .retracted(let id, _): "took back: \(sentence(of: id))"
    case .tableRetracted: "took back a whole table."
    case .contributionRetracted(_, _): "took back all that a member had taught."
    case .reinstated(let id): "put back: \(sentence(of: id))"
    case .accepted(let id, _): "accepted: \(sentence(of: id))"
    case .declined(let id, _): "declined: \(sentence(of: id))"
    case .commented(_, _, let text): "said: \(text)"
    case .commentWithdrawn: "took back a comment."
    case .settled(let settlement): words(of: settlement)
    case .reopened: "opened a disagreement again."
    case .cautionSet(let caution?, _):
      "decided how sure the assistant must be: \(caution.surenessMin) of 100 like what was taught, and \(caution.leadMin) ahead of any other meaning."
    case .cautionSet(nil, _): "let the assistant find out by itself how sure it must be."
    case .released(let release): "cut the release “\(release.name)”\(release.note.isEmpty ? "." : ": \(release.note)")"
    case .releaseWithdrawn(let name, _): "took back the release “\(name)”."
    case .publicAnswered(let name?, _): "let the public be answered from the release “\(name)”."
    case .publicAnswered(nil, _): "let the public be answered from the village as it stands."
    }
  }

  func reason(of act: Act) -> String? {
    let reason =
      switch act {
      case .retracted(_, let reason), .tableRetracted(_, let reason), .contributionRetracted(_, let reason), .accepted(_, let reason),
        .declined(_, let reason), .reopened(_, let reason), .cautionSet(_, let reason), .releaseWithdrawn(_, let reason),
        .publicAnswered(_, let reason):
        reason
      case .settled(let settlement): settlement.reason
      default: ""
      }
    return reason.isEmpty ? nil : reason
  }

  /// Whether what the act did was taken back since.
  func isUndone(_ entry: Entry) -> Bool {
    switch entry.act {
    case .taught(let lessons): lessons.allSatisfy { state.standing.lessons[$0.id]?.status == .retracted }
    case .commented(let id, _, _): state.standing.comments[id]?.isWithdrawn == true
    case .retracted(let id, _): state.standing.lessons[id]?.status != .retracted
    case .released: !state.standing.releases.contains { $0.sequence == entry.sequence }
    case .settled(let settlement):
      state.standing.settlements[settlement.disagreement]?.contains { $0.sequence == entry.sequence && $0.reopened != nil } == true
    default: false
    }
  }

  private static let sentencesMax = 3

  private func sentences(of lessons: [Lesson]) -> String {
    let shown = lessons.prefix(Self.sentencesMax).map { sayer.say($0) }.joined(separator: " ")
    return lessons.count > Self.sentencesMax ? "\(shown) And \(lessons.count - Self.sentencesMax) more." : shown
  }

  private func sentence(of id: ID<Lesson>) -> String { state.standing.lessons[id].map { sayer.say($0.lesson) } ?? "lesson \(id)" }

  private func words(of settlement: Settlement) -> String {
    switch settlement.outcome {
    case .holds(let winners): "settled a disagreement: \(winners.map(sentence).joined(separator: " "))"
    case .scoped(let scopes): "settled a disagreement, each for its own: \(scopes.map { scoped($0) }.joined(separator: " "))"
    case .precedes(let winners): "settled which goes first where both apply: \(winners.map(sentence).joined(separator: " "))"
    case .pointsOfView: "settled a disagreement: both stay, as points of view."
    }
  }

  private func scoped(_ scope: Settlement.Scope) -> String {
    state.standing.lessons[scope.lesson].map { sayer.say($0.lesson.scoped(to: scope.qualifiers)) } ?? ""
  }
}
