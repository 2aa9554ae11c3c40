public import Lessons

/// Why the village does not record an act.
public enum Refusal: Error, Hashable, Sendable {
  case notAMember
  case alreadyAMember
  case alreadyFounded
  case needsRole(Role)
  case founderStays
  case unknownMember(ID<Member>)
  case unknownLesson(ID<Lesson>)
  case unknownTable(ID<Table>)
  case lessonExists(ID<Lesson>)
  case nothingTaught
  case tooMuchAtOnce(limit: Int)
  case textTooLong(length: Int, limit: Int)
  case reasonMissing
  case notYours(ID<Lesson>)
  case ownLesson(ID<Lesson>)
  case notStanding(ID<Lesson>)
  case notRetracted(ID<Lesson>)
  case notWaiting(ID<Lesson>)
  /// Someone revised the lesson since its reviser saw it.
  case revisedMeanwhile(ID<Lesson>, current: Int)
  case unknownComment(ID<Comment>)
  case commentNotYours(ID<Comment>)
  case unknownDisagreement(ID<Disagreement>)
  case outcomeMissesLessons
  case alreadySettled(ID<Disagreement>)
  case notSettled(ID<Disagreement>)
  case cautionOutOfRange
  case releaseNameUnfit(limit: Int)
  case releaseExists(String)
  case tooManyReleases(limit: Int)
  case unknownRelease(String)
  case releaseInUse(String)
  case publicAlready
  case ownComment
  case noOpinion
  case unknownAct
  /// A colleague disputes the lesson while it waits.
  case heldBack(by: ID<Member>)
  /// A group looks after what the lesson is about.
  case needsNod(of: String)
  case unknownProposal
  case proposalNotYours
  case voteTooLong
  case voteIsOpen
  case notCarried
  case unknownReversal
  case nothingToRevert
  case groupUnfit
  case unknownGroup(String)
  case alreadyInGroup
  case notInGroup(String)
  case noSeat
  case policyUnfit
  /// It takes something from somebody, and does not say by which rule.
  case ruleMissing
  case unknownRule(String)
  case unknownBallot
  case ballotExists
  case ballotOpenAlready
  case ballotTooSoon(until: Int64)
  case alreadyDecided
  case noTerm
  case noVoice
  case ownRole
  /// A recall of the only founder names nobody to be one in their place.
  case successorMissing(ID<Member>)
  case successorUnfit
  /// A founder cannot end another's role.
  case membersDecide(ID<Member>)
  case ownAct
  case tooFewVoters
  case notAFounder(ID<Member>)
  /// The members decided by a vote that they are no founder.
  case decidedAgainst(ID<Member>, until: Int64)
  case rulesUnfit
  case tooManyPointers(limit: Int)
  /// The community switched it off for now.
  case paused
}

