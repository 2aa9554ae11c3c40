/// Something that a member did. Acts are facts in the past tense; they are recorded, never requested.
public enum Act: Hashable, Sendable {
  /// The village began; the author is its founder.
  case founded(name: String)
  /// The author took up an invitation.
  case joined(role: Role, group: String?, invitedBy: ID<Member>?)
  case roleGranted(to: ID<Member>, Role)
  case taught([Lesson])
  /// Some rows of a table; the rows of one file share its id.
  case tableTaught(Table)
  case tableRetracted(ID<Table>, reason: String)
  /// The lesson now says this; `after` is the revision that its author had seen, from 1.
  case revised(Lesson, after: Int)
  case retracted(ID<Lesson>, reason: String)
  /// All that a member taught was taken back.
  case contributionRetracted(of: ID<Member>, reason: String)
  /// A retraction was taken back.
  case reinstated(ID<Lesson>)
  case accepted(ID<Lesson>, reason: String)
  case declined(ID<Lesson>, reason: String)
  case commented(ID<Comment>, on: Topic, text: String)
  case commentWithdrawn(ID<Comment>)
  case settled(Settlement)
  case reopened(ID<Disagreement>, reason: String)
  /// The community chose how careful the assistant is; nil: it finds out by itself again.
  case cautionSet(Caution?, reason: String)
  /// The village as it stands now got a name, by which it can be asked for ever after.
  case released(Release)
  /// The release is no longer kept.
  case releaseWithdrawn(String, reason: String)
  /// The public is answered from this release from now on; nil: from the village as it stands at any time.
  case publicAnswered(from: String?, reason: String)
  case opined(Opinion)
  case proposed(Proposal)
  case proposalWithdrawn(ID<Proposal>)
  /// These acts count no longer.
  case reverted(Reversal)
  /// They count again.
  case reversalWithdrawn(ID<Reversal>, reason: String)
  /// The group is this from now on; the first one of a name founds it, and makes its author a member.
  case groupSet(Group)
  case groupJoined(ID<Member>, group: String)
  case groupLeft(ID<Member>, group: String, reason: String)
  /// These numbers of the policy by which lessons come to count are others from now on.
  case policySet([String: Double], reason: String)
  /// The author looked at these acts, by their places in the ledger.
  case seen([Int])
  case unseen([Int])
  /// A founder's role was put to the vote of all members in standing.
  case ballotOpened(Ballot)
  case ballotWithdrawn(ID<Ballot>)
  /// These are the rules by which people judge each other's work from now on, in place of those before.
  case rulesSet([VillageRule], reason: String)
  /// The server asked recent questions anew: these lessons of the author changed so many answers.
  case answersChanged(Influence)
}

public enum Role: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Talks only.
  case visitor
  /// Teaches for review.
  case newcomer
  /// Teaches at once, reviews, settles.
  case teacher
  /// Grants roles besides.
  case founder

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .visitor: 0
    case .newcomer: 1
    case .teacher: 2
    case .founder: 3
    }
  }
}

/// How people settled a disagreement, why, and who saw it otherwise.
public struct Settlement: Hashable, Sendable, Codable {
  public enum Outcome: Hashable, Sendable {
    /// These hold; the other lessons involved do not.
    case holds([ID<Lesson>])
    /// Each holds for its own audience or time.
    case scoped([Scope])
    /// Where these and others of the lessons both apply, these go first.
    case precedes([ID<Lesson>])
    /// All stay, side by side, as points of view.
    case pointsOfView
    /// This one, taught to say what all meant, holds instead of them.
    case merged(into: ID<Lesson>)
    /// None of them holds.
    case withdrawn
  }

  public struct Scope: Hashable, Sendable, Codable {
    public let lesson: ID<Lesson>
    public let qualifiers: Qualifiers

    public init(_ lesson: ID<Lesson>, _ qualifiers: Qualifiers) {
      self.lesson = lesson
      self.qualifiers = qualifiers
    }

    private enum CodingKeys: String, CodingKey { case lesson, qualifiers = "holds" }
  }

  public let disagreement: ID<Disagreement>
  /// All lessons that were on the table; one taught later opens the question again.
  public let lessons: [ID<Lesson>]
  public let outcome: Outcome
  public let reason: String
  /// What those who saw it otherwise asked to have written down.
  public let dissent: String
  /// The proposal that was voted on; nil: it was settled without a vote.
  public let proposal: ID<Proposal>?
  /// When people want to look at it again; nil: when something new is taught.
  public let review: Day?

  public init(
    _ disagreement: ID<Disagreement>, lessons: [ID<Lesson>], _ outcome: Outcome, reason: String, dissent: String = "",
    proposal: ID<Proposal>? = nil, review: Day? = nil
  ) {
    self.disagreement = disagreement
    self.lessons = lessons
    self.outcome = outcome
    self.reason = reason
    self.dissent = dissent
    self.proposal = proposal
    self.review = review
  }

  private enum CodingKeys: String, CodingKey { case disagreement, lessons, outcome, reason, dissent, proposal, review }
}

/// An act with its author, time and place in the ledger.
public struct Entry: Hashable, Sendable {
  /// From 1, without gaps.
  public let sequence: Int
  public let act: Act
  public let author: ID<Member>
  /// Milliseconds since 1970, UTC.
  public let time: Int64
  /// The rule it rests on, and what shows it; nil where it concerns nobody else, and in old ledgers.
  public let ground: Ground?

  public init(sequence: Int, _ act: Act, by author: ID<Member>, at time: Int64, on ground: Ground? = nil) {
    self.sequence = sequence
    self.act = act
    self.author = author
    self.time = time
    self.ground = ground
  }
}

extension Act {
  /// Whether it only says something of other acts: that somebody looked at them, or what they did to the answers.
  public var isMark: Bool {
    switch self {
    case .seen, .unseen, .answersChanged: true
    default: false
    }
  }

  /// Whether lessons are taught by it, or said in other words.
  public var teaches: Bool {
    switch self {
    case .taught, .tableTaught, .revised: true
    default: false
    }
  }
}
