public import Lessons

/// What hangs on an item.
public enum Consequence: String, Hashable, Sendable, Codable, CaseIterable {
  case ordinary
  /// A dose, a warning: somebody could come to harm.
  case high
}

/// What an assembly hears. Members and items are numbered from 0, in any order; the caller keeps the names.
public enum AssemblyEvent: Hashable, Sendable {
  /// How somebody came in. `sponsor` is nil for founders and in villages without vouching.
  public struct Joining: Hashable, Sendable {
    public let sponsor: Int?
    /// Whether their review accepts, in a small village.
    public let isTeacher: Bool
    /// What they declare to be: a prior of their competence, no voice.
    public let credential: Credential?
    public let group: Int?

    public init(sponsor: Int? = nil, isTeacher: Bool = false, credential: Credential? = nil, group: Int? = nil) {
      (self.sponsor, self.isTeacher, self.credential, self.group) = (sponsor, isTeacher, credential, group)
    }
  }

  public struct Proposal: Hashable, Sendable {
    public let author: Int
    public let consequence: Consequence
    /// The group that answers for the area, or nil.
    public let owner: Int?
    /// What competence is kept by; any numbering of the caller's.
    public let topic: Int
    public let kind: TeachingKind

    public init(author: Int, consequence: Consequence = .ordinary, owner: Int? = nil, topic: Int = 0, kind: TeachingKind = .fact) {
      (self.author, self.consequence, self.owner, self.topic, self.kind) = (author, consequence, owner, topic, kind)
    }
  }

  case joined(Int, Joining)
  case teacherStanding(Int, Bool)
  /// Sent away for good: the member's voice is silent, the sponsors share the loss.
  case banned(Int)
  case proposed(item: Int, Proposal)
  /// The item was withdrawn by its author or a settlement; it takes part no more.
  case withdrawn(item: Int)
  /// An opinion, in place of the one before; nil takes it back.
  case opinion(Opinion.Stance?, by: Int, on: Int)
  /// The disputes there are were talked over and veto no more.
  case disputesResolved(item: Int)
  /// A vote in the panel that is open on an item; of who has no seat it is not counted.
  case panelVote(Opinion.Stance, by: Int, on: Int)
  /// How many of the replayed questions are answered differently since the item: for the influence budget.
  case replayed(item: Int, changed: Int, questions: Int)
  /// People put an item aside until another camp approves of it.
  case quarantined(item: Int)
  case quarantineLifted(item: Int)
}
