public import Lessons

/// How an item stands, why, and what happens next: data for a page to word.
public struct ItemStanding: Hashable, Sendable {
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case waiting
    case accepted
    /// Still accepted; the label is shown.
    case contested
    case rejected
  }

  /// By which rule it stands so.
  public enum Rule: String, Hashable, Sendable {
    /// The plain rule of a small village.
    case review
    /// Support in every camp.
    case camps
    case panel
    /// A teacher's own word, where the policy lets it stand.
    case teacher
  }

  /// What is still missing for acceptance.
  public enum Missing: Hashable, Sendable {
    /// So many more teachers who are neither the author nor the author's sponsor or vouchee alone.
    case reviews(Int)
    /// Disputes that veto until they are resolved or taken back.
    case disputesToResolve(Int)
    /// So many more voices altogether.
    case voices(Double)
    /// So many more voices of a camp.
    case voicesOfCamp(Int, Double)
    /// The camps' support is so far below what is asked.
    case support(Double)
    /// One camp's support is so far below what is asked of each.
    case supportOfCamp(Int, Double)
    /// For an item of high consequence: somebody of another camp, or group, than the author.
    case anotherCamp
    /// For an item of high consequence: somebody of the group that answers for the area.
    case owningGroup(Int)
    /// A panel's ruling.
    case ruling
    /// Another camp's approval of an item put aside.
    case approvalInQuarantine
    /// The end of a delay, in milliseconds since 1970: opinions came in a rush.
    case delay(until: Int64)
  }

  /// Opinions of one camp: members, then voices after ramp, trust and how far each belongs to the camp.
  public struct Camp: Hashable, Sendable {
    public internal(set) var endorsing = 0
    public internal(set) var disputing = 0
    public internal(set) var unsure = 0
    public internal(set) var endorsingVoices = 0.0
    public internal(set) var disputingVoices = 0.0
    public internal(set) var unsureVoices = 0.0

    public var voices: Double { endorsingVoices + disputingVoices + unsureVoices }
    /// The lower bound of the share that endorses, after the bounds of the policy.
    public func lowerBound(_ opinion: Opinion.Stance, z: Double) -> Double {
      Proportion.lowerBound(opinion == .endorse ? endorsingVoices : disputingVoices, of: voices, z: z)
    }
  }

  public struct Flag: Hashable, Sendable {
    /// Who votes alike more than chance allows, and disputes or endorses this item.
    public let members: [Int]
    /// Whether their disputes count as one voice now: until the panel has ruled.
    public let countsAsOne: Bool
  }

  public let item: Int
  public let status: Status
  public let rule: Rule
  /// Since when, in milliseconds since 1970.
  public let since: Int64
  /// One in a small village, two where camps count: those on the negative side of the factor, then the positive.
  public let camps: [Camp]
  /// The geometric mean over camps of the lower bounds for it, 0...1.
  public let support: Double
  /// The same against it.
  public let opposition: Double
  public let missing: [Missing]
  public let flag: Flag?
  /// All that were called on it, oldest first.
  public let panels: [Panel]
  public let isQuarantined: Bool

  /// Whether it counts for everybody.
  public var isInForce: Bool { status == .accepted || status == .contested }
  /// The panel that is to rule now, with who was drawn.
  public var openPanel: Panel? { panels.last.flatMap { $0.ruling == nil ? $0 : nil } }
}
