public import Lessons

/// Who thinks what of which lessons, as the map of opinions wants it: members and lessons in rows and columns.
///
/// Whoever taught a lesson agrees with it. Lessons nobody has spoken of tell nothing about views and are left out.
public struct StandingOpinions: Hashable, Sendable {
  /// `[participant]`, in the order of their ids.
  public let members: [ID<Member>]
  /// `[statement]`, in the order of their ids.
  public let lessons: [ID<Lesson>]
  public let votes: VoteMatrix

  public init(_ standing: Standing) {
    let spoken = standing.opinions.compactMap { topic, held -> (ID<Lesson>, [ID<Member>: OpinionRecord])? in
      guard case .lesson(let id) = topic, standing.lessons[id]?.isStanding == true, !held.isEmpty else { return nil }
      return (id, held)
    }.sorted { $0.0 < $1.0 }
    let people = Set(spoken.flatMap { id, held in held.keys.map { $0 } + (standing.lessons[id].map { [$0.author] } ?? []) }).sorted()
    let rows = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
    var votes = VoteMatrix()
    for (column, (id, held)) in spoken.enumerated() {
      if let author = standing.lessons[id]?.author, let row = rows[author] { votes.cast(.agree, by: row, on: column) }
      for (member, opinion) in held.sorted(by: { $0.key < $1.key }) {
        if let row = rows[member] { votes.cast(opinion.stance.vote, by: row, on: column) }
      }
    }
    members = people
    lessons = spoken.map(\.0)
    self.votes = votes
  }
}

extension Opinion.Stance {
  var vote: VoteMatrix.Vote {
    switch self {
    case .endorse: .agree
    case .dispute: .disagree
    case .unsure: .pass
    }
  }
}
