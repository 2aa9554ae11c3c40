import Community
import Foundation
import Lessons
import Mind
import VillageService

/// What an act rests on, as pages show it; see `Templates/ground.mustache`.
struct GroundView: Sendable {
  let rule: String
  let words: String?
  let see: [Link]
}

/// A rule to choose, as the forms offer it; see `Templates/ground-form.mustache`.
struct RuleChoice: Sendable {
  let name: String
  let words: String
}

extension Scribe {
  func view(of ground: Ground) -> GroundView {
    GroundView(rule: ground.rule, words: ground.words.isEmpty ? nil : ground.words, see: ground.see.map(pointer))
  }

  private func pointer(_ topic: Topic) -> Link {
    let words: String =
      switch topic {
      case .lesson(let id), .panel(let id): (state.standing.lessons[id] ?? state.standing.struck[id]).map(sentence) ?? "lesson \(id)"
      case .act(let number): "act \(number)"
      case .comment(let id): state.standing.comments[id].map { "“\($0.text)”" } ?? "a comment"
      case .disagreement: "a disagreement"
      case .proposal: "a proposal"
      case .ballot: "a vote on a founder"
      }
    return Link(path: topic.path, words: words)
  }
}

extension Form {
  static let evidenceLengthMax = 1_000  // characters

  /// The rule that the form names, and what shows it; nil where none was chosen.
  func ground() throws(Problem) -> Ground? {
    guard let rule = try optional("rule", charactersMax: VillageRule.nameLengthMax) else { return nil }
    return Ground(
      rule, words: try optional("evidence", charactersMax: Self.evidenceLengthMax) ?? "",
      see: try Topic.pointers(try optional("see", charactersMax: 2_000) ?? ""))
  }
}

extension Topic {
  /// What addresses of pages, or ids with their kind, point at: “/lessons/ab12, act:5”.
  static func pointers(_ text: String) throws(Problem) -> [Topic] {
    var topics: [Topic] = []
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      guard let topic = Topic(pointer: String(word)) else {
        throw .invalid("see", "has “\(word)”; write the addresses of lessons and acts, such as /lessons/ab12")
      }
      topics.append(topic)
    }
    return topics
  }

  private init?(pointer: String) {
    if let topic = Topic(formValue: pointer) {
      self = topic
      return
    }
    // The last two parts of a page's address, whatever stands before and behind them.
    let path = pointer.split(whereSeparator: { $0 == "#" || $0 == "?" })[0].split(separator: "/")
    guard path.count >= 2, let id = path[path.count - 1].removingPercentEncoding else { return nil }
    switch path[path.count - 2] {
    case "lessons": self = .lesson(ID(id))
    case "disagreements": self = .disagreement(ID(id))
    case "acts":
      guard let number = Int(id) else { return nil }
      self = .act(number)
    default: return nil
    }
  }
}
