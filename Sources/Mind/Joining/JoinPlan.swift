public import Lessons

/// Two villages with one beginning, about to become one again: all that the plan of the join is made from.
public struct JoinInput: Sendable {
  /// The last entry that both have.
  public let common: Int
  /// The whole ledger of the village that goes on.
  public let here: [Entry]
  /// The whole ledger of the one that joins it.
  public let fork: [Entry]
  /// The fork's entries that both have since an earlier join, in either direction, and where they are here.
  public let counterparts: [Int: [Int]]
  /// The last of the fork's entries that an earlier join brought here; those before it were dealt with then.
  public let joinedBefore: Int
  /// When the two join, milliseconds since 1970, UTC: the time of every entry that the join writes.
  public let time: Int64

  public init(
    common: Int, here: [Entry], fork: [Entry], counterparts: [Int: [Int]] = [:], joinedBefore: Int = 0, time: Int64
  ) {
    self.common = common
    self.here = here
    self.fork = fork
    self.counterparts = counterparts
    self.joinedBefore = joinedBefore
    self.time = time
  }
}

/// What becomes of each of a fork's entries when the villages become one: every one has a step, and exactly one.
public struct JoinPlan: Sendable {
  /// One for each entry of the fork after those that both have, in their order.
  public let steps: [JoinStep]
  /// What the join writes here, in order.
  public let entries: [PlannedEntry]
  /// Where lessons of the two sides contradict each other, in the order of their ids.
  public let contradictions: [JoinedContradiction]
  /// The village once these are written.
  public let state: VillageState
}

/// An entry that a join writes, and which of the fork's it comes from.
public struct PlannedEntry: Hashable, Sendable {
  public let entry: Entry
  /// Its place in the fork.
  public let source: Int
  /// Which of those that come from one, from 0.
  public let part: Int
}

public struct JoinStep: Hashable, Sendable {
  /// The fork's entry.
  public let entry: Entry
  public let outcome: JoinOutcome
}

public enum JoinOutcome: Hashable, Sendable {
  /// It is done here too, as it was or under new ids.
  case taken
  /// It is done here too, but not quite as it was; how is said in words.
  case adapted(String)
  /// It was done here as well, in this entry where one can be named.
  case same(as: Int?)
  /// A decision settles it.
  case settled(by: JoinDecision)
  /// People must look at it; what the fork had made of it is written there.
  case discussed(on: Topic, why: String)
  /// Nothing can be made of it here; why is said in words.
  case setAside(String)
  /// An earlier join dealt with it.
  case joinedBefore
}

/// The decision by which people had settled, before the join, what the join comes upon.
public enum JoinDecision: Hashable, Sendable {
  /// By this entry here.
  case here(Int)
  /// By this entry of the fork.
  case fork(Int)
}

/// A contradiction between what was taught on the two sides.
public struct JoinedContradiction: Hashable, Sendable {
  public let disagreement: ID<Disagreement>
  /// The entry that settles it, as the village counts after the join; nil: it is open.
  public let settledIn: Int?
  /// The fork's entries that taught its lessons.
  public let sources: [Int]
}

extension JoinPlan {
  /// How many of the fork's entries needed nobody, how many go to people, and the like.
  public struct Count: Hashable, Sendable {
    public internal(set) var taken = 0
    public internal(set) var same = 0
    public internal(set) var settled = 0
    public internal(set) var discussed = 0
    public internal(set) var setAside = 0
    public internal(set) var joinedBefore = 0
    /// Of those taken, how many taught what contradicts the other side and is not settled.
    public internal(set) var contested = 0

    public var all: Int { taken + same + settled + discussed + setAside + joinedBefore }
    /// The share, of the entries this join is about, that nobody has to look at.
    public var settledShare: Double {
      let new = all - joinedBefore
      return new == 0 ? 1 : Double(taken + same + settled - contested) / Double(new)
    }
  }

  public var count: Count {
    var count = Count()
    let open = Set(contradictions.filter { $0.settledIn == nil }.flatMap(\.sources))
    for step in steps {
      switch step.outcome {
      case .taken, .adapted:
        count.taken += 1
        if open.contains(step.entry.sequence) { count.contested += 1 }
      case .same: count.same += 1
      case .settled: count.settled += 1
      case .discussed: count.discussed += 1
      case .setAside: count.setAside += 1
      case .joinedBefore: count.joinedBefore += 1
      }
    }
    return count
  }
}
