public import Lessons

/// What the village's protection has noticed: shown to all members, with what follows from it.
public struct Warnings: Hashable, Sendable {
  /// Members who vote alike more than chance allows. It calls panels, and nothing else.
  public let coordinated: [[ID<Member>]]
  /// Members more and more of whose lessons others dispute; what they teach waits until somebody of another side approves.
  public let drifting: [ID<Member>]
  /// Founders who think alike and took most of the blocks and reverts of a week against others.
  public let capture: Capture?

  public struct Capture: Hashable, Sendable {
    public let members: [ID<Member>]
    /// Of the week's blocks and reverts, 0...1.
    public let share: Double
    /// Milliseconds since 1970, UTC.
    public let time: Int64
  }

  public var isEmpty: Bool { coordinated.isEmpty && drifting.isEmpty && capture == nil }

  /// - Complexity: O(entries + opinions).
  public init(_ standing: Standing) {
    let assembly = standing.deliberation.assembly
    let name = { (number: Int) in standing.deliberator(number) }
    coordinated = (assembly.coordinated.silencing + assembly.coordinated.promoting).map { $0.compactMap(name) }
    drifting = standing.deliberation.members.indices.filter { assembly.driftAlarm(of: $0) != nil }.compactMap(name)
    let alarm = CaptureAlarm.first(Self.actions(in: standing), groups: Self.likeMinded(in: standing))
    capture = alarm.map { Capture(members: $0.members.compactMap(name), share: $0.share, time: $0.time) }
  }

  /// Everything that a founder did to somebody else's work or standing.
  private static func actions(in standing: Standing) -> [CaptureAlarm.Action] {
    standing.log.compactMap { entry in
      switch entry.act {
      case .retracted, .declined, .roleGranted, .contributionRetracted, .commentWithdrawn, .reverted, .groupLeft: break
      default: return nil
      }
      guard let concerned = standing.concerned(by: entry).first, let steward = standing.deliberation.memberNumbers[entry.author],
        let against = standing.deliberation.memberNumbers[concerned], !standing.isReverted(entry)
      else { return nil }
      return CaptureAlarm.Action(time: entry.time, steward: steward, against: against)
    }
  }

  private static func likeMinded(in standing: Standing) -> [[Int]] {
    let founders = standing.founders.compactMap { standing.deliberation.memberNumbers[$0] }.sorted()
    guard founders.count >= CaptureAlarm.membersMin else { return [] }
    let opinions = StandingOpinions(standing)
    let rows = Dictionary(uniqueKeysWithValues: opinions.members.enumerated().map { ($1, $0) })
    let residuals = founders.map { founder -> [Double?] in
      var row = [Double?](repeating: nil, count: opinions.lessons.count)
      guard let member = standing.deliberator(founder), let number = rows[member] else { return row }
      for cell in opinions.votes.rows[number] {
        row[cell.statement] = Double(cell.vote.rawValue) - opinions.votes.meanVote(on: cell.statement)
      }
      return row
    }
    return CaptureAlarm.groups(of: founders, residuals: residuals)
  }
}
