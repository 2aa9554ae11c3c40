import Foundation

/// What an act that concerns somebody else rests on: one of the village's rules, and what shows that it applies.
public struct Ground: Hashable, Sendable, Codable {
  public static let pointersMax = 10

  /// The name of a rule of the village, as it was called then.
  public let rule: String
  /// What shows it, in words; may be empty.
  public let words: String
  /// The lessons, acts and comments that show it.
  public let see: [Topic]

  public init(_ rule: String, words: String = "", see: [Topic] = []) {
    self.rule = rule
    self.words = words
    self.see = see
  }
}

extension Act {
  /// Whether it may concern somebody else, and so rest on a rule.
  public var takesGround: Bool { Self.kindsTakingGround.contains(kind) }

  private static let kindsTakingGround: Set<String> = [
    "role.granted.v1", "table.retracted.v1", "lesson.retracted.v1", "contribution.retracted.v1", "lesson.declined.v1",
    "comment.withdrawn.v1", "disagreement.settled.v1", "disagreement.reopened.v1", "release.withdrawn.v1", "proposal.withdrawn.v1",
    "acts.reverted.v1", "group.left.v1",
  ]

  /// Reads what an act of a kind rests on; nil where nothing is said, as in ledgers from before there were rules.
  public static func ground(kind: String, payload: String) throws(WireError) -> Ground? {
    guard kindsTakingGround.contains(kind) else { return nil }
    do {
      return try JSONDecoder().decode(Grounded.self, from: Data(payload.utf8)).ground
    } catch {
      throw .unreadable(kind: kind, reason: String(describing: error))
    }
  }

  /// The key beside those of the act itself.
  struct Grounded: Codable { let ground: Ground? }
}
