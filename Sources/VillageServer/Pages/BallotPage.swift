import Community
import Foundation
import Hummingbird
import Lessons
import Mind
import VillageService

/// One vote on a founder's role.
struct BallotPage: Sendable {
  struct Bar: Sendable {
    let name: String
    let words: String
    let yes: Int
    let no: Int
  }

  let question: String
  let about: Person
  let by: Person
  let when: When
  let reason: String
  /// Who is a founder if it is carried and there is no other.
  let successor: Person?
  let state: String
  let isOpen: Bool
  let sides: [Bar]
  let needed: String
  let opinions: OpinionsView
  let why: String?
  let withdraw: String?
  let key: String

  static func addRoutes(to routes: Routes) {
    routes.get("/ballots/{id}", for: .members) { exchange in
      let viewer = try await exchange.memberViewer()
      let id = try exchange.id("id", of: Ballot.self)
      guard let page = await exchange.look(viewer, { $0.ballot(id) }) else { throw Problem(Refusal.unknownBallot) }
      return try await exchange.page("ballot", title: page.question, page, viewer)
    }
    routes.post("/ballots/{id}/withdrawal", for: .members) { exchange in
      let form = try await exchange.form()
      let id = try exchange.id("id", of: Ballot.self)
      _ = try await exchange.record(.ballotWithdrawn(id), form)
      return exchange.redirect(to: "/founders", Flash("The vote is taken back."))
    }
  }
}

extension Ballot.Question {
  /// What the members are asked, with the name in the middle.
  func words(_ name: String) -> String {
    switch self {
    case .recall: "Does \(name)’s role as a founder end?"
    case .confirm: "Is \(name) a founder for another term?"
    }
  }

  func label(_ stance: Opinion.Stance) -> String {
    switch (self, stance) {
    case (.recall, .endorse): "Their role ends"
    case (.recall, .dispute): "They stay"
    case (.confirm, .endorse): "For another term"
    case (.confirm, .dispute): "Their role ends"
    case (_, .unsure): "I abstain"
    }
  }

  /// The look of a vote: clay where a role is to end.
  func look(_ stance: Opinion.Stance) -> String {
    switch (self, stance) {
    case (_, .unsure): "waiting"
    case (.recall, .endorse), (.confirm, .dispute): "disputed"
    case (.recall, .dispute), (.confirm, .endorse): "accepted"
    }
  }

  func verb(_ stance: Opinion.Stance) -> String {
    switch (self, stance) {
    case (.recall, .endorse): "wants their role to end"
    case (.recall, .dispute): "wants them to stay"
    case (.confirm, .endorse): "is for another term"
    case (.confirm, .dispute): "wants their role to end"
    case (_, .unsure): "abstains"
    }
  }
}

extension Scribe {
  /// What came of a vote; of one whose time is over, though nothing was recorded since, what will. Nil while it is open.
  func outcome(of record: BallotRecord) -> BallotRecord.Outcome? {
    let isOver = Int64(viewer.now.timeIntervalSince1970 * 1000) >= record.deadline
    return record.outcome ?? (isOver && !record.isWithdrawn ? state.standing.leaning(of: record.ballot.id) : nil)
  }

  /// How a vote stands, in a sentence.
  func ballotState(_ record: BallotRecord) -> String {
    if record.isWithdrawn { return "It was taken back." }
    let name = viewer.names.name(record.ballot.member)
    guard let outcome = outcome(of: record) else { return "The vote is open until \(viewer.when(record.deadline, .full).words)." }
    switch (record.ballot.question, outcome) {
    case (.recall, .carried):
      let isLast = !record.isDone && state.standing.founders == [record.ballot.member]
      return isLast
        ? "Carried; \(name) is the only founder, and stays until there is another."
        : "Carried: their role as a founder ended."
    case (.recall, .rejected): return "Not carried: \(name) stays."
    case (.recall, .lapsed): return "Too few voted: \(name) stays."
    case (.confirm, .carried): return "Confirmed for another term."
    case (.confirm, .rejected): return "Not confirmed: the role ends with the term."
    case (.confirm, .lapsed): return "Too few voted: the role ends with the term, unless another vote confirms it."
    }
  }

