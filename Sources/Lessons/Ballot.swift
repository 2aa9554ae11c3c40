/// A vote of all members in standing on whether somebody's role as a founder ends, or goes on for another term.
public struct Ballot: Hashable, Sendable, Codable {
  public enum Question: String, Hashable, Sendable, Codable, CaseIterable {
    /// Does their role end?
    case recall
    /// Does it go on, though its term is over?
    case confirm
  }

  public let id: ID<Ballot>
  public let member: ID<Member>
  public let question: Question
  public let reason: String
  /// Who is a founder in their place, where a recall would leave the village without one.
  public let successor: ID<Member>?

  public init(_ id: ID<Ballot>, on question: Question, of member: ID<Member>, successor: ID<Member>? = nil, reason: String) {
    self.id = id
    self.member = member
    self.question = question
    self.reason = reason
    self.successor = successor
  }
}
