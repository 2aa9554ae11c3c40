/// What a member thinks of something that others taught, said or decided; changeable, and always under a name.
public struct Opinion: Hashable, Sendable {
  public enum Stance: String, Hashable, Sendable, Codable, CaseIterable {
    case endorse
    case dispute
    /// Seen, and undecided: it moves no number, and tells that someone looked.
    case unsure
  }

  public let on: Topic
  /// Nil: the member takes back what they had said of it.
  public let stance: Stance?
  /// Why, in their words; may be empty.
  public let reason: String

  public init(_ stance: Stance?, on topic: Topic, reason: String = "") {
    self.on = topic
    self.stance = stance
    self.reason = reason
  }
}

/// What a comment or an opinion is about.
public enum Topic: Hashable, Sendable {
  case lesson(ID<Lesson>)
  /// The question; an opinion on it is one on how it was settled.
  case disagreement(ID<Disagreement>)
  case comment(ID<Comment>)
  case proposal(ID<Proposal>)
  /// An act, by its place in the ledger: where people speak of a decision about someone.
  case act(Int)
  /// What the panel on a lesson is asked: an opinion on it is the vote of one who was drawn.
  case panel(ID<Lesson>)
  /// A vote on a founder's role: an opinion on it is a vote.
  case ballot(ID<Ballot>)
}
