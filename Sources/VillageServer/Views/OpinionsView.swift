import Community
import Lessons
import Mind

/// What members think of one thing, and the form by which the viewer says so too; see `Templates/opinions.mustache`.
struct OpinionsView: Sendable {
  struct Held: Sendable {
    let by: Person
    let `class`: String
    let words: String
    let reason: String?
    let when: When
  }

  struct Choice: Sendable {
    let value: String
    let name: String
    let selected: Bool
  }

  /// What it is about, as the form sends it.
  let on: String
  /// Where to come back to.
  let back: String
  /// “3 endorse it, 1 disputes it”; nil while nobody has said anything.
  let summary: String?
  let held: [Held]
  let canOpine: Bool
  /// What the form asks.
  var prompt = "What do you think? Your reason"
  var placeholder = "needed to dispute it"
  var none = "No colleague has said what they think of it."
  let choices: [Choice]
  let reason: String?
  let hasOpinion: Bool
  let key: String
}

extension Topic {
  /// As forms send it: `lesson:ab12`.
  var formValue: String {
    switch self {
    case .lesson(let id): "lesson:\(id)"
    case .disagreement(let id): "disagreement:\(id)"
    case .comment(let id): "comment:\(id)"
    case .proposal(let id): "proposal:\(id)"
    case .act(let sequence): "act:\(sequence)"
    case .panel(let id): "panel:\(id)"
    case .ballot(let id): "ballot:\(id)"
    }
  }

  init?(formValue: String) {
    let parts = formValue.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "lesson": self = .lesson(ID(parts[1]))
    case "disagreement": self = .disagreement(ID(parts[1]))
    case "comment": self = .comment(ID(parts[1]))
    case "proposal": self = .proposal(ID(parts[1]))
    case "panel": self = .panel(ID(parts[1]))
    case "ballot": self = .ballot(ID(parts[1]))
    case "act":
      guard let sequence = Int(parts[1]) else { return nil }
      self = .act(sequence)
    default: return nil
    }
  }
}

extension Opinion.Stance {
  var verb: String {
    switch self {
    case .endorse: "endorses it"
    case .dispute: "disputes it"
    case .unsure: "is unsure"
    }
  }

  var label: String {
    switch self {
    case .endorse: "I endorse it"
    case .dispute: "I dispute it"
    case .unsure: "I am unsure"
    }
  }

  /// The look of the standing that it speaks for.
  var look: String {
    switch self {
    case .endorse: "accepted"
    case .dispute: "disputed"
    case .unsure: "waiting"
    }
  }
}

extension Scribe {
  func opinions(on topic: Topic, back: String, byAuthor author: ID<Member>? = nil) -> OpinionsView {
    let all = state.standing.opinions(on: topic)
    let mine = viewer.member.flatMap { all[$0] }
    let order: [Opinion.Stance] = [.endorse, .dispute, .unsure]
    let held = all.sorted { ($0.value.sequence, $0.key) < ($1.value.sequence, $1.key) }.map { member, opinion in
      OpinionsView.Held(
        by: person(member), class: opinion.stance.look, words: opinion.stance.verb, reason: opinion.reason.isEmpty ? nil : opinion.reason,
        when: viewer.when(opinion.time))
    }
    return OpinionsView(
      on: topic.formValue, back: back, summary: summary(state.standing.opinionCount(on: topic)), held: held,
      canOpine: viewer.canTeach && author != viewer.member,
      choices: order.map { .init(value: $0.rawValue, name: $0.label, selected: mine?.stance == $0) }, reason: mine?.reason,
      hasOpinion: mine != nil, key: Exchange.newKey())
  }

  func summary(_ count: OpinionCount) -> String? {
    let parts = [
      count.endorse == 0 ? nil : "\(count.endorse) \(count.endorse == 1 ? "endorses" : "endorse") it",
      count.dispute == 0 ? nil : "\(count.dispute) \(count.dispute == 1 ? "disputes" : "dispute") it",
      count.unsure == 0 ? nil : "\(count.unsure) \(count.unsure == 1 ? "is" : "are") unsure",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
