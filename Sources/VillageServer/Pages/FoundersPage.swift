import Community
import Foundation
import Hummingbird
import Lessons
import Mind
import VillageService

/// Who keeps the village, for how long, and the votes by which the members take that back or give it anew.
struct FoundersPage: Sendable {
  struct Line: Sendable {
    let person: Person
    let since: When?
    let until: When?
    let isOver: Bool
    let ballot: Link?
    /// What the viewer may ask of the members about them.
    let canRecall: Bool
    let canConfirm: Bool
    /// The viewer's own, and there are others.
    let canLeave: Bool
    let path: String
    let id: String
  }

  struct Past: Sendable {
    let path: String
    let words: String
    let person: Person
    let when: When
  }

  let founders: [Line]
  /// Who could be a founder in place of the only one; empty where there are several.
  let successors: [Person]
  let term: String
  let rule: String
  let open: [Past]
  let past: [Past]
  let voters: String
  let key: String

  static func addRoutes(to routes: Routes) {
    routes.get("/founders", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let page = await exchange.look(viewer) { $0.founders() }
      return try await exchange.page("founders", title: "Founders", page, viewer)
    }
    routes.post("/founders/{id}/ballots", for: .members) { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Member.self)
      guard let question = try form.choice("question", Ballot.Question.self) else { throw Problem.missing("question") }
      let ballot = Ballot(
        ID(exchange.site.service.newID()), on: question, of: id, successor: try form.optional("successor").map { ID($0) },
        reason: try form.required("reason"))
      let recorded = try await exchange.record(.ballotOpened(ballot), form)
      return exchange.redirect(
        to: URLPath.ballot(ballot.id), Flash("Everybody with a voice can vote now.", undo: URLPath.undo(recorded.entry.sequence)))
    }
  }
}

extension Scribe {
  func founders() -> FoundersPage {
    let policy = state.standing.policy
    let now = Int64(viewer.now.timeIntervalSince1970 * 1000)
    let mine = viewer.member
    let hasVoice = mine.map(state.standing.hasVoice) ?? false
    let founders = state.standing.founders.sorted { (since($0), $0) < (since($1), $1) }
    // Over with its time, though nothing was recorded since.
    let successors = founders.count > 1 ? [] : state.standing.members.filter { $0.value.role == .teacher }.keys.sorted()
    let isOpen = { (record: BallotRecord) in record.isOpen && now < record.deadline }
    let all = state.standing.ballotsInOrder.reversed().filter { !$0.isWithdrawn }
    return FoundersPage(
      founders: founders.map { id in
        let end = state.standing.termEnd(of: id)
        let open = state.standing.openBallot(on: id)
        let begins = state.standing.confirmationBegins(of: id)
        return .init(
          person: person(id), since: state.standing.members[id]?.founderSince.map { viewer.when($0, .full) },
          until: end.map { viewer.when($0, .full) }, isOver: end.map { $0 <= now } ?? false,
          ballot: open.map { Link(path: URLPath.ballot($0.ballot.id), words: $0.ballot.question.words(viewer.names.name(id))) },
          canRecall: open == nil && hasVoice && mine != id && (founders.count > 1 || !successors.isEmpty),
          canConfirm: open == nil && (hasVoice || mine == id) && (begins.map { $0 <= now } ?? false),
          canLeave: mine == id && founders.count > 1, path: URLPath.person(id), id: id.rawValue)
      },
      successors: successors.map(person),
      term: policy.founderTermDays == 0
        ? "Founders have no term: they stay until they give it up or the members recall them."
        : "A founder’s term is \(Numbers.counted(policy.founderTermDays, "day", "days")). It ends unless the members confirm them by a vote before.",
      rule: Self.rule(policy), open: all.filter(isOpen).map(past), past: all.filter { !isOpen($0) }.map(past),
      voters: Numbers.counted(
        state.standing.members.keys.count(where: state.standing.hasVoice), "member has a voice", "members have a voice"),
      key: Exchange.newKey())
  }

  private static func rule(_ policy: AcceptancePolicy) -> String {
    """
    A vote is open for \(Numbers.counted(policy.recallDays, "day", "days")). To recall a founder takes \
    \(hundredths(policy.recallShareMin)) of 100 of the voices that vote, and where opinions show sides, more than half on each; \
    \(hundredths(policy.recallQuorum)) of 100 of all voices must have voted. To be confirmed takes half, each side counting as much as \
    the other. Who asks to recall the only founder names who is to be one in their place.
    """
  }

  private func since(_ founder: ID<Member>) -> Int64 { state.standing.members[founder]?.founderSince ?? 0 }

  static func hundredths(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private func past(_ record: BallotRecord) -> FoundersPage.Past {
    let name = viewer.names.name(record.ballot.member)
    return .init(
      path: URLPath.ballot(record.ballot.id), words: record.ballot.question.words(name) + " " + ballotState(record),
      person: person(record.ballot.member), when: viewer.when(record.isOpen ? record.time : record.deadline, .full))
  }
}
