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
    case .opined(let opinion): words(of: opinion)
    case .proposed: "proposed how to settle a disagreement."
    case .proposalWithdrawn: "took back a proposal."
    case .reverted(let reversal):
      reversal.member == nil
        ? "took back all acts from number \(reversal.first) to \(reversal.last)."
        : "took back what a member did from number \(reversal.first) to \(reversal.last)."
    case .reversalWithdrawn: "let acts count again that had been taken back."
    case .groupSet(let group): "set up the group “\(group.name)”\(group.charter.isEmpty ? "." : ": \(group.charter)")"
    case .groupJoined(_, let group): "added someone to the group “\(group)”."
    case .policySet(let numbers, _):
      "decided how lessons come to count: \(numbers.sorted { $0.key < $1.key }.map { "\($0.key) \(plain($0.value))" }.joined(separator: ", "))."
    case .ballotOpened(let ballot):
      ballot.question == .recall
        ? "put it to the vote whether a founder’s role ends." : "put it to the vote whether a founder goes on for another term."
    case .seen(let acts): "looked at \(acts.count == 1 ? "act \(acts[0])" : "\(acts.count) acts")."
    case .unseen(let acts): "took back having looked at \(acts.count == 1 ? "act \(acts[0])" : "\(acts.count) acts")."
    case .answersChanged(let influence):
      "changed \(influence.changed) of \(influence.questions) answers to what people asked of late, by: \(influence.lessons.prefix(Self.sentencesMax).map { sentence(of: $0.lesson) }.joined(separator: " "))"
    case .ballotWithdrawn: "took back a vote on a founder."
    case .rulesSet(let rules, _): "set the village’s rules: \(rules.map { "“\($0.name)”" }.joined(separator: ", "))."
    case .groupLeft(_, let group, _): "took someone out of the group “\(group)”."
    }
  }

  func reason(of act: Act) -> String? {
    let reason =
      switch act {
      case .retracted(_, let reason), .tableRetracted(_, let reason), .contributionRetracted(_, let reason), .accepted(_, let reason),
        .declined(_, let reason), .reopened(_, let reason), .cautionSet(_, let reason), .releaseWithdrawn(_, let reason),
        .publicAnswered(_, let reason), .reversalWithdrawn(_, let reason), .groupLeft(_, _, let reason), .policySet(_, let reason),
        .rulesSet(_, let reason):
        reason
      case .opined(let opinion): opinion.reason
      case .proposed(let proposal): proposal.reason
      case .ballotOpened(let ballot): ballot.reason
      case .reverted(let reversal): reversal.reason
      case .settled(let settlement): settlement.reason
      default: ""
      }
    return reason.isEmpty ? nil : reason
  }

  /// Whether what the act did was taken back since.
  func isUndone(_ entry: Entry) -> Bool {
    if state.standing.isReverted(entry) { return true }
    return switch entry.act {
    case .taught(let lessons): lessons.allSatisfy { state.standing.lessons[$0.id]?.status == .retracted }
    case .commented(let id, _, _): state.standing.comments[id]?.isWithdrawn == true
    case .retracted(let id, _): state.standing.lessons[id]?.status != .retracted
    case .released: !state.standing.releases.contains { $0.sequence == entry.sequence }
    case .settled(let settlement):
      state.standing.settlements[settlement.disagreement]?.contains { $0.sequence == entry.sequence && $0.reopened != nil } == true
    case .reverted(let reversal): state.standing.reversals.contains { $0.reversal.id == reversal.id && $0.isWithdrawn }
    case .opined(let opinion): state.standing.opinions(on: opinion.on)[entry.author]?.sequence != entry.sequence
    case .proposed(let proposal): state.standing.proposals[proposal.id]?.status == .withdrawn
    case .seen(let acts): !acts.contains { state.standing.seenBy($0).contains(entry.author) }
    case .ballotOpened(let ballot): state.standing.ballots[ballot.id]?.isWithdrawn == true
    default: false
    }
  }

  private func plain(_ number: Double) -> String { number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number) }

  private func words(of opinion: Opinion) -> String {
    if case .ballot(let id) = opinion.on { return vote(opinion.stance, on: id) }
    let what =
      switch opinion.on {
      case .lesson(let id): sentence(of: id)
      case .disagreement: "how a disagreement was settled."
      case .comment(let id): "what a colleague said: \(state.standing.comments[id]?.text ?? "")"
      case .proposal: "a proposal."
      case .act(let sequence): "act \(sequence)."
      case .panel(let id): "(on a panel) \(sentence(of: id))"
      case .ballot: "a vote on a founder."
      }
    return switch opinion.stance {
    case .endorse: "endorsed: \(what)"
    case .dispute: "disputed: \(what)"
    case .unsure: "is unsure about: \(what)"
    case nil: "took back an opinion on: \(what)"
    }
  }

  private func vote(_ stance: Opinion.Stance?, on id: ID<Ballot>) -> String {
    let isRecall = state.standing.ballots[id]?.ballot.question != .confirm
    return switch stance {
    case .endorse: isRecall ? "voted that a founder’s role ends." : "voted that a founder goes on for another term."
    case .dispute: isRecall ? "voted that a founder stays." : "voted that a founder’s role ends."
    case .unsure: "abstained in a vote on a founder."
    case nil: "took back a vote on a founder’s role."
    }
  }

  /// The wording before, of a lesson that was reworded.
  func before(_ act: Act) -> Lesson? {
    guard case .revised(let lesson, let after) = act, after >= 1 else { return nil }
    let revisions = (state.standing.lessons[lesson.id] ?? state.standing.struck[lesson.id])?.revisions ?? []
    return revisions.indices.contains(after - 1) ? revisions[after - 1].lesson : nil
  }

  private static let sentencesMax = 3

  private func sentences(of lessons: [Lesson]) -> String {
    let shown = lessons.prefix(Self.sentencesMax).map { sayer.say($0) }.joined(separator: " ")
    return lessons.count > Self.sentencesMax ? "\(shown) And \(lessons.count - Self.sentencesMax) more." : shown
  }

  private func sentence(of id: ID<Lesson>) -> String {
    (state.standing.lessons[id] ?? state.standing.struck[id]).map { sayer.say($0.lesson) } ?? "lesson \(id)"
  }

  private func words(of settlement: Settlement) -> String {
    switch settlement.outcome {
    case .holds(let winners): "settled a disagreement: \(winners.map(sentence).joined(separator: " "))"
    case .scoped(let scopes): "settled a disagreement, each for its own: \(scopes.map { scoped($0) }.joined(separator: " "))"
    case .precedes(let winners): "settled which goes first where both apply: \(winners.map(sentence).joined(separator: " "))"
    case .pointsOfView: "settled a disagreement: both stay, as points of view."
    case .merged(let lesson): "settled a disagreement; instead of all holds: \(sentence(of: lesson))"
    case .withdrawn: "settled a disagreement: none of them holds."
    }
  }

  private func scoped(_ scope: Settlement.Scope) -> String {
    state.standing.lessons[scope.lesson].map { sayer.say($0.lesson.scoped(to: scope.qualifiers)) } ?? ""
  }
}
