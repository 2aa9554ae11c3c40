/// How much trust flows from the founders to each member over who vouched for whom.
///
/// A short random walk from the founders hardly crosses the few vouches by which a crowd of false accounts hangs on to the
/// rest, so what it leaves there, shared among them, is little. The walk stays where it is half of the time: on a tree it
/// would otherwise be with the founders after an even number of steps and with their guests after an odd one.
///
/// Source: Cao et al. (2012), Aiding the Detection of Fake Accounts in Large Scale Social Online Services (SybilRank),
/// section 4.
public enum TrustFlow {
  /// - Parameter sponsors: `[member]`: who vouched for them; nil for founders, where the walk begins.
  /// - Returns: `[member]`: min(1, rank ÷ median rank), 0...1.
  /// - Complexity: O(members · log members).
  public static func influence(_ sponsors: [Int?]) -> [Double] {
    let founders = sponsors.indices.filter { sponsors[$0] == nil }
    guard !founders.isEmpty else { return sponsors.map { _ in 1 } }
    var degrees = sponsors.map { _ in 0.0 }
    for (member, sponsor) in sponsors.enumerated() {
      guard let sponsor else { continue }
      degrees[member] += 1
      degrees[sponsor] += 1
    }
    var ranks = sponsors.map { _ in 0.0 }
    for founder in founders { ranks[founder] = max(1, degrees[founder]) }
    for _ in 0..<(Int.bitWidth - max(1, sponsors.count - 1).leadingZeroBitCount) {
      var next = ranks.enumerated().map { member, rank in degrees[member] == 0 ? rank : rank / 2 }
      for (member, sponsor) in sponsors.enumerated() {
        guard let sponsor else { continue }
        next[member] += ranks[sponsor] / (2 * degrees[sponsor])
        next[sponsor] += ranks[member] / (2 * degrees[member])
      }
      ranks = next
    }
    let trust = ranks.enumerated().map { member, rank in rank / max(1, degrees[member]) }
    let median = trust.sorted()[trust.count / 2]
    return trust.map { median > 0 ? min(1, $0 / median) : 1 }
  }
}
