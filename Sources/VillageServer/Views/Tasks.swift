import Community
import Foundation
import Lessons
import Mind
import Reasoning

/// Something that waits for one member.
enum MemberTask {
  /// One of their lessons is part of it, or their word tells much.
  case disagreement(Clash)
  /// A newcomer's lesson, or one that needs the nod of their group.
  case review(ID<Lesson>)
  /// A vote that they have not cast.
  case vote(ProposalRecord)
  /// They were drawn for the panel on it, and have not spoken.
  case panel(ID<Lesson>)
  /// An act about someone who disputes it.
  case appeal(Entry)
  /// A vote on a founder's role in which they have not voted, or which is about them.
  case ballot(BallotRecord)
  /// A founder's term ends soon, and nobody has put it to the vote whether they go on.
  case term(ID<Member>, ends: Int64)
}

extension VillageState {
  /// What waits for a member, disagreements first, those that matter most before the rest; the oldest of the others first.
  ///
  /// - Parameter times: how many recent answers each disagreement touched.
  func tasks(for member: ID<Member>, touching times: [ID<Disagreement>: Int] = [:], now: Date) -> [MemberTask] {
    let moment = Int64(now.timeIntervalSince1970 * 1000)
    guard let role = standing.role(of: member), role >= .newcomer else { return [] }
    let open = ordered(openClashes(), times: times)
    let questions = open.map { Routing.Question($0.id, lessons: Array($0.lessons), topics: [$0.subject]) }
    let asked = Set(Routing(questions, in: standing).asked[member] ?? [])
    let clashes = open.filter { asked.contains($0.id) }
    var tasks = clashes.map { MemberTask.disagreement($0) }
    if role >= .teacher { tasks += waitingLessons().filter { mayReview($0, member) }.map { .review($0) } }
    tasks += standing.proposals.values.filter { record in
      record.status == .open && record.deadline > moment && record.author != member
        && standing.opinions(on: .proposal(record.proposal.id))[member] == nil
        && status(of: record.proposal.disagreement) == .open
    }.sorted { $0.sequence < $1.sequence }.map { .vote($0) }
    tasks += standing.openPanels().filter { panel in
      panel.seats.contains(member) && standing.opinions(on: .panel(panel.lesson))[member].map { $0.time < panel.panel.called } ?? true
    }.map { .panel($0.lesson) }
    tasks += standing.ballotsInOrder.filter { record in
      guard record.isOpen, record.deadline > moment else { return false }
      return record.ballot.member == member
        || (record.voters[member] != nil && standing.opinions(on: .ballot(record.ballot.id))[member] == nil)
    }.map { .ballot($0) }
    tasks += terms(for: member, at: moment)
    if role == .founder { tasks += standing.appeals().filter { $0.author != member }.map { .appeal($0) } }
    return tasks
  }

  /// The terms that end soon: one's own, and those of founders whom one may put to the vote.
  private func terms(for member: ID<Member>, at moment: Int64) -> [MemberTask] {
    standing.founders.sorted().compactMap { founder in
      guard let end = standing.termEnd(of: founder), let begins = standing.confirmationBegins(of: founder), begins <= moment,
        standing.openBallot(on: founder)?.ballot.question != .confirm, founder == member || standing.hasVoice(member)
      else { return nil }
      return .term(founder, ends: end)
    }
  }

  private func status(of disagreement: ID<Disagreement>) -> DisagreementStatus? { mind.clashes[disagreement].map { status(of: $0) } }

  /// Whether a teacher may say yes to a waiting lesson: it is not theirs, and no group that they are not in looks after it.
  func mayReview(_ id: ID<Lesson>, _ member: ID<Member>) -> Bool {
    guard let record = standing.lessons[id], record.author != member else { return false }
    let groups = standing.members[member]?.groups ?? []
    return standing.gates(for: record.lesson, by: record.author).allSatisfy { groups.contains($0.name) }
  }

  /// The lessons that wait for review, oldest first.
  func waitingLessons() -> [ID<Lesson>] {
    standing.waiting.sorted { (standing.lessons[$0]?.taughtIn ?? 0, $0) < (standing.lessons[$1]?.taughtIn ?? 0, $1) }
  }
}

extension VillageState {
  /// The open disagreements about one thing.
  func openClashes(about concept: Concept) -> [Clash] {
    mind.beliefs.clashes(about: concept).filter { status(of: $0) == .open }
  }
}
