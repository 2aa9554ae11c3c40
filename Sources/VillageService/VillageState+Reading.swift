import Community
import Crypto
import Foundation
import Lessons
import Mind
import Reasoning

extension VillageState {
  /// A SHA-256, in hex, over what stands, who is who, and where lessons clash: equal on servers that agree.
  func digest() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var hash = SHA256()
    func add(_ parts: String...) { hash.update(data: Data((parts.joined(separator: "\u{1F}") + "\n").utf8)) }
    add("village", standing.name, String(standing.sequence))
    for (id, member) in standing.members.sorted(by: { $0.key < $1.key }) {
      add("member", id.rawValue, member.role.rawValue, member.groups.sorted().joined(separator: ","))
    }
    for release in standing.releases { add("release", release.name, String(release.sequence)) }
    if let publicly = standing.publicly { add("public", publicly.release ?? "") }
    for reversal in standing.reversals { add("reversal", reversal.reversal.id.rawValue, "\(reversal.isWithdrawn)") }
    for id in standing.proposals.keys.sorted() { add("proposal", id.rawValue, standing.proposals[id].map { "\($0.status)" } ?? "") }
    for (name, record) in standing.groupRecords.sorted(by: { $0.key < $1.key }) { add("group", name, String(record.sequence)) }
    for record in standing.policies { add("policy", String(record.sequence)) }
    for record in standing.ballotsInOrder { add("ballot", record.ballot.id.rawValue, record.outcome?.rawValue ?? "") }
    for record in standing.ruleRecords { add("rules", String(record.sequence)) }
    for id in standing.lessons.keys.sorted() {
      for (member, opinion) in standing.opinions(on: .lesson(id)).sorted(by: { $0.key < $1.key }) {
        add("opinion", id.rawValue, member.rawValue, opinion.stance.rawValue)
      }
      guard let lesson = mind.beliefs.lesson(id) else {
        add("gone", id.rawValue, standing.lessons[id]?.status.rawValue ?? "")
        continue
      }
      let body = (try? encoder.encode(lesson.lesson)).map { String(decoding: $0, as: UTF8.self) } ?? ""
      add("lesson", lesson.author.rawValue, String(lesson.sequence), "\(lesson.reach)", "\(lesson.weight)", body)
    }
    for (id, clash) in mind.clashes.sorted(by: { $0.key < $1.key }) {
      add(
        "clash", id.rawValue, clash.sides.map { $0.map(\.rawValue).joined(separator: ",") }.joined(separator: "|"),
        "\(status(of: clash) == .open)")
    }
    return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  /// The pages that an entry touches.
  func places(of entry: Entry) -> [VillageEvent.Place] {
    func lesson(_ id: ID<Lesson>) -> [VillageEvent.Place] {
      [.lesson(id)] + (standing.lessons[id]?.lesson.about ?? []).map { .concept($0) }
    }
    switch entry.act {
    case .founded, .joined, .roleGranted, .contributionRetracted: return [.people]
    case .taught(let lessons): return lessons.flatMap { lesson($0.id) }
    case .tableTaught, .tableRetracted: return []
    case .revised(let revised, _): return lesson(revised.id)
    case .retracted(let id, _), .reinstated(let id), .accepted(let id, _), .declined(let id, _): return lesson(id)
    case .commented(_, let topic, _): return places(of: topic)
    case .commentWithdrawn(let id): return standing.comments[id].map { places(of: $0.topic) } ?? []
    case .opined(let opinion): return places(of: opinion.on)
    case .proposed(let proposal): return [.disagreement(proposal.disagreement)]
    case .proposalWithdrawn(let id): return standing.proposals[id].map { [.disagreement($0.proposal.disagreement)] } ?? []
    case .reverted, .reversalWithdrawn, .groupSet, .groupJoined, .groupLeft, .policySet, .rulesSet: return [.people]
    case .ballotOpened, .ballotWithdrawn: return [.people]
    case .settled(let settlement): return [.disagreement(settlement.disagreement)] + settlement.lessons.flatMap { lesson($0) }
    case .reopened(let id, _): return [.disagreement(id)]
    case .cautionSet, .seen, .unseen: return []
    case .answersChanged(let influence): return influence.lessons.flatMap { lesson($0.lesson) }
    case .released, .releaseWithdrawn, .publicAnswered: return [.releases]
    }
  }

  private func places(of topic: Topic) -> [VillageEvent.Place] {
    switch topic {
    case .lesson(let id): [.lesson(id)]
    case .disagreement(let id): [.disagreement(id)]
    case .comment(let id): standing.comments[id].map { places(of: $0.topic) } ?? []
    case .proposal(let id): standing.proposals[id].map { [.disagreement($0.proposal.disagreement)] } ?? []
    case .act: []
    case .panel(let id): [.lesson(id)]
    case .ballot: [.people]
    }
  }
}

extension VillageEvent {
  init(_ entry: Entry, places: [Place]) {
    let kind: Kind =
      switch entry.act {
      case .founded, .joined, .roleGranted: .people
      case .taught: .lesson
      case .tableTaught, .tableRetracted: .import
      case .revised: .revision
      case .retracted, .reinstated, .contributionRetracted: .retraction
      case .accepted, .declined: .review
      case .commented, .commentWithdrawn: .comment
      case .settled, .reopened, .cautionSet: .settlement
      case .released, .releaseWithdrawn, .publicAnswered: .release
      case .opined: .opinion
      case .proposed, .proposalWithdrawn: .comment
      case .reverted, .reversalWithdrawn: .retraction
      case .groupSet, .groupJoined, .groupLeft: .people
      case .policySet, .rulesSet: .settlement
      case .ballotOpened, .ballotWithdrawn: .people
      case .seen, .unseen: .opinion
      case .answersChanged: .review
      }
    self.init(sequence: entry.sequence, kind: kind, by: entry.author, about: places)
  }
}
