/// The map of a community's opinions, kept up to date with each vote.
///
/// `init` looks at all votes: the space, the groups in it, and whether they are stable. From then on a vote moves its
/// participant on the map, into the nearest group, and counts; the space and the groups' middles stay until the next full
/// look. What the map shows is thus a function of the full look and of the set of votes: their order leaves no trace, and a
/// vote withdrawn is as if never cast.
public struct OpinionMap: Hashable, Sendable {
  public private(set) var votes: VoteMatrix
  public let space: OpinionSpace
  /// `[group]`.
  public let centers: [Point]
  public let silhouette: Double
  public let stability: SplitHalf
  /// `[participant]`: a group, or `nil` for who has voted too little.
  public private(set) var groups: [Int?]
  /// Votes of each group.
  public private(set) var groupTally: GroupTally
  /// Votes of everyone, as of one group.
  public private(set) var commonTally: GroupTally
  private let membersAtLook: Set<Int>

  /// - Parameters:
  ///   - splits: how often the votes are parted to see whether groups are stable; 0 claims none.
  ///   - random: the same draws give the same map.
  public init(_ votes: VoteMatrix, splits: Int = 10, using random: inout some RandomNumberGenerator) {
    self.votes = votes
    space = OpinionSpace(votes, using: &random)
    let grouping = Grouping(votes, in: space, using: &random)
    (centers, silhouette, groups) = (grouping.centers, grouping.silhouette, grouping.groups)
    groupTally = GroupTally(votes, groups: groups, groupCount: centers.count)
    commonTally = GroupTally(votes, groups: votes.rows.map { _ in 0 }, groupCount: 1)
    membersAtLook = Set(groups.indices.filter { grouping.groups[$0] != nil })
    stability = SplitHalf(votes, splits: splits, using: &random)
  }

  /// Fewer people are no camp: one person who votes unlike all others is an outlier, and deserves not to be pointed at.
  public static let campMembersMin = 5

  /// How many are in a group now.
  public func memberCount(of group: Int) -> Int { groups.count { $0 == group } }

  /// Whether the groups are claimed as camps: only where either half of the votes shows them, and none is a handful.
  public var hasCamps: Bool {
    centers.count > 1 && stability.mean >= SplitHalf.agreementMin
      && centers.indices.allSatisfy { memberCount(of: $0) >= Self.campMembersMin }
  }
  /// How many camps are claimed, 0 when none.
  public var campCount: Int { hasCamps ? centers.count : 0 }

  /// What the camps share; where none are claimed, what everyone does.
  public var consensus: Consensus { Consensus(hasCamps ? groupTally : commonTally) }

  /// The consensus as if groups were camps, stable or not: Polis' way.
  public var groupConsensus: Consensus { Consensus(groupTally) }

  /// Where a participant lies.
  public func place(of participant: Int) -> Point { space.place(votes.rows[participant]) }

  /// Takes a vote, in place of the one before.
  ///
  /// - Complexity: O(votes of the participant + groups + statements when one is new).
  public mutating func cast(_ vote: VoteMatrix.Vote, by participant: Int, on statement: Int) {
    change(participant) { $0.cast(vote, by: participant, on: statement) }
  }

  /// Takes a vote back.
  public mutating func withdraw(by participant: Int, on statement: Int) {
    change(participant) { $0.withdraw(by: participant, on: statement) }
  }

  private mutating func change(_ participant: Int, _ edit: (inout VoteMatrix) -> VoteMatrix.Vote?) {
    let before = votes.rows.indices.contains(participant) ? votes.rows[participant] : []
    let groupBefore = groups.indices.contains(participant) ? groups[participant] : nil
    _ = edit(&votes)
    guard votes.rows.indices.contains(participant) else { return }
    groups.append(contentsOf: repeatElement(nil, count: max(0, votes.participantCount - groups.count)))
    let after = votes.rows[participant]
    groups[participant] = group(of: participant, after)
    if let groupBefore { groupTally.add(before, to: groupBefore, sign: -1) }
    if let group = groups[participant] { groupTally.add(after, to: group, sign: 1) }
    commonTally.add(before, to: 0, sign: -1)
    commonTally.add(after, to: 0, sign: 1)
  }

  /// Who was in a group at the last full look stays in one; others join with enough votes.
  private func group(of participant: Int, _ cells: [VoteMatrix.Cell]) -> Int? {
    guard !centers.isEmpty, !cells.isEmpty else { return nil }
    guard membersAtLook.contains(participant) || cells.count >= Grouping.votesMin else { return nil }
    return KMeans.nearest(to: space.place(cells), in: centers).center
  }
}
