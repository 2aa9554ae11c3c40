import Community
import Lessons
import Mind
import TeachingLanguage

/// How a lesson stands before the community, why, and what happens next.
struct DeliberationView: Sendable {
  struct Camp: Sendable {
    let name: String
    let endorsing: Int
    let disputing: Int
    let unsure: Int
    let bound: Int
  }

  struct PanelView: Sendable {
    let words: String
    let seats: [Seat]
    let deadline: When?
    let vote: OpinionsView?
  }

  struct Seat: Sendable {
    let person: Person
    let words: String
  }

  let status: String
  let missing: [String]
  let camps: [Camp]
  let flag: String?
  let panels: [PanelView]
}

extension Scribe {
  /// Nil where the lesson never had to come before the community.
  func deliberation(on id: ID<Lesson>) -> DeliberationView? {
    guard let standing = state.standing.deliberation(on: id) else { return nil }
    let policy = state.standing.policy
    return DeliberationView(
      status: words(of: standing), missing: standing.missing.map { words(of: $0, on: id, hasCamps: standing.camps.count > 1) },
      camps: standing.camps.enumerated().map { index, camp in
        .init(
          name: standing.camps.count == 1 ? "all" : index == 0 ? "one side" : "the other side", endorsing: camp.endorsing,
          disputing: camp.disputing, unsure: camp.unsure,
          bound: Int((camp.lowerBound(.endorse, z: policy.boundZ) * 100).rounded()))
      },
      flag: standing.flag.map { flag in
        let count = Numbers.counted(flag.members.count, "member who vote alike", "members who vote alike")
        let effect = flag.countsAsOne ? " Until the panel has ruled, their disputes count as one voice." : ""
        return "\(count) more than chance allows speak on it; a panel looks at it.\(effect)"
      }, panels: standing.panels.reversed().map { panel(id, $0) })
  }

  private func words(of standing: ItemStanding) -> String {
    let since = viewer.when(standing.since, .full).words
    switch (standing.status, standing.rule) {
    case (.accepted, .teacher): return "It counts: a teacher taught it, and nobody disputes it."
    case (.accepted, .review): return "It counts since \(since): colleagues have reviewed it."
    case (.accepted, .camps): return "It counts since \(since): colleagues on every side endorse it."
    case (.accepted, .panel): return "It counts since \(since): a panel drawn by lot accepted it."
    case (.contested, _): return "It counts, and is contested since \(since). Only a panel drawn by lot can take it away."
    case (.waiting, _): return "It waits."
    case (.rejected, .panel): return "A panel drawn by lot rejected it, \(since)."
    case (.rejected, _): return "Colleagues on every side reject it, \(since)."
    }
  }

  private func words(of missing: ItemStanding.Missing, on id: ID<Lesson>, hasCamps: Bool) -> String {
    switch missing {
    case .reviews(let count): "the word of \(Numbers.counted(count, "more teacher", "more teachers")) who did not bring in its author"
    case .disputesToResolve(let count):
      "\(Numbers.counted(count, "dispute", "disputes")) to be talked over: it can be accepted once who disputes it is content"
    case .voices(let count): "about \(Int(count.rounded(.up))) more who say what they think"
    case .voicesOfCamp(let camp, let count):
      "about \(Int(count.rounded(.up))) more of \(camp == 0 ? "one side" : "the other side") who say what they think"
    case .support(let share): "more support on both sides: \(Int((share * 100).rounded(.up))) of 100 are missing"
    case .supportOfCamp(let camp, let share):
      "more support on \(camp == 0 ? "one side" : "the other side"): \(Int((share * 100).rounded(.up))) of 100 are missing"
    case .anotherCamp: "somebody of another side or group than its author, for harm could come of it"
    case .owningGroup(let number): "the nod of \(state.standing.groupName(number).map { "the \($0)" } ?? "the group") who look after it"
    case .ruling: "the ruling of the panel"
    case .approvalInQuarantine:
      "the approval of \(hasCamps ? "somebody of the other side" : "another teacher who did not bring in its author"), for \(held(id))"
    case .delay(let until): "time until \(viewer.when(until, .full).words): opinions came in a rush"
    }
  }

  /// Why what its author teaches is taken with more care for now.
  private func held(_ id: ID<Lesson>) -> String {
    let isWrongOfLate = state.standing.lessons[id].map { state.standing.isDrifting($0.author) } ?? false
    return isWrongOfLate
      ? "much of what its author taught of late turned out wrong" : "what its author taught changed many answers within one day"
  }

  private func panel(_ id: ID<Lesson>, _ panel: Panel) -> DeliberationView.PanelView {
    let words =
      switch (panel.ruling, panel.cause) {
      case (.accepts, _): "The panel lets it stand."
      case (.rejects, _): "The panel rejected it."
      case (.lapsed, _): "Too few of the panel spoke in time; all stays as it was."
      case (nil, .promoted): "A panel was drawn by lot: may this count for everyone?"
      case (nil, _): "A panel was drawn by lot: may this go on counting?"
      }
    let seats = zip(panel.seats, panel.votes).compactMap { number, vote in
      state.standing.deliberator(number).map { member in
        DeliberationView.Seat(person: person(member), words: vote.map(\.verb) ?? "has not spoken")
      }
    }
    let mine = panel.ruling == nil && viewer.member.map { state.standing.panelSeats(on: id).contains($0) } ?? false
    return .init(
      words: words, seats: seats, deadline: panel.ruling == nil ? viewer.when(panel.deadline, .full) : nil,
      vote: mine ? opinions(on: .panel(id), back: URLPath.lesson(id) + "#deliberation").voting : nil)
  }
}

extension OpinionsView {
  /// The form alone: what others on the panel think stands at their seats.
  fileprivate var voting: OpinionsView {
    OpinionsView(
      on: on, back: back, summary: nil, held: [], canOpine: canOpine, prompt: "You were drawn. What do you think, and why?",
      choices: choices, reason: reason, hasOpinion: false, key: key)
  }
}