extension Refusal: UserReadable {
  public var message: String {
    switch self {
    case .notAMember: "Only members of this village can do that."
    case .alreadyAMember: "You are a member already."
    case .alreadyFounded: "This village has a founder already."
    case .needsRole(let role): "Only a \(role.rawValue) can do that."
    case .founderStays: "A village keeps at least one founder."
    case .unknownMember(let id): "There is no member \(id)."
    case .unknownLesson(let id): "There is no lesson \(id)."
    case .unknownTable: "There is no such table."
    case .lessonExists(let id): "There is a lesson \(id) already."
    case .nothingTaught: "There was nothing to teach in that."
    case .tooMuchAtOnce(let limit): "That is more than \(limit) lessons at once."
    case .textTooLong(let length, let limit): "That text has \(length) characters; \(limit) are allowed."
    case .reasonMissing: "A reason is missing."
    case .notYours: "That lesson was taught by someone else."
    case .ownLesson: "You taught that lesson yourself."
    case .notStanding: "That lesson does not stand any more."
    case .notRetracted: "That lesson was not withdrawn."
    case .notWaiting: "That lesson does not wait for review."
    case .revisedMeanwhile: "Someone changed this lesson while you were writing."
    case .unknownComment: "There is no such comment."
    case .commentNotYours: "That comment was written by someone else."
    case .unknownDisagreement: "There is no such disagreement now."
    case .outcomeMissesLessons: "The outcome does not speak of the lessons that disagree."
    case .alreadySettled: "That disagreement is settled already."
    case .notSettled: "That disagreement is not settled."
    case .cautionOutOfRange: "That is no measure of how sure I must be."
    case .releaseNameUnfit(let limit): "That is no name for a release: one line of 1 to \(limit) characters is."
    case .releaseExists(let name): "There is a release “\(name)” already."
    case .tooManyReleases(let limit): "\(limit) releases are kept already, which is all that can be."
    case .unknownRelease(let name): "There is no release “\(name)”."
    case .releaseInUse(let name): "The public is answered from “\(name)”."
    case .publicAlready: "The public is answered from that already."
    case .ownComment: "You said that yourself."
    case .noOpinion: "You have no opinion on that to take back."
    case .unknownAct: "There is no such act."
    case .heldBack: "A colleague disputes this lesson."
    case .needsNod(let group): "The \(group) look after what this lesson is about; it needs the nod of one of them."
    case .unknownProposal: "There is no such proposal open."
    case .proposalNotYours: "That proposal was made by someone else."
    case .voteTooLong: "A vote lasts from one hour to 90 days."
    case .voteIsOpen: "The vote is still open."
    case .notCarried: "Not more members voted for it than against it."
    case .unknownReversal: "There is no such reversal to take back."
    case .nothingToRevert: "There is nothing to take back in that."
    case .groupUnfit: "That is no name for a group: 1 to \(Group.nameLengthMax) characters are, and at most \(Group.topicsMax) topics."
    case .unknownGroup(let name): "There is no group “\(name)” with that member."
    case .noSeat: "You were not drawn for the panel on this lesson, or it has ruled."
    case .policyUnfit: "That is no number of the policy, or it is out of its range."
    case .ruleMissing: "This concerns somebody else’s work, and does not say by which of the village’s rules."
    case .unknownRule(let name): "“\(name)” is not one of the village’s rules, or this kind of act rests on none."
    case .unknownBallot: "There is no such vote open."
    case .ballotExists: "There is such a vote already."
    case .ballotOpenAlready: "A vote on them is open already."
    case .ballotTooSoon: "It is too soon for a vote on that."
    case .alreadyDecided: "The members have decided on that for this term."
    case .noTerm: "Founders have no term here, so there is nothing to confirm."
    case .noVoice: "You have no voice in this vote."
    case .ownAct: "You did that yourself."
    case .successorMissing: "They are the only founder: say who is to be one in their place."
    case .successorUnfit: "Only a teacher who is no founder can be named to take a founder’s place, and only in a recall."
    case .membersDecide: "They are a founder: their role ends by a vote of the members, or by their own hand."
    case .ownRole: "Your own role is for the others to vote on."
    case .tooFewVoters: "There are too few members with a voice: a vote takes two besides the one it is about."
    case .notAFounder: "They are no founder."
    case .decidedAgainst: "The members decided by a vote that they are no founder, and that stands for a time."
    case .rulesUnfit:
      "Those are no rules: from \(VillageRule.countRange.lowerBound) to \(VillageRule.countRange.upperBound) are, each with a name of its own of at most \(VillageRule.nameLengthMax) characters."
    case .tooManyPointers(let limit): "At most \(limit) lessons and acts can be pointed at."
    case .paused: "The community has paused that for now."
    case .alreadyInGroup: "They are one of that group already."
    case .notInGroup(let name): "Only one of the \(name) can do that."
    }
  }

  public var hint: String {
    switch self {
    case .notAMember: "Ask a member for an invitation."
    case .needsRole: "Ask a colleague who has that standing, or ask the founder for it."
    case .tooMuchAtOnce: "Teach it in smaller parts, or import it as a table."
    case .textTooLong: "Say it in fewer words, or in several lessons."
    case .reasonMissing: "Write one sentence that says why."
    case .notYours: "You can challenge it: teach what you hold, and the village will discuss it."
    case .ownLesson: "Ask a colleague to review it."
    case .revisedMeanwhile: "Both versions are shown; choose or join them and save again."
    case .alreadySettled: "Reopen it with a reason first."
    case .unknownDisagreement: "It may have been settled or taught away; look at the list again."
    case .cautionOutOfRange: "Say how sure in hundredths, and how far ahead, each from 0 to 100."
    case .releaseNameUnfit: "Call it as you will ask for it, such as “spring trial”."
    case .releaseExists: "Give this one another name."
    case .tooManyReleases: "Take back one that nobody needs any more."
    case .unknownRelease: "Look at the list of releases for those that are kept."
    case .releaseInUse: "Let the public be answered from something else first."
    case .heldBack: "Speak with them on the lesson’s page; once they take it back, it can be accepted."
    case .needsNod: "It waits on their page for review."
    case .voteIsOpen: "It can be settled so once the time is over."
    case .ruleMissing: "Choose the rule. Who it concerns will see it, with what shows it, and can appeal."
    case .successorMissing, .successorUnfit: "Name a teacher; the members see the name and vote on both at once."
    case .membersDecide: "Open a vote on the page Founders; everybody in standing decides."
    case .ballotTooSoon, .decidedAgainst: "The page Founders says when it was last decided, and for how long that stands."
    case .ballotOpenAlready: "Vote on that one."
    case .ownAct: "A colleague looks at it."
    case .noVoice: "Say what you think of lessons: who did before a vote is opened has a voice in it."
    case .unknownRule: "The rules are on the page How lessons come to count."
    case .notCarried: "Make another proposal, or go on discussing."
    case .notInGroup: "Ask one of them."
    case .paused: "Who switched it off and why is on the page How lessons come to count."
    case .outcomeMissesLessons: "Say for each lesson whether, for whom or when it holds."
    default: "Reload the page to see how things stand now."
    }
  }
}
