/// Groups of participants that vote alike.
///
/// Source: Small et al. (2021), RECERCA 26(2), section 3.2: participants are first gathered into at most 100 base
/// clusters, and these, by their size, into 2 to 5 groups; the number with the best silhouette wins. Polis changes the
/// number only when another has won several times in a row, so that it stays small; we look once and ask that more groups
/// stand apart clearly better.
public struct Grouping: Hashable, Sendable {
  public static let baseClustersMax = 100
  public static let groupsMax = 5
  /// Who voted on fewer statements, of those there are, belongs to no group…
  public static let votesMin = 7
  /// …unless there would be fewer participants than this: then those who voted most are taken in.
  public static let participantsMin = 15
  /// More groups must have a silhouette larger by this.
  public static let silhouetteGainMin = 0.05
  /// So many that the best of all starts is found again and again: with 20, one start in two led elsewhere on some votes.
  private static let draws = 100

  /// `[group]`: the middle of its members.
  public let centers: [Point]
  /// `[participant]`: the group, or `nil` for who voted too little.
  public let groups: [Int?]
  /// How well the groups stand apart, −1...1.
  public let silhouette: Double

  public var count: Int { centers.count }

  /// - Parameter random: draws starts for k-means; the same draws give the same groups.
  /// - Complexity: O(participants · base clusters · rounds).
  public init(_ votes: VoteMatrix, in space: OpinionSpace, using random: inout some RandomNumberGenerator) {
    let members = Self.members(votes)
    let points = members.map { space.place(votes.rows[$0]) }
    guard let found = Self.search(points, using: &random) else {
      (centers, silhouette) = ([], -1)
      groups = Array(repeating: nil, count: votes.participantCount)
      return
    }
    // The largest group first, so that numbers mean the same from one time to the next as far as can be.
    var sizes = Array(repeating: 0, count: found.centers.count)
    for group in found.assignment { sizes[group] += 1 }
    let order = sizes.indices.filter { sizes[$0] > 0 }.sorted { sizes[$0] > sizes[$1] || (sizes[$0] == sizes[$1] && $0 < $1) }
    var groups = [Int?](repeating: nil, count: votes.participantCount)
    for (member, group) in zip(members, found.assignment) { groups[member] = order.firstIndex(of: group) }
    (self.groups, silhouette) = (groups, found.silhouette)
    centers = order.map { found.centers[$0] }
  }

  /// Who takes part.
  static func members(_ votes: VoteMatrix) -> [Int] {
    let enough = min(votesMin, votes.statementCount)
    let all = votes.rows.indices.filter { !votes.rows[$0].isEmpty }
    let members = all.filter { votes.rows[$0].count >= enough }
    guard members.count < participantsMin else { return members }
    let active = all.sorted { votes.rows[$0].count > votes.rows[$1].count || (votes.rows[$0].count == votes.rows[$1].count && $0 < $1) }
    return active.prefix(participantsMin).sorted()
  }

  private struct Found {
    let centers: [Point]
    let assignment: [Int]
    let silhouette: Double
  }

  private static func search(_ points: [Point], using random: inout some RandomNumberGenerator) -> Found? {
    let base = BaseClusters(points)
    var best: Found?
    for k in 2...max(2, min(groupsMax, 2 + base.centers.count / 12)) where k <= base.centers.count {
      let clustering = KMeans.best(base.centers, weights: base.sizes, k: k, draws: draws, using: &random)
      let silhouette = Silhouette.mean(base.centers, assignment: clustering.assignment, k: k)
      if silhouette > best.map({ $0.silhouette + silhouetteGainMin }) ?? -1 {
        best = Found(
          centers: clustering.centers, assignment: base.assignment.map { clustering.assignment[$0] }, silhouette: silhouette)
      }
    }
    return best
  }
}

/// At most 100 small clusters, spread over the plane, and what a search for groups works on.
struct BaseClusters: Sendable {
  private static let roundsMax = 20

  let centers: [Point]
  /// `[base cluster]`: how many points it has.
  let sizes: [Double]
  /// `[point]`: its base cluster.
  let assignment: [Int]

  init(_ points: [Point]) {
    let distinct = Set(points).count
    guard distinct > Grouping.baseClustersMax || distinct < points.count else {
      (centers, sizes, assignment) = (points, Array(repeating: 1, count: points.count), Array(points.indices))
      return
    }
    let ones = Array(repeating: 1.0, count: points.count)
    let starts = KMeans.farApart(points, weights: ones, k: min(distinct, Grouping.baseClustersMax))
    let found = KMeans.refined(points, weights: ones, from: starts, roundsMax: Self.roundsMax)
    var sums = Array(repeating: Point.origin, count: starts.count)
    var counts = Array(repeating: 0.0, count: starts.count)
    for (point, cluster) in found.assignment.enumerated() {
      sums[cluster] = sums[cluster] + points[point]
      counts[cluster] += 1
    }
    let filled = counts.indices.filter { counts[$0] > 0 }
    var numbers = Array(repeating: 0, count: counts.count)
    for (number, cluster) in filled.enumerated() { numbers[cluster] = number }
    centers = filled.map { sums[$0] * (1 / counts[$0]) }
    sizes = filled.map { counts[$0] }
    assignment = found.assignment.map { numbers[$0] }
  }
}