  func ballot(_ id: ID<Ballot>) -> BallotPage? {
    guard let record = state.standing.ballots[id], let count = state.standing.count(of: id) else { return nil }
    let (ballot, question) = (record.ballot, record.ballot.question)
    let isOpen = record.isOpen && Int64(viewer.now.timeIntervalSince1970 * 1000) < record.deadline
    let camps = record.hasCamps ? ["On one side", "On the other side"] : ["All"]
    let back = URLPath.ballot(id)
    let mine = viewer.member.flatMap { state.standing.opinions(on: .ballot(id))[$0] }
    let mayVote = isOpen && viewer.member.map { record.voters[$0] != nil } ?? false
    let held = state.standing.opinions(on: .ballot(id)).filter { record.voters[$0.key] != nil }
      .sorted { ($0.value.sequence, $0.key) < ($1.value.sequence, $1.key) }
    let order: [Opinion.Stance] = [.endorse, .dispute, .unsure]
    let opinions = OpinionsView(
      on: Topic.ballot(id).formValue, back: back,
      summary: held.isEmpty ? nil : Numbers.counted(held.count, "has voted", "have voted") + " of \(record.voters.count) who may",
      held: held.map { member, opinion in
        .init(
          by: person(member), class: question.look(opinion.stance), words: question.verb(opinion.stance),
          reason: opinion.reason.isEmpty ? nil : opinion.reason, when: viewer.when(opinion.time))
      }, canOpine: mayVote, prompt: "Your vote, and your reason", placeholder: "may stay empty",
      none: "Nobody has voted yet.",
      choices: order.map { .init(value: $0.rawValue, name: question.label($0), selected: mine?.stance == $0) }, reason: mine?.reason,
      hasOpinion: mine != nil, key: Exchange.newKey())
    return BallotPage(
      question: question.words(viewer.names.name(ballot.member)), about: person(ballot.member), by: person(record.author),
      when: viewer.when(record.time, .full), reason: ballot.reason,
      successor: ballot.successor.map(person), state: ballotState(record), isOpen: isOpen,
      sides: zip(camps, count.sides).map { name, side in bar(name, side, question) },
      needed: needed(record),
      opinions: opinions,
      why: isOpen && !mayVote
        ? (viewer.member == ballot.member
          ? "It is about you: the others vote."
          : "You had no voice yet when the vote was opened. Say what you think of lessons, and you will have one.") : nil,
      withdraw: isOpen && record.author == viewer.member ? back + "/withdrawal" : nil, key: Exchange.newKey())
  }

  private func needed(_ record: BallotRecord) -> String {
    let (share, quorum) = (Self.hundredths(record.shareMin), Self.hundredths(record.quorum))
    let (each, of) = record.hasCamps ? (", more than half on each side,", " of each side") : ("", "")
    return switch record.ballot.question {
    case .recall: "It takes \(share) of 100 of the voices that vote\(each) and \(quorum) of 100 of all voices\(of) must vote."
    case .confirm:
      "It takes half of the voices that vote\(record.hasCamps ? ", each side counting as much as the other," : "") and \(quorum) of 100 of all voices must vote."
    }
  }

  private func bar(_ name: String, _ side: BallotCount.Side, _ question: Ballot.Question) -> BallotPage.Bar {
    func part(_ voices: Double) -> Int { side.all > 0 ? Int((voices / side.all * 100).rounded()) : 0 }
    let (yes, no, unsure) = (part(side.yes), part(side.no), part(side.unsure))
    let label = { (stance: Opinion.Stance) in question.label(stance) }
    let silent = max(0, 100 - yes - no - unsure)
    let abstaining = unsure == 0 ? "" : "\(unsure) abstain, "
    return .init(
      name: name,
      words: "Of 100 voices, \(yes): “\(label(.endorse))”, \(no): “\(label(.dispute))”, \(abstaining)\(silent) have not voted",
      yes: yes, no: no)
  }
}
